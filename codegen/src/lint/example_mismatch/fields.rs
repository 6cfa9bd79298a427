//! Details held against their declarations, and values against types.

use super::Finder;
use super::scope::{self, Scope};
use crate::model::{Detail, FieldType, Travels};
use crate::strict_json::{Member, Node, Value};

/// Holds the details of an error, `members`, against what its entry declares.
/// Of an entry that declares none the document is silent.
pub(super) fn details(
    node: &Node,
    members: &[&Member],
    scope: Scope<'_>,
    path: &str,
    finder: &mut Finder<'_>,
) {
    let declared = declared(scope);
    if declared.is_empty() {
        return;
    }
    let is_absent = |key: &str| members.iter().all(|member| member.key != key);
    let known: Vec<&str> = declared.iter().map(|it| it.name.as_str()).collect();
    let absent: Vec<&str> = known.iter().copied().filter(|it| is_absent(it)).collect();
    let is_guessed = declared.iter().any(|detail| detail.inferred);
    for member in members {
        let Member { key, key_at, value } = member;
        match declared.iter().find(|detail| detail.name == *key) {
            Some(detail) => typed(&detail.kind, value, &super::join(path, key), finder),
            // It may be the key whose name was guessed.
            None if is_guessed => {}
            // No more is shown, and each looks through all names.
            None if finder.is_full() => return,
            None => {
                let code = scope.shown.map_or_else(String::new, scope::name);
                let place = format!("`details` of `{}`", super::shown(&code));
                finder.unknown(
                    key_at.clone(),
                    key,
                    super::likely(key, &absent, &known),
                    &place,
                );
            }
        }
    }
    let meant = super::meant(members, &absent);
    let is_there =
        |detail: &Detail| !is_absent(&detail.name) || meant.contains(&detail.name.as_str());
    missing(node, &declared, is_there, scope, finder);
}

/// Reports the details that are missing where none are written at all.
pub(super) fn none_missing(node: &Node, scope: Scope<'_>, finder: &mut Finder<'_>) {
    missing(node, &declared(scope), |_| false, scope, finder);
}

/// Whether a detail is always there, under this very key.
pub(super) fn is_certain(detail: &Detail) -> bool {
    !detail.optional && !detail.inferred
}

fn missing(
    node: &Node,
    declared: &[&Detail],
    is_there: impl Fn(&Detail) -> bool,
    scope: Scope<'_>,
    finder: &mut Finder<'_>,
) {
    let Some(entry) = scope.shown else { return };
    for detail in declared.iter().filter(|it| is_certain(it) && !is_there(it)) {
        finder.missing_detail(node, &detail.name, &scope::name(entry));
    }
}

fn declared(scope: Scope<'_>) -> Vec<&Detail> {
    let details = scope.shown.map_or(&[][..], |entry| &entry.details);
    let here = details.iter().filter(|it| it.travels == Travels::Details);
    here.collect()
}

/// Holds a value against a type.
pub(super) fn typed(kind: &FieldType, node: &Node, path: &str, finder: &mut Finder<'_>) {
    match (kind, &node.value) {
        (FieldType::Any, _)
        | (FieldType::String, Value::Text(_))
        | (FieldType::Number, Value::Number(_))
        | (FieldType::Boolean, Value::Boolean(_))
        // Seconds since 1970 are one, too.
        | (FieldType::Timestamp, Value::Text(_) | Value::Number(_)) => {}
        (FieldType::Integer, Value::Number(number)) if is_whole(number) => {}
        (FieldType::Array(item), Value::List(items)) => {
            let kind = item.as_ref().map_or(&FieldType::Any, |item| &item.kind);
            for node in items {
                typed(kind, node, path, finder);
            }
        }
        (FieldType::Object(declared), Value::Object(members)) => {
            properties(declared, node, members, path, finder);
        }
        _ => finder.wrong_type(node, path, kind.noun()),
    }
}

/// Holds an object against its declared properties, if it has some.
fn properties(
    declared: &[Detail],
    node: &Node,
    members: &[Member],
    path: &str,
    finder: &mut Finder<'_>,
) {
    if declared.is_empty() {
        return;
    }
    for Member { key, key_at, value } in members {
        match declared.iter().find(|it| it.name == *key) {
            Some(property) => typed(&property.kind, value, &super::join(path, key), finder),
            None if declared.iter().any(|it| it.inferred) => {}
            None if finder.is_full() => return,
            None => {
                let known: Vec<&str> = declared.iter().map(|it| it.name.as_str()).collect();
                let place = format!("`{}`", super::shown(path));
                finder.unknown(key_at.clone(), key, &known, &place);
            }
        }
    }
    for property in declared.iter().filter(|it| is_certain(it)) {
        if members.iter().all(|member| member.key != property.name) {
            finder.missing_property(node, &super::join(path, &property.name));
        }
    }
}

fn is_whole(number: &str) -> bool {
    !number.contains(['.', 'e', 'E'])
}

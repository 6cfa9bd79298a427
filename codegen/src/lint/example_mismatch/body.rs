//! A body held against the envelope: its keys, constants and slots.

use super::scope::{self, Scope};
use super::{Finder, fields, join, likely, meant};
use crate::map::Set;
use crate::model::{Code, Constant, Detail, Entry, FieldType, Role, Shape, Slot, Travels};
use crate::strict_json::{Member, Node, Value};

/// Whether a body means to be an error of this envelope.
pub(super) fn is_error(envelope: &Shape, node: &Node) -> bool {
    match (envelope, &node.value) {
        (Shape::Object(pairs), Value::Object(members)) => {
            let shared = || {
                pairs.iter().filter_map(|(key, shape)| {
                    let member = members.iter().find(|member| member.key == *key)?;
                    Some((shape, &member.value))
                })
            };
            let has_code = shared().any(|(shape, node)| {
                !matches!(node.value, Value::Null) && shape.slots().iter().any(carries_code)
            });
            let differs = shared().any(|(shape, node)| {
                matches!(shape, Shape::Constant(constant) if !is_constant(constant, &node.value))
            });
            shared().next().is_some() && (has_code || !differs)
        }
        (Shape::List(_), Value::List(_)) => true,
        _ => false,
    }
}

/// Holds a whole body against the envelope.
pub(super) fn check(envelope: &Shape, node: &Node, scope: Scope<'_>, finder: &mut Finder<'_>) {
    let mut hold = Hold {
        finder,
        codes: Vec::new(),
        elsewhere: Set::new(),
    };
    hold.shape(envelope, node, scope, "");
    let (codes, elsewhere) = (hold.codes, hold.elsewhere);
    let Some(own) = scope.own else { return };
    // Two entries with one code were reported as such.
    let is_own = |(_, entry): &(&Node, Option<&Entry>)| {
        entry.is_none_or(|it| std::ptr::eq(it, own) || it.code() == own.code())
    };
    if let [(node, _), ..] = codes.as_slice()
        && let Value::Text(code) | Value::Number(code) = &node.value
        && !codes.iter().any(is_own)
    {
        finder.other_code(node, code, &scope::name(own));
    }
    let travels_elsewhere = |it: &&Detail| it.travels == Travels::Body && fields::is_certain(it);
    for detail in own.details.iter().filter(travels_elsewhere) {
        if !elsewhere.contains(&detail.name)
            && envelope.slots().iter().all(|it| it.0 != detail.name)
        {
            finder.missing_detail(node, &detail.name, &scope::name(own));
        }
    }
}

/// One body and what was met in it.
struct Hold<'a, 'f, 'r> {
    finder: &'f mut Finder<'r>,
    /// The codes that stand in it, with the entries that they are of.
    codes: Vec<(&'a Node, Option<&'a Entry>)>,
    /// The details that travel in the body but not in its details.
    elsewhere: Set<String>,
}

impl<'a> Hold<'a, '_, '_> {
    fn shape(&mut self, shape: &Shape, node: &'a Node, scope: Scope<'a>, path: &str) {
        match (shape, &node.value) {
            (Shape::Constant(constant), value) if is_constant(constant, value) => {}
            (Shape::Constant(constant), _) => {
                self.finder.constant(node, path, &written(constant));
            }
            (Shape::Slot(slot), _) => self.slot(slot, node, scope, path),
            (Shape::Object(pairs), Value::Object(members)) => {
                let scope = scope.about(code_in(pairs, members).as_deref());
                self.object(pairs, node, members, scope, path);
            }
            (Shape::Object(_), _) => self.finder.wrong_type(node, path, "an object"),
            (Shape::List(_), Value::List(items)) if items.is_empty() => {
                self.finder.empty_list(node, path);
            }
            (Shape::List(shapes), Value::List(items)) => {
                for (item, shape) in items.iter().zip(shapes.iter().cycle()) {
                    self.shape(shape, item, scope, path);
                }
            }
            (Shape::List(_), _) => self.finder.wrong_type(node, path, "a list"),
        }
    }

    fn object(
        &mut self,
        pairs: &[(String, Shape)],
        node: &'a Node,
        members: &'a [Member],
        scope: Scope<'a>,
        path: &str,
    ) {
        let inline = pairs.iter().any(|(_, shape)| is_role(shape, Role::Inline));
        let mut rest = Vec::new();
        for member in members {
            match pairs.iter().find(|(key, _)| *key == member.key) {
                Some((_, shape)) => {
                    self.shape(shape, &member.value, scope, &join(path, &member.key));
                }
                None if self.is_elsewhere(member, scope) => {}
                None => rest.push(member),
            }
        }
        let is_absent = |key: &str| members.iter().all(|member| member.key != key);
        let keys = || pairs.iter().map(|(key, _)| key.as_str());
        let absent: Vec<&str> = keys().filter(|key| is_absent(key)).collect();
        let meant = meant(&rest, &absent);
        for (key, shape) in pairs {
            if !is_absent(key) || meant.contains(&key.as_str()) {
                continue;
            }
            match shape {
                Shape::Slot(slot) if slot.role == Role::Inline => {}
                Shape::Slot(slot) if slot.role == Role::Details && slot.optional => {
                    fields::none_missing(node, scope, self.finder);
                }
                _ if is_optional(shape) => {}
                _ => self.finder.missing(node, &join(path, key)),
            }
        }
        if inline {
            fields::details(node, &rest, scope, path, self.finder);
        } else {
            let known: Vec<&str> = keys().collect();
            for member in rest {
                if self.finder.is_full() {
                    return;
                }
                let (at, key) = (member.key_at.clone(), member.key.as_str());
                self.finder
                    .unknown(at, key, likely(key, &absent, &known), "the envelope");
            }
        }
    }

    /// Whether a key is a detail that travels in the body; its value is held.
    fn is_elsewhere(&mut self, member: &'a Member, scope: Scope<'a>) -> bool {
        let details = scope.shown.map_or(&[][..], |entry| &entry.details);
        let detail = details
            .iter()
            .find(|it| it.travels == Travels::Body && it.name == member.key);
        if let Some(detail) = detail {
            self.elsewhere.insert(detail.name.clone());
            fields::typed(&detail.kind, &member.value, &detail.name, self.finder);
        }
        detail.is_some()
    }

    fn slot(&mut self, slot: &Slot, node: &'a Node, scope: Scope<'a>, path: &str) {
        if matches!(node.value, Value::Null) && slot.role != Role::Any {
            if !slot.nullable {
                self.finder.null(node, path);
            }
            return;
        }
        match slot.role {
            Role::Code => self.code(slot, node, scope, path),
            Role::CodeNumber => {
                let number = scope.shown.and_then(|entry| entry.code_number.as_ref());
                let known: Vec<String> = number.iter().map(|it| it.value.to_string()).collect();
                self.known(slot, node, scope, path, ("numeric code", &known));
            }
            Role::Status => self.known(slot, node, scope, path, ("status", &scope.statuses())),
            Role::Type => self.known(slot, node, scope, path, ("type", &scope.types())),
            Role::Details if slot.kind.is_none() => match &node.value {
                Value::Object(members) => {
                    let members: Vec<&Member> = members.iter().collect();
                    fields::details(node, &members, scope, path, self.finder);
                }
                _ => self.finder.wrong_type(node, path, "an object"),
            },
            _ => {
                let kind = slot.field_type();
                fields::typed(&kind, node, path, self.finder);
            }
        }
    }

    fn code(&mut self, slot: &Slot, node: &'a Node, scope: Scope<'a>, path: &str) {
        let as_text = matches!(slot.kind, Some(FieldType::String));
        let is_number = scope
            .catalog
            .entries
            .first()
            .is_some_and(|entry| matches!(entry.code(), Code::Integer(_)));
        let code = match &node.value {
            Value::Text(text) if !is_number || as_text => text,
            Value::Number(number) if is_number && !as_text => number,
            _ if is_number && !as_text => {
                return self.finder.wrong_type(node, path, "a whole number");
            }
            _ => return self.finder.wrong_type(node, path, "text"),
        };
        let entry = scope.entry_of(code);
        if entry.is_none() {
            self.finder.unknown_code(node, code, &scope.known_codes());
        }
        self.codes.push((node, entry));
    }

    /// A slot whose value the entry decides, where it does.
    fn known(
        &mut self,
        slot: &Slot,
        node: &Node,
        scope: Scope<'_>,
        path: &str,
        (what, known): (&str, &[String]),
    ) {
        let kind = slot.field_type();
        let before = self.finder.report.len();
        fields::typed(&kind, node, path, self.finder);
        let (Value::Text(value) | Value::Number(value)) = &node.value else {
            return;
        };
        if self.finder.report.len() == before && !known.is_empty() && !known.contains(value) {
            let code = scope.shown.map(scope::name);
            self.finder.other_value(node, what, code.as_deref(), known);
        }
    }
}

/// The code that stands beside other keys, not deeper than a list.
fn code_in(pairs: &[(String, Shape)], members: &[Member]) -> Option<String> {
    members.iter().find_map(|member| {
        let (_, shape) = pairs.iter().find(|(key, _)| *key == member.key)?;
        match (shape, &member.value.value) {
            (Shape::Slot(slot), Value::Text(code) | Value::Number(code)) => {
                (slot.role == Role::Code).then(|| code.clone())
            }
            (Shape::Object(pairs), Value::Object(members)) => code_in(pairs, members),
            _ => None,
        }
    })
}

fn carries_code((_, slot): &(&str, &Slot)) -> bool {
    let roles = [Role::Code, Role::CodeNumber, Role::Status, Role::Type];
    roles.contains(&slot.role)
}

fn is_role(shape: &Shape, role: Role) -> bool {
    matches!(shape, Shape::Slot(slot) if slot.role == role)
}

/// Whether a part of the envelope may be absent: all that fills it may.
fn is_optional(shape: &Shape) -> bool {
    match shape {
        Shape::Constant(_) | Shape::List(_) => false,
        Shape::Slot(slot) => slot.optional,
        Shape::Object(pairs) => pairs.iter().all(|(_, shape)| is_optional(shape)),
    }
}

fn is_constant(constant: &Constant, value: &Value) -> bool {
    match (constant, value) {
        (Constant::Null, Value::Null) => true,
        (Constant::Boolean(one), Value::Boolean(other)) => one == other,
        (Constant::Number(one), Value::Number(other)) => {
            one == other || one.parse::<f64>().ok() == other.parse::<f64>().ok()
        }
        (Constant::Text(one), Value::Text(other)) => one == other,
        _ => false,
    }
}

/// A constant as JSON has it.
fn written(constant: &Constant) -> String {
    match constant {
        Constant::Null => "null".to_owned(),
        Constant::Boolean(it) => it.to_string(),
        Constant::Number(number) => number.clone(),
        Constant::Text(text) => format!("\"{text}\""),
    }
}

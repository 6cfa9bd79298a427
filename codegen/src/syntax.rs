//! What the author wrote, held against the language.
//!
//! [`check`] takes a tree and the [`grammar`] and reports what can be said
//! without knowing what anything means: unknown, missing and misplaced keys,
//! a list where text belongs. What is broken is replaced by a
//! [broken](Value::Broken) node, so that `lower` goes on with the rest and one
//! run shows all problems.
//!
//! There is no second tree of structs here: what was written *is* the checked
//! tree, and the table says what may stand in it (see ARCHITECTURE.md).

mod fields;
pub(crate) mod grammar;
mod layout;
mod place;

pub(crate) use self::fields::Fields;
use self::grammar::{Key, Kind, Need, Record};
pub(crate) use self::place::{Place, Under};
use crate::diag::Report;
use crate::lint::unknown_key::Meant;
use crate::lint::{
    bad_value, conflicting_keys, missing_key, nearest, prose_in_flow_list, unknown_key, wrong_type,
};
use crate::mend::Mend;
use crate::source::Span;
use crate::yaml::{Layout, Node, Pair, Style, Value};

/// Holds the root of a file against `record`.
pub(crate) fn check(node: Node, record: &'static Record, report: &mut Report) -> Option<Fields> {
    Fields::of(check_record(node, record, report))
}

/// Takes the edition out and reports it, if it is not the one that there is.
pub(crate) fn edition(fields: &mut Fields, report: &mut Report) {
    let Some(Node {
        value: Value::Scalar { text, style },
        span,
    }) = fields.take("errcat")
    else {
        return;
    };
    if text != "1" {
        bad_value::edition(report, span, &text);
    } else if style != Style::Plain {
        bad_value::quoted(report, span, "errcat", &text);
    }
}

fn check_kind(node: Node, kind: &'static Kind, place: &Place<'_>, report: &mut Report) -> Node {
    let Node { span, value } = node;
    if value.is_null() && !kind.takes_null() {
        let value = Value::nothing();
        wrong_type::raise(report, &Node { span, value }, kind, place);
        return Node {
            span,
            value: Value::Broken,
        };
    }
    let value = match (kind, value) {
        (_, Value::Broken) => Value::Broken,
        (Kind::Tree, value) => value,
        (Kind::Record(record), value @ Value::Map(_)) => {
            let node = Node { span, value };
            return match place.under {
                Under::Name(name) => check_record_at(name, node, record, report),
                Under::Key(..) | Under::Item => check_record(node, record, report),
            };
        }
        (Kind::Item, value @ Value::Map(_)) => return check_item(Node { span, value }, report),
        (Kind::Map { of, least, .. }, Value::Map(pairs)) if pairs.len() >= *least => {
            let check = |Pair { key, value }| {
                let place = Place {
                    name: &key.text,
                    under: Under::Name(key.span),
                };
                let value = check_kind(value, of, &place, report);
                Pair { key, value }
            };
            Value::Map(pairs.into_iter().map(check).collect())
        }
        (Kind::List { of, least }, Value::List { items, style }) if items.len() >= *least => {
            check_list((span, items), style, of, place.name, report)
        }
        (Kind::OneOrMany(of), Value::List { items, style }) if items.len() >= 2 => {
            check_list((span, items), style, of, place.name, report)
        }
        (Kind::Scalar(_) | Kind::OneOrMany(Kind::Scalar(_)), value @ Value::Scalar { .. })
            if !value.is_empty() =>
        {
            value
        }
        (_, value) => {
            wrong_type::raise(report, &Node { span, value }, kind, place);
            Value::Broken
        }
    };
    Node { span, value }
}

fn check_list(
    (span, items): (Span, Vec<Node>),
    style: Layout,
    of: &'static Kind,
    what: &str,
    report: &mut Report,
) -> Value {
    if style == Layout::Flow && std::ptr::eq(of, &raw const grammar::PROSE) {
        prose_in_flow_list::check(span, &items, what, report);
    }
    let place = Place {
        name: what,
        under: Under::Item,
    };
    let items = items
        .into_iter()
        .map(|item| check_kind(item, of, &place, report))
        .collect();
    Value::List { items, style }
}

/// An entry or a ref, told apart by the key that it has.
fn check_item(node: Node, report: &mut Report) -> Node {
    let Value::Map(pairs) = &node.value else {
        return node;
    };
    let key = |name: &str| {
        pairs
            .iter()
            .map(|pair| &pair.key)
            .find(|key| key.text == name)
    };
    match (key("code"), key("ref")) {
        (Some(code), Some(reference)) => {
            conflicting_keys::code_and_ref(report, reference, code);
            match key("message") {
                Some(_) => check_record(without_ref(node), &grammar::ENTRY, report),
                None => Node {
                    span: node.span,
                    value: Value::Broken,
                },
            }
        }
        (None, Some(_)) => check_record(node, &grammar::REF, report),
        (Some(code), None) if key("message").is_none() => match key("canonical") {
            Some(canonical) => {
                let finding = conflicting_keys::canonical_code(report, code, canonical);
                if could_be_ref(pairs.iter().map(|pair| pair.key.text.as_str())) {
                    finding.mend(Mend::Say(code.span, "ref".to_owned()));
                }
                check_record(as_ref(node), &grammar::REF, report)
            }
            None => check_record(node, &grammar::ENTRY, report),
        },
        (None, None) if means_ref(pairs) => check_record(node, &grammar::REF, report),
        _ => check_record(node, &grammar::ENTRY, report),
    }
}

/// An entry that also wants to be a ref goes on as the entry, so that its code
/// is known to others.
fn without_ref(mut node: Node) -> Node {
    if let Value::Map(pairs) = &mut node.value {
        pairs.retain(|pair| !matches!(pair.key.text.as_str(), "ref" | "canonical"));
    }
    node
}

/// An item that means to be a ref goes on as one.
fn as_ref(mut node: Node) -> Node {
    if let Value::Map(pairs) = &mut node.value {
        let code = pairs.iter_mut().find(|pair| pair.key.text == "code");
        "ref".clone_into(&mut code.expect("the item was looked at").key.text);
    }
    node
}

/// Whether an item with `code` would be a ref with `ref` in its place.
fn could_be_ref<'a>(mut keys: impl Iterator<Item = &'a str>) -> bool {
    keys.all(|key| key == "code" || key.starts_with("x-") || grammar::REF.key(key).is_some())
}

/// Whether an item with neither `code` nor `ref` has a slip of `ref`.
fn means_ref(pairs: &[Pair]) -> bool {
    let meant = |pair: &Pair| nearest(&pair.key.text, ["code", "ref"]);
    let mut meant = pairs.iter().filter_map(meant);
    meant.next() == Some("ref")
}

fn check_record(node: Node, record: &'static Record, report: &mut Report) -> Node {
    let head = match &node.value {
        Value::Map(pairs) => pairs.first().map(|pair| pair.key.span),
        _ => None,
    };
    check_record_at(head.unwrap_or(node.span), node, record, report)
}

/// The same for a record that begins at `head`: at its first key or its name.
fn check_record_at(head: Span, node: Node, record: &'static Record, report: &mut Report) -> Node {
    let span = node.span;
    let Value::Map(pairs) = node.value else {
        if !matches!(node.value, Value::Broken) {
            wrong_type::record(report, &node, record);
        }
        return Node {
            span,
            value: Value::Broken,
        };
    };
    let pairs = layout::mend(pairs, record, report);
    let mut missing: Vec<&'static Key> = record
        .keys
        .iter()
        .filter(|key| key.need == Need::Required)
        .filter(|key| pairs.iter().all(|pair| pair.key.text != key.name))
        .collect();
    let written: Vec<String> = pairs.iter().map(|pair| pair.key.text.clone()).collect();
    let mut known = Vec::with_capacity(pairs.len());
    let mut misspelt = Vec::new();
    for Pair { key, value } in pairs {
        if let Some(rule) = record.key(&key.text) {
            let value = check_key(value, &key.text, rule, record, report);
            known.push(Pair { key, value });
        } else if record.extensible && key.text.starts_with("x-") && key.text != "x-" {
            known.push(Pair { key, value });
        } else {
            let at = report.len();
            let meant = unknown_key::raise(report, &key, record, &missing, &written);
            missing.retain(|key| Some(key.name) != meant.map(Meant::key));
            misspelt.extend(meant.map(|meant| (Pair { key, value }, meant, at)));
        }
    }
    for (pair, meant, at) in misspelt {
        if known.iter().any(|pair| pair.key.text == meant.key()) {
            continue;
        }
        let pair = as_meant(pair, meant, record, report);
        let fits = !matches!(pair.value.value, Value::Broken);
        if let (true, Meant::Surely(meant)) = (fits, meant) {
            unknown_key::mend(report.finding(at), pair.key.span, meant);
        }
        known.push(pair);
    }
    for key in missing {
        missing_key::raise(report, head, record, key);
    }
    Node {
        span,
        value: Value::Map(known),
    }
}

/// The value of a key of `record`.
fn check_key(
    value: Node,
    name: &str,
    key: &'static Key,
    record: &'static Record,
    report: &mut Report,
) -> Node {
    let under = Under::Key(key, record.need_of(key));
    check_kind(value, key.kind, &Place { name, under }, report)
}

/// The line of a misspelt key as it was meant, so that nothing follows from
/// the slip; broken if its value does not fit there. What is wrong within a
/// value is reported where the key is sure.
fn as_meant(
    Pair { mut key, value }: Pair,
    meant: Meant,
    record: &'static Record,
    report: &mut Report,
) -> Pair {
    meant.key().clone_into(&mut key.text);
    let Some(rule) = record.key(meant.key()) else {
        return Pair { key, value };
    };
    let before = report.len();
    let mut value = check_key(value, meant.key(), rule, record, report);
    let is_sure = matches!(meant, Meant::Surely(_));
    if report.len() > before && (!is_sure || matches!(value.value, Value::Broken)) {
        report.truncate(before);
        value.value = Value::Broken;
    }
    Pair { key, value }
}

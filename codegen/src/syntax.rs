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

use std::borrow::Cow;

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
pub(crate) fn check<'a>(
    mut node: Node<'a>,
    record: &'static Record,
    report: &mut Report,
) -> Option<Fields<'a>> {
    check_record(&mut node, record, report);
    Fields::of(node)
}

/// Takes the edition out and reports it, if it is not the one that there is.
pub(crate) fn edition(fields: &mut Fields<'_>, report: &mut Report) {
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

fn check_kind(node: &mut Node<'_>, kind: &'static Kind, place: &Place<'_>, report: &mut Report) {
    if node.value.is_null() && !kind.takes_null() {
        node.value = Value::nothing();
        wrong_type::raise(report, node, kind, place);
        node.value = Value::Broken;
        return;
    }
    match (kind, &mut node.value) {
        (_, Value::Broken) | (Kind::Tree, _) => {}
        (Kind::Record(record), Value::Map(_)) => match place.under {
            Under::Name(name) => check_record_at(name, node, record, report),
            Under::Key(..) | Under::Item => check_record(node, record, report),
        },
        (Kind::Item, Value::Map(_)) => check_item(node, report),
        (Kind::Map { of, least, .. }, Value::Map(pairs)) if pairs.len() >= *least => {
            for Pair { key, value } in pairs {
                let place = Place {
                    name: &key.text,
                    under: Under::Name(key.span),
                };
                check_kind(value, of, &place, report);
            }
        }
        (Kind::List { of, least }, Value::List { items, style }) if items.len() >= *least => {
            check_list((node.span, items), *style, of, place.name, report);
        }
        (Kind::OneOrMany(of), Value::List { items, style }) if items.len() >= 2 => {
            check_list((node.span, items), *style, of, place.name, report);
        }
        (Kind::Scalar(_) | Kind::OneOrMany(Kind::Scalar(_)), value @ Value::Scalar { .. })
            if !value.is_empty() => {}
        _ => {
            wrong_type::raise(report, node, kind, place);
            node.value = Value::Broken;
        }
    }
}

fn check_list(
    (span, items): (Span, &mut [Node<'_>]),
    style: Layout,
    of: &'static Kind,
    what: &str,
    report: &mut Report,
) {
    if style == Layout::Flow && std::ptr::eq(of, &raw const grammar::PROSE) {
        prose_in_flow_list::check(span, items, what, report);
    }
    let place = Place {
        name: what,
        under: Under::Item,
    };
    for item in items {
        check_kind(item, of, &place, report);
    }
}

/// An entry or a ref, told apart by the key that it has.
fn check_item(node: &mut Node<'_>, report: &mut Report) {
    let Value::Map(pairs) = &mut node.value else {
        return;
    };
    let key = |name: &str| {
        pairs
            .iter()
            .map(|pair| &pair.key)
            .find(|key| key.text == name)
    };
    let record = match (key("code"), key("ref")) {
        (Some(code), Some(reference)) => {
            conflicting_keys::code_and_ref(report, reference, code);
            if key("message").is_none() {
                node.value = Value::Broken;
                return;
            }
            without_ref(pairs);
            &grammar::ENTRY
        }
        (None, Some(_)) => &grammar::REF,
        (Some(code), None) if key("message").is_none() => match key("canonical") {
            Some(canonical) => {
                let finding = conflicting_keys::canonical_code(report, code, canonical);
                if could_be_ref(pairs.iter().map(|pair| &*pair.key.text)) {
                    finding.mend(Mend::Say(code.span, "ref".to_owned()));
                }
                as_ref(pairs);
                &grammar::REF
            }
            None => &grammar::ENTRY,
        },
        (None, None) if means_ref(pairs) => &grammar::REF,
        _ => &grammar::ENTRY,
    };
    check_record(node, record, report);
}

/// An entry that also wants to be a ref goes on as the entry, so that its code
/// is known to others.
fn without_ref(pairs: &mut Vec<Pair<'_>>) {
    pairs.retain(|pair| !matches!(&*pair.key.text, "ref" | "canonical"));
}

/// An item that means to be a ref goes on as one.
fn as_ref(pairs: &mut [Pair<'_>]) {
    let code = pairs.iter_mut().find(|pair| pair.key.text == "code");
    code.expect("the item was looked at").key.text = Cow::Borrowed("ref");
}

/// Whether an item with `code` would be a ref with `ref` in its place.
fn could_be_ref<'a>(mut keys: impl Iterator<Item = &'a str>) -> bool {
    keys.all(|key| key == "code" || key.starts_with("x-") || grammar::REF.key(key).is_some())
}

/// Whether an item with neither `code` nor `ref` has a slip of `ref`.
fn means_ref(pairs: &[Pair<'_>]) -> bool {
    let meant = |pair: &Pair<'_>| nearest(&pair.key.text, ["code", "ref"]);
    let mut meant = pairs.iter().filter_map(meant);
    meant.next() == Some("ref")
}

fn check_record(node: &mut Node<'_>, record: &'static Record, report: &mut Report) {
    let head = match &node.value {
        Value::Map(pairs) => pairs.first().map(|pair| pair.key.span),
        _ => None,
    };
    check_record_at(head.unwrap_or(node.span), node, record, report);
}

/// The same for a record that begins at `head`: at its first key or its name.
fn check_record_at(head: Span, node: &mut Node<'_>, record: &'static Record, report: &mut Report) {
    let Value::Map(pairs) = &mut node.value else {
        if !matches!(node.value, Value::Broken) {
            wrong_type::record(report, node, record);
        }
        node.value = Value::Broken;
        return;
    };
    if !layout::is_sound(pairs, record) {
        *pairs = layout::mend(std::mem::take(pairs), record, report);
    }
    let mut missing: Vec<&'static Key> = record
        .keys
        .iter()
        .filter(|key| key.need == Need::Required)
        .filter(|key| pairs.iter().all(|pair| pair.key.text != key.name))
        .collect();
    let mut are_known = true;
    for Pair { key, value } in pairs.iter_mut() {
        match record.key(&key.text) {
            Some(rule) => check_key(value, &key.text, rule, record, report),
            None => are_known &= record.takes_extension(&key.text),
        }
    }
    if !are_known {
        *pairs = check_unknown(std::mem::take(pairs), record, &mut missing, report);
    }
    for key in missing {
        missing_key::raise(report, head, record, key);
    }
}

/// Takes out of a record what it has no key for, and reports it; where a key
/// was misspelt, its line stays as what was meant.
fn check_unknown<'a>(
    pairs: Vec<Pair<'a>>,
    record: &'static Record,
    missing: &mut Vec<&'static Key>,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let written = pairs.iter().map(|pair| pair.key.text.to_string());
    let written: Vec<String> = written.collect();
    let mut known = Vec::with_capacity(pairs.len());
    let mut misspelt = Vec::new();
    for pair in pairs {
        let key = &pair.key;
        if record.key(&key.text).is_some() || record.takes_extension(&key.text) {
            known.push(pair);
        } else {
            let at = report.len();
            let meant = unknown_key::raise(report, key, record, missing, &written);
            missing.retain(|key| Some(key.name) != meant.map(Meant::key));
            misspelt.extend(meant.map(|meant| (pair, meant, at)));
        }
    }
    for (pair, meant, at) in misspelt {
        if known
            .iter()
            .any(|pair: &Pair<'_>| pair.key.text == meant.key())
        {
            continue;
        }
        let pair = as_meant(pair, meant, record, report);
        let fits = !matches!(pair.value.value, Value::Broken);
        if let (true, Meant::Surely(meant)) = (fits, meant) {
            unknown_key::mend(report.finding(at), pair.key.span, meant);
        }
        known.push(pair);
    }
    known
}

/// The value of a key of `record`.
fn check_key(
    value: &mut Node<'_>,
    name: &str,
    key: &'static Key,
    record: &'static Record,
    report: &mut Report,
) {
    let under = Under::Key(key, record);
    check_kind(value, key.kind, &Place { name, under }, report);
}

/// The line of a misspelt key as it was meant, so that nothing follows from
/// the slip; broken if its value does not fit there. What is wrong within a
/// value is reported where the key is sure.
fn as_meant<'a>(
    mut pair: Pair<'a>,
    meant: Meant,
    record: &'static Record,
    report: &mut Report,
) -> Pair<'a> {
    pair.key.text = Cow::Borrowed(meant.key());
    let Some(rule) = record.key(meant.key()) else {
        return pair;
    };
    let before = report.len();
    check_key(&mut pair.value, meant.key(), rule, record, report);
    let is_sure = matches!(meant, Meant::Surely(_));
    if report.len() > before && (!is_sure || matches!(pair.value.value, Value::Broken)) {
        report.truncate(before);
        pair.value.value = Value::Broken;
    }
    pair
}

//! Lines that stand a level too high or too deep.
//!
//! YAML reads a line whose indentation slipped as a key of another map, and
//! one slip would show as many. Here such lines are found by the names of
//! their keys, reported once, and put where they were meant, so that all else
//! is checked as if nothing had slipped. [`check`](super::check) calls
//! [`mend`] on each record before it looks at the keys.

use std::borrow::Cow;

use super::grammar::{Key as GrammarKey, Kind, Need, Record};
use crate::diag::Report;
use crate::lint::{nearest, unknown_key};
use crate::source::Span;
use crate::yaml::{Key, Node, Pair, Value};

/// Whether no line of a record can stand where it was not meant: there are known
/// keys alone, and no key of a record among names.
pub(super) fn is_sound(pairs: &[Pair<'_>], record: &'static Record) -> bool {
    pairs.iter().all(|pair| match record.key(&pair.key.text) {
        Some(GrammarKey {
            kind: Kind::Map { of, .. },
            ..
        }) => are_names(&pair.value.value, record, of),
        Some(_) => true,
        None => is_known(record, &pair.key),
    })
}

/// Whether none of the keys of a map is one of `record`, nor of what is to stand
/// behind a name in it.
fn are_names(value: &Value<'_>, record: &'static Record, of: &'static Kind) -> bool {
    let Value::Map(children) = value else {
        return true;
    };
    let of = match of {
        Kind::Record(of) => of,
        _ => record,
    };
    let mut keys = children.iter().map(|child| &*child.key.text);
    keys.all(|key| record.key(key).is_none() && of.key(key).is_none())
}

/// The lines of a record, each where it was meant.
pub(super) fn mend<'a>(
    pairs: Vec<Pair<'a>>,
    record: &'static Record,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let pairs = with_lost_heads(pairs, record, report);
    let written: Vec<String> = pairs.iter().map(|pair| pair.key.text.to_string()).collect();
    let mut mended: Vec<Pair<'a>> = Vec::with_capacity(pairs.len());
    for mut pair in lowered(pairs, record, report) {
        if let Some(of) = names_of(record, &pair) {
            pair.value.value = match pair.value.value {
                Value::Map(children) => Value::Map(deepened(children, of, report)),
                value => value,
            };
        }
        let head = slid_head(&mut pair, record, &written, report);
        let mut above = raised(&mut pair, record, &mended, report);
        above.extend(head);
        mended.push(pair);
        mended.extend(above);
    }
    mended
}

fn is_known(record: &Record, key: &Key) -> bool {
    record.key(&key.text).is_some() || record.extensible && key.text.starts_with("x-")
}

fn takes_names(record: &'static Record, pair: &Pair) -> bool {
    let kind = record.key(&pair.key.text).map(|key| key.kind);
    matches!(kind, Some(Kind::Map { .. }))
}

/// The record that stands behind each name below a key, if names stand there.
fn names_of(record: &'static Record, pair: &Pair) -> Option<&'static Record> {
    match record.key(&pair.key.text)?.kind {
        Kind::Map {
            of: Kind::Record(of),
            ..
        } => Some(of),
        _ => None,
    }
}

/// Whether a key can't be one of `record`, nor a slip of one.
fn is_foreign(record: &'static Record, key: &Key) -> bool {
    !is_known(record, key) && nearest(&key.text, record.names()).is_none()
}

/// Keys of a record whose own line is missing: `do` and `note` without a
/// `retry:` above them.
fn with_lost_heads<'a>(
    pairs: Vec<Pair<'a>>,
    record: &'static Record,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let mut mended: Vec<Pair<'a>> = Vec::with_capacity(pairs.len());
    let written: Vec<String> = pairs.iter().map(|pair| pair.key.text.to_string()).collect();
    let lost = |key: &Key| {
        let mut heads = record.keys.iter();
        let owns =
            |kind: &Kind| matches!(kind, Kind::Record(below) if below.key(&key.text).is_some());
        heads.find(|head| owns(head.kind) && !written.iter().any(|name| name == head.name))
    };
    let mut rest = pairs.into_iter().peekable();
    while let Some(pair) = rest.next() {
        let after_empty = mended
            .last()
            .is_some_and(|before| is_empty_head(record, before));
        let head = lost(&pair.key).filter(|_| is_foreign(record, &pair.key) && !after_empty);
        let Some(head) = head else {
            mended.push(pair);
            continue;
        };
        let mut span = pair.value.span;
        let (mut below, at) = (vec![pair], head.name);
        let belongs = |it: &Pair| {
            is_foreign(record, &it.key) && lost(&it.key).is_some_and(|other| other.name == at)
        };
        while let Some(pair) = rest.next_if(belongs) {
            span.end = pair.value.span.end;
            below.push(pair);
        }
        if !is_whole(head, &below) {
            mended.extend(below);
            continue;
        }
        span.start = below[0].key.span.start;
        unknown_key::without_head(report, &below, record, at);
        let key = Key {
            text: Cow::Borrowed(at),
            span: below[0].key.span,
        };
        let value = Value::Map(below);
        mended.push(Pair {
            key,
            value: Node { span, value },
        });
    }
    mended
}

/// Whether the keys make the record that stands under `head`.
fn is_whole(head: &GrammarKey, keys: &[Pair]) -> bool {
    let Kind::Record(record) = head.kind else {
        return false;
    };
    let required = record.keys.iter().filter(|key| key.need == Need::Required);
    let is_there = |key: &GrammarKey| keys.iter().any(|pair| pair.key.text == key.name);
    required.into_iter().all(is_there)
}

/// A key that takes keys and has none: `details:`, and `id:` below it in the
/// same column.
fn is_empty_head(record: &'static Record, pair: &Pair) -> bool {
    let kind = record.key(&pair.key.text).map(|key| key.kind);
    pair.value.value.is_empty() && matches!(kind, Some(Kind::Map { .. } | Kind::Record(_)))
}

/// Foreign keys right below an empty head, put under it.
fn lowered<'a>(
    pairs: Vec<Pair<'a>>,
    record: &'static Record,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let mut mended: Vec<Pair<'a>> = Vec::with_capacity(pairs.len());
    let mut rest = pairs.into_iter().peekable();
    while let Some(mut pair) = rest.next() {
        if is_empty_head(record, &pair) {
            let mut below = Vec::new();
            while let Some(child) = rest.next_if(|it| is_foreign(record, &it.key)) {
                below.push(child);
            }
            if let Some(first) = below.first() {
                unknown_key::too_high(report, &first.key, &pair.key, record);
                pair.value.value = Value::Map(below);
            }
        }
        mended.push(pair);
    }
    mended
}

/// Among names, a key of their record: it belongs to the name above it.
fn deepened<'a>(
    children: Vec<Pair<'a>>,
    of: &'static Record,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let mut mended: Vec<Pair<'a>> = Vec::with_capacity(children.len());
    let mut reported = None;
    for child in children {
        let is_key = of.key(&child.key.text).is_some() && !is_record(&child.value.value, of);
        let at = mended.len();
        let Some(above) = mended
            .last_mut()
            .filter(|it| is_key && lacks(it, &child.key))
        else {
            mended.push(child);
            continue;
        };
        if reported != Some(at) {
            unknown_key::beside(report, &child.key, &above.key, of);
            reported = Some(at);
        }
        match &mut above.value.value {
            Value::Map(pairs) => pairs.push(child),
            value => *value = Value::Map(vec![child]),
        }
    }
    mended
}

/// Whether a value is a record of that kind, as far as its keys tell.
fn is_record(value: &Value, of: &'static Record) -> bool {
    matches!(value, Value::Map(pairs) if pairs.iter().any(|pair| of.key(&pair.key.text).is_some()))
}

/// Whether a name has keys, or nothing yet, and not this one.
fn lacks(pair: &Pair, key: &Key) -> bool {
    match &pair.value.value {
        Value::Map(pairs) => pairs.iter().all(|pair| pair.key.text != key.text),
        value => value.is_empty(),
    }
}

/// Among names, a key without a value of the record that they stand in: its
/// line alone is indented too deep, and what follows stands below it.
fn slid_head<'a>(
    pair: &mut Pair<'a>,
    record: &'static Record,
    written: &[String],
    report: &mut Report,
) -> Option<Pair<'a>> {
    if !takes_names(record, pair) {
        return None;
    }
    let Value::Map(children) = &mut pair.value.value else {
        return None;
    };
    let is_head = |child: &Pair| {
        is_empty_head(record, child) && !written.iter().any(|it| *it == child.key.text)
    };
    let at = children.iter().position(is_head)?;
    let mut below = children.split_off(at);
    let mut head = below.remove(0);
    unknown_key::too_deep(report, &head.key, &pair.key, record);
    if let [first, .., last] | [first @ last] = below.as_slice() {
        let (start, end) = (first.key.span.start, last.value.span.end);
        head.value.span = Span {
            start,
            end,
            ..first.key.span
        };
        head.value.value = Value::Map(below);
    } else {
        head.value.value = Value::Broken;
    }
    Some(head)
}

/// Among names, a key of the record that they stand in, with lines below it
/// that fit no name: taken out.
fn raised<'a>(
    pair: &mut Pair<'a>,
    record: &'static Record,
    before: &[Pair],
    report: &mut Report,
) -> Vec<Pair<'a>> {
    let Some(of) = names_of(record, pair) else {
        return Vec::new();
    };
    let Value::Map(children) = &mut pair.value.value else {
        return Vec::new();
    };
    let fits = |value: &Value| match value {
        Value::Map(_) => is_record(value, of),
        Value::List { .. } => false,
        Value::Scalar { .. } | Value::Broken => true,
    };
    let slipped = |child: &Pair| {
        record.key(&child.key.text).is_some()
            && !fits(&child.value.value)
            && before.iter().all(|pair| pair.key.text != child.key.text)
    };
    let mut above = Vec::new();
    while let Some(child) = children.pop_if(|child| slipped(child)) {
        unknown_key::too_deep(report, &child.key, &pair.key, record);
        above.insert(0, child);
    }
    above
}

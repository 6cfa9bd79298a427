//! Keys that are written twice in one map.

use std::borrow::Cow;

use super::tree::{Node, Pair, Value, bit};
use crate::diag::Report;
use crate::lint::duplicate_key;
use crate::map::{Map, Set};

/// Most findings of this kind in one map.
const MOST: usize = 20;

/// Makes one of equal keys, and reports the others. Several of them in one map
/// are one slip: the line between two maps is missing.
pub(super) fn joined<'a>(pairs: Vec<Pair<'a>>, report: &mut Report) -> Vec<Pair<'a>> {
    if !has_repeats(&pairs) {
        return pairs;
    }
    let mut first: Map<Cow<'a, str>, usize> = Map::new();
    let mut kept: Vec<Pair<'a>> = Vec::with_capacity(pairs.len());
    let mut repeated: Vec<(usize, Pair<'a>)> = Vec::new();
    for pair in pairs {
        if let Some(at) = first.get(&pair.key.text) {
            repeated.push((*at, pair));
        } else {
            first.insert(pair.key.text.clone(), kept.len());
            kept.push(pair);
        }
    }
    let is_one = repeated.iter().all(|it| it.0 == repeated[0].0);
    if is_one {
        for (at, pair) in repeated.iter().take(MOST) {
            duplicate_key::raise(report, pair, &kept[*at]);
        }
    } else {
        let keys = repeated.iter().map(|(_, pair)| &pair.key);
        duplicate_key::several(report, keys, &kept[repeated[0].0].key);
    }
    for (at, pair) in repeated {
        let value = &mut kept[at].value.value;
        // Whose text this is can't be said where two maps ran into one.
        if !is_one && is_text(value) && *value != pair.value.value {
            *value = Value::Broken;
        } else {
            join(value, pair.value.value);
        }
    }
    kept
}

/// Maps that are compared key by key.
const SMALL: usize = 16;

fn has_repeats(pairs: &[Pair<'_>]) -> bool {
    // In nearly all maps the bits alone tell keys apart.
    let mut bits = 0;
    let mut is_new = |pair: &Pair<'_>| {
        let before = bits;
        bits |= bit(&pair.key.text);
        before != bits
    };
    if pairs.iter().all(&mut is_new) {
        return false;
    }
    if pairs.len() <= SMALL {
        let mut rest = pairs;
        while let [first, others @ ..] = rest {
            if others.iter().any(|other| other.key.text == first.key.text) {
                return true;
            }
            rest = others;
        }
        return false;
    }
    let mut known = Set::new();
    !pairs.iter().all(|pair| known.insert(&*pair.key.text))
}

fn is_text(value: &Value<'_>) -> bool {
    matches!(value, Value::Scalar { .. }) && !value.is_nothing()
}

/// Adds a value to an earlier one, so that nothing is lost but texts.
fn join<'a>(value: &mut Value<'a>, other: Value<'a>) {
    match (value, other) {
        (Value::List { items, .. }, Value::List { items: others, .. }) => {
            // What both name would be found a second time, as a repeated item.
            let known: Set<Cow<'_, str>> = items.iter().filter_map(text).collect();
            let is_new = |item: &Node<'_>| text(item).is_none_or(|it| !known.contains(&it));
            items.extend(others.into_iter().filter(is_new));
        }
        (Value::Map(pairs), Value::Map(others)) => {
            let known = pairs.iter().enumerate();
            let known: Map<Cow<'_, str>, usize> =
                known.map(|(at, it)| (it.key.text.clone(), at)).collect();
            for other in others {
                match known.get(&other.key.text) {
                    Some(at) => join(&mut pairs[*at].value.value, other.value.value),
                    None => pairs.push(other),
                }
            }
        }
        (value, other) if value.is_nothing() => *value = other,
        _ => {}
    }
}

fn text<'a>(node: &Node<'a>) -> Option<Cow<'a, str>> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text.clone()),
        _ => None,
    }
}

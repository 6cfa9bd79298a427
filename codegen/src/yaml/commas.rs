//! Texts in `{..}` that a comma cut: what follows it reads like keys without
//! values.

use std::borrow::Cow;

use super::tree::{Key, Node, Pair, Style, Value};
use crate::diag::Report;
use crate::lint::unknown_key::{self, Parts};
use crate::syntax::grammar;

/// Puts texts together again that a comma cut, and reports each.
pub(super) fn rejoin<'a>(
    pairs: Vec<Pair<'a>>,
    source: &'a str,
    report: &mut Report,
) -> Vec<Pair<'a>> {
    if pairs.iter().all(|pair| !pair.value.value.is_empty()) {
        return pairs;
    }
    let mut whole: Vec<Pair<'a>> = Vec::with_capacity(pairs.len());
    let mut rest = pairs.into_iter().peekable();
    while let Some(mut pair) = rest.next() {
        let mut parts = Vec::new();
        while let Some(part) = rest.next_if(|it| is_text(&pair.value) && it.value.value.is_empty())
        {
            parts.push(part.key);
        }
        let siblings = whole.iter().map(|it| &*it.key.text);
        let siblings: Vec<&str> = siblings.chain([&*pair.key.text]).collect();
        let is_lost =
            |part: &Key<'_>| is_bare(part, source) && lost_key(&part.text, &siblings).is_some();
        let first = parts.iter().position(is_lost);
        let lost = parts.split_off(first.unwrap_or(parts.len()));
        let lost = with_colons(lost, &siblings, report);
        // A lone word may be a key whose value was forgotten.
        let is_cut = parts.iter().any(|part| part.text.contains(' '));
        if let (true, [first, .., last] | [first @ last]) = (is_cut, parts.as_slice()) {
            let span = &mut pair.value.span;
            span.end = last.span.end;
            let written = source.get(span.start as usize..span.end as usize);
            let written = written.unwrap_or_default();
            let begins = |part: &Key<'_>| {
                let word = part.text.split(' ').next().unwrap_or_default();
                grammar::is_key(word)
            };
            let kind = if parts.iter().any(begins) {
                Parts::PerhapsKeys
            } else {
                Parts::Text
            };
            unknown_key::cut_by_comma(report, first, (*span, written), kind);
            pair.value.value = Value::Scalar {
                text: Cow::Borrowed(written),
                style: Style::Plain,
            };
            parts.clear();
        }
        whole.push(pair);
        whole.extend(parts.into_iter().map(without_value));
        whole.extend(lost);
    }
    whole
}

/// Whether a part stands in the source as it is, without quotes.
fn is_bare(part: &Key<'_>, source: &str) -> bool {
    let written = part.span.start as usize..part.span.end as usize;
    source.get(written) == Some(&*part.text)
}

/// The key at the start of a part whose colon was lost, and where its text
/// begins: it is a key of what its siblings are keys of, and not there yet.
fn lost_key<'a>(part: &'a str, siblings: &[&str]) -> Option<(&'a str, &'a str)> {
    let (word, text) = part.split_once(' ')?;
    let is_new = !siblings.contains(&word);
    (is_new && grammar::is_key_beside(word, siblings)).then_some((word, text.trim_start()))
}

/// Parts of which the first is a key without its colon, and its text: read as
/// if the colon were there. What follows goes on with that text.
fn with_colons<'a>(parts: Vec<Key<'a>>, siblings: &[&str], report: &mut Report) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for part in parts {
        let Some((word, text)) = lost_key(&part.text, siblings) else {
            if let Some(last) = pairs.last_mut() {
                last.value.span.end = part.span.end;
            }
            continue;
        };
        let mut key = part.span;
        key.end = key.start + u32::try_from(word.len()).unwrap_or(0);
        let mut span = part.span;
        span.start = span.end - u32::try_from(text.len()).unwrap_or(0);
        unknown_key::without_colon(report, key, word, text);
        pairs.push(Pair {
            key: Key {
                text: Cow::Owned(word.to_owned()),
                span: key,
            },
            value: Node {
                span,
                value: Value::Scalar {
                    text: Cow::Owned(text.to_owned()),
                    style: Style::Plain,
                },
            },
        });
    }
    pairs
}

fn is_text(node: &Node<'_>) -> bool {
    let Value::Scalar { style, .. } = &node.value else {
        return false;
    };
    *style == Style::Plain && !node.value.is_empty()
}

/// A key as it came: nothing is written after it.
fn without_value(key: Key<'_>) -> Pair<'_> {
    let mut span = key.span;
    span.start = span.end;
    let value = Value::nothing();
    Pair {
        key,
        value: Node { span, value },
    }
}

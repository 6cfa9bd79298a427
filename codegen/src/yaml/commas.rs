//! Texts in `{..}` that a comma cut: what follows it reads like keys without
//! values.

use super::tree::{Node, Pair, Style, Value};
use crate::diag::Report;
use crate::lint::unknown_key;

/// Puts texts together again that a comma cut, and reports each.
pub(super) fn rejoin(pairs: Vec<Pair>, source: &str, report: &mut Report) -> Vec<Pair> {
    let mut whole: Vec<Pair> = Vec::with_capacity(pairs.len());
    let mut rest = pairs.into_iter().peekable();
    while let Some(mut pair) = rest.next() {
        let mut parts = Vec::new();
        while let Some(part) = rest.next_if(|it| is_text(&pair.value) && it.value.value.is_empty())
        {
            parts.push(part.key);
        }
        // A lone word may be a key whose value was forgotten.
        let is_cut = parts.iter().any(|part| part.text.contains(' '));
        if let (true, [first, .., last] | [first @ last]) = (is_cut, parts.as_slice()) {
            let span = &mut pair.value.span;
            span.end = last.span.end;
            let written = source.get(span.start as usize..span.end as usize);
            let written = written.unwrap_or_default();
            unknown_key::cut_by_comma(report, first, *span, written);
            pair.value.value = Value::Scalar {
                text: written.to_owned(),
                style: Style::Plain,
            };
            parts.clear();
        }
        whole.push(pair);
        whole.extend(parts.into_iter().map(without_value));
    }
    whole
}

fn is_text(node: &Node) -> bool {
    let Value::Scalar { style, .. } = &node.value else {
        return false;
    };
    *style == Style::Plain && !node.value.is_empty()
}

/// A key as it came: nothing is written after it.
fn without_value(key: super::Key) -> Pair {
    let mut span = key.span;
    span.start = span.end;
    let value = Value::Scalar {
        text: String::new(),
        style: Style::Plain,
    };
    Pair {
        key,
        value: Node { span, value },
    }
}

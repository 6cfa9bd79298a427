//! EC0015: sentences in `[..]`.

use super::{Level, Rule};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;
use crate::yaml::{Node, Style, Value};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0015",
    name: "prose-in-flow-list",
    level: Level::Deny,
    explain: include_str!("prose_in_flow_list.md"),
    check: None,
};

/// A comma in `[..]` ends an item, so a sentence may have been split in two.
/// Quoted items can't be.
pub(crate) fn check(list: Span, items: &[Node], what: &str, report: &mut Report) {
    let plain = |item: &&Node| {
        matches!(
            item.value,
            Value::Scalar {
                style: Style::Plain,
                ..
            }
        )
    };
    if let (Some(first), Some(last)) = (items.iter().find(plain), items.iter().rfind(plain)) {
        let mut span = first.span;
        span.end = last.span.end;
        let finding = report
            .raise(
                &RULE,
                span,
                format!("`{what}` holds sentences in `[..]`, where a comma splits them"),
            )
            .help("put each sentence on a line of its own, after `- `");
        if are_whole(items) {
            let items = items.iter().map(|item| item.span).collect();
            finding.mend(Mend::Lines { list, items });
        }
    }
}

/// Whether no item can be the rest of the sentence before it: a sentence begins
/// with a capital, and where it does not, the one before ends with its stop.
fn are_whole(items: &[Node]) -> bool {
    let texts: Option<Vec<&str>> = items.iter().map(text).collect();
    texts.is_some_and(|texts| {
        texts.windows(2).all(|two| {
            let begins = !two[1].starts_with(|first: char| first.is_lowercase());
            begins || two[0].ends_with(['.', '!', '?'])
        })
    })
}

fn text<'a>(item: &'a Node<'_>) -> Option<&'a str> {
    match &item.value {
        Value::Scalar { text, .. } => Some(text.trim()),
        _ => None,
    }
}

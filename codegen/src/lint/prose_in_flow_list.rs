//! EC0015: sentences in `[..]`.

use super::{Level, Rule};
use crate::diag::Report;
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
pub(crate) fn check(items: &[Node], what: &str, report: &mut Report) {
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
        report
            .raise(
                &RULE,
                span,
                format!("`{what}` holds sentences in `[..]`, where a comma splits them"),
            )
            .help("put each sentence on a line of its own, after `- `");
    }
}

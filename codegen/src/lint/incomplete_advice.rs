//! EC0204: advice that does not say enough.

use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0204",
    name: "incomplete-advice",
    level: Level::Deny,
    explain: include_str!("incomplete_advice.md"),
    check: None,
};

/// `wait` without a stated delay.
pub(crate) fn wait_without_delay(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "`wait` does not say how long")
        .help("add `delay:` with a `header`, a `detail` or `seconds`; if the document states none, write `do: backoff`");
}

/// `redirect` without a new place.
pub(crate) fn redirect_without_place(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "`redirect` does not say where to")
        .help("add `to:` with a `header` or a `detail`; HTTP names the place in a header: declare `Location` under `headers:`, and write `to: {header: Location}`");
}

/// `delay` or `to` is there and names no place.
pub(crate) fn nowhere(report: &mut Report, span: Span, what: &str, choices: &str) {
    report
        .raise(&RULE, span, format!("`{what}` does not say where to look"))
        .help(format!("add {choices}"));
}

/// `delay` or `to` names several places.
pub(crate) fn twice(report: &mut Report, second: Span, first: Span, what: &str) {
    report
        .raise(&RULE, second, format!("`{what}` names two places"))
        .related(first, "this is the other")
        .help("keep the one that the document prefers, and tell the other in `note`");
}

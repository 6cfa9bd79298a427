//! EC0106: a header that is not declared.

use super::suggest::undeclared;
use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0106",
    name: "unknown-header",
    level: Level::Deny,
    explain: include_str!("unknown_header.md"),
    check: None,
};

/// `known` are the headers that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let name = shown(written);
    let declare = format!("declare it under `headers:`, as in `{name}: {{unit: seconds}}`");
    undeclared(report, &RULE, (span, written), ("header", known), &declare);
}

//! EC0109: a section that is not there.

use super::suggest::undeclared;
use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0109",
    name: "unknown-section",
    level: Level::Deny,
    explain: include_str!("unknown_section.md"),
    check: None,
};

/// `known` are the sections that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let declare = "declare it under `sections:`, or name another one";
    undeclared(report, &RULE, (span, written), ("section", known), declare);
}

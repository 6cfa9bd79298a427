//! EC0108: a type that is not declared.

use super::suggest::undeclared;
use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0108",
    name: "unknown-type",
    level: Level::Deny,
    explain: include_str!("unknown_type.md"),
    check: None,
};

/// `known` are the types that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let declare = "declare it under `types:`";
    undeclared(report, &RULE, (span, written), ("type", known), declare);
}

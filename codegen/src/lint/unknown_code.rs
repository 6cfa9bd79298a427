//! EC0105: a reference to a code that is not there.

use super::suggest::undeclared;
use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0105",
    name: "unknown-code",
    level: Level::Deny,
    explain: include_str!("unknown_code.md"),
    check: None,
};

/// `known` are the codes that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let declare = "define it first, in an item with `code:`";
    undeclared(report, &RULE, (span, written), ("code", known), declare);
}

//! EC0107: a tag that is not declared.

use super::suggest::undeclared;
use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0107",
    name: "unknown-tag",
    level: Level::Deny,
    explain: include_str!("unknown_tag.md"),
    check: None,
};

/// `known` are the tags that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let declare = "declare it under `tags:`, with a line that says what it means";
    undeclared(report, &RULE, (span, written), ("tag", known), declare);
}

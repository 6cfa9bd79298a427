//! EC0006: the file holds no catalog.

use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0006",
    name: "no-catalog",
    level: Level::Deny,
    explain: include_str!("no_catalog.md"),
    check: None,
};

pub(crate) fn raise(report: &mut Report, span: Span) {
    let finding = report.raise(&RULE, span, "this file is empty");
    finding.help("start with `errcat: 1`, or let `errcat init` write a first catalog");
}

/// The same of `errcat.yaml`.
pub(crate) fn raise_configuration(report: &mut Report, span: Span) {
    let finding = report.raise(&RULE, span, "this configuration is empty");
    finding.help("start with `errcat: 1`, or delete the file: without it, defaults are used");
}

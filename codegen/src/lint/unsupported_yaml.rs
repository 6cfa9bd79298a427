//! EC0003: YAML that catalogs do without.

use super::{Level, Rule};
use crate::diag::{Diagnostic, Report};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0003",
    name: "unsupported-yaml",
    level: Level::Deny,
    explain: include_str!("unsupported_yaml.md"),
    check: None,
};

pub(crate) fn anchor(report: &mut Report, span: Span) {
    let finding = report.raise(
        &RULE,
        span,
        "`&` begins a YAML anchor, and catalogs have none",
    );
    finding.help("if this is text, quote it");
    finding.help("what entries share stands on their section, type or status row");
}

pub(crate) fn alias(report: &mut Report, span: Span) -> &mut Diagnostic {
    let finding = report.raise(
        &RULE,
        span,
        "`*` begins a YAML alias, and catalogs have none",
    );
    finding.help("if this is text, quote it; else write the value out")
}

pub(crate) fn merge_key(report: &mut Report, span: Span) {
    let finding = report.raise(
        &RULE,
        span,
        "`<<` is a YAML merge key, and catalogs have none",
    );
    finding.help("write the keys out");
    finding.help("what entries share stands on their section, type or status row");
}

pub(crate) fn tag(report: &mut Report, span: Span) {
    let finding = report.raise(&RULE, span, "`!` begins a YAML tag, and catalogs have none");
    finding.help("if this is text, quote it; else delete the tag");
}

pub(crate) fn complex_key(report: &mut Report, span: Span) {
    let finding = report.raise(&RULE, span, "a list or a map can't be a key");
    finding.help("write a line for each key; if this is text, quote it");
}

pub(crate) fn second_document(report: &mut Report, span: Span) {
    let finding = report.raise(&RULE, span, "a second document begins here");
    finding.help("one file holds one catalog: move the rest to a file of its own");
}

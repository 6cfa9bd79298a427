//! EC0203: two refs claim the canonical status.

use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0203",
    name: "two-canonical-statuses",
    level: Level::Deny,
    explain: include_str!("two_canonical_statuses.md"),
    check: None,
};

pub(crate) fn raise(report: &mut Report, second: Span, first: Span, code: &str) {
    report
        .raise(
            &RULE,
            second,
            format!("`{code}` has a canonical status already"),
        )
        .related(first, "given here")
        .help("a code has one canonical status: delete one of the two `canonical: true`");
}

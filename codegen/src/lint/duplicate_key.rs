//! EC0004: a key is written twice.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::yaml::Key;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0004",
    name: "duplicate-key",
    level: Level::Deny,
    explain: include_str!("duplicate_key.md"),
    check: None,
};

/// `key` repeats `first`, which counts.
pub(crate) fn raise(report: &mut Report, key: &Key, first: &Key) {
    report
        .raise(
            &RULE,
            key.span,
            format!("the key `{}` is written twice", shown(&key.text)),
        )
        .label("written again here")
        .related(first.span, "first written here")
        .help("join the two, or delete one");
}

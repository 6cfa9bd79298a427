//! EC0403: an `allow` that silences nothing.

use super::{Level, Rule};
use crate::diag::Report;
use crate::model::{Catalog, Spanned};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0403",
    name: "unused-allow",
    level: Level::Warn,
    explain: include_str!("unused_allow.md"),
    check: None,
};

/// Takes back what entries allow, and reports what they allow for nothing. It
/// runs when all that can be found about an entry was found.
pub(super) fn settle(catalog: &Catalog, report: &mut Report) {
    for entry in &catalog.entries {
        // An entry's word about this very rule comes last.
        let is_last = |allow: &&Spanned<&Rule>| allow.value.id == RULE.id;
        let (last, first): (Vec<_>, Vec<_>) = entry.allow.iter().partition(is_last);
        for allow in first.into_iter().chain(last) {
            if report.silence(allow.value, entry.span) > 0 {
                continue;
            }
            let message = format!("nothing here is silenced by `{}`", allow.value.name);
            report
                .raise(&RULE, allow.span, message)
                .about(entry.span)
                .help("delete it");
        }
    }
}

//! EC0309: an entry without a fix. Off unless the configuration asks for it.

use super::missing_causes::is_sent;
use super::{Check, Level, Rule, shown_code};
use crate::diag::Report;
use crate::model::{Catalog, Entry};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0309",
    name: "missing-fix",
    level: Level::Allow,
    explain: include_str!("missing_fix.md"),
    check: Some(Check::Entry(check)),
};

fn check(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    let is_in_doubt = || catalog.doubts.within(catalog.own_listing(entry).extent);
    if is_sent(entry) && entry.texts.fix.is_none() && !is_in_doubt() {
        report
            .raise(
                &RULE,
                entry.span,
                format!("`{}` has no fix", shown_code(entry)),
            )
            .about(entry.span)
            .help("add `fix:` with what its reader should do; if there is nothing to do, say so");
    }
}

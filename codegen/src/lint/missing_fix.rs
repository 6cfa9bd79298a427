//! EC0309: an entry without a fix. Off unless the configuration asks for it.

use super::missing_causes::is_sent;
use super::{Level, Rule, shown_code};
use crate::diag::Report;
use crate::model::Catalog;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0309",
    name: "missing-fix",
    level: Level::Allow,
    explain: include_str!("missing_fix.md"),
    check: Some(check),
};

fn check(catalog: &Catalog, report: &mut Report) {
    for entry in catalog.entries.iter().filter(|entry| is_sent(entry)) {
        let extent = catalog.own_listing(entry).extent;
        if entry.texts.fix.is_none() && !catalog.doubts.within(extent) {
            report
                .raise(
                    &RULE,
                    entry.span,
                    format!("`{}` has no fix", shown_code(entry)),
                )
                .about(entry.span)
                .help(
                    "add `fix:` with what its reader should do; if there is nothing to do, say so",
                );
        }
    }
}

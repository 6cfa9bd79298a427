//! EC0308: an entry without causes. Off unless the configuration asks for it.

use super::{Check, Level, Rule, shown_code};
use crate::diag::Report;
use crate::model::{Catalog, Entry, Severity as Kind};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0308",
    name: "missing-causes",
    level: Level::Allow,
    explain: include_str!("missing_causes.md"),
    check: Some(Check::Entry(check)),
};

fn check(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    let is_in_doubt = || catalog.doubts.within(catalog.own_listing(entry).extent);
    if is_sent(entry) && entry.texts.causes.is_empty() && !is_in_doubt() {
        report
                .raise(&RULE, entry.span, format!("`{}` has no causes", shown_code(entry)))
                .about(entry.span)
                .help("add `causes:` with what is known to lead here, one a line; if nothing is, add `allow: [EC0308]`");
    }
}

/// Whether an error is sent, so that its readers ask what led to it and what
/// to do.
pub(super) fn is_sent(entry: &Entry) -> bool {
    entry.severity != Kind::Success && entry.retired.is_none()
}

//! EC0117: a detail that travels where the envelope has no place.

use super::{Level, Rule};
use crate::diag::Report;
use crate::model::{Catalog, Role, Travels};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0117",
    name: "no-place-for-detail",
    level: Level::Deny,
    explain: include_str!("no_place_for_detail.md"),
    check: None,
};

/// Looks at a catalog whose envelope was not reported.
pub(crate) fn check(catalog: &Catalog, report: &mut Report) {
    let Some(envelope) = &catalog.envelope else {
        return;
    };
    let holds_details = |role| matches!(role, Role::Details | Role::Inline);
    if envelope
        .slots()
        .iter()
        .any(|(_, it)| holds_details(it.role))
    {
        return;
    }
    let details = catalog.entries.iter().flat_map(|entry| &entry.details);
    for detail in details.filter(|detail| detail.travels == Travels::Details) {
        report
            .raise(&RULE, detail.span, "the envelope has no place for this detail")
            .joined()
            .help("say where it travels: `in: body`, `in: message` or `in: code`")
            .help("if bodies hold details, show their place in the envelope: `$details` for an object of them, `$inline: details` where they stand beside the other keys");
    }
}

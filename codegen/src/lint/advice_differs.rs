//! EC0205: one code, several statuses, and advice that depends on the status.

use super::{Check, EachEntry, Level, Rule, shown_code};
use crate::diag::Report;
use crate::model::{Advice, Catalog, Entry, Retry, Span, Status};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0205",
    name: "advice-differs",
    level: Level::Warn,
    explain: include_str!("advice_differs.md"),
    check: Some(Check::Entries(check)),
};

fn check<'a>(catalog: &'a Catalog, _: &mut Report) -> EachEntry<'a> {
    if catalog.doubts.about("statuses") {
        return Box::new(|_, _| ());
    }
    Box::new(|entry, report| {
        if entry.statuses.len() < 2 || entry.retry.is_some() {
            return;
        }
        let Some(first) = entry.status() else {
            return;
        };
        let Some(canonical) = catalog.advice(entry, Some(first)) else {
            return;
        };
        let differs = |status: &Status| {
            let other = catalog.advice(entry, Some(*status))?;
            (!same(canonical.retry, other.retry)).then_some((*status, other))
        };
        if let Some(other) = entry.statuses.iter().find_map(differs)
            && !is_in_doubt(catalog, entry)
        {
            raise(catalog, entry, (first, canonical), other, report);
        }
    })
}

fn raise(
    catalog: &Catalog,
    entry: &Entry,
    (first, canonical): (Status, Advice<'_>),
    (status, other): (Status, Advice<'_>),
    report: &mut Report,
) {
    let code = shown_code(entry);
    let says =
        |status: Status, it: &Advice<'_>| format!("`{}` with {status}", it.retry.action.word());
    report
        .raise(&RULE, place(catalog, entry, status), format!("the advice for `{code}` depends on its status"))
        .about(entry.span)
        .related(canonical.span, format!("{}, and for the code alone", says(first, &canonical)))
        .related(other.span, says(status, &other))
        .help("if one advice holds for both, give the entry a `retry:` of its own; if it does depend on the status, add `allow: [EC0205]`");
}

/// Whether two blocks tell a caller to do the same, for whatever reason.
fn same(a: &Retry, b: &Retry) -> bool {
    let told = |it: &Retry| (it.action, it.attempts, it.scope, it.safe);
    told(a) == told(b) && a.delay == b.delay && a.to == b.to
}

/// Where an entry says that it has `status`; its code, where a section or a
/// type says so.
fn place(catalog: &Catalog, entry: &Entry, status: Status) -> Span {
    let listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
    let mut written = listings.flat_map(|listing| &listing.written_statuses);
    let found = written.find(|written| written.value == status);
    found.map_or(entry.span, |written| written.span)
}

/// Whether a slip in one of its items may have changed statuses or advice.
fn is_in_doubt(catalog: &Catalog, entry: &Entry) -> bool {
    let mut listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
    listings.any(|listing| catalog.doubts.within(listing.extent))
        || catalog
            .home(entry)
            .is_some_and(|home| catalog.doubts.within(home.head))
        || catalog.doubts.about("types")
}

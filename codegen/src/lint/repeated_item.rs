//! EC0115: a list that names one thing twice.

use super::{Check, Level, Rule, shown_code};
use crate::diag::Report;
use crate::map::Map;
use crate::model::{Catalog, Listing, Texts};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0115",
    name: "repeated-item",
    level: Level::Deny,
    explain: include_str!("repeated_item.md"),
    check: Some(Check::Catalog(check)),
};

/// A ref that says nothing but what its section says already.
fn check(catalog: &Catalog, report: &mut Report) {
    if catalog.listings.len() == catalog.entries.len() {
        return;
    }
    let mut firsts: Map<(Option<usize>, usize), Span> = Map::new();
    for listing in &catalog.listings {
        let first = *firsts.or_insert((listing.section, listing.entry), listing.span);
        // An error in between may be the lost head of another section.
        let between = Span {
            end: listing.extent.end,
            ..first
        };
        if first == listing.span || !says_nothing(listing) || catalog.doubts.within(between) {
            continue;
        }
        let entry = shown_code(&catalog.entries[listing.entry]);
        report
            .raise(
                &RULE,
                listing.span,
                format!("this list holds `{entry}` already"),
            )
            .related(first, "first listed here")
            .help("delete this `ref`, or say what differs here: a `status`, a `description`, the `line` of its `source`");
    }
}

fn says_nothing(listing: &Listing) -> bool {
    let has_source = listing.document_line.is_some() || listing.url.is_some();
    let is_silent = |texts: &Texts| {
        let no_prose = texts.description.is_none() && texts.fix.is_none();
        no_prose && texts.causes.is_empty() && texts.examples.is_empty()
    };
    // An own item has no texts of its listing.
    listing.texts.as_deref().is_some_and(is_silent)
        && listing.written_statuses.is_empty()
        && listing.phrase.is_none()
        && listing.extensions.is_empty()
        && listing.candidates.is_empty()
        && !has_source
}

/// The names of headers are the same in any case (RFC 9110, section 5.1).
const ANY_CASE: &str = "the names of headers are the same in any case";

/// An item of a list stands there already; `what` is such an item.
pub(crate) fn raise(report: &mut Report, [first, second]: [Span; 2], what: &str) {
    report
        .raise(&RULE, second, format!("this {what} is listed twice"))
        .related(first, "first listed here")
        .help("delete one");
}

/// The same of a header; its name may be written in another case.
pub(crate) fn header(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "this header is listed twice")
        .related(first, "first listed here")
        .help(format!("delete one; {ANY_CASE}"));
}

/// Two declarations are of one header.
pub(crate) fn declared_header(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "this header is declared twice")
        .related(first, "first declared here")
        .help(format!("keep one; {ANY_CASE}"));
}

/// A variant has neither a text nor a condition of its own.
pub(crate) fn variant(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "nothing tells this variant apart")
        .related(first, "this says the same")
        .help("give it a `message` or a `when` of its own, or delete it");
}

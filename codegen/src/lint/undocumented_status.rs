//! EC0207: a status in use that the status table does not document.
//!
//! A table documents statuses if a row of a single one has a phrase or a
//! description, and if it has rows for most of those in use: one that lists a
//! few does not claim to name every status. A row of a class is one for each
//! status of the class.

use super::{Check, Level, Rule};
use crate::diag::Report;
use crate::map::Set;
use crate::model::{Catalog, Row, Span, Spanned, Status, StatusRow};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0207",
    name: "undocumented-status",
    level: Level::Warn,
    explain: include_str!("undocumented_status.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    let doubts = &catalog.doubts;
    if !names_statuses(catalog) || doubts.about("statuses") || doubts.about("http") {
        return;
    }
    let known: Set<Row> = catalog.statuses.iter().map(|it| it.row).collect();
    if !names_most(catalog, &known) {
        return;
    }
    for section in &catalog.sections {
        let written = &section.written_statuses;
        missing(&known, written).for_each(|it| raise(report, it, None));
    }
    for it in &catalog.types {
        missing(&known, &it.written_statuses).for_each(|it| raise(report, it, None));
    }
    for listing in &catalog.listings {
        let entry = &catalog.entries[listing.entry];
        for status in missing(&known, &listing.written_statuses) {
            if !doubts.within(status.span) {
                raise(report, status, Some(entry.span));
            }
        }
    }
}

/// Whether the table says what single statuses mean.
fn names_statuses(catalog: &Catalog) -> bool {
    let documents = |row: &StatusRow| row.phrase.is_some() || row.description.is_some();
    let mut rows = catalog.statuses.iter();
    rows.any(|row| matches!(row.row, Row::Status(_)) && documents(row))
}

/// Whether more of the statuses in use have a row than have none.
fn names_most(catalog: &Catalog, known: &Set<Row>) -> bool {
    let mut used: Set<Status> = Set::new();
    for entry in &catalog.entries {
        used.extend(entry.statuses.iter().copied());
    }
    let named = used.iter().filter(|status| has_row(known, **status));
    named.count() * 2 > used.len()
}

fn has_row(known: &Set<Row>, status: Status) -> bool {
    known.contains(&Row::Status(status)) || known.contains(&status.class())
}

/// The statuses without a row.
fn missing<'a>(
    known: &'a Set<Row>,
    written: &'a [Spanned<Status>],
) -> impl Iterator<Item = &'a Spanned<Status>> {
    written.iter().filter(|it| !has_row(known, it.value))
}

fn raise(report: &mut Report, status: &Spanned<Status>, entry: Option<Span>) {
    let Spanned { value, span } = *status;
    let finding = report
        .raise(
            &RULE,
            span,
            format!("the status table has no row for {value}"),
        )
        .joined()
        .help(format!(
            "correct the status, or add its row: `{value}: {{phrase: ..}}`"
        ));
    if let Some(entry) = entry {
        finding.about(entry);
    }
}

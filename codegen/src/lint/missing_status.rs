//! EC0202: some entries have a status and some have none.

use super::{Check, Level, Rule, duplicate_code, shown};
use crate::diag::Report;
use crate::model::{Catalog, Entry};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0202",
    name: "missing-status",
    level: Level::Deny,
    explain: include_str!("missing_status.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    if !catalog.http {
        return;
    }
    let about = catalog.entries.iter().filter(|entry| !entry.no_status);
    let mut lacks = about.map(|entry| entry.statuses.is_empty());
    let first = lacks.next();
    if lacks.all(|it| Some(it) == first) {
        return;
    }
    let repeated = duplicate_code::repeated(catalog);
    let (with, without): (Vec<&Entry>, Vec<&Entry>) = catalog
        .entries
        .iter()
        .filter(|entry| !entry.no_status && !repeated.contains(entry.code()))
        .partition(|entry| !entry.statuses.is_empty());
    match (with.first(), without.first()) {
        (Some(_), Some(other)) if with.len() < without.len() => {
            for entry in &with {
                lone(report, entry, other);
            }
        }
        (Some(other), Some(_)) => {
            for entry in &without {
                none(report, entry, other);
            }
        }
        _ => {}
    }
}

/// Most entries have a status, `entry` has none.
fn none(report: &mut Report, entry: &Entry, other: &Entry) {
    let message = "this entry has no status, while others have one";
    report
        .raise(&RULE, entry.span, message)
        .joined()
        .related(other.span, format!("`{}` has one", code(other)))
        .help("add `status:`, here or on its section or type; write `status: none` if it has none");
}

/// Most entries have no status, `entry` has one.
fn lone(report: &mut Report, entry: &Entry, other: &Entry) {
    let message = "this entry has a status, while others have none";
    report
        .raise(&RULE, entry.span, message)
        .joined()
        .related(other.span, format!("`{}` has none", code(other)))
        .help("delete its `status:`, or give every entry one");
}

fn code(entry: &Entry) -> String {
    shown(&entry.code().to_string())
}

//! EC0114: a section without errors, beside sections that have some.
//!
//! A catalog in which nothing is listed yet was only begun, and is left alone.

use super::{Check, Level, Rule};
use crate::diag::Report;
use crate::model::Catalog;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0114",
    name: "empty-section",
    level: Level::Warn,
    explain: include_str!("empty_section.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    if catalog.listings.is_empty() {
        return;
    }
    for section in &catalog.sections {
        if let Some(list) = section.empty {
            let message = format!("the section `{}` lists no errors", section.id);
            report
                .raise(&RULE, list, message)
                .help("list its errors here, those of other sections as `ref:`; if it has none, delete the section");
        }
    }
}

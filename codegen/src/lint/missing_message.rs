//! EC0301: an entry without a message.

use super::{Check, Level, Rule, duplicate_code, shown};
use crate::diag::Report;
use crate::model::Catalog;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0301",
    name: "missing-message",
    level: Level::Warn,
    explain: include_str!("missing_message.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    if catalog.entries.iter().all(|entry| entry.message.given) {
        return;
    }
    let repeated = duplicate_code::repeated(catalog);
    for entry in &catalog.entries {
        if repeated.contains(entry.code()) || entry.message.given {
            continue;
        }
        report
            .raise(
                &RULE,
                entry.span,
                format!("`{}` has no message", shown(&entry.code().to_string())),
            )
            .about(entry.span)
            .label(format!(
                "outputs show \"{}\"",
                shown(entry.message.text.as_str())
            ))
            .help("add `message:` with what the server sends, in one line");
    }
}

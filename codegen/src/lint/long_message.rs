//! EC0304: a message that is too long to be read at a glance.

use super::{Check, Level, Rule, shown_code};
use crate::diag::Report;
use crate::model::{Catalog, Entry};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0304",
    name: "long-message",
    level: Level::Warn,
    explain: include_str!("long_message.md"),
    check: Some(Check::Entry(check)),
};

/// Most characters of a message: what fits on a line of a log.
const MOST: usize = 120;

fn check(_: &Catalog, entry: &Entry, report: &mut Report) {
    for message in entry.messages() {
        let text = message.text.as_str();
        // A character is at least a byte: most texts need no count.
        if text.len() <= MOST || text.chars().count() <= MOST {
            continue;
        }
        let (code, length) = (shown_code(entry), text.chars().count());
        report
            .raise(
                &RULE,
                message.span,
                format!("this message of `{code}` has {length} characters"),
            )
            .about(entry.span)
            .help(format!(
                "say what happened in at most {MOST} characters, and the rest in `description:`"
            ));
    }
}

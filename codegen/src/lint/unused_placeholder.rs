//! EC0305: a detail that travels in the message, and no message shows it.

use super::{Check, Level, Rule, shown, shown_code};
use crate::diag::Report;
use crate::model::{Catalog, Detail, Entry, Message, Piece, Travels};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0305",
    name: "unused-placeholder",
    level: Level::Warn,
    explain: include_str!("unused_placeholder.md"),
    check: Some(Check::Entry(check)),
};

fn check(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    let in_message = |detail: &&Detail| detail.travels == Travels::Message;
    for detail in entry.details.iter().filter(in_message) {
        if !is_shown(entry, detail) && !is_in_doubt(catalog, entry) {
            raise(entry, detail, report);
        }
    }
}

/// Whether any message of the entry has the placeholder of `detail`.
fn is_shown(entry: &Entry, detail: &Detail) -> bool {
    let shows = |message: &Message| {
        let mut pieces = message.pieces();
        pieces.any(|piece| piece == Piece::Placeholder(&detail.name))
    };
    entry.messages().any(shows)
}

/// A message that was reported may have shown it; so would one that is missing.
fn is_in_doubt(catalog: &Catalog, entry: &Entry) -> bool {
    let extent = catalog.own_listing(entry).extent;
    entry.messages().next().is_none() || catalog.doubts.within(extent)
}

fn raise(entry: &Entry, detail: &Detail, report: &mut Report) {
    let (code, name) = (shown_code(entry), shown(&detail.name));
    report
        .raise(
            &RULE,
            detail.span,
            format!("`{name}` travels in the message, but no message of `{code}` shows it"),
        )
        .about(entry.span)
        .help(format!(
            "write `{{{name}}}` where a message shows it; if it travels elsewhere, correct its `in:`"
        ));
}

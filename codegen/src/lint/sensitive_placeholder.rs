//! EC0306: a message that shows what must stay out of logs.

use super::{Check, Level, Rule, shown, shown_code};
use crate::diag::Report;
use crate::model::{Catalog, Detail, Entry, Message, Piece, Span};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0306",
    name: "sensitive-placeholder",
    level: Level::Warn,
    explain: include_str!("sensitive_placeholder.md"),
    check: Some(Check::Entry(check)),
};

fn check(_: &Catalog, entry: &Entry, report: &mut Report) {
    for detail in entry.details.iter().filter(|detail| detail.sensitive) {
        for message in entry.messages() {
            if let Some(place) = shown_at(message, detail) {
                raise(entry, detail, place, report);
            }
        }
    }
}

/// Where a message first shows a detail.
fn shown_at(message: &Message, detail: &Detail) -> Option<Span> {
    let placeholders = message.pieces().filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Literal(_) | Piece::LoneBrace(_) => None,
    });
    let at = placeholders
        .enumerate()
        .find(|(_, name)| *name == detail.name)?
        .0;
    let place = message.placeholders.get(at).copied();
    Some(place.unwrap_or(message.span))
}

fn raise(entry: &Entry, detail: &Detail, place: Span, report: &mut Report) {
    let (code, name) = (shown_code(entry), shown(&detail.name));
    report
        .raise(
            &RULE,
            place,
            format!("this message of `{code}` shows `{name}`, which is sensitive"),
        )
        .about(entry.span)
        .related(detail.span, "said to be sensitive here")
        .help("messages end up in logs: leave it out of this one, or delete `sensitive:` if anyone may see it");
}

//! EC0118: one thing fills two slots of the envelope.

use super::{Check, Level, Rule};
use crate::diag::Report;
use crate::map::Map;
use crate::model::{Catalog, Role};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0118",
    name: "repeated-slot",
    level: Level::Deny,
    explain: include_str!("repeated_slot.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    let Some(envelope) = &catalog.envelope else {
        return;
    };
    let mut firsts: Map<&str, Span> = Map::new();
    for (_, slot) in envelope.slots() {
        let Some((what, instead)) = filled_by(slot.role) else {
            continue;
        };
        let first = *firsts.or_insert(what, slot.span);
        if first == slot.span {
            continue;
        }
        report
            .raise(&RULE, slot.span, format!("{what} has two slots in this envelope"))
            .related(first, "the first is here")
            .help(format!(
                "keep the slot that programs read; the other can be {instead}, which errcat leaves alone"
            ));
    }
}

/// What fills a slot, if it is one thing, and what a copy of it may be called.
fn filled_by(role: Role) -> Option<(&'static str, &'static str)> {
    let text = "`$string`";
    Some(match role {
        Role::Code => ("the code", "`$any`"),
        Role::CodeNumber => ("the numeric code", "`$integer`"),
        Role::Type => ("the type", text),
        Role::Status => ("the status", "`$integer`"),
        Role::Message => ("the message", text),
        Role::UserMessage => ("the message for end users", text),
        Role::Title => ("the title", text),
        // Where the details are: as an object, or beside the other keys.
        Role::Details | Role::Inline => ("the object of details", "`$any`"),
        Role::Field => ("the field at fault", text),
        Role::RequestId => ("the id of the request", text),
        Role::DocUrl => ("the link", text),
        Role::String
        | Role::Integer
        | Role::Number
        | Role::Boolean
        | Role::Timestamp
        | Role::Any => return None,
    })
}

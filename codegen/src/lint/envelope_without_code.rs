//! EC0116: an envelope that does not tell one error from another.

use super::{Level, Rule};
use crate::diag::Report;
use crate::model::{Role, Shape};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0116",
    name: "envelope-without-code",
    level: Level::Deny,
    explain: include_str!("envelope_without_code.md"),
    check: None,
};

/// `span` is the key `envelope`.
pub(crate) fn check(envelope: &Shape, span: Span, report: &mut Report) {
    let slots = envelope.slots();
    if !slots.iter().any(|(_, slot)| tells_apart(slot.role)) {
        report
            .raise(&RULE, span, "this envelope has no slot for the code")
            .help("write `$code` where the code stands; in a body without codes, `$code-number`, `$type`, `$status` or `$doc-url` may tell errors apart");
    }
}

/// Whether an error can be known by what fills the slot.
fn tells_apart(role: Role) -> bool {
    matches!(
        role,
        Role::Code | Role::CodeNumber | Role::Type | Role::Status | Role::DocUrl
    )
}

//! EC0208: a stated delay that no program can wait for.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::model::{Detail, FieldType, Header, Slot, Text};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0208",
    name: "unclear-delay",
    level: Level::Warn,
    explain: include_str!("unclear_delay.md"),
    check: None,
};

/// What states a delay.
pub(crate) struct Value<'a> {
    what: &'static str,
    name: &'a str,
    unit: Option<&'a Text>,
    /// None where any text may stand, as in a header.
    kind: Option<FieldType>,
    declared: Span,
}

impl<'a> Value<'a> {
    pub(crate) fn of_header(header: &'a Header) -> Self {
        Self {
            what: "header",
            name: header.name.as_str(),
            unit: header.unit.as_ref(),
            kind: None,
            declared: header.span,
        }
    }

    pub(crate) fn of_detail(detail: &'a Detail) -> Self {
        Self {
            what: "detail",
            name: &detail.name,
            unit: detail.unit.as_ref(),
            kind: Some(detail.kind.clone()),
            declared: detail.span,
        }
    }

    pub(crate) fn of_slot(key: &'a str, slot: &'a Slot) -> Self {
        Self {
            what: "slot",
            name: key,
            unit: slot.unit.as_ref(),
            kind: Some(slot.field_type()),
            declared: slot.span,
        }
    }

    /// Whether nobody can tell how long to wait. A time says it by itself, and
    /// so does `Retry-After` (RFC 9110, section 10.2.3); of `any` the document
    /// says nothing.
    pub(crate) fn is_unclear(&self) -> bool {
        match &self.kind {
            Some(FieldType::Any | FieldType::Timestamp) => false,
            Some(FieldType::Integer | FieldType::Number) => self.unit.is_none(),
            Some(_) => true,
            None => self.unit.is_none() && !self.name.eq_ignore_ascii_case("Retry-After"),
        }
    }
}

/// `span` is where the advice names the value; `entry` the one that takes it.
pub(crate) fn raise(report: &mut Report, span: Span, value: &Value<'_>, entry: Option<Span>) {
    let (what, name) = (value.what, shown(value.name));
    let (message, help) = match &value.kind {
        Some(FieldType::Integer | FieldType::Number) | None => (
            format!("the {what} `{name}` has no unit, so nobody knows how long to wait"),
            "add the unit where it is declared, as in `unit: seconds`",
        ),
        Some(kind) => (
            format!(
                "the {what} `{name}` is {}, which states no time to wait",
                kind.noun()
            ),
            "name a number with its `unit`, or a `timestamp`; where the document does not say what it is, write `type: any`",
        ),
    };
    let finding = report.raise(&RULE, span, message);
    finding.related(value.declared, "declared here").help(help);
    if let Some(entry) = entry {
        finding.about(entry);
    }
}

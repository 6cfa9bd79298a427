//! Examples of single values, held against the type beside them.

use super::super::shown;
use super::RULE;
use crate::diag::Report;
use crate::lower::is_json_number;
use crate::model::{Constant, FieldType};
use crate::source::Spanned;

/// `example` is no value of `kind`, which `name` is.
pub(crate) fn raise(
    report: &mut Report,
    example: &Spanned<Constant>,
    name: &str,
    kind: &FieldType,
) {
    let (name, noun) = (shown(name), kind.noun());
    let found = match &example.value {
        Constant::Null => "null",
        Constant::Boolean(_) => "a truth value",
        Constant::Number(_) if matches!(kind, FieldType::Integer) => "a fraction",
        Constant::Number(_) => "a number",
        Constant::Text(_) => "text",
    };
    let help = match kind {
        FieldType::Array(_) | FieldType::Object(_) => {
            "show it whole, in JSON, under `examples`".to_owned()
        }
        _ => instead(kind, &example.value),
    };
    let message = format!("this example is {found}, and `{name}` is {noun}");
    report.raise(&RULE, example.span, message).help(help);
}

/// What to write where `written` is no value of `kind`.
pub(in crate::lint) fn instead(kind: &FieldType, written: &Constant) -> String {
    match (kind, written) {
        (FieldType::Integer | FieldType::Number, Constant::Text(text)) if is_json_number(text) => {
            format!("write `{}` without quotes", shown(text))
        }
        (FieldType::Timestamp, _) => "write a date and time as in RFC 3339, like `2026-11-21T12:00:00Z`; if the API writes times otherwise, declare `type: string`".to_owned(),
        (FieldType::Boolean, _) => "write `true` or `false`, or mend the `type`".to_owned(),
        _ => format!("write {}, or mend the `type`", kind.noun()),
    }
}

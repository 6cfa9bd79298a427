//! Values that are written in a catalog and have a declared type: examples, and
//! what a condition asks for.

use super::scalars::constant;
use crate::model::{Constant, FieldType, is_timestamp};
use crate::source::Spanned;
use crate::yaml::{Node, Value};

/// A value as it is read, and whether it is of its type.
pub(super) struct Typed {
    pub(super) value: Spanned<Constant>,
    pub(super) fit: Fit,
}

/// Whether a value is of its type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Fits,
    Differs,
}

/// Reads a scalar as a value of `kind`; `None` if it was broken. Text is taken
/// as written, whatever it looks like; anything else as JSON has it.
pub(super) fn typed(kind: &FieldType, node: Node<'_>) -> Option<Typed> {
    let span = node.span;
    let Value::Scalar { text, style } = node.value else {
        return None;
    };
    let value = match kind {
        FieldType::String => Constant::Text(text.into_owned()),
        _ => constant(text, style),
    };
    let fits = match (kind, &value) {
        (FieldType::Any, _)
        | (FieldType::String, Constant::Text(_))
        | (FieldType::Boolean, Constant::Boolean(_))
        // A time may be in seconds since 1970.
        | (FieldType::Number | FieldType::Timestamp, Constant::Number(_)) => true,
        (FieldType::Integer, Constant::Number(number)) => !number.contains(['.', 'e', 'E']),
        (FieldType::Timestamp, Constant::Text(text)) => is_timestamp(text),
        _ => false,
    };
    Some(Typed {
        value: Spanned { value, span },
        fit: if fits { Fit::Fits } else { Fit::Differs },
    })
}

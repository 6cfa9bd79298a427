//! The fields of structs: what a detail is called in Rust, and its type.

use crate::model::{Code, CodeName, Detail, Entry, FieldType, Ident, Travels};
use crate::names;
use crate::sink::Rust;

/// The name of a field.
pub(super) fn ident(name: &str) -> Ident {
    names::field(name).expect("`typed_names` reports each that gives no field")
}

/// The name of a struct in the field of another.
pub(super) fn inner(outer: &Ident, name: &str) -> Ident {
    names::inner(outer, name).expect("`typed_names` reports each that gives no struct")
}

/// Whether a value may be absent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Given,
    Optional,
}

impl Presence {
    /// That of a detail of a code. A text need not have the documented wording,
    /// so what stands in it alone may be absent. A variable code can't be spelt
    /// without its values, unless another spelling has none.
    pub(super) fn of(entry: &Entry, code: &CodeName, detail: &Detail) -> Self {
        let has_plain = || {
            let plain = |alias: &Code| matches!(alias, Code::Text(_));
            std::ptr::eq(code, entry.first()) && entry.aliases.iter().any(|it| plain(&it.value))
        };
        match detail.travels {
            Travels::Message => Self::Optional,
            Travels::Code if detail.optional && has_plain() => Self::Optional,
            Travels::Details | Travels::Body if detail.optional => Self::Optional,
            _ => Self::Given,
        }
    }

    /// That of a value within an object.
    pub(super) fn within(detail: &Detail) -> Self {
        if detail.optional {
            Self::Optional
        } else {
            Self::Given
        }
    }
}

/// The type of a field, in the struct `outer`.
pub(super) fn field_type(out: &mut Rust, outer: &Ident, detail: &Detail, presence: Presence) {
    let optional = presence == Presence::Optional;
    out.raw(if optional { "Option<" } else { "" });
    value_type(out, outer, &detail.name, detail);
    out.raw(if optional { ">" } else { "" });
}

/// The type of a value that a field of this name holds.
fn value_type(out: &mut Rust, outer: &Ident, name: &str, detail: &Detail) {
    out.raw(if detail.sensitive { "Sensitive<" } else { "" });
    match &detail.kind {
        FieldType::String => out.raw("String"),
        FieldType::Integer => out.raw("i64"),
        FieldType::Number => out.raw("f64"),
        FieldType::Boolean => out.raw("bool"),
        FieldType::Timestamp => out.raw("Timestamp"),
        FieldType::Any => out.raw("Json"),
        FieldType::Array(None) => out.raw("Vec<Json>"),
        FieldType::Array(Some(item)) => {
            out.raw("Vec<");
            value_type(out, outer, name, item);
            out.raw(">")
        }
        FieldType::Object(properties) if properties.is_empty() => out.raw("JsonObject"),
        FieldType::Object(_) => out.ident(&inner(outer, name)),
    };
    out.raw(if detail.sensitive { ">" } else { "" });
}

/// The properties of the object that a field holds, or the items of its list.
pub(super) fn properties(kind: &FieldType) -> Option<&[Detail]> {
    match kind {
        FieldType::Object(properties) if !properties.is_empty() => Some(properties),
        FieldType::Array(Some(item)) => self::properties(&item.kind),
        _ => None,
    }
}

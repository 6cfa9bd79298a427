//! Details.

use super::Lower;
use super::rows::pairs;
use super::scalars::scalar;
use super::typed::{Fit, Typed, typed};
use crate::lint::example_mismatch::written;
use crate::lint::{bad_value, conflicting_keys};
use crate::model::{Constant, Detail, FieldType, Travels};
use crate::source::{Span, Spanned};
use crate::syntax::Fields;
use crate::yaml::{Node, Pair};

const TYPES: &[&str] = &[
    "string",
    "integer",
    "number",
    "boolean",
    "timestamp",
    "array",
    "object",
    "any",
];

impl Lower<'_> {
    /// The details under `key`: `details` of an entry, `properties` of one.
    pub(super) fn details(&mut self, fields: &mut Fields, key: &str) -> Vec<Detail> {
        let pairs = pairs(fields, key).into_iter();
        pairs
            .map(|Pair { key, value }| self.detail(key.text.into_owned(), key.span, value))
            .collect()
    }

    fn detail(&mut self, name: String, span: Span, node: Node) -> Detail {
        let Some(mut fields) = Fields::of(node) else {
            return stand_in(name, span);
        };
        let kind = self.field_type(&mut fields);
        let example = self.example(&mut fields, &name, &kind);
        let places = ["sensitive", "in"].map(|key| fields.key(key));
        let travels = self.word(&mut fields, "in").unwrap_or(Travels::Details);
        let sensitive = self.boolean(&mut fields, "sensitive").unwrap_or(false);
        if let ([Some(secret), Some(place)], true) = (places, sensitive) {
            conflicting_keys::sensitive_in_text(self.report, [secret, place], travels);
        }
        Detail {
            name,
            kind,
            travels,
            optional: self.boolean(&mut fields, "optional").unwrap_or(false),
            sensitive,
            inferred: self.boolean(&mut fields, "inferred").unwrap_or(false),
            unit: self.line(&mut fields, "unit"),
            description: self.line(&mut fields, "description"),
            example,
            span,
        }
    }

    /// An example of what `name` is, a value of `kind`.
    pub(super) fn example(
        &mut self,
        fields: &mut Fields,
        name: &str,
        kind: &FieldType,
    ) -> Option<Constant> {
        let Typed { value, fit } = typed(kind, fields.take("example")?)?;
        if fit == Fit::Differs {
            written::raise(self.report, &value, name, kind);
        }
        Some(value.value)
    }

    /// The type under `type`, with what `items` and `properties` say of it.
    pub(super) fn field_type(&mut self, fields: &mut Fields) -> FieldType {
        let written = fields.take("type").and_then(scalar);
        let items = fields.take_pair("items");
        let properties = fields.key("properties");
        let inner = self.details(fields, "properties");
        let Some(Spanned { value, span }) = written else {
            return FieldType::Any;
        };
        let properties = properties.map(|at| (at, "properties"));
        let of_array = items.as_ref().map(|pair| (pair.key.span, "items"));
        let misplaced = match &*value {
            other if !TYPES.contains(&other) => None,
            "array" => properties,
            "object" => of_array,
            _ => properties.or(of_array),
        };
        if let Some((at, part)) = misplaced {
            let message = format!("a detail of type `{value}` has no `{part}`");
            let help = "`items` belongs to an array, `properties` to an object";
            conflicting_keys::misplaced(self.report, at, message, help);
        }
        match &*value {
            "string" => FieldType::String,
            "integer" => FieldType::Integer,
            "number" => FieldType::Number,
            "boolean" => FieldType::Boolean,
            "timestamp" => FieldType::Timestamp,
            "any" => FieldType::Any,
            "object" => FieldType::Object(inner),
            "array" => {
                let item =
                    items.map(|pair| self.detail("items".to_owned(), pair.key.span, pair.value));
                FieldType::Array(item.map(Box::new))
            }
            other => {
                bad_value::word(self.report, span, "type", other, TYPES);
                FieldType::Any
            }
        }
    }
}

/// What stands for a detail whose declaration was reported.
fn stand_in(name: String, span: Span) -> Detail {
    Detail {
        name,
        kind: FieldType::Any,
        travels: Travels::Code,
        optional: false,
        sensitive: false,
        inferred: false,
        unit: None,
        description: None,
        example: None,
        span,
    }
}

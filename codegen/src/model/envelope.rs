//! The envelope: the shape of the error body on the wire.

use super::{FieldType, Span, Text, life::words};

/// A tree of constants and slots.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A value that is always the same.
    Constant(Constant),
    /// A place that a value fills.
    Slot(Slot),
    /// Keys in their written order.
    Object(Vec<(String, Shape)>),
    /// One or more of the same; a list of several only in `x-` values.
    List(Vec<Shape>),
}

/// A plain value of JSON.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as written (RFC 8259, section 6).
    Number(String),
    /// Text.
    Text(String),
}

/// A place of the envelope that a value fills.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Slot {
    /// What fills it.
    pub role: Role,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Its type, where the role leaves it open.
    pub kind: Option<FieldType>,
    /// The unit of its value.
    pub unit: Option<Text>,
    /// What it says.
    pub description: Option<Text>,
    /// An example of its value.
    pub example: Option<Constant>,
    /// Where it is written: the word that says what fills it.
    pub span: Span,
}

/// What fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The code.
    Code,
    /// The numeric twin of the code.
    CodeNumber,
    /// The type: the first level above codes.
    Type,
    /// The status.
    Status,
    /// The message.
    Message,
    /// The message for end users.
    UserMessage,
    /// A short title of the error.
    Title,
    /// The object of details.
    Details,
    /// The request field at fault.
    Field,
    /// The id of the request.
    RequestId,
    /// The link to the documentation.
    DocUrl,
    /// Text that errcat gives no meaning to.
    String,
    /// A whole number without a meaning of its own.
    Integer,
    /// A number without a meaning of its own.
    Number,
    /// A truth value without a meaning of its own.
    Boolean,
    /// A date and time.
    Timestamp,
    /// Anything.
    Any,
    /// The keys of the details, beside the others.
    Inline,
}

words! {
    Role {
        Code = "code", CodeNumber = "code-number", Type = "type", Status = "status",
        Message = "message", UserMessage = "user-message", Title = "title", Details = "details",
        Field = "field", RequestId = "request-id", DocUrl = "doc-url", String = "string",
        Integer = "integer", Number = "number", Boolean = "boolean", Timestamp = "timestamp",
        Any = "any", Inline = "inline",
    }
}

impl Slot {
    /// The type of what fills it: its own, else that of its role.
    #[must_use]
    pub fn field_type(&self) -> FieldType {
        self.kind.clone().unwrap_or(match self.role {
            Role::CodeNumber | Role::Status | Role::Integer => FieldType::Integer,
            Role::Number => FieldType::Number,
            Role::Boolean => FieldType::Boolean,
            Role::Timestamp => FieldType::Timestamp,
            Role::Any | Role::Details | Role::Inline => FieldType::Any,
            _ => FieldType::String,
        })
    }
}

impl Shape {
    /// The slots, each with the key that it stands under, depth first.
    #[must_use]
    pub fn slots(&self) -> Vec<(&str, &Slot)> {
        let mut slots = Vec::new();
        self.collect_slots("", &mut slots);
        slots
    }

    fn collect_slots<'a>(&'a self, key: &'a str, slots: &mut Vec<(&'a str, &'a Slot)>) {
        match self {
            Self::Constant(_) => {}
            Self::Slot(slot) => slots.push((key, slot)),
            Self::Object(pairs) => {
                for (key, shape) in pairs {
                    shape.collect_slots(key, slots);
                }
            }
            Self::List(items) => items
                .iter()
                .for_each(|shape| shape.collect_slots(key, slots)),
        }
    }
}

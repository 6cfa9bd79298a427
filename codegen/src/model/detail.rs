//! Details: typed values that an error carries.

use super::{Constant, Span, Text, life::words};

/// One typed value, wherever it travels.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Detail {
    /// Its key on the wire.
    pub name: String,
    /// Its type.
    pub kind: FieldType,
    /// Where it travels.
    pub travels: Travels,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it must stay out of logs.
    pub sensitive: bool,
    /// Documented to exist; its key name is a guess.
    pub inferred: bool,
    /// The unit of its value.
    pub unit: Option<Text>,
    /// What it says.
    pub description: Option<Text>,
    /// An example of its value.
    pub example: Option<Constant>,
    /// Where its name is written.
    pub span: Span,
}

/// The type of a value.
#[derive(Clone, Debug)]
pub enum FieldType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// A date and time.
    Timestamp,
    /// A list of one kind of value; of anything where the document is silent.
    Array(Option<Box<Detail>>),
    /// A map; with any keys where the document names none.
    Object(Vec<Detail>),
    /// The document does not say.
    Any,
}

/// Where a detail travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Travels {
    /// In the envelope's details slot.
    #[default]
    Details,
    /// Elsewhere in the body.
    Body,
    /// As the variable part of the code.
    Code,
    /// In the message's text only.
    Message,
}

words! {
    Travels { Details = "details", Body = "body", Code = "code", Message = "message" }
}

impl Detail {
    /// This detail and all that lie in it, depth first, each with its path, like
    /// `boxes[].size`.
    #[must_use]
    pub fn with_inner(&self) -> Vec<(String, &Self)> {
        let mut all = Vec::new();
        self.collect("", &mut all);
        all
    }

    fn collect<'a>(&'a self, inside: &str, all: &mut Vec<(String, &'a Self)>) {
        let path = format!("{inside}{}", self.name);
        all.push((path.clone(), self));
        let (inside, properties) = match &self.kind {
            FieldType::Object(properties) => (format!("{path}."), properties),
            FieldType::Array(Some(items)) => match &items.kind {
                FieldType::Object(properties) => (format!("{path}[]."), properties),
                _ => return,
            },
            _ => return,
        };
        for property in properties {
            property.collect(&inside, all);
        }
    }
}

impl FieldType {
    /// What a value of this type is, as findings call it.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::String => "text",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::Boolean => "a truth value",
            Self::Timestamp => "a time",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
            Self::Any => "anything",
        }
    }

    /// The word of the language.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Timestamp => "timestamp",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
            Self::Any => "any",
        }
    }
}

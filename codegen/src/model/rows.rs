//! What a catalog declares beside its entries: headers, statuses, types, tags
//! and sections.

use std::fmt;

use super::code::is_canonical;
use super::life::words;
use super::{
    Code, Constant, Deprecation, Example, Extension, Id, Ident, Prose, Retry, Stage, Text,
};
use crate::source::{Span, Spanned};

/// A status: HTTP's (100 to 599), or the protocol's own under `http: false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Status(pub(crate) i32);

/// What a row of the status table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// One status.
    Status(Status),
    /// A class of HTTP statuses: `5` is `5xx` (RFC 9110, section 15).
    Class(u8),
    /// No answer at all.
    Network,
    /// Everything that no other row is about.
    Other,
}

/// One row of the status table.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StatusRow {
    /// What it is about.
    pub row: Row,
    /// The reason phrase.
    pub phrase: Option<Text>,
    /// What it means in this API.
    pub description: Option<Prose>,
    /// The error class of the API's own client.
    pub client_class: Option<ClientClass>,
    /// Advice for this row.
    pub retry: Option<Spanned<Retry>>,
    /// Assumed for an unknown or missing code.
    pub default_code: Option<Spanned<Code>>,
    /// Where the row is written.
    pub span: Span,
}

/// An error class of the API's own client. Several rows may name the same.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ClientClass {
    /// Its name, as documented.
    pub name: Text,
    /// Its identifier in code.
    pub ident: Ident,
    /// Where it is written.
    pub span: Span,
}

/// Who sends a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The API, with the error.
    Response,
    /// The caller, with the request.
    Request,
}

/// A header that errors speak of.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Header {
    /// Its name as documented; matched in any case (RFC 9110, section 5.1).
    pub name: Text,
    /// Who sends it.
    pub direction: Direction,
    /// The unit of its value.
    pub unit: Option<Text>,
    /// What it says.
    pub description: Option<Prose>,
    /// An example of its value.
    pub example: Option<Constant>,
    /// Where its name is written.
    pub span: Span,
}

/// The first level above codes.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Type {
    /// What stands on the wire.
    pub id: Text,
    /// Its identifier in code.
    pub ident: Ident,
    /// What it means.
    pub description: Option<Prose>,
    /// The statuses of its entries; the first is canonical.
    pub statuses: Vec<Status>,
    /// The same, and where each is written.
    pub written_statuses: Vec<Spanned<Status>>,
    /// Advice for its entries.
    pub retry: Option<Spanned<Retry>>,
    /// Assumed for an unknown code of this type.
    pub default_code: Option<Spanned<Code>>,
    /// Where its id is written.
    pub span: Span,
}

/// A mark that entries may bear.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tag {
    /// Its id.
    pub id: Id,
    /// What it means.
    pub description: Text,
    /// Where its id is written.
    pub span: Span,
}

/// A group of entries: a resource, a district.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Section {
    /// Its id.
    pub id: Id,
    /// Its identifier in code.
    pub ident: Ident,
    /// Its title in the document.
    pub title: Text,
    /// What it is about.
    pub description: Option<Prose>,
    /// Where its endpoints lie.
    pub base_path: Option<Text>,
    /// The statuses of entries defined here that name none.
    pub statuses: Option<Vec<Status>>,
    /// Those that are written here, and where.
    pub written_statuses: Vec<Spanned<Status>>,
    /// The type of entries defined here that name none: a position in
    /// [`Catalog::types`](super::Catalog::types).
    pub parent: Option<usize>,
    /// Advice for entries defined here that have none.
    pub retry: Option<Spanned<Retry>>,
    /// The stage of entries defined here that name none.
    pub stage: Option<Stage>,
    /// The section still works, but should not be used.
    pub deprecated: Option<Deprecation>,
    /// Examples of the section.
    pub examples: Vec<Example>,
    /// `x-` keys, carried and never interpreted.
    pub extensions: Vec<Extension>,
    /// Where its id is written.
    pub span: Span,
    /// From its id to its list of errors.
    pub(crate) head: Span,
    /// Where its list of errors is written, if that is empty.
    pub(crate) empty: Option<Span>,
}

words! {
    Direction { Response = "response", Request = "request" }
}

impl Status {
    /// The status, if it is one of HTTP's.
    #[must_use]
    pub fn http(number: i32) -> Option<Self> {
        (100..=599).contains(&number).then_some(Self(number))
    }

    /// A status of a protocol of its own: any number.
    #[must_use]
    pub fn other(number: i32) -> Self {
        Self(number)
    }

    /// The status that `text` is, in canonical decimal.
    pub(crate) fn from_text(text: &str, http: bool) -> Option<Self> {
        let number: i32 = text.parse().ok()?;
        let status = if http {
            Self::http(number)?
        } else {
            Self::other(number)
        };
        is_canonical(text).then_some(status)
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }

    /// The row of its class: `5xx` for 503.
    #[must_use]
    pub fn class(self) -> Row {
        Row::Class(u8::try_from(self.0 / 100).unwrap_or(0))
    }
}

impl Row {
    /// The row of a key of the table: a status, for HTTP also a class, or one
    /// of the two words.
    pub(crate) fn from_key(key: &str, http: bool) -> Option<Self> {
        let class = || {
            let digit = key.strip_suffix("xx")?.parse::<u8>().ok()?;
            ((1..=5).contains(&digit) && key.len() == 3).then_some(Self::Class(digit))
        };
        match key {
            "network" => Some(Self::Network),
            "other" => Some(Self::Other),
            _ => match class() {
                Some(row) if http => Some(row),
                _ => Status::from_text(key, http).map(Self::Status),
            },
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => status.fmt(f),
            Self::Class(class) => write!(f, "{class}xx"),
            Self::Network => f.write_str("network"),
            Self::Other => f.write_str("other"),
        }
    }
}

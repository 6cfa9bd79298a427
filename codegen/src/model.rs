//! The model: what a catalog *means*.
//!
//! `lower` builds it, `lint` reads it, backends in `emit` read nothing else.
//! Values here are sound: a [`Code`] is well formed, a [`Status`] is a status
//! of the catalog's protocol, every placeholder of a [`Message`] names a
//! declared detail, every position points at what it says. Later stages
//! re-check nothing. (Where a diagnostic was raised, a stand-in may be here;
//! nothing is emitted then.)
//!
//! **Invariant:** nothing here knows about YAML, tokens or the disk.

mod advice;
mod code;
mod detail;
mod doubts;
mod entry;
mod envelope;
mod extras;
mod life;
mod lookup;
mod message;
mod rows;
pub(crate) mod spellings;
mod text;

pub use self::advice::{Action, Advice, AdviceRule, Delay, Place, Retry, Safe, Scope};
pub(crate) use self::code::is_canonical;
pub use self::code::{Code, CodeType, Ident, Name, Pattern};
pub use self::detail::{Detail, FieldType, Travels};
pub(crate) use self::doubts::Doubts;
pub use self::entry::{CodeName, Entry, Example, Extension, Listing, Texts, Variant};
pub use self::envelope::{Constant, Role, Shape, Slot};
pub use self::extras::{EntryExtras, ListingExtras};
pub use self::life::{Deprecation, Provenance, Severity, Stage, Successor};
pub use self::lookup::Found;
pub(crate) use self::lookup::{spelt_as, spelt_codes};
pub use self::message::{Message, Piece};
pub use self::rows::{ClientClass, Direction, Header, Row, Section, Status, StatusRow, Tag, Type};
pub(crate) use self::spellings::Spellings;
pub(crate) use self::text::is_timestamp;
pub use self::text::{Date, Id, Text, Url};
use crate::map::Map;
pub use crate::prose::{Block, CodeBlock, Inline, Link, List, Prose};
pub use crate::source::{Span, Spanned};

/// One API's errors: one YAML file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Catalog {
    /// Module, page and file name.
    pub id: Id,
    /// Where it is written; nowhere where it was lost.
    pub(crate) named_at: Option<Span>,
    /// The file's name, as in `remno.yaml:43`.
    pub file: String,
    /// The title.
    pub title: Text,
    /// What the catalog covers.
    pub description: Option<Prose>,
    /// Where the facts come from.
    pub origin: Origin,
    /// What codes are on the wire.
    pub code_type: CodeType,
    /// Whether statuses are HTTP's (RFC 9110, section 15).
    pub http: bool,
    /// The media type of the error body.
    pub media_type: Text,
    /// A link per code, in which `{code}` is replaced.
    pub doc_url: Option<Url>,
    /// What holds for all errors.
    pub notes: Vec<Spanned<Prose>>,
    /// The error body.
    pub envelope: Option<Shape>,
    /// Headers that errors speak of.
    pub headers: Vec<Header>,
    /// One row per status, as documented.
    pub statuses: Vec<StatusRow>,
    /// The first level above codes.
    pub types: Vec<Type>,
    /// Tags that entries may bear.
    pub tags: Vec<Tag>,
    /// Sections in document order; none where the catalog has a plain list.
    pub sections: Vec<Section>,
    /// Entries in document order.
    pub entries: Vec<Entry>,
    /// Listings in document order: every place where an entry is documented.
    pub listings: Vec<Listing>,
    /// Examples of the whole API.
    pub examples: Vec<Example>,
    /// `x-` keys, carried and never interpreted.
    pub extensions: Vec<Extension>,
    /// Where something was reported.
    pub(crate) doubts: Doubts,
    /// The number of each row of the status table.
    pub(crate) rows: Map<Row, usize>,
    /// What all spellings have in common.
    pub(crate) spellings: Spellings,
}

/// Where a catalog's facts come from.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Origin {
    /// The document's name.
    pub document: Option<Text>,
    /// Where it is published.
    pub url: Option<Url>,
    /// The day on which it was read.
    pub retrieved: Option<Date>,
}

impl Catalog {
    /// The row of exactly this status.
    #[must_use]
    pub fn row(&self, row: Row) -> Option<&StatusRow> {
        self.statuses.get(*self.rows.get(&row)?)
    }

    /// The shape of the error body, where that is JSON with a code in it.
    pub(crate) fn json_body(&self) -> Option<&Shape> {
        let kind = self.media_type.as_str().split(';').next();
        let kind = kind.unwrap_or_default().trim_end();
        let json = kind.ends_with("/json") || kind.ends_with("+json");
        let has_code = |shape: &&Shape| shape.slots().iter().any(|(_, it)| it.role == Role::Code);
        self.envelope.as_ref().filter(|_| json).filter(has_code)
    }

    /// The error classes of the API's own client, in document order, each once.
    #[must_use]
    pub fn client_classes(&self) -> Vec<&ClientClass> {
        let mut classes: Vec<&ClientClass> = Vec::new();
        for class in self
            .statuses
            .iter()
            .filter_map(|row| row.client_class.as_ref())
        {
            if classes.iter().all(|known| known.name != class.name) {
                classes.push(class);
            }
        }
        classes
    }

    /// The reason phrase of `entry` with `status`: that of its item or of a ref,
    /// else the row's.
    #[must_use]
    pub fn phrase<'a>(&'a self, entry: &'a Entry, status: Status) -> Option<&'a Text> {
        let own = self.phrase_at(entry, Some(status));
        own.or_else(|| self.row(Row::Status(status))?.phrase.as_ref())
    }

    /// The reason phrase that `entry` itself gives its canonical status.
    #[must_use]
    pub fn own_phrase<'a>(&'a self, entry: &'a Entry) -> Option<&'a Text> {
        self.phrase_at(entry, entry.status())
    }

    /// The reason phrase that stands where `entry` has `status`, if one does.
    fn phrase_at<'a>(&'a self, entry: &'a Entry, status: Option<Status>) -> Option<&'a Text> {
        let listings = entry.listings.iter().map(|at| &self.listings[*at]);
        listings
            .filter(|listing| listing.statuses.first().copied() == status)
            .find_map(|listing| listing.phrase.as_ref())
    }

    /// What is said at a listing.
    #[must_use]
    pub fn texts<'a>(&'a self, listing: &'a Listing) -> &'a Texts {
        listing
            .texts
            .as_deref()
            .unwrap_or(&self.entries[listing.entry].texts)
    }

    /// The reason phrase at a listing: its own, else that of its status's row.
    #[must_use]
    pub fn reason<'a>(&'a self, listing: &'a Listing) -> Option<&'a Text> {
        let row = || {
            self.row(Row::Status(*listing.statuses.first()?))?
                .phrase
                .as_ref()
        };
        listing.phrase.as_ref().or_else(row)
    }

    /// The listing of an entry's own item.
    #[must_use]
    pub fn own_listing(&self, entry: &Entry) -> &Listing {
        // `lower` lists each entry at its own item, and that one first.
        &self.listings[entry.listings[0]]
    }

    /// The section of an entry's own item.
    #[must_use]
    pub fn home<'a>(&'a self, entry: &Entry) -> Option<&'a Section> {
        self.own_listing(entry)
            .section
            .map(|section| &self.sections[section])
    }

    /// The link of one of an entry's codes: the entry's own, else the catalog's
    /// with the code.
    #[must_use]
    pub fn doc_url(&self, entry: &Entry, code: &Code) -> Option<String> {
        match (&entry.doc_url, &self.doc_url) {
            (Some(own), _) => Some(own.as_str().to_owned()),
            (None, Some(template)) => Some(template.with_code(code)),
            (None, None) => None,
        }
    }
}

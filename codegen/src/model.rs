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
mod envelope;
mod life;
mod lookup;
mod message;
mod rows;
mod text;

pub use self::advice::{Action, Advice, AdviceRule, Delay, Place, Retry, Safe, Scope};
pub use self::code::{Code, CodeType, Ident, Name, Pattern};
pub use self::detail::{Detail, FieldType, Travels};
pub(crate) use self::doubts::Doubts;
pub use self::envelope::{Constant, Role, Shape, Slot};
pub use self::life::{Deprecation, Provenance, Severity, Stage, Successor};
pub use self::lookup::Found;
pub use self::message::{Message, Piece};
pub use self::rows::{ClientClass, Direction, Header, Row, Section, Status, StatusRow, Tag, Type};
pub(crate) use self::text::is_timestamp;
pub use self::text::{Date, Id, Text, Url};
use crate::lint::Rule;
pub use crate::prose::{Block, Inline, Prose};
pub use crate::source::{Span, Spanned};

/// One API's errors: one YAML file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Catalog {
    /// Module, page and file name.
    pub id: Id,
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

/// One documented error.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// Its codes: one, or several under one text.
    pub codes: Vec<CodeName>,
    /// More spellings, read but never sent.
    pub aliases: Vec<Spanned<Code>>,
    /// A second, numeric code of its own.
    pub code_number: Option<Spanned<i64>>,
    /// All statuses, canonical first, each once.
    pub statuses: Vec<Status>,
    /// Whether it is said to have no status.
    pub no_status: bool,
    /// Its own reason phrase.
    pub phrase: Option<Text>,
    /// Its first level: a position in [`Catalog::types`].
    pub parent: Option<usize>,
    /// Error, warning or success.
    pub severity: Severity,
    /// What a server sends.
    pub message: Message,
    /// What an end user may read.
    pub user_message: Option<Message>,
    /// Further texts or advice of the same code.
    pub variants: Vec<Variant>,
    /// What its own item says about it.
    pub texts: Texts,
    /// Its own advice; [`Catalog::advice`] also looks further.
    pub retry: Option<Spanned<Retry>>,
    /// Typed values that it carries.
    pub details: Vec<Detail>,
    /// Headers that it carries or that are at fault: positions in
    /// [`Catalog::headers`].
    pub headers: Vec<usize>,
    /// Positions in [`Catalog::tags`].
    pub tags: Vec<usize>,
    /// The version that introduced it.
    pub since: Option<Text>,
    /// Its stage of life.
    pub stage: Stage,
    /// It still works, but should not be used: its own word, or that of all
    /// sections that list it.
    pub deprecated: Option<Box<Deprecation>>,
    /// It is no longer sent.
    pub retired: Option<Box<Deprecation>>,
    /// How its code is known.
    pub code_provenance: Provenance,
    /// How its name is known.
    pub name_provenance: Provenance,
    /// Other codes that it may be.
    pub candidates: Vec<Code>,
    /// Where it is documented.
    pub doc_url: Option<Url>,
    /// Lints that do not count here.
    pub allow: Vec<Spanned<&'static Rule>>,
    /// `x-` keys, carried and never interpreted.
    pub extensions: Vec<Extension>,
    /// Its listings: positions in [`Catalog::listings`], its own item first.
    pub listings: Vec<usize>,
    /// The line of its item in the catalog, from 1.
    pub line: u32,
    /// Where its code is written.
    pub span: Span,
    /// The key `code`, if with `ref` in its place the item would be a ref that
    /// says the same.
    pub(crate) could_be_ref: Option<Span>,
}

/// A code of an entry and the name made of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CodeName {
    /// What stands on the wire.
    pub code: Code,
    /// The symbolic name, as written or made of the code.
    pub name: Name,
    /// Its identifier in code: `RateLimited`.
    pub ident: Ident,
    /// Where the code is written.
    pub span: Span,
    /// Where the words stand that the identifier is made of: the `name`, else
    /// the code.
    pub(crate) named_at: Span,
}

/// A further text, or other advice, of the same code.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Variant {
    /// The other text.
    pub message: Option<Message>,
    /// The detail that tells this variant apart, and its value.
    pub when: Option<(String, Constant)>,
    /// Its name.
    pub name: Option<Name>,
    /// When it happens.
    pub description: Option<Spanned<Prose>>,
    /// Documented causes.
    pub causes: Vec<Spanned<Prose>>,
    /// What to do about it.
    pub fix: Option<Spanned<Prose>>,
    /// Advice for this variant alone.
    pub retry: Option<Spanned<Retry>>,
}

/// One place where an entry is documented.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Listing {
    /// The entry: a position in [`Catalog::entries`].
    pub entry: usize,
    /// The section: a position in [`Catalog::sections`].
    pub section: Option<usize>,
    /// The statuses at this place; the first is canonical here.
    pub statuses: Vec<Status>,
    /// Those that are written here, and where; none if they are handed down.
    pub written_statuses: Vec<Spanned<Status>>,
    /// The reason phrase written at this place.
    pub phrase: Option<Text>,
    /// What is said at this place; `None` on the entry's own item, whose texts
    /// are the entry's.
    pub texts: Option<Box<Texts>>,
    /// The line of the document that it stands on, from 1, and where the catalog
    /// says so.
    pub document_line: Option<Spanned<u32>>,
    /// Where else it is documented.
    pub url: Option<Url>,
    /// How the code is known at this place.
    pub code_provenance: Provenance,
    /// Other codes that it may be at this place.
    pub candidates: Vec<Code>,
    /// `x-` keys of a ref.
    pub extensions: Vec<Extension>,
    /// The line of the item in the catalog, from 1.
    pub line: u32,
    /// Where its `code` or `ref` is written.
    pub span: Span,
    /// All of its item.
    pub(crate) extent: Span,
}

/// What is said about an entry at one place.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Texts {
    /// When it happens.
    pub description: Option<Spanned<Prose>>,
    /// Documented causes.
    pub causes: Vec<Spanned<Prose>>,
    /// What to do about it.
    pub fix: Option<Spanned<Prose>>,
    /// Examples.
    pub examples: Vec<Example>,
}

/// A piece of code or data that shows something.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Example {
    /// What it shows.
    pub title: Text,
    /// The language of the text, like `json`.
    pub language: Text,
    /// The example itself, with its line breaks.
    pub text: String,
    /// Where the text is written.
    pub span: Span,
    /// Where each line of it is written; none where it is not written line by
    /// line as it is (escapes, folded lines).
    pub(crate) lines: Vec<Span>,
}

/// An `x-` key and its value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Extension {
    /// The key, with its `x-`.
    pub key: String,
    /// The value.
    pub value: Shape,
}

impl Entry {
    /// The first code: the one that stands for the entry.
    #[must_use]
    pub fn code(&self) -> &Code {
        &self.first().code
    }

    /// The first code with its name.
    #[must_use]
    pub fn first(&self) -> &CodeName {
        // `lower` drops an entry without a code.
        &self.codes[0]
    }

    /// The messages that the catalog gives it: its own, the one for end users,
    /// those of its variants.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &Message> {
        let own = Some(&self.message).filter(|message| message.given);
        let variants = self.variants.iter().filter_map(|it| it.message.as_ref());
        own.into_iter().chain(&self.user_message).chain(variants)
    }

    /// The canonical status, where there is one.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.statuses.first().copied()
    }
}

impl Listing {
    /// The line of the document that it stands on, from 1.
    #[must_use]
    pub fn document_line(&self) -> Option<u32> {
        self.document_line.as_ref().map(|line| line.value)
    }
}

impl Catalog {
    /// The row of exactly this status.
    #[must_use]
    pub fn row(&self, row: Row) -> Option<&StatusRow> {
        self.statuses.iter().find(|candidate| candidate.row == row)
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

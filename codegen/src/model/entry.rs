//! Entries, and the places where they are documented.

use std::sync::Arc;

use super::{
    Code, Constant, Deprecation, Detail, EntryExtras, Ident, ListingExtras, Message, Name, Prose,
    Provenance, Retry, Severity, Shape, Span, Spanned, Stage, Status, Text,
};

/// One documented error. What few errors have is in [`EntryExtras`], and reads
/// as if it were here: `entry.aliases`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// Its codes: one, or several under one text.
    pub codes: Vec<CodeName>,
    /// All statuses, canonical first, each once.
    pub statuses: Vec<Status>,
    /// Whether it is said to have no status.
    pub no_status: bool,
    /// Its first level: a position in [`Catalog::types`](super::Catalog::types).
    pub parent: Option<usize>,
    /// Error, warning or success.
    pub severity: Severity,
    /// What a server sends.
    pub message: Message,
    /// What its own item says about it.
    pub texts: Texts,
    /// Typed values that it carries.
    pub details: Vec<Detail>,
    /// Its stage of life.
    pub stage: Stage,
    /// It still works, but should not be used: its own word, or that of all
    /// sections that list it, which all of their entries share.
    pub deprecated: Option<Arc<Deprecation>>,
    /// It is no longer sent.
    pub retired: Option<Arc<Deprecation>>,
    /// How its code is known.
    pub code_provenance: Provenance,
    /// How its name is known.
    pub name_provenance: Provenance,
    /// Its listings: positions in [`Catalog::listings`](super::Catalog::listings), its own item first.
    pub listings: Vec<usize>,
    /// The line of its item in the catalog, from 1.
    pub line: u32,
    /// Where its code is written.
    pub span: Span,
    /// What few entries say.
    pub(crate) extras: Option<Box<EntryExtras>>,
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

/// One place where an entry is documented. What few places say is in
/// [`ListingExtras`], and reads as if it were here: `listing.url`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Listing {
    /// The entry: a position in [`Catalog::entries`](super::Catalog::entries).
    pub entry: usize,
    /// The section: a position in [`Catalog::sections`](super::Catalog::sections).
    pub section: Option<usize>,
    /// The statuses at this place; the first is canonical here.
    pub statuses: Vec<Status>,
    /// Those that are written here, and where; none if they are handed down.
    pub written_statuses: Vec<Spanned<Status>>,
    /// What is said at this place; `None` on the entry's own item, whose texts
    /// are the entry's.
    pub texts: Option<Box<Texts>>,
    /// The line of the document that it stands on, from 1, and where the catalog
    /// says so.
    pub document_line: Option<Spanned<u32>>,
    /// How the code is known at this place.
    pub code_provenance: Provenance,
    /// The line of the item in the catalog, from 1.
    pub line: u32,
    /// Where its `code` or `ref` is written.
    pub span: Span,
    /// All of its item.
    pub(crate) extent: Span,
    /// What few listings say.
    pub(crate) extras: Option<Box<ListingExtras>>,
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

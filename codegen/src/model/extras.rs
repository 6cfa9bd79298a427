//! What few entries and listings say.
//!
//! Most of them leave most keys out. What those keys say stands in a box, which
//! only an entry with one of them has: that makes a large catalog less than half
//! as large. An entry and a listing read as if they held it themselves.

use std::ops::Deref;

use super::{Code, Entry, Extension, Listing, Message, Retry, Span, Spanned, Text, Url, Variant};
use crate::lint::Rule;

/// What few entries say. An [`Entry`] reads as if these were its own fields.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EntryExtras {
    /// More spellings, read but never sent.
    pub aliases: Vec<Spanned<Code>>,
    /// A second, numeric code of its own.
    pub code_number: Option<Spanned<i64>>,
    /// Its own reason phrase.
    pub phrase: Option<Text>,
    /// What an end user may read.
    pub user_message: Option<Message>,
    /// Further texts or advice of the same code.
    pub variants: Vec<Variant>,
    /// Its own advice; [`Catalog::advice`](super::Catalog::advice) also looks further.
    pub retry: Option<Spanned<Retry>>,
    /// Headers that it carries or that are at fault: positions in
    /// [`Catalog::headers`](super::Catalog::headers).
    pub headers: Vec<usize>,
    /// Positions in [`Catalog::tags`](super::Catalog::tags).
    pub tags: Vec<usize>,
    /// The version that introduced it.
    pub since: Option<Text>,
    /// Other codes that it may be.
    pub candidates: Vec<Code>,
    /// Where it is documented.
    pub doc_url: Option<Url>,
    /// Lints that do not count here.
    pub allow: Vec<Spanned<&'static Rule>>,
    /// `x-` keys, carried and never interpreted.
    pub extensions: Vec<Extension>,
    /// The key `code`, if with `ref` in its place the item would be a ref that
    /// says the same.
    pub(crate) could_be_ref: Option<Span>,
}

/// What few listings say. A [`Listing`] reads as if these were its own fields.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListingExtras {
    /// The reason phrase written at this place.
    pub phrase: Option<Text>,
    /// Where else it is documented.
    pub url: Option<Url>,
    /// Other codes that it may be at this place.
    pub candidates: Vec<Code>,
    /// `x-` keys of a ref.
    pub extensions: Vec<Extension>,
}

/// What an entry says that has none of them.
static NO_ENTRY_EXTRAS: EntryExtras = EntryExtras {
    aliases: Vec::new(),
    code_number: None,
    phrase: None,
    user_message: None,
    variants: Vec::new(),
    retry: None,
    headers: Vec::new(),
    tags: Vec::new(),
    since: None,
    candidates: Vec::new(),
    doc_url: None,
    allow: Vec::new(),
    extensions: Vec::new(),
    could_be_ref: None,
};

/// What a listing says that has none of them.
static NO_LISTING_EXTRAS: ListingExtras = ListingExtras {
    phrase: None,
    url: None,
    candidates: Vec::new(),
    extensions: Vec::new(),
};

impl EntryExtras {
    /// The same in a box; nothing if none of it is said.
    pub(crate) fn boxed(self) -> Option<Box<Self>> {
        // Every field is named, so that none can be forgotten.
        let Self {
            aliases,
            code_number: None,
            phrase: None,
            user_message: None,
            variants,
            retry: None,
            headers,
            tags,
            since: None,
            candidates,
            doc_url: None,
            allow,
            extensions,
            could_be_ref: None,
        } = &self
        else {
            return Some(Box::new(self));
        };
        let is_blank = aliases.is_empty()
            && variants.is_empty()
            && headers.is_empty()
            && tags.is_empty()
            && candidates.is_empty()
            && allow.is_empty()
            && extensions.is_empty();
        (!is_blank).then(|| Box::new(self))
    }
}

impl ListingExtras {
    /// The same in a box; nothing if none of it is said.
    pub(crate) fn boxed(self) -> Option<Box<Self>> {
        let Self {
            phrase: None,
            url: None,
            candidates,
            extensions,
        } = &self
        else {
            return Some(Box::new(self));
        };
        let is_blank = candidates.is_empty() && extensions.is_empty();
        (!is_blank).then(|| Box::new(self))
    }
}

impl Deref for Entry {
    type Target = EntryExtras;

    fn deref(&self) -> &EntryExtras {
        self.extras.as_deref().unwrap_or(&NO_ENTRY_EXTRAS)
    }
}

impl Deref for Listing {
    type Target = ListingExtras;

    fn deref(&self) -> &ListingExtras {
        self.extras.as_deref().unwrap_or(&NO_LISTING_EXTRAS)
    }
}

//! Facts of a catalog in words, as pages and rustdoc say them.
//!
//! For programs that print a catalog in a way of their own: each fact is a
//! paragraph of [`Prose`], so nothing is escaped for any place yet.

use super::wording::{self, entry};
use crate::model::{Catalog, Deprecation, Detail, Listing, Prose, Retry};
use crate::sink::{Sentence, Words};

/// What a block of advice of `catalog` tells a caller to do.
///
/// ```
/// use errcat_codegen::{Config, Source, analyze_sources, words};
///
/// let yaml = "\
/// errcat: 1
/// catalog: parcel
/// title: Parcel API errors
/// errors:
///   - {code: PARCEL_LOST, status: 410, message: Nobody has seen it., retry: {do: stop}}
/// ";
/// let analysis = analyze_sources(vec![Source::new("parcel.yaml", yaml)], &Config::default());
/// let catalog = &analysis.catalogs()[0];
/// let entry = &catalog.entries[0];
/// let advice = catalog.advice(entry, entry.status()).unwrap();
/// let words = words::advice(catalog, advice.retry).to_plain_text();
/// assert_eq!(words, "Stop; do not send this request again.");
/// ```
#[must_use]
pub fn advice(catalog: &Catalog, retry: &Retry) -> Prose {
    said(|out| wording::retry(out, catalog, retry))
}

/// Since when and until when something of `catalog` is deprecated or retired,
/// what to use instead, and why; no words where the catalog says none of it.
#[must_use]
pub fn deprecation(catalog: &Catalog, it: &Deprecation) -> Prose {
    said(|out| wording::deprecation(out, catalog, it))
}

/// The type of a detail, what it says, in which unit, for example what.
#[must_use]
pub fn detail(detail: &Detail) -> Prose {
    said(|out| {
        entry::detail_type(out, detail);
        out.raw(", in the ").raw(detail.travels.word()).raw(".");
        if detail.description.is_some() {
            out.raw(" ");
        }
        entry::detail_meaning(out, detail);
    })
}

/// How the code is known at a listing.
#[must_use]
pub fn code_source(listing: &Listing) -> Prose {
    said(|out| entry::code_source(out, listing))
}

fn said(say: impl FnOnce(&mut Sentence)) -> Prose {
    let mut sentence = Sentence::default();
    say(&mut sentence);
    sentence.finish()
}

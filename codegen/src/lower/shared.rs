//! What outputs repeat: texts that stand once in a catalog and hold for many.
//!
//! The phrase of a status stands at each entry with that status, the advice of
//! a section at each of its entries, an entry at each of its listings and
//! codes, the document's name and the envelope at every code. So a small
//! catalog could ask for outputs that fill the disk; [`check`] adds up what
//! they would repeat, before any is made. It counts rather too much: where
//! several advise, all of it; and vectors, whether or not they are asked for.

mod size;
#[cfg(test)]
mod tests;

use self::size::{STATUS, Size};
use crate::diag::Report;
use crate::limits;
use crate::lint::over_limit;
use crate::map::Map;
use crate::model::{Catalog, Entry, Listing, Row, StatusRow};
use crate::source::Span;
use crate::syntax::Fields;

/// Where a catalog says what holds for all of its codes.
#[derive(Clone, Copy)]
pub(super) struct Places {
    link: Option<Span>,
    source: Option<Span>,
    envelope: Option<Span>,
}

impl Places {
    pub(super) fn of(fields: &Fields) -> Self {
        let place = |key| fields.get(key).map(|node| node.span);
        Self {
            link: place("doc-url"),
            source: place("source"),
            envelope: place("envelope"),
        }
    }
}

/// Reports the text that makes most of what is repeated, if that is too much.
pub(super) fn check(catalog: &Catalog, places: Places, report: &mut Report) {
    let mut repeats = Repeats::of(catalog, places);
    for (entry, size) in catalog.entries.iter().zip(repeats.entries.clone()) {
        repeats.entry(catalog, entry, size);
    }
    for listing in &catalog.listings {
        repeats.listing(catalog, listing);
    }
    let all = repeats
        .bytes
        .iter()
        .fold(0, |all: usize, (_, it)| all.saturating_add(*it));
    let most = repeats.bytes.iter().max_by_key(|(_, bytes)| *bytes);
    if let Some((span, _)) = most.filter(|_| all > limits::REPEATED) {
        over_limit::repeated(report, *span, all);
    }
}

/// How many bytes are repeated, by the place where they are written.
struct Repeats {
    rows: Map<Row, (Span, usize)>,
    /// By the entry's position.
    entries: Vec<Size>,
    /// The catalog's link, without codes, and in how many places it has one.
    link: Option<(Span, usize, usize)>,
    document: Option<(Span, usize)>,
    envelope: Option<(Span, usize)>,
    bytes: Map<Span, usize>,
}

impl Repeats {
    fn of(catalog: &Catalog, places: Places) -> Self {
        let row = |row: &StatusRow| (row.row, (row.span, size::of_row(catalog, row)));
        let link = catalog.doc_url.as_ref().zip(places.link);
        let link = link.map(|(url, span)| {
            let placeholders = url.as_str().matches('{').count();
            (span, url.as_str().len(), placeholders)
        });
        let entries = catalog.entries.iter();
        let document = places.source.zip(catalog.origin.document.as_ref());
        let envelope = places.envelope.map(|it| (it, size::of_envelope(catalog)));
        Self {
            rows: catalog.statuses.iter().map(row).collect(),
            entries: entries.map(|it| Size::of(catalog, it)).collect(),
            link,
            document: document.map(|(span, it)| (span, it.as_str().len())),
            envelope: envelope.filter(|(_, bytes)| *bytes > 0),
            bytes: Map::new(),
        }
    }

    fn add(&mut self, span: Span, bytes: usize, times: usize) {
        let sum = self.bytes.or_insert(span, 0);
        *sum = sum.saturating_add(bytes.saturating_mul(times));
    }

    /// What an entry takes over from the catalog, and its vectors from it.
    fn entry(&mut self, catalog: &Catalog, entry: &Entry, size: Size) {
        let codes = entry.codes.len();
        if let Some((span, bytes)) = self.document {
            self.add(span, bytes, codes + 1);
        }
        if catalog.envelope.is_none() {
            return;
        }
        let most = |some: usize| some.min(limits::VECTORS);
        let of_code = VECTORS + most(entry.statuses.len()) + most(entry.variants.len());
        if let Some((span, bytes)) = self.envelope {
            let vectors = of_code.saturating_mul(codes) + most(entry.aliases.len());
            self.add(span, bytes, vectors);
        }
        if size.vector > 0 {
            self.add(entry.span, size.vector, of_code.saturating_mul(codes - 1));
        }
    }

    /// What one listing of an entry takes over from others, at each code.
    fn listing(&mut self, catalog: &Catalog, listing: &Listing) {
        let entry = &catalog.entries[listing.entry];
        let size = self.entries[listing.entry];
        let codes = entry.codes.len();
        if let Some((span, template, placeholders)) = self.link {
            let with_code = size.first.saturating_mul(placeholders) + template;
            self.add(span, with_code, codes);
            self.add(span, size.codes, placeholders);
        }
        let home = listing.section.map(|at| &catalog.sections[at]);
        if let Some(section) = home {
            self.add(section.span, size::of_section(catalog, section), codes);
        }
        let parent = entry.parent.or(home.and_then(|it| it.parent));
        if let Some(parent) = parent.map(|at| &catalog.types[at]) {
            self.add(parent.span, size::of_type(catalog, parent), codes);
        }
        self.statuses(entry, listing, size);
        // All of the entry once more for each further code and listing.
        let is_first = entry.listings.first().map(|at| &catalog.listings[*at]);
        let again = codes - usize::from(is_first.is_some_and(|it| it.span == listing.span));
        self.add(entry.span, size.extent, again);
    }

    /// The rows of the statuses of an entry, and its codes at each.
    fn statuses(&mut self, entry: &Entry, listing: &Listing, size: Size) {
        let [own, listed] = [&entry.statuses, &listing.statuses];
        let statuses = if own.len() < listed.len() {
            listed
        } else {
            own
        };
        let codes = entry.codes.len();
        for status in statuses {
            for row in [Row::Status(*status), status.class(), Row::Other] {
                if let Some((span, bytes)) = self.rows.get(&row).copied() {
                    self.add(span, bytes, codes);
                }
            }
        }
        let each = size.codes + STATUS * codes;
        self.add(entry.span, each, statuses.len());
    }
}

/// How many vectors a code has, about, but for its aliases, variants and
/// statuses.
const VECTORS: usize = 10;

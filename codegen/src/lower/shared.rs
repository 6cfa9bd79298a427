//! What outputs repeat: texts that stand once in a catalog and hold for many.
//!
//! The phrase of a status stands at each entry with that status, the advice of
//! a section at each of its entries, an entry at each of its listings and
//! codes. So a small catalog could ask for outputs that fill the disk;
//! [`check`] adds up what they would repeat, before any is made. It counts
//! rather too much: where several advise, all of it.

use crate::diag::Report;
use crate::limits;
use crate::lint::over_limit;
use crate::map::Map;
use crate::model::{Catalog, Code, Entry, Listing, Retry, Row, Section, StatusRow, Type};
use crate::source::{Span, Spanned};

/// Reports the text that makes most of what is repeated, if that is too much.
/// `link` is where the catalog's link for each code is written.
pub(super) fn check(catalog: &Catalog, link: Option<Span>, report: &mut Report) {
    let mut repeats = Repeats::of(catalog, link);
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
    link: Option<(Span, usize, usize)>,
    bytes: Map<Span, usize>,
}

impl Repeats {
    fn of(catalog: &Catalog, link: Option<Span>) -> Self {
        let row = |row: &StatusRow| (row.row, (row.span, size_of_row(row)));
        let link = catalog.doc_url.as_ref().zip(link).map(|(url, span)| {
            let placeholders = url.as_str().matches('{').count();
            (span, url.as_str().len(), placeholders)
        });
        Self {
            rows: catalog.statuses.iter().map(row).collect(),
            entries: catalog
                .entries
                .iter()
                .map(|it| Size::of(catalog, it))
                .collect(),
            link,
            bytes: Map::new(),
        }
    }

    fn add(&mut self, span: Span, bytes: usize) {
        let sum = self.bytes.or_insert(span, 0);
        *sum = sum.saturating_add(bytes);
    }

    /// What one listing of an entry takes over from others.
    fn listing(&mut self, catalog: &Catalog, listing: &Listing) {
        let entry = &catalog.entries[listing.entry];
        let Size { codes, extent } = self.entries[listing.entry];
        if let Some((span, template, placeholders)) = self.link {
            let links = codes.saturating_mul(placeholders).saturating_add(template);
            self.add(span, links);
        }
        let home = listing.section.map(|at| &catalog.sections[at]);
        if let Some(section) = home {
            self.add(section.span, size_of_section(section));
        }
        let parent = entry.parent.or(home.and_then(|it| it.parent));
        if let Some(parent) = parent.map(|at| &catalog.types[at]) {
            self.add(parent.span, size_of_type(parent));
        }
        let [own, listed] = [&entry.statuses, &listing.statuses];
        let statuses = if own.len() < listed.len() {
            listed
        } else {
            own
        };
        for status in statuses {
            let rows = [Row::Status(*status), status.class(), Row::Other];
            for (span, bytes) in rows
                .iter()
                .filter_map(|row| self.rows.get(row).copied())
                .collect::<Vec<_>>()
            {
                self.add(span, bytes);
            }
            self.add(entry.span, codes);
        }
        // All of the entry once more for each further code and listing.
        let is_first = entry.listings.first().map(|at| &catalog.listings[*at]);
        let again =
            entry.codes.len() - usize::from(is_first.is_some_and(|it| it.span == listing.span));
        self.add(entry.span, extent.saturating_mul(again));
    }
}

/// How much one entry takes, in bytes.
#[derive(Clone, Copy)]
struct Size {
    /// All of its codes.
    codes: usize,
    /// The longest of its listings.
    extent: usize,
}

impl Size {
    fn of(catalog: &Catalog, entry: &Entry) -> Self {
        let listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
        Self {
            codes: size_of_codes(entry),
            extent: listings.map(|it| it.extent.len()).max().unwrap_or(0),
        }
    }
}

fn size_of_row(row: &StatusRow) -> usize {
    let class = row.client_class.as_ref();
    let class = class.map_or(0, |class| class.name.as_str().len());
    let phrase = row.phrase.as_ref().map_or(0, |it| it.as_str().len());
    phrase + class + size_of_advice(row.retry.as_ref())
}

fn size_of_section(section: &Section) -> usize {
    section.title.as_str().len() + size_of_advice(section.retry.as_ref())
}

fn size_of_type(parent: &Type) -> usize {
    parent.id.as_str().len() + size_of_advice(parent.retry.as_ref())
}

fn size_of_advice(retry: Option<&Spanned<Retry>>) -> usize {
    retry.map_or(0, |retry| retry.span.len())
}

fn size_of_codes(entry: &Entry) -> usize {
    let size = |code: &Code| match code {
        Code::Text(text) => text.len(),
        Code::Integer(_) => 20,
        Code::Pattern(pattern) => {
            let parts = pattern.literals().iter().chain(pattern.details());
            parts.map(|part| part.len() + 2).sum()
        }
    };
    entry.codes.iter().map(|it| size(&it.code)).sum()
}

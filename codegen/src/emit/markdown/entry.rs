//! One listing of a page: an entry at its own item, or one listed again.

use crate::emit::wording;
use crate::emit::wording::entry::{
    body, examples, extensions, facts, provenance, status_line, texts,
};
use crate::model::{Catalog, Entry, Listing};
use crate::sink::{Anchor, Markdown};

/// The listings of each section in document order: positions in the catalog's.
/// Those without a section stand at the end.
pub(super) fn by_section(catalog: &Catalog) -> Vec<Vec<usize>> {
    let none = catalog.sections.len();
    let mut all = vec![Vec::new(); none + 1];
    for (at, listing) in catalog.listings.iter().enumerate() {
        all[listing.section.unwrap_or(none)].push(at);
    }
    all
}

/// Some listings.
pub(super) fn listings(page: &mut Markdown, catalog: &Catalog, positions: &[usize]) {
    for at in positions {
        let listing = &catalog.listings[*at];
        let entry = &catalog.entries[listing.entry];
        // Its own item comes first; the others follow in document order.
        match entry
            .listings
            .get(1..)
            .unwrap_or_default()
            .binary_search(at)
        {
            Err(_) => own(page, catalog, entry),
            Ok(before) => again(page, catalog, listing, before + 2),
        }
    }
}

fn own(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    for code in &entry.codes {
        page.anchor(Anchor::Code(&code.code.spelt())).raw("\n");
    }
    page.raw("\n### ");
    codes(page, entry);
    page.raw("\n\n");
    facts(page, catalog, entry);
    page.text(entry.message.text.as_str()).raw("\n\n");
    body(page, catalog, entry);
}

/// An entry that the document lists at a further place, the `number`th.
fn again(page: &mut Markdown, catalog: &Catalog, listing: &Listing, number: usize) {
    let entry = &catalog.entries[listing.entry];
    let code = entry.code().spelt();
    page.anchor(Anchor::Listing(&code, number)).raw("\n\n### ");
    codes(page, entry);
    page.raw(" (listed again)\n\n");
    status_line(page, catalog, listing);
    page.raw(" · described at ").reference(&code);
    provenance(page, listing);
    if let Some(url) = &listing.url {
        page.raw(" · ")
            .link(url.as_str(), |page| page.raw("documentation"));
    }
    page.raw("\n\n");
    let said = catalog.texts(listing);
    if said.description.is_none() {
        page.text(entry.message.text.as_str()).raw("\n\n");
    }
    texts(page, catalog, listing);
    page.raw("**Retry:** ");
    let status = listing.statuses.first().copied();
    let advice = catalog.advice(entry, status).map(|it| it.retry);
    wording::block(page, catalog, advice);
    page.raw("\n\n");
    examples(page, &said.examples);
    extensions(page, &listing.extensions);
}

fn codes(page: &mut Markdown, entry: &Entry) {
    for (at, code) in entry.codes.iter().enumerate() {
        page.raw(if at > 0 { " / " } else { "" })
            .code(&code.code.spelt());
    }
}

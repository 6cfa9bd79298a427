//! One listing of a page: an entry at its own item, or one listed again.

use crate::emit::wording::entry::{body, examples, extensions, facts, status_line, texts};
use crate::model::{Catalog, Entry, Listing};
use crate::sink::Markdown;

pub(super) fn listing(page: &mut Markdown, catalog: &Catalog, listing: &Listing) {
    let entry = &catalog.entries[listing.entry];
    match listing.texts {
        None => own(page, catalog, entry),
        Some(_) => again(page, catalog, entry, listing),
    }
}

fn own(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    for code in &entry.codes {
        page.anchor(&code.code.to_string()).raw("\n");
    }
    page.raw("\n### ");
    codes(page, entry);
    page.raw("\n\n");
    facts(page, catalog, entry);
    page.text(entry.message.text.as_str()).raw("\n\n");
    body(page, catalog, entry);
}

/// An entry that the document lists at a second place.
fn again(page: &mut Markdown, catalog: &Catalog, entry: &Entry, listing: &Listing) {
    page.raw("### ");
    codes(page, entry);
    page.raw(", again\n\n");
    status_line(page, catalog, listing);
    page.raw(" · see ")
        .reference(&entry.code().to_string())
        .raw("\n\n");
    texts(page, catalog, listing);
    examples(page, &catalog.texts(listing).examples);
    extensions(page, &listing.extensions);
}

fn codes(page: &mut Markdown, entry: &Entry) {
    for (at, code) in entry.codes.iter().enumerate() {
        page.raw(if at > 0 { " / " } else { "" })
            .code(&code.code.to_string());
    }
}

//! The `markdown` target: a page per catalog, and an index of all codes.
//!
//! Pages are Markdown with GitHub's tables. Each entry has an anchor that is
//! its code, so one link per code stays good while sections and titles change.

mod entry;
mod envelope;
mod index;
mod parts;
mod section;
mod tables;

use crate::emit::wording::entry::extensions;
use crate::model::Catalog;
use crate::sink::{Markdown, Place};
use crate::write::{Artifact, MARK};

/// How many bytes of a page there are for each listing, about. Too few cost a
/// copy.
const LISTING: usize = 500;

pub(super) fn emit(catalogs: &[Catalog]) -> Vec<Artifact> {
    let page = |catalog: &Catalog| Artifact::new(format!("docs/{}.md", catalog.id), page(catalog));
    let mut artifacts: Vec<Artifact> = catalogs.iter().map(page).collect();
    artifacts.push(Artifact::new("docs/index.md", index::index(catalogs)));
    artifacts
}

/// The first line of a page: what wrote it, and from what.
fn head(markdown: &mut Markdown, from: &str) {
    markdown
        .raw("<!-- ")
        .raw(MARK)
        .raw(" from ")
        .comment(from)
        .raw("; do not edit -->\n\n");
}

fn page(catalog: &Catalog) -> String {
    let mut page = Markdown::with_capacity(LISTING * catalog.listings.len(), Place::Page);
    head(&mut page, &catalog.file);
    page.raw("# ").text(catalog.title.as_str()).raw("\n\n");
    if let Some(description) = &catalog.description {
        page.prose(description).raw("\n\n");
    }
    origin(&mut page, catalog);
    parts::contents(&mut page, catalog);
    parts::print(&mut page, catalog);
    extensions(&mut page, &catalog.extensions);
    page.finish_page()
}

/// Where the facts come from.
fn origin(page: &mut Markdown, catalog: &Catalog) {
    let origin = &catalog.origin;
    match (&origin.document, &origin.url) {
        (None, None) => return,
        (document, Some(url)) => {
            page.raw("Transcribed from ")
                .link(url.as_str(), |page| page.text(url.as_str()));
            if let Some(document) = document {
                page.raw(" (").code(document.as_str()).raw(")");
            }
        }
        (Some(document), None) => {
            page.raw("Transcribed from ").code(document.as_str());
        }
    }
    if let Some(day) = &origin.retrieved {
        page.raw(", as of ").text(day.as_str());
    }
    page.raw(".\n\n");
}

//! The `markdown` target: a page per catalog, and an index of all codes.
//!
//! Pages are Markdown with GitHub's tables. Each entry has an anchor that is
//! its code, so one link per code stays good while sections and titles change.

mod entry;
mod envelope;
mod index;
mod tables;

use crate::emit::wording::deprecation;
use crate::emit::wording::entry::{examples, extensions};
use crate::model::{Catalog, Section};
use crate::sink::{Markdown, Place};
use crate::write::{Artifact, MARK};

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
        .raw(": edit that file -->\n\n");
}

fn page(catalog: &Catalog) -> String {
    let mut page = Markdown::new(Place::Page);
    head(&mut page, &catalog.file);
    page.raw("# ").text(catalog.title.as_str()).raw("\n\n");
    if let Some(description) = &catalog.description {
        page.prose(description).raw("\n\n");
    }
    origin(&mut page, catalog);
    if !catalog.notes.is_empty() {
        page.raw("## Rules\n\n");
        for note in &catalog.notes {
            page.item(note).raw("\n");
        }
        page.raw("\n");
    }
    if let Some(shape) = &catalog.envelope {
        envelope::envelope(&mut page, catalog, shape);
    }
    if catalog.sections.is_empty() {
        page.raw("## Errors\n\n");
        listings(&mut page, catalog, None);
    }
    for (at, it) in catalog.sections.iter().enumerate() {
        section(&mut page, catalog, it);
        listings(&mut page, catalog, Some(at));
        examples(&mut page, &it.examples);
    }
    tables::tables(&mut page, catalog);
    if !catalog.examples.is_empty() {
        page.raw("## Examples\n\n");
        examples(&mut page, &catalog.examples);
    }
    extensions(&mut page, &catalog.extensions);
    page.finish_page()
}

fn origin(page: &mut Markdown, catalog: &Catalog) {
    let origin = &catalog.origin;
    if origin.document.is_none() && origin.url.is_none() {
        return;
    }
    page.raw("Transcribed from ");
    if let Some(document) = &origin.document {
        page.code(document.as_str());
    }
    if let Some(url) = &origin.url {
        page.raw(if origin.document.is_some() {
            " at "
        } else {
            ""
        });
        page.link(url.as_str(), |page| page.text(url.as_str()));
    }
    if let Some(day) = &origin.retrieved {
        page.raw(" on ").text(day.as_str());
    }
    page.raw(".\n\n");
}

fn section(page: &mut Markdown, catalog: &Catalog, section: &Section) {
    page.raw("## ").text(section.title.as_str()).raw("\n\n");
    if let Some(deprecated) = &section.deprecated {
        page.raw("> **Deprecated**");
        deprecation(page, catalog, deprecated);
        page.raw(".\n\n");
    }
    if let Some(path) = &section.base_path {
        page.raw("Base path: ").code(path.as_str()).raw("\n\n");
    }
    if let Some(description) = &section.description {
        page.prose(description).raw("\n\n");
    }
    extensions(page, &section.extensions);
}

fn listings(page: &mut Markdown, catalog: &Catalog, section: Option<usize>) {
    for listing in catalog.listed_in(section) {
        entry::listing(page, catalog, listing);
    }
}

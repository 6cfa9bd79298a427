//! The head of a section: what holds for all that it lists.

use crate::emit::wording::deprecation;
use crate::emit::wording::entry::extensions;
use crate::model::{Catalog, Section, Stage};
use crate::sink::{Anchor, Markdown};

pub(super) fn section(page: &mut Markdown, catalog: &Catalog, section: &Section) {
    page.anchor(Anchor::Section(section.id.as_str()))
        .raw("\n\n## ")
        .text(section.title.as_str())
        .raw("\n\n");
    if let Some(deprecated) = &section.deprecated {
        page.raw("> **Deprecated.**");
        deprecation(page, catalog, deprecated);
        page.raw("\n\n");
    }
    match section.stage {
        None | Some(Stage::Stable) => {}
        Some(Stage::Beta) => {
            page.raw("> **Beta.** This may still change.\n\n");
        }
        Some(Stage::Reserved) => {
            page.raw("> **Reserved.** This is not in use yet.\n\n");
        }
    }
    if let Some(description) = &section.description {
        page.prose(description).raw("\n\n");
    }
    if let Some(path) = &section.base_path {
        page.raw("**Base path:** ").code(path.as_str()).raw("\n\n");
    }
    extensions(page, &section.extensions);
}

//! The parts of a page, in their order, each with its heading and anchor.

use super::{entry, envelope, section, tables};
use crate::emit::wording::entry::examples;
use crate::model::Catalog;
use crate::sink::{Anchor, Markdown};

/// A part that every page may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Rules,
    Body,
    Errors,
    Statuses,
    Types,
    Headers,
    Tags,
    Examples,
}

const PARTS: [Part; 8] = [
    Part::Rules,
    Part::Body,
    Part::Errors,
    Part::Statuses,
    Part::Types,
    Part::Headers,
    Part::Tags,
    Part::Examples,
];

/// The parts of a catalog's page.
fn of(catalog: &Catalog) -> impl Iterator<Item = Part> {
    PARTS.into_iter().filter(|part| match part {
        Part::Rules => !catalog.notes.is_empty(),
        Part::Body => catalog.envelope.is_some(),
        Part::Errors => true,
        Part::Statuses => !catalog.statuses.is_empty(),
        Part::Types => !catalog.types.is_empty(),
        Part::Headers => !catalog.headers.is_empty(),
        Part::Tags => !catalog.tags.is_empty(),
        Part::Examples => !catalog.examples.is_empty(),
    })
}

/// The list of contents: a line for each heading of the second level, if there
/// are several.
pub(super) fn contents(page: &mut Markdown, catalog: &Catalog) {
    if of(catalog).count() == 1 && catalog.sections.len() < 2 {
        return;
    }
    page.raw("**On this page**\n\n");
    for part in of(catalog) {
        if part == Part::Errors && !catalog.sections.is_empty() {
            for it in &catalog.sections {
                page.raw("- ")
                    .named(Anchor::Section(it.id.as_str()), it.title.as_str())
                    .raw("\n");
            }
        } else {
            page.raw("- ").named(part.anchor(), part.title()).raw("\n");
        }
    }
    page.raw("\n");
}

pub(super) fn print(page: &mut Markdown, catalog: &Catalog) {
    let listings = entry::by_section(catalog);
    for part in of(catalog) {
        if part == Part::Errors && !catalog.sections.is_empty() {
            for (it, listings) in catalog.sections.iter().zip(&listings) {
                section::section(page, catalog, it);
                entry::listings(page, catalog, listings);
                examples(page, &it.examples);
            }
            continue;
        }
        page.anchor(part.anchor()).raw("\n\n## ");
        page.raw(part.title()).raw("\n\n");
        match part {
            Part::Rules => rules(page, catalog),
            Part::Body => envelope::envelope(page, catalog),
            Part::Errors => {
                let without = listings.last().map_or(&[][..], Vec::as_slice);
                entry::listings(page, catalog, without);
            }
            Part::Statuses => tables::statuses(page, catalog),
            Part::Types => tables::types(page, catalog),
            Part::Headers => tables::headers(page, catalog),
            Part::Tags => tables::tags(page, catalog),
            Part::Examples => examples(page, &catalog.examples),
        }
    }
}

fn rules(page: &mut Markdown, catalog: &Catalog) {
    for note in &catalog.notes {
        page.item(note).raw("\n");
    }
    page.raw("\n");
}

impl Part {
    fn title(self) -> &'static str {
        match self {
            Self::Rules => "Rules",
            Self::Body => "Error body",
            Self::Errors => "Errors",
            Self::Statuses => "Statuses",
            Self::Types => "Types",
            Self::Headers => "Headers",
            Self::Tags => "Tags",
            Self::Examples => "Examples",
        }
    }

    fn anchor(self) -> Anchor<'static> {
        Anchor::Part(match self {
            Self::Rules => "rules",
            Self::Body => "body",
            Self::Errors => "errors",
            Self::Statuses => "statuses",
            Self::Types => "types",
            Self::Headers => "headers",
            Self::Tags => "tags",
            Self::Examples => "examples",
        })
    }
}

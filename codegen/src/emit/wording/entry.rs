//! What there is to say about one entry, in the order in which people read it:
//! below its heading on a page, and below its message in rustdoc.

use super::shape::inline_json;
use super::{advice, deprecation};
use crate::model::{
    Catalog, Constant, Detail, Entry, Example, Extension, FieldType, Listing, Prose, Provenance,
    Severity, Shape, Spanned, Stage, Text, Travels,
};
use crate::sink::{Anchor, Markdown, Table, Words};

/// All that an entry's own item says, but for its codes, message and facts.
pub(in crate::emit) fn body(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    if let Some(message) = &entry.user_message {
        page.raw("**For end users:** ")
            .text(message.text.as_str())
            .raw("\n\n");
    }
    let listing = catalog.own_listing(entry);
    texts(page, catalog, listing);
    page.raw("**Retry:** ");
    advice(page, catalog, entry);
    page.raw("\n\n");
    variants(page, catalog, entry);
    details(page, entry);
    carries(page, catalog, entry);
    elsewhere(page, catalog, entry);
    examples(page, &entry.texts.examples);
    extensions(page, &entry.extensions);
}

/// The line of facts under the heading.
pub(in crate::emit) fn facts(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    status_line(page, catalog, catalog.own_listing(entry));
    names(page, entry);
    if let Some(at) = entry.parent {
        page.raw(" · type ").code(catalog.types[at].id.as_str());
    }
    if let Some(number) = &entry.code_number {
        page.raw(" · number ").number(number.value);
    }
    match entry.severity {
        Severity::Error => {}
        Severity::Warning => {
            page.raw(" · warning");
        }
        Severity::Success => {
            page.raw(" · success");
        }
    }
    match entry.stage {
        Stage::Stable => {}
        Stage::Beta => {
            page.raw(" · beta");
        }
        Stage::Reserved => {
            page.raw(" · reserved: not sent yet");
        }
    }
    if let Some(since) = &entry.since {
        page.raw(" · since ").text(since.as_str());
    }
    for at in &entry.tags {
        page.raw(" · ").code(catalog.tags[*at].id.as_str());
    }
    provenance(page, catalog.own_listing(entry));
    if let Some(url) = catalog.doc_url(entry, entry.code()) {
        page.raw(" · ").link(&url, |page| page.raw("documentation"));
    }
    page.raw("\n\n");
    for (words, it) in [
        ("> **Deprecated.**", &entry.deprecated),
        ("> **Retired.**", &entry.retired),
    ] {
        if let Some(it) = it {
            page.raw(words);
            deprecation(page, catalog, it);
            page.raw("\n\n");
        }
    }
}

/// The symbolic names, where the codes are not names themselves.
fn names(page: &mut Markdown, entry: &Entry) {
    for it in &entry.codes {
        if it.name.as_str() != it.code.spelt() {
            page.raw(" · name ").code(it.name.as_str());
        }
    }
    page.raw(match entry.name_provenance {
        Provenance::Documented => "",
        Provenance::Derived => " · *name derived from the document*",
        Provenance::Inferred => " · *name inferred, not documented*",
    });
}

pub(in crate::emit) fn status_line(page: &mut Markdown, catalog: &Catalog, listing: &Listing) {
    if listing.statuses.is_empty() {
        page.raw("**No status**");
    }
    for (at, status) in listing.statuses.iter().enumerate() {
        let reason = if at == 0 {
            catalog.reason(listing)
        } else {
            catalog.phrase(&catalog.entries[listing.entry], *status)
        };
        page.raw(if at > 0 { " or " } else { "" }).strong(|page| {
            page.number(status.number());
            if let Some(reason) = reason {
                page.raw(" ").text(reason.as_str());
            }
        });
    }
}

/// How the code is known at a listing, where the document does not state it:
/// one of the facts of a line.
pub(in crate::emit) fn provenance(page: &mut Markdown, listing: &Listing) {
    if listing.code_provenance != Provenance::Documented {
        page.raw(" · ");
        code_source(page, listing);
    }
}

/// How the code is known at a listing.
pub(in crate::emit) fn code_source(out: &mut impl Words, listing: &Listing) {
    out.emphasis(match listing.code_provenance {
        Provenance::Documented => "code documented",
        Provenance::Derived => "code derived from the document",
        Provenance::Inferred => "code inferred, not documented",
    });
    for (at, candidate) in listing.candidates.iter().enumerate() {
        out.raw(if at > 0 { " or " } else { "; perhaps " })
            .code(&candidate.spelt());
    }
}

pub(in crate::emit) fn texts(page: &mut Markdown, catalog: &Catalog, listing: &Listing) {
    let texts = catalog.texts(listing);
    if let Some(description) = &texts.description {
        page.prose(description).raw("\n\n");
    }
    causes(page, "**Causes**\n\n", &texts.causes);
    if let Some(fix) = &texts.fix {
        page.labelled("**Fix:**", fix).raw("\n\n");
    }
}

fn causes(page: &mut Markdown, head: &'static str, causes: &[Spanned<Prose>]) {
    if !causes.is_empty() {
        page.raw(head);
        for cause in causes {
            page.item(cause).raw("\n");
        }
        page.raw("\n");
    }
}

fn variants(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    for variant in &entry.variants {
        page.raw("**Variant");
        if let Some(name) = &variant.name {
            page.raw(" ").text(name.as_str());
        }
        page.raw(":**");
        if let Some((detail, is)) = &variant.when {
            let value = inline_json(&Shape::Constant(is.clone()));
            page.raw(" Where ")
                .code(detail)
                .raw(" is ")
                .code(&value)
                .raw(".");
        }
        if let Some(message) = &variant.message {
            page.raw(" ").text(message.text.as_str());
        }
        page.raw("\n\n");
        if let Some(description) = &variant.description {
            page.prose(description).raw("\n\n");
        }
        causes(page, "**Causes of this variant**\n\n", &variant.causes);
        if let Some(fix) = &variant.fix {
            page.labelled("**Fix of this variant:**", fix).raw("\n\n");
        }
        if let Some(it) = &variant.retry {
            page.raw("**Retry of this variant:** ");
            super::retry(page, catalog, it);
            page.raw("\n\n");
        }
    }
}

fn details(page: &mut Markdown, entry: &Entry) {
    let mut table = Table::new(page.place(), &["Detail", "Type", "Where", "Meaning"]);
    for (path, detail) in entry.details.iter().flat_map(Detail::with_inner) {
        table
            .row()
            .cell(|cell| {
                cell.code(&path);
            })
            .cell(|cell| detail_type(cell, detail))
            .cell(|cell| {
                cell.raw(match detail.travels {
                    Travels::Details => "Details",
                    Travels::Body => "Body",
                    Travels::Code => "Code",
                    Travels::Message => "Message",
                });
            })
            .cell(|cell| detail_meaning(cell, detail));
    }
    page.table(&table);
}

pub(in crate::emit) fn detail_type(out: &mut impl Words, detail: &Detail) {
    out.code(detail.kind.word());
    if let FieldType::Array(Some(items)) = &detail.kind {
        out.raw(" of ").code(items.kind.word());
    }
    out.raw(if detail.optional { ", optional" } else { "" });
}

/// The unit of a value and an example of it, each a sentence after a blank.
pub(in crate::emit) fn measure(
    out: &mut impl Words,
    unit: Option<&Text>,
    example: Option<&Constant>,
) {
    if let Some(unit) = unit {
        out.raw(" In ").text(unit.as_str()).raw(".");
    }
    if let Some(example) = example {
        let value = inline_json(&Shape::Constant(example.clone()));
        out.raw(" For example ").code(&value).raw(".");
    }
}

pub(in crate::emit) fn detail_meaning(out: &mut impl Words, detail: &Detail) {
    if let Some(description) = &detail.description {
        out.text(description.as_str());
    }
    measure(out, detail.unit.as_ref(), detail.example.as_ref());
    if detail.inferred {
        out.raw(" ").emphasis("Its name is inferred.");
    }
    if detail.sensitive {
        out.raw(" ").emphasis("Sensitive: keep it out of logs.");
    }
}

fn carries(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    for (at, header) in entry.headers.iter().enumerate() {
        page.raw(if at > 0 { ", " } else { "**Headers:** " })
            .code(catalog.headers[*header].name.as_str());
    }
    if !entry.headers.is_empty() {
        page.raw("\n\n");
    }
    for (at, alias) in entry.aliases.iter().enumerate() {
        page.raw(if at > 0 { ", " } else { "**Also spelt:** " })
            .code(&alias.value.spelt());
    }
    if !entry.aliases.is_empty() {
        page.raw("\n\n");
    }
}

/// The other places of the page where this entry is listed.
fn elsewhere(page: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    let code = entry.code().spelt();
    for (number, at) in (1..).zip(&entry.listings).skip(1) {
        let listing = &catalog.listings[*at];
        page.raw(if number > 2 {
            "; "
        } else {
            "**Also listed:** "
        });
        let title = match listing.section {
            Some(section) => catalog.sections[section].title.as_str(),
            None => "below",
        };
        page.named(Anchor::Listing(&code, number), title).raw(", ");
        status_line(page, catalog, listing);
    }
    if entry.listings.len() > 1 {
        page.raw("\n\n");
    }
}

pub(in crate::emit) fn examples(page: &mut Markdown, examples: &[Example]) {
    for example in examples {
        page.raw("**Example:** ")
            .text(example.title.as_str())
            .raw("\n\n");
        page.fence(example.language.as_str(), &example.text)
            .raw("\n\n");
    }
}

pub(in crate::emit) fn extensions(page: &mut Markdown, extensions: &[Extension]) {
    for extension in extensions {
        page.code(&extension.key)
            .raw(": ")
            .code(&inline_json(&extension.value))
            .raw("\n\n");
    }
}

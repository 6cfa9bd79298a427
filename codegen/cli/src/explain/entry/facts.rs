//! What an entry carries, how long it lives, and where it is documented.

use errcat_codegen::model::{
    Catalog, Deprecation, Detail, Entry, Listing, Provenance, Severity, Stage, Text, Url,
};
use errcat_codegen::{Diagnostics, words};

use crate::explain::advice::number;
use crate::explain::find::Named;
use crate::explain::page::{Line, Page};
use crate::explain::why::place;

/// Details, headers, tags, and what else stands in a response.
pub(super) fn carried(page: &mut Page, catalog: &Catalog, entry: &Entry) {
    page.row("Details", |cell| {
        for (path, detail) in entry.details.iter().flat_map(Detail::with_inner) {
            cell.item(|cell| {
                let mut line = Line::of_code(&path);
                line.raw(": ").sentence(&words::detail(detail));
                cell.line(&line);
            });
        }
    });
    let headers = entry.headers.iter().map(|at| &catalog.headers[*at].name);
    codes(page, "Headers", headers);
    page.row("Tags", |cell| {
        for tag in entry.tags.iter().map(|at| &catalog.tags[*at]) {
            let mut line = Line::of_code(tag.id.as_str());
            line.raw(": ").text(tag.description.as_str());
            cell.line(&line);
        }
    });
    let types = entry.parent.map(|at| &catalog.types[at].id);
    codes(page, "Type", types.into_iter());
    if let Some(twin) = &entry.code_number {
        let mut line = Line::default();
        line.number(twin.value).raw(", beside the code");
        page.fact("Number", &line);
    }
    match entry.severity {
        Severity::Error => {}
        Severity::Warning => page.fact("Kind", &Line::of("A warning: the request went through.")),
        Severity::Success => page.fact("Kind", &Line::of("No error: the request went through.")),
    }
}

/// Its stage, and since when, until when and what instead.
pub(super) fn life(page: &mut Page, catalog: &Catalog, entry: &Entry) {
    match entry.stage {
        Stage::Stable => {}
        Stage::Beta => page.fact("Stage", &Line::of("Beta: it may still change.")),
        Stage::Reserved => page.fact("Stage", &Line::of("Reserved: it is not sent yet.")),
    }
    if let Some(since) = &entry.since {
        page.fact("Since", &Line::of_text(since.as_str()));
    }
    let mut end = |label, begins: &'static str, it: Option<&Deprecation>| {
        if let Some(it) = it {
            let mut line = Line::of(begins);
            line.sentence(&words::deprecation(catalog, it));
            page.fact(label, &line);
        }
    };
    end("Deprecated", "Do not use it. ", entry.deprecated.as_deref());
    end(
        "Retired",
        "It is no longer sent. ",
        entry.retired.as_deref(),
    );
}

/// Where it is documented and written, and under which names.
pub(super) fn places(page: &mut Page, found: &Diagnostics, named: &Named<'_>) {
    let Named { catalog, entry, .. } = *named;
    listed(page, catalog, entry);
    known(page, catalog.own_listing(entry));
    let others = entry.codes.iter().filter(|it| it.code != named.code.code);
    codes(page, "Other codes", others.map(|it| &it.code));
    codes(page, "Spelt also", entry.aliases.iter().map(|it| &it.value));
    if named.code.name.as_str() != named.code.code.to_string() {
        let mut line = Line::of_code(named.code.name.as_str());
        line.raw(match entry.name_provenance {
            Provenance::Documented => "",
            Provenance::Derived => ", derived from the document",
            Provenance::Inferred => ", inferred, not documented",
        });
        page.fact("Name", &line);
    }
    let line = Line::of_code(&format!("{}::ErrorCode::{}", catalog.id, named.code.ident));
    page.fact("In Rust", &line);
    page.fact("Catalog", &Line::of_text(&place(found, named.code.span)));
    document(page, catalog);
    if let Some(url) = catalog.doc_url(entry, &named.code.code) {
        page.fact("More", &Line::of_text(&url));
    }
}

/// The places of the document that list it, and what it says at those after the
/// first.
fn listed(page: &mut Page, catalog: &Catalog, entry: &Entry) {
    let known_as = |it: &Listing| (it.code_provenance, it.candidates.clone());
    let own = known_as(catalog.own_listing(entry));
    for it in entry.listings.iter().map(|at| &catalog.listings[*at]) {
        page.fact("Listed", &listing(catalog, it));
        let Some(texts) = &it.texts else { continue };
        page.nested(|page| {
            let fix = texts.fix.as_ref();
            super::texts(page, texts.description.as_ref(), &texts.causes, fix);
            if known_as(it) != own {
                known(page, it);
            }
        });
    }
}

/// How the code is known, where the document does not state it.
fn known(page: &mut Page, listing: &Listing) {
    if listing.code_provenance != Provenance::Documented {
        page.prose("Provenance", &words::code_source(listing));
    }
}

/// The section, the status where the entry has several, the line and the page;
/// nothing where the catalog says none of them.
fn listing(catalog: &Catalog, it: &Listing) -> Line {
    let section = it.section.map(|at| {
        let section = &catalog.sections[at];
        let mut line = Line::of_text(section.title.as_str());
        line.raw(" (").code(section.id.as_str()).raw(")");
        if let Some(path) = &section.base_path {
            line.raw(" under ").code(path.as_str());
        }
        line
    });
    let several = catalog.entries[it.entry].statuses.len() > 1;
    let statuses = several.then(|| {
        let statuses: Vec<Line> = it.statuses.iter().map(|it| number(*it)).collect();
        let mut line = Line::of("status ");
        line.list(&statuses, " or ");
        line
    });
    let at = it.document_line().map(|at| {
        let mut line = Line::of("line ");
        line.number(at).raw(" of the document");
        line
    });
    let url = it.url.as_ref().map(|url| Line::of_text(url.as_str()));
    let parts: Vec<Line> = section
        .into_iter()
        .chain(statuses)
        .chain(at)
        .chain(url)
        .collect();
    let mut line = Line::default();
    line.list(&parts, ", ");
    line
}

fn document(page: &mut Page, catalog: &Catalog) {
    let name = catalog.origin.document.as_ref().map(Text::as_str);
    let url = catalog.origin.url.as_ref().map(Url::as_str);
    page.row("Document", |cell| {
        for it in name.into_iter().chain(url) {
            cell.line(&Line::of_text(it));
        }
    });
}

/// Names with commas between, each as code.
fn codes(page: &mut Page, label: &'static str, names: impl Iterator<Item = impl ToString>) {
    let names: Vec<Line> = names.map(|it| Line::of_code(&it.to_string())).collect();
    let mut line = Line::default();
    line.list(&names, ", ");
    page.fact(label, &line);
}

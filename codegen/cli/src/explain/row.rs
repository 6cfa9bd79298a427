//! A row of the table of statuses, and the entries that come with it.

use errcat_codegen::Analysis;
use errcat_codegen::model::{Catalog, Entry, Row, Status};

use super::advice;
use super::page::{Line, Page};

pub(super) fn print(page: &mut Page, analysis: &Analysis, catalog: &Catalog, row: Row) {
    let written = catalog.row(row);
    let mut title = Line::default();
    title
        .text(catalog.id.as_str())
        .raw(" · ")
        .text(&row.to_string());
    if let Some(phrase) = written.and_then(|it| it.phrase.as_ref()) {
        title.raw(" ").text(phrase.as_str());
    }
    page.title(&title);
    page.body(|cell| match written {
        Some(it) => it.description.iter().for_each(|it| cell.prose(it)),
        None => cell.line(&Line::of(
            "The table of statuses has no row of its own for it.",
        )),
    });
    page.gap();
    advice::of_row(page, analysis.diagnostics(), catalog, row);
    if let Some(class) = written.and_then(|it| it.client_class.as_ref()) {
        let mut line = Line::default();
        line.raw("The API's own client raises ")
            .code(class.name.as_str())
            .raw(".");
        page.fact("Client", &line);
    }
    if let Some(code) = written.and_then(|it| it.default_code.as_ref()) {
        let mut line = Line::of_code(&code.value.to_string());
        line.raw(" is assumed where the code is unknown or missing.");
        page.fact("Default", &line);
    }
    errors(page, catalog, row);
}

/// The entries that come with a row, each with its status.
pub(super) fn entries(
    catalog: &Catalog,
    row: Row,
) -> impl Iterator<Item = (&Entry, Option<Status>)> {
    let fits = move |status: &Status| match row {
        Row::Status(own) => *status == own,
        Row::Class(_) => catalog.http && status.class() == row,
        Row::Network => false,
        Row::Other => {
            let class = catalog.http.then(|| status.class());
            catalog.row(Row::Status(*status)).is_none()
                && class.is_none_or(|class| catalog.row(class).is_none())
        }
    };
    catalog.entries.iter().filter_map(move |entry| {
        let status = entry.statuses.iter().copied().find(|it| fits(it));
        let is_bare = row == Row::Other && entry.statuses.is_empty();
        (is_bare || status.is_some()).then_some((entry, status))
    })
}

/// The entries, with their advice where that is not the row's.
fn errors(page: &mut Page, catalog: &Catalog, row: Row) {
    let of_row = catalog.advice_for_row(row).map(|it| it.retry.action);
    page.gap();
    page.row("Errors", |cell| {
        for (entry, status) in entries(catalog, row) {
            let mut line = Line::default();
            let codes = entry.codes.iter();
            let codes = codes.map(|it| Line::of_text(&it.code.to_string()));
            line.list(&codes.collect::<Vec<_>>(), " / ");
            let own = catalog.advice(entry, status).map(|it| it.retry.action);
            if own != of_row {
                line.raw(" (")
                    .raw(own.map_or("no advice", |it| it.word()))
                    .raw(")");
            }
            line.raw(": ").text(entry.message.text.as_str());
            cell.item(|cell| cell.line(&line));
        }
    });
}

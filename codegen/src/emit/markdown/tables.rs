//! What a catalog declares beside its entries, as tables at the page's end.

use crate::emit::wording::{self, entry::measure};
use crate::model::{Catalog, Code, Direction, Prose, Retry, Row, StatusRow, Text};
use crate::sink::{Markdown, Table};

pub(super) fn statuses(page: &mut Markdown, catalog: &Catalog) {
    if !catalog.http {
        page.raw("Statuses are the protocol's own, not those of HTTP.\n\n");
    }
    let heads = &["Status", "Reason", "Meaning", "Client class", "Retry"];
    let mut table = Table::new(page.place(), heads);
    for row in &catalog.statuses {
        table
            .row()
            .cell(|cell| status(cell, row))
            .cell(|cell| text(cell, row.phrase.as_ref()))
            .cell(|cell| meaning(cell, row.description.as_ref(), row.default_code.as_deref()))
            .cell(|cell| {
                row.client_class.iter().for_each(|class| {
                    cell.code(class.name.as_str());
                });
            })
            .cell(|cell| advice(cell, catalog, row.retry.as_deref()));
    }
    page.table(&table);
}

fn status(cell: &mut Markdown, row: &StatusRow) {
    match row.row {
        Row::Status(status) => cell.number(status.number()),
        Row::Class(_) => cell.text(&row.row.to_string()),
        Row::Network => cell.raw("No answer"),
        Row::Other => cell.raw("Any other"),
    };
}

pub(super) fn types(page: &mut Markdown, catalog: &Catalog) {
    let mut table = Table::new(page.place(), &["Type", "Status", "Meaning", "Retry"]);
    for it in &catalog.types {
        table
            .row()
            .cell(|cell| {
                cell.code(it.id.as_str());
            })
            .cell(|cell| {
                wording::numbers(cell, &it.statuses);
            })
            .cell(|cell| meaning(cell, it.description.as_ref(), it.default_code.as_deref()))
            .cell(|cell| advice(cell, catalog, it.retry.as_deref()));
    }
    page.table(&table);
}

pub(super) fn headers(page: &mut Markdown, catalog: &Catalog) {
    let mut table = Table::new(page.place(), &["Header", "Sent by", "Meaning"]);
    for header in &catalog.headers {
        table
            .row()
            .cell(|cell| {
                cell.code(header.name.as_str());
            })
            .cell(|cell| {
                cell.raw(match header.direction {
                    Direction::Response => "The API",
                    Direction::Request => "The caller",
                });
            })
            .cell(|cell| {
                meaning(cell, header.description.as_ref(), None);
                measure(cell, header.unit.as_ref(), header.example.as_ref());
            });
    }
    page.table(&table);
}

pub(super) fn tags(page: &mut Markdown, catalog: &Catalog) {
    let mut table = Table::new(page.place(), &["Tag", "Meaning"]);
    for tag in &catalog.tags {
        table
            .row()
            .cell(|cell| {
                cell.code(tag.id.as_str());
            })
            .cell(|cell| text(cell, Some(&tag.description)));
    }
    page.table(&table);
}

fn text(cell: &mut Markdown, text: Option<&Text>) {
    if let Some(text) = text {
        cell.text(text.as_str());
    }
}

fn meaning(cell: &mut Markdown, description: Option<&Prose>, default: Option<&Code>) {
    if let Some(description) = description {
        cell.prose(description);
    }
    if let Some(code) = default {
        cell.raw(" An unknown code counts as ")
            .reference(&code.spelt())
            .raw(".");
    }
}

fn advice(cell: &mut Markdown, catalog: &Catalog, it: Option<&Retry>) {
    if let Some(it) = it {
        wording::retry(cell, catalog, it);
    }
}

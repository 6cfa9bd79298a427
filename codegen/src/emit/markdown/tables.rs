//! What a catalog declares beside its entries, as tables at the page's end.

use crate::emit::wording::{self, shape::inline_json};
use crate::model::{Catalog, Direction, Row, Shape};
use crate::sink::Markdown;

pub(super) fn tables(page: &mut Markdown, catalog: &Catalog) {
    statuses(page, catalog);
    types(page, catalog);
    headers(page, catalog);
    tags(page, catalog);
}

fn statuses(page: &mut Markdown, catalog: &Catalog) {
    if catalog.statuses.is_empty() {
        return;
    }
    page.raw("## Statuses\n\n");
    page.raw("| Status | Reason | Meaning | Client class | Retry |\n|---|---|---|---|---|\n");
    for row in &catalog.statuses {
        page.raw("| ").cell(|cell| match row.row {
            Row::Status(status) => {
                cell.number(status.number());
            }
            Row::Class(_) => {
                cell.text(&row.row.to_string());
            }
            Row::Network => {
                cell.raw("no answer");
            }
            Row::Other => {
                cell.raw("any other");
            }
        });
        page.raw(" | ").cell(|cell| {
            row.phrase.iter().for_each(|phrase| {
                cell.text(phrase.as_str());
            });
        });
        page.raw(" | ").cell(|cell| {
            row.description.iter().for_each(|text| {
                cell.prose(text);
            });
            if let Some(code) = &row.default_code {
                cell.raw(" An unknown code counts as ")
                    .code(&code.to_string())
                    .raw(".");
            }
        });
        page.raw(" | ").cell(|cell| {
            row.client_class.iter().for_each(|class| {
                cell.code(class.as_str());
            });
        });
        page.raw(" | ").cell(|cell| {
            if let Some(retry) = &row.retry {
                wording::retry(cell, catalog, retry);
            }
        });
        page.raw(" |\n");
    }
    page.raw("\n");
}

fn types(page: &mut Markdown, catalog: &Catalog) {
    if catalog.types.is_empty() {
        return;
    }
    page.raw("## Types\n\n| Type | Meaning | Retry |\n|---|---|---|\n");
    for it in &catalog.types {
        page.raw("| ").cell(|cell| {
            cell.code(it.id.as_str());
        });
        page.raw(" | ").cell(|cell| {
            it.description.iter().for_each(|text| {
                cell.prose(text);
            });
            if let Some(code) = &it.default_code {
                cell.raw(" An unknown code counts as ")
                    .code(&code.to_string())
                    .raw(".");
            }
        });
        page.raw(" | ").cell(|cell| {
            if let Some(retry) = &it.retry {
                wording::retry(cell, catalog, retry);
            }
        });
        page.raw(" |\n");
    }
    page.raw("\n");
}

fn headers(page: &mut Markdown, catalog: &Catalog) {
    if catalog.headers.is_empty() {
        return;
    }
    page.raw("## Headers\n\n| Header | Sent by | Meaning |\n|---|---|---|\n");
    for header in &catalog.headers {
        page.raw("| ").cell(|cell| {
            cell.code(header.name.as_str());
        });
        page.raw(" | ").raw(match header.direction {
            Direction::Response => "the API",
            Direction::Request => "the caller",
        });
        page.raw(" | ").cell(|cell| {
            header.description.iter().for_each(|text| {
                cell.prose(text);
            });
            if let Some(unit) = &header.unit {
                cell.raw(" In ").text(unit.as_str()).raw(".");
            }
            if let Some(example) = &header.example {
                let value = inline_json(&Shape::Constant(example.clone()));
                cell.raw(" For example ").code(&value).raw(".");
            }
        });
        page.raw(" |\n");
    }
    page.raw("\n");
}

fn tags(page: &mut Markdown, catalog: &Catalog) {
    if catalog.tags.is_empty() {
        return;
    }
    page.raw("## Tags\n\n| Tag | Meaning |\n|---|---|\n");
    for tag in &catalog.tags {
        page.raw("| ").cell(|cell| {
            cell.code(tag.id.as_str());
        });
        page.raw(" | ").cell(|cell| {
            cell.text(tag.description.as_str());
        });
        page.raw(" |\n");
    }
    page.raw("\n");
}

//! The index: every code of every catalog, each with a link to its entry.

use super::head;
use crate::emit::wording;
use crate::model::{Catalog, CodeName, CodeType, Entry, Provenance};
use crate::sink::{Anchor, Markdown, Place, Table};

/// How many bytes of the index there are for each entry, about.
const ROW: usize = 140;

pub(super) fn index(catalogs: &[Catalog]) -> String {
    let entries: usize = catalogs.iter().map(|it| it.entries.len()).sum();
    let mut page = Markdown::with_capacity(ROW * entries, Place::Page);
    head(&mut page, "the catalogs");
    page.raw("# Error catalogs\n\n");
    for catalog in catalogs {
        let target = format!("{}.md", catalog.id);
        page.raw("## ")
            .link(&target, |page| page.text(catalog.title.as_str()))
            .raw("\n\n");
        if let Some(description) = &catalog.description {
            page.prose(description).raw("\n\n");
        }
        table(&mut page, catalog);
    }
    page.finish_page()
}

fn table(page: &mut Markdown, catalog: &Catalog) {
    // A column of its own for all names or for none: one entry more must not
    // change the lines of others.
    let heads: &[&str] = match catalog.code_type {
        CodeType::Integer => &["Code", "Name", "Status", "Message"],
        CodeType::String => &["Code", "Status", "Message"],
    };
    let mut table = Table::new(page.place(), heads);
    for entry in &catalog.entries {
        for code in &entry.codes {
            row(&mut table, catalog, entry, code);
            page.rows_so_far(&mut table);
        }
    }
    page.table(&table);
}

fn row(table: &mut Table, catalog: &Catalog, entry: &Entry, it: &CodeName) {
    let code = it.code.spelt();
    table.row().cell(|cell| {
        cell.beside(&catalog.id, Anchor::Code(&code), |cell| cell.code(&code));
        cell.raw(match entry.code_provenance {
            Provenance::Documented => "",
            Provenance::Derived => " *derived*",
            Provenance::Inferred => " *inferred*",
        });
    });
    if catalog.code_type == CodeType::Integer {
        table.cell(|cell| {
            cell.code(it.name.as_str());
        });
    }
    table
        .cell(|cell| {
            wording::numbers(cell, &entry.statuses);
        })
        .cell(|cell| {
            cell.text(entry.message.text.as_str());
        });
}

//! The index: every code of every catalog, each with a link to its entry.

use super::head;
use crate::model::Catalog;
use crate::sink::{Markdown, Place, anchor};

pub(super) fn index(catalogs: &[Catalog]) -> String {
    let mut page = Markdown::new(Place::Page);
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
    page.raw("| Code | Status | Message |\n|---|---|---|\n");
    for entry in &catalog.entries {
        for code in &entry.codes {
            let code = code.code.to_string();
            let target = format!("{}.md#{}", catalog.id, anchor(&code));
            page.raw("| ").cell(|cell| {
                cell.link(&target, |cell| cell.code(&code));
            });
            page.raw(" | ").cell(|cell| {
                for (at, status) in entry.statuses.iter().enumerate() {
                    cell.raw(if at > 0 { ", " } else { "" })
                        .number(status.number());
                }
            });
            page.raw(" | ").cell(|cell| {
                cell.text(entry.message.text.as_str());
            });
            page.raw(" |\n");
        }
    }
    page.raw("\n");
}

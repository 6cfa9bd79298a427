//! Pages of the `markdown` target, read by a parser: links lead somewhere,
//! anchors are unique, tables keep their columns. For the golden cases and for
//! the catalogs that errcat ships.

mod pages {
    pub(crate) mod page;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pages::page::Page;

/// The folders of pages: what is expected of each golden case, and what ships.
fn sites() -> Vec<(PathBuf, BTreeMap<String, Page>)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![here.join("../generated/docs")];
    for case in fs::read_dir(here.join("tests/golden")).expect("the golden cases") {
        folders.push(case.expect("a case").path().join("expected/docs"));
    }
    let read = |folder: PathBuf| {
        let mut pages = BTreeMap::new();
        for file in fs::read_dir(&folder).expect("a folder of pages") {
            let path = file.expect("a page").path();
            let text = fs::read_to_string(&path).expect("a page is text");
            let name = path.file_name().expect("a page has a name");
            pages.insert(name.to_string_lossy().into_owned(), Page::read(&text));
        }
        (folder, pages)
    };
    folders.into_iter().map(read).collect()
}

#[test]
fn every_link_to_a_page_leads_to_an_anchor_of_it() {
    for (folder, pages) in sites() {
        let mut inner = 0;
        for (name, page) in &pages {
            for link in &page.links {
                if link.contains("://") {
                    continue;
                }
                inner += 1;
                let (target, anchor) = link.split_once('#').unwrap_or((link, ""));
                let target = if target.is_empty() { name } else { target };
                let place = format!("{}/{name}: link to {link}", folder.display());
                let page = pages.get(target).expect(&place);
                let found = anchor.is_empty() || page.anchors.iter().any(|it| it == anchor);
                assert!(found, "{place}: no such anchor");
            }
        }
        assert!(
            inner > pages.len(),
            "{}: pages without links",
            folder.display()
        );
    }
}

#[test]
fn no_page_has_an_anchor_twice() {
    for (folder, pages) in sites() {
        for (name, page) in pages {
            let mut seen = BTreeSet::new();
            for anchor in &page.anchors {
                let first = seen.insert(anchor);
                assert!(first, "{}/{name}: {anchor} twice", folder.display());
            }
            let is_index = name == "index.md";
            assert_eq!(is_index, page.anchors.is_empty(), "{name}");
        }
    }
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_head() {
    for (folder, pages) in sites() {
        let mut rows = 0;
        for (name, page) in pages {
            for table in &page.tables {
                let (head, body) = table.split_first().expect("a table has a head");
                let place = format!("{}/{name}: the table {head:?}", folder.display());
                assert!(!body.is_empty(), "{place} has no rows");
                for (row, written) in table {
                    assert_eq!(row.len(), head.0.len(), "{place}: {row:?}");
                    assert_eq!(*written, head.0.len(), "{place}, as written: {row:?}");
                    rows += 1;
                }
                for (at, column) in head.0.iter().enumerate() {
                    let says = body.iter().any(|(row, _)| !row[at].is_empty());
                    assert!(says, "{place}: {column} says nothing");
                }
            }
        }
        assert!(rows > 0, "{}: no tables", folder.display());
    }
}

/// Cells begin with a capital letter, unless they begin with code.
#[test]
fn cells_that_are_sentences_begin_with_a_capital() {
    for (folder, pages) in sites() {
        for (name, page) in pages {
            for (row, _) in page.tables.iter().flatten() {
                for cell in row {
                    let small = cell.starts_with(char::is_lowercase);
                    assert!(!small, "{}/{name}: {cell}", folder.display());
                }
            }
        }
    }
}

#[test]
fn the_index_names_every_code_of_every_page() {
    for (folder, pages) in sites() {
        let index = &pages["index.md"];
        for (name, page) in &pages {
            for anchor in &page.anchors {
                // A colon marks the anchors that are not of codes.
                let link = format!("{name}#{anchor}");
                let listed = index.links.contains(&link);
                assert_eq!(
                    listed,
                    !anchor.contains(':'),
                    "{}: {link}",
                    folder.display()
                );
            }
        }
    }
}

/// The contents name each heading of the second level, in order,
/// if there are several.
#[test]
fn the_contents_are_those_of_the_page() {
    for (folder, pages) in sites() {
        for (name, page) in pages.iter().filter(|(name, _)| *name != "index.md") {
            let place = format!("{}/{name}", folder.display());
            let contents: Vec<&str> = page
                .links
                .iter()
                .map_while(|link| match link.strip_prefix('#') {
                    Some(anchor) => Some(Some(anchor)),
                    None => link.contains("://").then_some(None),
                })
                .flatten()
                .take(page.parts.len())
                .collect();
            let parts: Vec<&str> = page.parts.iter().map(String::as_str).collect();
            match parts.as_slice() {
                [] => panic!("{place}: no parts"),
                [_] => assert!(contents.is_empty(), "{place}: one part needs no contents"),
                _ => assert_eq!(contents, parts, "{place}"),
            }
        }
    }
}

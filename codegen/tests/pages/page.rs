//! A page as a parser of GitHub's Markdown sees it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What stands on a page, in its order.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The ids of `<a id="..">`.
    pub(crate) anchors: Vec<String>,
    /// Where links lead.
    pub(crate) links: Vec<String>,
    /// The anchor before each heading of the second level.
    pub(crate) parts: Vec<String>,
    /// Tables: their rows, the head first, each with its cells (what is code
    /// in backticks) and with the number of cells in the source. The parser
    /// fills short rows and cuts long ones.
    pub(crate) tables: Vec<Vec<(Vec<String>, usize)>>,
}

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let mut page = Self::default();
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => page.html(&html),
                Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.into_string()),
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    ..
                }) => page.parts.extend(page.anchors.last().cloned()),
                // After a table too, so that what follows is in none.
                Event::Start(Tag::Table(_)) | Event::End(TagEnd::Table) => {
                    page.tables.push(Vec::new());
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    let written = cells(text[range].trim());
                    page.rows().push((Vec::new(), written));
                }
                Event::Start(Tag::TableCell) => page.row().push(String::new()),
                Event::Text(it) => page.add(&it),
                Event::Code(it) => page.add(&format!("`{it}`")),
                _ => {}
            }
        }
        page.tables.retain(|table| !table.is_empty());
        page
    }

    /// The only HTML of a page is anchors and comments.
    fn html(&mut self, html: &str) {
        let html = html.trim();
        if let Some(id) = html.strip_prefix("<a id=\"") {
            let id = id
                .strip_suffix("\">")
                .expect("an anchor has nothing but an id");
            self.anchors.push(id.to_owned());
        } else {
            assert!(html == "</a>" || html.starts_with("<!-- "), "{html}");
        }
    }

    fn rows(&mut self) -> &mut Vec<(Vec<String>, usize)> {
        self.tables.last_mut().expect("a row is in a table")
    }

    fn row(&mut self) -> &mut Vec<String> {
        &mut self.rows().last_mut().expect("a cell is in a row").0
    }

    /// Text of the open cell, if there is one.
    fn add(&mut self, text: &str) {
        let row = self.tables.last_mut().and_then(|rows| rows.last_mut());
        if let Some(cell) = row.and_then(|(cells, _)| cells.last_mut()) {
            cell.push_str(text);
        }
    }
}

/// The cells of a row as written: between bars without a backslash before them.
fn cells(line: &str) -> usize {
    let line = line.strip_prefix('|').and_then(|it| it.strip_suffix('|'));
    let line = line.expect("a row stands between bars");
    line.replace("\\\\", "")
        .replace("\\|", "")
        .matches('|')
        .count()
        + 1
}

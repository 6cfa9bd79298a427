//! Doors to the sinks for `fuzz`, with what only lowering can make, as prose and
//! anchors: each takes any text and gives what the sink of a place writes of it.
//!
//! Fuzzers and the replay of their corpora call it and read back what it gives.
//! It is compiled with `--cfg fuzzing` alone, which cargo-fuzz sets, so no user
//! of the library can see it. Deliberately absent: any reading back, which is
//! for readers that are not ours.

use crate::model::Prose;
use crate::sink::{Anchor, Json, Markdown, Place, Quotes, Rust, Scalar, Table};

/// Whether a catalog that holds `text` is refused, however it is written.
#[must_use]
pub fn is_refused(text: &str) -> bool {
    crate::yaml::hidden_in(text)
}

/// A string literal of Rust.
#[must_use]
pub fn rust_string(text: &str) -> String {
    let mut rust = Rust::default();
    rust.string(text);
    rust.finish()
}

/// Lines of a doc comment that say `text` as plain text.
#[must_use]
pub fn rust_doc(text: &str) -> String {
    let mut rust = Rust::default();
    rust.doc("///", |markdown| {
        markdown.text(text);
    });
    rust.finish()
}

/// Lines of a doc comment of prose.
#[must_use]
pub fn rust_doc_of(prose: &Prose) -> String {
    let mut rust = Rust::default();
    rust.doc("    ///", |markdown| {
        markdown.prose(prose);
    });
    rust.finish()
}

/// What stands behind `//` in a line of Rust.
#[must_use]
pub fn rust_comment(text: &str) -> String {
    let mut rust = Rust::default();
    rust.comment(text);
    rust.finish()
}

/// A string of JSON, also as the name of a member.
#[must_use]
pub fn json(text: &str) -> String {
    let mut json = Json::default();
    json.object(|json| json.named(text).string(text));
    json.finish()
}

/// Where Markdown stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// On a page.
    OnPage,
    /// In a comment for rustdoc.
    InDoc,
    /// Alone, in a value of JSON.
    Alone,
}

impl Stands {
    /// All places.
    pub const ALL: [Self; 3] = [Self::OnPage, Self::InDoc, Self::Alone];

    fn place(self) -> Place {
        match self {
            Self::OnPage => Place::Page,
            Self::InDoc => Place::Doc,
            Self::Alone => Place::Value,
        }
    }
}

/// Plain text in Markdown.
#[must_use]
pub fn markdown_text(stands: Stands, text: &str) -> String {
    let mut markdown = Markdown::new(stands.place());
    markdown.text(text);
    markdown.finish()
}

/// A code span.
#[must_use]
pub fn markdown_code(stands: Stands, text: &str) -> String {
    let mut markdown = Markdown::new(stands.place());
    markdown.code(text);
    markdown.finish()
}

/// A fenced block, behind a word of the page's own.
#[must_use]
pub fn markdown_fence(stands: Stands, language: &str, text: &str) -> String {
    let mut markdown = Markdown::new(stands.place());
    markdown.fence(language, text);
    markdown.finish()
}

/// A link to `url` that says `label`.
#[must_use]
pub fn markdown_link(stands: Stands, url: &str, label: &str) -> String {
    let mut markdown = Markdown::new(stands.place());
    markdown.link(url, |markdown| markdown.text(label));
    markdown.finish()
}

/// A heading.
#[must_use]
pub fn markdown_heading(text: &str) -> String {
    let mut markdown = Markdown::new(Place::Page);
    markdown.raw("## ").text(text);
    markdown.finish_page()
}

/// A table of one row: the text as text, as a code span, and as prose.
#[must_use]
pub fn markdown_table(text: &str, prose: &Prose) -> String {
    let mut table = Table::new(Place::Page, &["Text", "Code", "Prose"]);
    table.row().cell(|cell| {
        cell.text(text);
    });
    table.cell(|cell| {
        cell.code(text);
    });
    table.cell(|cell| {
        cell.prose(prose);
    });
    let mut markdown = Markdown::new(Place::Page);
    markdown.table(&table);
    markdown.finish()
}

/// What stands within a comment of HTML.
#[must_use]
pub fn html_comment(text: &str) -> String {
    let mut markdown = Markdown::new(Place::Page);
    markdown.comment(text);
    markdown.finish()
}

/// The anchor of a code.
#[must_use]
pub fn html_anchor(code: &str) -> String {
    let mut markdown = Markdown::new(Place::Page);
    markdown.anchor(Anchor::Code(code));
    markdown.finish()
}

/// Prose of `text`, where that lies within the dialect.
#[must_use]
pub fn prose(text: &str) -> Option<Prose> {
    let mut fits = true;
    let prose = crate::prose::parse(text, |_, _| fits = false);
    fits.then_some(prose)
}

/// Prose, printed again.
#[must_use]
pub fn markdown_prose(stands: Stands, prose: &Prose) -> String {
    let mut markdown = Markdown::new(stands.place());
    markdown.prose(prose);
    markdown.finish()
}

/// A scalar of YAML, in each way to quote it that can be asked for.
#[must_use]
pub fn yaml(text: &str) -> Vec<String> {
    [
        Quotes::Spared,
        Quotes::Single,
        Quotes::Double,
        Quotes::Fewest,
    ]
    .into_iter()
    .filter_map(|quotes| Scalar::new(text, quotes).map(Scalar::into_written))
    .collect()
}

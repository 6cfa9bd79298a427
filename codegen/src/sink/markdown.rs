//! Markdown text: `CommonMark` with GitHub's tables, and the Markdown of rustdoc.

mod anchor;
mod emphasis;
mod plain;
mod prose;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use self::anchor::Anchor;
use self::emphasis::Emphasis;
pub(crate) use self::table::Table;
use super::{Href, decimal};
use crate::model::Id;

/// Where the Markdown will stand: each place has characters of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page, outside tables.
    Page,
    /// A rustdoc comment: no doctests, no intra-doc links, no bare URLs.
    Doc,
    /// A `TSDoc` comment: no tags, and nothing that ends the comment.
    TsDoc,
    /// Text that stands alone, as a value of JSON.
    Value,
}

/// Markdown that is being written.
///
/// ```
/// use errcat_codegen::sink::{Markdown, Place};
///
/// let text = String::from("<b>");
/// let mut page = Markdown::new(Place::Page);
/// page.raw("# ").text(&text);
/// assert_eq!(page.finish(), "# \\<b>");
/// ```
///
/// Text can't be written as markup:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::{Markdown, Place};
///
/// let text = String::from("<b>");
/// let mut page = Markdown::new(Place::Page);
/// page.raw("# ").raw(&text);
/// assert_eq!(page.finish(), "# \\<b>");
/// ```
#[derive(Debug)]
pub struct Markdown {
    text: String,
    place: Place,
    /// Whether this is a cell of a table: one line, `|` escaped.
    in_cell: bool,
    /// How far each new line of the open list items is indented.
    indent: usize,
    emphasis: Emphasis,
}

impl Markdown {
    /// Nothing yet, for a place.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self::reusing(String::new(), place)
    }

    /// A text that will have about this many bytes.
    pub(crate) fn with_capacity(bytes: usize, place: Place) -> Self {
        Self::reusing(String::with_capacity(bytes), place)
    }

    /// The same in the memory of a text that is no longer needed.
    pub(crate) fn reusing(mut text: String, place: Place) -> Self {
        text.clear();
        Self {
            text,
            place,
            in_cell: false,
            indent: 0,
            emphasis: Emphasis::default(),
        }
    }

    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// The text of a page: it ends with one line break.
    pub(crate) fn finish_page(mut self) -> String {
        self.text
            .truncate(self.text.trim_end_matches([' ', '\n']).len());
        self.text.push('\n');
        self.text
    }

    /// Our own syntax.
    pub fn raw(&mut self, syntax: &'static str) -> &mut Self {
        self.text.push_str(syntax);
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        decimal::put(&mut self.text, number.into());
        self
    }

    /// A code span, fenced by more backticks than its text has in a row. Plain
    /// text where the place has no code for it.
    pub fn code(&mut self, text: &str) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        let marked = text.bytes().any(|byte| CODE[usize::from(byte)]);
        // Within code, GitHub reads no backslash before a bar as one that is
        // text; parsers differ on where the cell ends.
        let splits = marked && self.in_cell && text.contains("\\|");
        if splits || !self.place.holds(text) {
            return self.text(text);
        }
        let fence = if marked {
            longest_run(text, b'`') + 1
        } else {
            1
        };
        // A reader takes one blank away at each end, but from blanks alone none.
        let blank = |at: char| matches!(at, ' ' | '\n' | '\r' | '\t');
        let taken = |at: char| at == '`' || blank(at);
        let pad = (text.starts_with(taken) || text.ends_with(taken)) && !text.chars().all(blank);
        self.repeat('`', fence);
        if pad {
            self.text.push(' ');
        }
        let mut rest = text;
        while let Some(at) = rest.find(['\n', '\r', '\t', '|']).filter(|_| marked) {
            self.text.push_str(&rest[..at]);
            match &rest[at..=at] {
                "|" if self.in_cell => self.text.push_str("\\|"),
                "|" => self.text.push('|'),
                _ => self.text.push(' '),
            }
            rest = &rest[at + 1..];
        }
        self.text.push_str(rest);
        if pad {
            self.text.push(' ');
        }
        self.repeat('`', fence);
        self
    }

    /// A code of this catalog: on a page with a link to its entry.
    pub(crate) fn reference(&mut self, code: &str) -> &mut Self {
        match self.place {
            Place::Page => self.link_to(Anchor::Code(code), |markdown| markdown.code(code)),
            Place::Doc | Place::TsDoc | Place::Value => self.code(code),
        }
    }

    /// A place of the same page, under a name: with a link, if this is a page.
    pub(crate) fn named(&mut self, anchor: Anchor<'_>, name: &str) -> &mut Self {
        match self.place {
            Place::Page => self.link_to(anchor, |markdown| markdown.text(name)),
            Place::Doc | Place::TsDoc | Place::Value => self.text(name),
        }
    }

    fn link_to(
        &mut self,
        anchor: Anchor<'_>,
        label: impl FnOnce(&mut Self) -> &mut Self,
    ) -> &mut Self {
        self.label(label);
        self.text.push('#');
        anchor.put(&mut self.text);
        self.text.push(')');
        self
    }

    /// A place of the page of a catalog, which stands beside this one.
    pub(crate) fn beside(
        &mut self,
        catalog: &Id,
        anchor: Anchor<'_>,
        label: impl FnOnce(&mut Self) -> &mut Self,
    ) -> &mut Self {
        self.label(label);
        self.text.push_str(catalog.as_str());
        self.text.push_str(".md#");
        anchor.put(&mut self.text);
        self.text.push(')');
        self
    }

    /// A fenced block; in rustdoc always as `text`, which is never a doctest.
    /// Lines of plain text where the place has no code for it.
    pub fn fence(&mut self, language: &str, text: &str) -> &mut Self {
        if !self.place.holds(text) {
            return self.broken_lines(text);
        }
        let fence = longest_run(text, b'`').max(2) + 1;
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_' | '#');
        self.repeat('`', fence);
        match self.place {
            Place::Doc => self.text.push_str("text"),
            _ => self.text.extend(language.chars().filter(|c| is_word(*c))),
        }
        // CommonMark takes a carriage return for a line break too.
        for line in text.lines().flat_map(|line| line.split('\r')) {
            self.line();
            self.text.push_str(line);
        }
        self.line();
        self.repeat('`', fence);
        self
    }

    /// A link; `label` writes what it says. The label alone, where `url` is none
    /// for an [`Href`].
    pub fn link(&mut self, url: &str, label: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        let Some(href) = Href::new(url) else {
            return label(self);
        };
        self.label(label);
        for character in href.as_str().chars() {
            match character {
                '(' => self.text.push_str("%28"),
                ')' => self.text.push_str("%29"),
                '*' if self.place == Place::TsDoc => self.text.push_str("%2A"),
                '&' | '[' | ']' => {
                    self.text.push('\\');
                    self.text.push(character);
                }
                other => self.text.push(other),
            }
        }
        self.text.push(')');
        self
    }

    /// A link up to where its target begins.
    fn label(&mut self, label: impl FnOnce(&mut Self) -> &mut Self) {
        // `![` would begin an image.
        if self.text.ends_with('!') {
            self.text.insert(self.text.len() - 1, '\\');
        }
        self.text.push('[');
        label(self);
        self.text.push_str("](");
    }

    /// A table and the blank line after it.
    pub(crate) fn table(&mut self, table: &Table) -> &mut Self {
        let before = self.text.len();
        table.print(&mut self.text);
        if self.text.len() > before || table.is_begun() {
            self.text.push('\n');
        }
        self
    }

    /// The rows of a table so far, as soon as no column can be left out any more:
    /// a table as long as a catalog is not held twice.
    pub(crate) fn rows_so_far(&mut self, table: &mut Table) -> &mut Self {
        table.print_early(&mut self.text);
        self
    }

    /// Text within an HTML comment, which `--` and `>` could end.
    pub fn comment(&mut self, text: &str) -> &mut Self {
        self.text.extend(text.chars().map(super::inert));
        self
    }

    /// The HTML that links to `anchor` lead to.
    pub(crate) fn anchor(&mut self, anchor: Anchor<'_>) -> &mut Self {
        self.text.push_str("<a id=\"");
        anchor.put(&mut self.text);
        self.text.push_str("\"></a>");
        self
    }

    /// Lines of plain text, with breaks between them.
    fn broken_lines(&mut self, text: &str) -> &mut Self {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        for (at, line) in lines.enumerate() {
            if at > 0 {
                self.text.push('\\');
                self.line();
            }
            self.text(line);
        }
        self
    }

    /// What stands between two blocks.
    fn between(&mut self) {
        if self.in_cell {
            self.text.push(' ');
        } else {
            self.text.push('\n');
            self.line();
        }
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.repeat(' ', self.indent);
    }

    fn repeat(&mut self, character: char, times: usize) {
        for _ in 0..times {
            self.text.push(character);
        }
    }
}

impl Place {
    /// Whether code can stand here as it is. In `TSDoc` `*/` and `@` mean the
    /// same in code, which has no escapes; behind a letter, `@` is no tag.
    fn holds(self, code: &str) -> bool {
        let is_tag = |at: usize| !code[..at].ends_with(char::is_alphanumeric);
        self != Self::TsDoc
            || !(code.contains("*/") || code.match_indices('@').any(|(at, _)| is_tag(at)))
    }
}

/// What may not stand in a code span as it is.
const CODE: [bool; 256] = crate::characters::table(b"`\n\r\t|");

fn longest_run(text: &str, of: u8) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for byte in text.bytes() {
        run = if byte == of { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

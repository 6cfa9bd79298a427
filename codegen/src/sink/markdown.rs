//! Markdown text: `CommonMark` with GitHub's tables, and the Markdown of rustdoc.

mod anchor;
mod plain;
mod prose;
mod table;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

pub(crate) use self::anchor::Anchor;
pub(crate) use self::table::Table;

/// Where the Markdown will stand: each place has characters of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A page, outside tables.
    Page,
    /// A rustdoc comment: no doctests, no intra-doc links, no bare URLs.
    Doc,
    /// Text that stands alone, as a value of JSON.
    Value,
}

/// Markdown that is being written.
#[derive(Debug)]
pub(crate) struct Markdown {
    text: String,
    place: Place,
    /// Whether this is a cell of a table: one line, `|` escaped.
    in_cell: bool,
    /// How far each new line of the open list items is indented.
    indent: usize,
}

impl Markdown {
    pub(crate) fn new(place: Place) -> Self {
        Self::reusing(String::new(), place)
    }

    /// The same in the memory of a text that is no longer needed.
    pub(crate) fn reusing(mut text: String, place: Place) -> Self {
        text.clear();
        Self {
            text,
            place,
            in_cell: false,
            indent: 0,
        }
    }

    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
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
    pub(crate) fn raw(&mut self, syntax: &'static str) -> &mut Self {
        self.text.push_str(syntax);
        self
    }

    pub(crate) fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        write!(self.text, "{}", number.into()).expect("a String takes all text");
        self
    }

    /// A code span, fenced by more backticks than its text has in a row.
    pub(crate) fn code(&mut self, text: &str) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        // Within code, GitHub reads no backslash before a bar as one that is
        // text; parsers differ on where the cell ends.
        if self.in_cell && text.contains("\\|") {
            return self.text(text);
        }
        let fence = longest_run(text, b'`') + 1;
        let pad = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
        let pad = pad && !text.trim().is_empty();
        self.repeat('`', fence);
        if pad {
            self.text.push(' ');
        }
        let mut rest = text;
        while let Some(at) = rest.find(['\n', '\t', '|']) {
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
            Place::Doc | Place::Value => self.code(code),
        }
    }

    /// A place of the same page, under a name: with a link, if this is a page.
    pub(crate) fn named(&mut self, anchor: Anchor<'_>, name: &str) -> &mut Self {
        match self.place {
            Place::Page => self.link_to(anchor, |markdown| markdown.text(name)),
            Place::Doc | Place::Value => self.text(name),
        }
    }

    fn link_to(
        &mut self,
        anchor: Anchor<'_>,
        label: impl FnOnce(&mut Self) -> &mut Self,
    ) -> &mut Self {
        self.link(&format!("#{}", anchor.name()), label)
    }

    /// A fenced block; in rustdoc always as `text`, which is never a doctest.
    pub(crate) fn fence(&mut self, language: &str, text: &str) -> &mut Self {
        let fence = longest_run(text, b'`').max(2) + 1;
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_' | '#');
        self.repeat('`', fence);
        match self.place {
            Place::Doc => self.text.push_str("text"),
            _ => self.text.extend(language.chars().filter(|c| is_word(*c))),
        }
        for line in text.lines() {
            self.line();
            self.text.push_str(line);
        }
        self.line();
        self.repeat('`', fence);
        self
    }

    /// A link; `label` writes what it says.
    pub(crate) fn link(
        &mut self,
        url: &str,
        label: impl FnOnce(&mut Self) -> &mut Self,
    ) -> &mut Self {
        // `![` would begin an image.
        if self.text.ends_with('!') {
            self.text.insert(self.text.len() - 1, '\\');
        }
        self.text.push('[');
        label(self);
        self.text.push_str("](");
        for character in url.chars() {
            match character {
                '(' => self.text.push_str("%28"),
                ')' => self.text.push_str("%29"),
                '`' => self.text.push_str("%60"),
                '<' => self.text.push_str("%3C"),
                '>' => self.text.push_str("%3E"),
                '\\' => self.text.push_str("%5C"),
                '|' => self.text.push_str("%7C"),
                ' ' | '\n' | '\t' => self.text.push_str("%20"),
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

    /// A table and the blank line after it.
    pub(crate) fn table(&mut self, table: &Table) -> &mut Self {
        let before = self.text.len();
        table.print(&mut self.text);
        if self.text.len() > before {
            self.text.push('\n');
        }
        self
    }

    /// Text within an HTML comment, which `--` and `>` could end.
    pub(crate) fn comment(&mut self, text: &str) -> &mut Self {
        self.text.extend(text.chars().map(super::inert));
        self
    }

    /// The HTML that links to `anchor` lead to.
    pub(crate) fn anchor(&mut self, anchor: Anchor<'_>) -> &mut Self {
        self.text.push_str("<a id=\"");
        self.text.push_str(&anchor.name());
        self.text.push_str("\"></a>");
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
        self.text.extend(std::iter::repeat_n(character, times));
    }
}

fn longest_run(text: &str, of: u8) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for byte in text.bytes() {
        run = if byte == of { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

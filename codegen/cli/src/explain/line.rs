//! A run of text on its way to a person.
//!
//! What comes from a catalog gets in by [`Line::text`] and [`Line::code`], which
//! spell out what could steer a terminal; our own words are `&'static str`.

use errcat_codegen::model::{Block, Inline, Link, Prose};

use crate::console::visible;

/// Text that is broken where it does not fit.
#[derive(Clone, Debug, Default)]
pub(super) struct Line(String);

impl Line {
    pub(super) fn of(words: &'static str) -> Self {
        Self(words.to_owned())
    }

    /// Text of a catalog alone.
    pub(super) fn of_text(text: &str) -> Self {
        let mut line = Self::default();
        line.text(text);
        line
    }

    /// Code of a catalog alone.
    pub(super) fn of_code(code: &str) -> Self {
        let mut line = Self::default();
        line.code(code);
        line
    }

    /// Our own words.
    pub(super) fn raw(&mut self, words: &'static str) -> &mut Self {
        self.0.push_str(words);
        self
    }

    /// Text of a catalog.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&visible(&text.replace(['\n', '\t'], " ")));
        self
    }

    /// Code of a catalog.
    pub(super) fn code(&mut self, code: &str) -> &mut Self {
        self.raw("`").text(code).raw("`")
    }

    pub(super) fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        self.0.push_str(&number.into().to_string());
        self
    }

    /// A paragraph of prose.
    pub(super) fn sentence(&mut self, prose: &Prose) -> &mut Self {
        match prose.blocks() {
            [Block::Paragraph(inlines)] => self.inlines(inlines),
            _ => self.text(&prose.to_plain_text()),
        }
    }

    /// Several of the same: commas between them, and `last` before the last.
    pub(super) fn list(&mut self, items: &[Self], last: &'static str) -> &mut Self {
        for (at, item) in items.iter().enumerate() {
            match (at, items.len() - at) {
                (0, _) => {}
                (_, 1) => self.0.push_str(last),
                _ => self.0.push_str(", "),
            }
            self.0.push_str(&item.0);
        }
        self
    }

    pub(super) fn inlines(&mut self, inlines: &[Inline]) -> &mut Self {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(code) => self.code(code),
                Inline::Emphasis(inner) => self.raw("*").inlines(inner).raw("*"),
                Inline::Strong(inner) => self.raw("**").inlines(inner).raw("**"),
                Inline::Link(link) => {
                    let Link { url, text } = &**link;
                    let bare = matches!(text.as_slice(), [Inline::Text(it)] if it == url.as_str());
                    if bare {
                        self.text(url.as_str())
                    } else {
                        self.inlines(text).raw(" <").text(url.as_str()).raw(">")
                    }
                }
                Inline::Break => self.raw("\n"),
            };
        }
        self
    }

    /// Lines of at most `width` characters; a word that is longer has its own.
    pub(super) fn wrapped(&self, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for part in self.0.split('\n') {
            let (mut line, mut length) = (String::new(), 0);
            for word in part.split_ascii_whitespace() {
                let more = word.chars().count();
                if length > 0 && length + 1 + more > width {
                    lines.push(std::mem::take(&mut line));
                    length = 0;
                }
                if length > 0 {
                    line.push(' ');
                    length += 1;
                }
                line.push_str(word);
                length += more;
            }
            if length > 0 {
                lines.push(line);
            }
        }
        lines
    }
}

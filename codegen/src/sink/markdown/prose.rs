//! Prose: the tree of a catalog's Markdown, printed again for its place.

use std::fmt::Write as _;
use std::ops::Deref;

use super::Markdown;
use super::emphasis::Weight;
use crate::model::{Block, Inline, Prose};

/// The marks of items, bullets and what follows a number; and other ones.
const MARKS: [[&str; 2]; 2] = [["- ", ". "], ["* ", ") "]];

impl Markdown {
    /// Prose behind a label: on its line if it begins with a paragraph, which
    /// alone can.
    pub(crate) fn labelled(&mut self, label: &'static str, prose: &Prose) -> &mut Self {
        let inline = matches!(prose.blocks.first(), Some(Block::Paragraph(_)));
        self.raw(label)
            .raw(if inline { " " } else { "\n\n" })
            .prose(prose)
    }

    /// One item of a list of bullets.
    pub(crate) fn item(&mut self, prose: &Prose) -> &mut Self {
        self.items(None, std::slice::from_ref(&prose.blocks), MARKS[0]);
        self
    }

    /// Blocks; in a cell all of them on one line.
    pub fn prose(&mut self, prose: &Prose) -> &mut Self {
        self.blocks(&prose.blocks);
        self
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut marks = MARKS[0];
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.between();
            }
            match block {
                Block::Paragraph(inlines) => self.inlines(inlines),
                Block::Code(code) if self.in_cell => {
                    self.code(code.text.strip_suffix('\n').unwrap_or(&code.text));
                }
                Block::Code(code) => {
                    self.fence(&code.language, &code.text);
                }
                Block::List(list) => {
                    // Two lists in a row stay two by their marks.
                    marks = match at.checked_sub(1).map(|before| &blocks[before]) {
                        Some(Block::List(before))
                            if before.start.is_some() == list.start.is_some()
                                && marks == MARKS[0] =>
                        {
                            MARKS[1]
                        }
                        _ => MARKS[0],
                    };
                    self.items(list.start, &list.items, marks);
                }
            }
        }
    }

    fn items(
        &mut self,
        start: Option<u64>,
        items: &[impl Deref<Target = [Block]>],
        [bullet, point]: [&'static str; 2],
    ) {
        for (number, item) in (start.unwrap_or(0)..).zip(items) {
            if number > start.unwrap_or(0) {
                if self.in_cell {
                    self.text.push_str("; ");
                } else {
                    self.line();
                }
            }
            let before = self.text.len();
            match (self.in_cell, start) {
                (true, None) => {}
                (true, Some(_)) => {
                    write!(self.text, "({number}) ").expect("a String takes all text");
                }
                (false, None) => self.text.push_str(bullet),
                (false, Some(_)) => {
                    write!(self.text, "{number}{point}").expect("a String takes all text");
                }
            }
            let marker = self.text.len() - before;
            self.indent += marker;
            self.blocks(item);
            self.indent -= marker;
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    self.text(text);
                }
                Inline::Code(code) => {
                    self.code(code);
                }
                Inline::Emphasis(inner) => {
                    self.emphasized(Weight::Emphasis, |markdown| markdown.inlines(inner));
                }
                Inline::Strong(inner) => {
                    self.emphasized(Weight::Strong, |markdown| markdown.inlines(inner));
                }
                Inline::Link(link) => {
                    self.link(link.url.as_str(), |markdown| {
                        markdown.inlines(&link.text);
                        markdown
                    });
                }
                Inline::Break if self.in_cell => self.text.push(' '),
                Inline::Break => {
                    self.text.push('\\');
                    self.line();
                }
            }
        }
    }
}

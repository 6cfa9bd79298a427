//! Text on its way to a person: rows of a label and what belongs to it, wrapped
//! to a width.
//!
//! It reads as well without colours. What comes from a catalog gets in by a
//! [`Line`], by [`Cell::prose`] and by [`Cell::quote`] alone, which spell out what
//! could steer a terminal.

use errcat_codegen::Look;
use errcat_codegen::model::{Block, Prose};

pub(super) use super::line::Line;
use crate::colour::{Paint, paint};
use crate::console::{visible, visible_line};

/// Where what belongs to a label begins: after the longest label.
const COLUMN: usize = 13;

/// Rows, one below the other.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    width: usize,
    look: Look,
    indent: usize,
}

/// What stands beside a label: lines of a width.
#[derive(Debug)]
pub(super) struct Cell {
    lines: Vec<String>,
    width: usize,
}

impl Page {
    pub(super) fn new(width: usize, look: Look) -> Self {
        Self {
            text: String::new(),
            width,
            look,
            indent: 0,
        }
    }

    /// What the following is about.
    pub(super) fn title(&mut self, title: &Line) {
        for line in title.wrapped(self.width) {
            self.text.push_str(&paint(self.look, Paint::Heading, &line));
            self.text.push('\n');
        }
    }

    /// What has no label.
    pub(super) fn body(&mut self, fill: impl FnOnce(&mut Cell)) {
        let mut cell = Cell::new(self.width - self.indent);
        fill(&mut cell);
        cell.lines.iter().for_each(|line| self.push("", 0, line));
    }

    /// A label and what belongs to it; nothing if that is nothing.
    pub(super) fn row(&mut self, label: &'static str, fill: impl FnOnce(&mut Cell)) {
        let mut cell = Cell::new(self.width - self.indent - COLUMN);
        fill(&mut cell);
        for (at, line) in cell.lines.iter().enumerate() {
            self.push(if at == 0 { label } else { "" }, COLUMN, line);
        }
    }

    /// A row of one line.
    pub(super) fn fact(&mut self, label: &'static str, line: &Line) {
        self.row(label, |cell| cell.line(line));
    }

    /// A row of prose.
    pub(super) fn prose(&mut self, label: &'static str, prose: &Prose) {
        self.row(label, |cell| cell.prose(prose));
    }

    /// Rows that belong to the one before.
    pub(super) fn nested(&mut self, fill: impl FnOnce(&mut Self)) {
        self.indent += 2;
        fill(self);
        self.indent -= 2;
    }

    /// A blank line, unless there is one.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The text, which ends with one line break.
    pub(super) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }

    /// A line that begins at `column`, behind its label if it has one.
    fn push(&mut self, label: &str, column: usize, line: &str) {
        let blanks = " ".repeat(column.saturating_sub(label.len()));
        let indent = " ".repeat(self.indent);
        let label = match label {
            "" => String::new(),
            label => paint(self.look, Paint::Heading, label),
        };
        let line = format!("{indent}{label}{blanks}{line}");
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

impl Cell {
    fn new(width: usize) -> Self {
        Self {
            lines: Vec::new(),
            width,
        }
    }

    pub(super) fn line(&mut self, line: &Line) {
        self.lines.extend(line.wrapped(self.width));
    }

    /// An item of a list.
    pub(super) fn item(&mut self, fill: impl FnOnce(&mut Self)) {
        self.marked("- ", fill);
    }

    pub(super) fn prose(&mut self, prose: &Prose) {
        self.blocks(prose.blocks());
    }

    /// A line of a file, without the blanks around it. Where it is too long,
    /// the part around `at` is shown, which counts characters.
    pub(super) fn quote(&mut self, line: &str, at: usize) {
        let room = self.width.saturating_sub("| .. ..".len()).max(1);
        let before = line.chars().take_while(|c| c.is_whitespace()).count();
        let text: Vec<char> = line.trim().replace('\t', " ").chars().collect();
        let at = at.saturating_sub(before).min(text.len());
        let start = if text.len() <= room || at < room / 2 {
            0
        } else {
            // A word that does not begin there is left out, unless it holds `at`.
            let near = at.saturating_sub(room / 3);
            let blank = text[near..at].iter().position(|c| *c == ' ');
            near + blank.unwrap_or(0)
        };
        let end = text.len().min(start + room);
        let shown: String = text[start..end].iter().collect();
        let before = if start > 0 { "| .." } else { "| " };
        let after = if end < text.len() { ".." } else { "" };
        self.lines
            .push(format!("{before}{}{after}", visible(&shown)));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.lines.push(String::new());
            }
            self.block(block);
        }
    }

    /// One part of prose.
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(inlines) => self.line(Line::default().inlines(inlines)),
            Block::Code(code) => {
                let lines = code
                    .text
                    .lines()
                    .map(|line| format!("    {}", visible_line(line)));
                self.lines.extend(lines);
            }
            Block::List(list) => match list.start {
                None => {
                    for item in &list.items {
                        self.item(|cell| cell.blocks(item));
                    }
                }
                Some(start) => {
                    for (number, item) in (start..).zip(&list.items) {
                        self.marked(&format!("{number}. "), |cell| cell.blocks(item));
                    }
                }
            },
        }
    }

    fn marked(&mut self, mark: &str, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::new(self.width.saturating_sub(mark.len()));
        fill(&mut inner);
        for (at, line) in inner.lines.into_iter().enumerate() {
            let blanks = " ".repeat(mark.len());
            let before = if at == 0 { mark } else { &blanks };
            self.lines.push(format!("{before}{line}"));
        }
    }
}

//! Tables in GitHub's form.

use std::ops::Range;

use super::{Markdown, Place};

/// A table that is being written. A column in which no row says anything is
/// left out.
#[derive(Debug)]
pub(crate) struct Table {
    heads: &'static [&'static str],
    /// What stands in the cells, one after the other, a line each.
    text: Markdown,
    /// Where each cell stands in it, row by row.
    cells: Vec<Range<usize>>,
}

impl Table {
    /// A table for `place` with these heads.
    pub(crate) fn new(place: Place, heads: &'static [&'static str]) -> Self {
        let text = Markdown {
            in_cell: true,
            ..Markdown::new(place)
        };
        let cells = Vec::new();
        Self { heads, text, cells }
    }

    /// A new row; its cells follow, one for each head.
    pub(crate) fn row(&mut self) -> &mut Self {
        debug_assert!(self.cells.len().is_multiple_of(self.heads.len()));
        self
    }

    /// The next cell of the row.
    pub(crate) fn cell(&mut self, fill: impl FnOnce(&mut Markdown)) -> &mut Self {
        let start = self.text.text.len();
        fill(&mut self.text);
        let cell = &self.text.text[start..];
        // Other blanks than these may be text.
        let trimmed = cell.trim_start_matches([' ', '\n']);
        let start = start + (cell.len() - trimmed.len());
        let length = trimmed.trim_end_matches([' ', '\n']).len();
        self.cells.push(start..start + length);
        // The next cell begins a line, as this one did.
        self.text.text.push('\n');
        self
    }

    /// The lines of the table.
    pub(super) fn print(&self, out: &mut String) {
        let rows = || self.cells.chunks(self.heads.len());
        let says = |column: &usize| rows().any(|row| !row[*column].is_empty());
        let columns: Vec<usize> = (0..self.heads.len()).filter(says).collect();
        if columns.is_empty() {
            return;
        }
        line(out, columns.iter().map(|column| self.heads[*column]));
        line(out, columns.iter().map(|_| "---"));
        out.reserve(self.text.text.len());
        for row in rows() {
            let cell = |column: &usize| &self.text.text[row[*column].clone()];
            line(out, columns.iter().map(cell));
        }
    }
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(cell);
        out.push_str(" |");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_says_nothing_is_left_out() {
        let mut table = Table::new(Place::Page, &["A", "B", "C"]);
        for text in ["a|b", ""] {
            table
                .row()
                .cell(|cell| {
                    cell.text(text);
                })
                .cell(|cell| {
                    cell.text(" ");
                })
                .cell(|cell| {
                    cell.number(1);
                });
        }
        let mut page = Markdown::new(Place::Page);
        page.table(&table);
        assert_eq!(
            page.finish(),
            "| A | C |\n| --- | --- |\n| a\\|b | 1 |\n|  | 1 |\n\n"
        );
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        let mut page = Markdown::new(Place::Page);
        page.table(&Table::new(Place::Page, &["A"]));
        assert_eq!(page.finish(), "");
    }
}

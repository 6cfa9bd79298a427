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
    /// Whether a row says something in each column.
    says: Vec<bool>,
    /// Whether the head and some rows were printed already.
    begun: bool,
}

impl Table {
    /// A table for `place` with these heads.
    pub(crate) fn new(place: Place, heads: &'static [&'static str]) -> Self {
        Self {
            heads,
            text: cells(String::new(), place),
            cells: Vec::new(),
            says: vec![false; heads.len()],
            begun: false,
        }
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
        self.says[self.cells.len() % self.heads.len()] |= length > 0;
        self.cells.push(start..start + length);
        // The next cell begins a line, as this one did.
        self.text.text.push('\n');
        self
    }

    /// Whether a part of the table was printed already.
    pub(super) fn is_begun(&self) -> bool {
        self.begun
    }

    /// The lines of the table, but for those that were printed already.
    pub(super) fn print(&self, out: &mut String) {
        let says = |column: &usize| self.says[*column];
        let columns: Vec<usize> = (0..self.heads.len()).filter(says).collect();
        if columns.is_empty() {
            return;
        }
        if !self.begun {
            line(out, columns.iter().map(|column| self.heads[*column]));
            line(out, columns.iter().map(|_| "---"));
        }
        out.reserve(self.text.text.len());
        for row in self.cells.chunks(self.heads.len()) {
            let cell = |column: &usize| &self.text.text[row[*column].clone()];
            line(out, columns.iter().map(cell));
        }
    }

    /// Prints the rows so far and forgets them, if no column can be left out any
    /// more.
    pub(super) fn print_early(&mut self, out: &mut String) {
        if self.says.iter().all(|says| *says) {
            self.print(out);
            self.begun = true;
            self.cells.clear();
            self.text = cells(std::mem::take(&mut self.text.text), self.text.place);
        }
    }
}

/// Cells of a table for `place`, in the memory of a text that is no longer needed.
fn cells(text: String, place: Place) -> Markdown {
    Markdown {
        in_cell: true,
        ..Markdown::reusing(text, place)
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
    fn rows_that_are_printed_early_are_those_of_a_whole_table() {
        let fill = |table: &mut Table, text: &str| {
            let cell = |cell: &mut Markdown| {
                cell.text(text);
            };
            table.row().cell(cell).cell(|cell| {
                cell.text(" x ");
            });
        };
        for texts in [["a", "", "b"], ["", "a", ""], ["", "", ""], ["", "", "a"]] {
            let mut whole = Table::new(Place::Page, &["A", "B"]);
            let mut early = Table::new(Place::Page, &["A", "B"]);
            let (mut page, mut early_page) =
                (Markdown::new(Place::Page), Markdown::new(Place::Page));
            for text in texts {
                fill(&mut whole, text);
                fill(&mut early, text);
                early_page.rows_so_far(&mut early);
            }
            page.table(&whole);
            early_page.table(&early);
            assert_eq!(page.finish(), early_page.finish(), "{texts:?}");
        }
    }

    #[test]
    fn rows_are_printed_as_soon_as_no_column_can_be_left_out() {
        let mut table = Table::new(Place::Page, &["A", "B"]);
        table
            .row()
            .cell(|cell| {
                cell.raw("a");
            })
            .cell(|cell| {
                cell.raw(" \n b \n");
            });
        let mut page = Markdown::new(Place::Page);
        page.rows_so_far(&mut table);
        assert!(table.is_begun());
        assert_eq!(page.text, "| A | B |\n| --- | --- |\n| a | b |\n");
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        let mut page = Markdown::new(Place::Page);
        page.table(&Table::new(Place::Page, &["A"]));
        assert_eq!(page.finish(), "");
    }
}

//! Tables in GitHub's form.

use super::{Markdown, Place};

/// A table that is being written. A column in which no row says anything is
/// left out.
#[derive(Debug)]
pub(crate) struct Table {
    place: Place,
    heads: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table for `place` with these heads.
    pub(crate) fn new(place: Place, heads: &'static [&'static str]) -> Self {
        Self {
            place,
            heads,
            rows: Vec::new(),
        }
    }

    /// A new row; its cells follow, one for each head.
    pub(crate) fn row(&mut self) -> &mut Self {
        self.rows.push(Vec::with_capacity(self.heads.len()));
        self
    }

    /// The next cell of the row.
    pub(crate) fn cell(&mut self, fill: impl FnOnce(&mut Markdown)) -> &mut Self {
        let mut cell = Markdown {
            in_cell: true,
            ..Markdown::new(self.place)
        };
        fill(&mut cell);
        let row = self.rows.last_mut().expect("`row` stands before `cell`");
        // Other blanks than these may be text.
        row.push(cell.text.trim_matches([' ', '\n']).to_owned());
        self
    }

    /// The lines of the table.
    pub(super) fn print(&self, out: &mut String) {
        let says = |column: &usize| self.rows.iter().any(|row| !row[*column].is_empty());
        let columns: Vec<usize> = (0..self.heads.len()).filter(says).collect();
        let mut line = |cells: Vec<&str>| {
            out.push_str("| ");
            out.push_str(&cells.join(" | "));
            out.push_str(" |\n");
        };
        if columns.is_empty() {
            return;
        }
        line(columns.iter().map(|column| self.heads[*column]).collect());
        line(columns.iter().map(|_| "---").collect());
        for row in &self.rows {
            line(columns.iter().map(|column| row[*column].as_str()).collect());
        }
    }
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

//! Listings as columns: aligned for a person, with tabs for a program.

use std::iter;

use super::Row;
use crate::console::{Stream, visible};

const COLUMNS: usize = 6;
/// The widest cell that others of its column are aligned with.
const WIDEST: usize = 80;
const HEADING: [&str; COLUMNS] = ["CATALOG", "CODE", "STATUS", "SECTION", "ADVICE", "MESSAGE"];

/// How columns are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A heading, and blanks up to the width of the column.
    Aligned,
    /// No heading, and a tab.
    Tabs,
}

impl Layout {
    pub(super) fn of(stream: Stream) -> Self {
        match stream {
            Stream::Terminal => Self::Aligned,
            Stream::Other => Self::Tabs,
        }
    }
}

pub(super) fn table(rows: &[Row<'_>], layout: Layout) -> String {
    print(rows.iter().map(cells).collect(), layout)
}

fn cells(row: &Row<'_>) -> [String; COLUMNS] {
    let codes = row.entry.codes.iter().map(|it| it.code.to_string());
    let statuses = row.listing.statuses.iter().map(ToString::to_string);
    let section = row.section().map(|section| section.id.to_string());
    let action = row.action().map(|action| action.word().to_owned());
    [
        row.catalog.id.to_string(),
        codes.collect::<Vec<_>>().join(" / "),
        statuses.collect::<Vec<_>>().join(", "),
        section.unwrap_or_default(),
        action.unwrap_or_default(),
        row.entry.message.text.to_string(),
    ]
    .map(|cell| visible(if cell.is_empty() { "-" } else { &cell }))
}

fn print(mut lines: Vec<[String; COLUMNS]>, layout: Layout) -> String {
    if layout == Layout::Aligned {
        lines.insert(0, HEADING.map(str::to_owned));
    }
    let widths = widths(&lines);
    let mut text = String::new();
    for line in &lines {
        let (last, cells) = line.split_last().expect("a line has columns");
        for (cell, width) in cells.iter().zip(widths) {
            text.push_str(cell);
            match layout {
                Layout::Aligned => {
                    let blanks = width.saturating_sub(cell.chars().count()) + 2;
                    text.extend(iter::repeat_n(' ', blanks));
                }
                Layout::Tabs => text.push('\t'),
            }
        }
        text.push_str(last);
        text.push('\n');
    }
    text
}

/// The width of each column, in characters: that of its widest cell that does not
/// stand out, so that one long list of statuses does not push all rows aside.
fn widths(lines: &[[String; COLUMNS]]) -> [usize; COLUMNS] {
    std::array::from_fn(|column| {
        let cells = lines.iter().map(|line| line[column].chars().count());
        cells.filter(|width| *width <= WIDEST).max().unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<[String; COLUMNS]> {
        [
            ["parcel", "PARCEL_LOST", "410", "-", "stop", "Lost."],
            ["parcel", "É / B", "400, 422", "pickups", "-", "Two."],
        ]
        .map(|line| line.map(str::to_owned))
        .into()
    }

    #[test]
    fn a_terminal_gets_aligned_columns_under_a_heading() {
        assert_eq!(
            print(lines(), Layout::Aligned),
            "CATALOG  CODE         STATUS    SECTION  ADVICE  MESSAGE\n\
             parcel   PARCEL_LOST  410       -        stop    Lost.\n\
             parcel   É / B        400, 422  pickups  -       Two.\n"
        );
    }

    #[test]
    fn a_cell_that_stands_out_moves_only_its_own_row() {
        let mut lines = lines();
        lines[0][2] = "4".repeat(70_000);
        let printed = print(lines, Layout::Aligned);
        let mut rows = printed.lines();
        assert_eq!(
            rows.next(),
            Some("CATALOG  CODE         STATUS    SECTION  ADVICE  MESSAGE")
        );
        assert!(
            rows.next()
                .is_some_and(|row| row.ends_with("4  -        stop    Lost."))
        );
        assert_eq!(
            rows.next(),
            Some("parcel   É / B        400, 422  pickups  -       Two.")
        );
    }

    #[test]
    fn a_pipe_gets_a_tab_between_columns_and_no_heading() {
        assert_eq!(
            print(lines(), Layout::Tabs),
            "parcel\tPARCEL_LOST\t410\t-\tstop\tLost.\n\
             parcel\tÉ / B\t400, 422\tpickups\t-\tTwo.\n"
        );
    }
}

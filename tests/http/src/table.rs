//! The table that the client prints.

use std::fmt;

use crate::api::errcat::{Advice, Scope};
use crate::damage::Damage;

/// A response in a line. Its texts may be off the wire: the table shows them so
/// that they can't give orders to a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The catalog.
    pub catalog: &'static str,
    /// The status of the response.
    pub status: u16,
    /// The code, known or not.
    pub code: String,
    /// The type that the error became, or why it became none.
    pub kind: &'static str,
    /// What to do.
    pub advice: String,
    /// The details, or what is known of the body instead.
    pub details: String,
}

impl Row {
    /// The same row, of a body that is damaged.
    #[must_use]
    pub fn of_damage(mut self, damage: Damage) -> Self {
        let about = format!("({}) {}", damage.name(), self.details);
        about.trim_end().clone_into(&mut self.details);
        self
    }

    fn cells(&self) -> [String; COLUMNS.len()] {
        let status = self.status.to_string();
        let texts = [
            self.catalog,
            &status,
            &self.code,
            self.kind,
            &self.advice,
            &self.details,
        ];
        texts.map(harmless)
    }
}

const COLUMNS: [&str; 6] = [
    "catalog",
    "status",
    "code",
    "decoded as",
    "advice",
    "details",
];

/// Rows under each other.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a>(pub &'a [Row]);

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = COLUMNS.map(str::to_owned);
        let rows: Vec<_> = self.0.iter().map(Row::cells).collect();
        let lines = || std::iter::once(&head).chain(&rows);
        let width = |at: usize| lines().map(|it| it[at].chars().count()).max();
        for cells in lines() {
            let cells = cells.iter().enumerate().map(|(at, cell)| {
                let width = width(at).unwrap_or_default();
                format!("{cell:width$}")
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// The same text, on one line and in one direction.
fn harmless(text: &str) -> String {
    let shown = text.chars().take(LONGEST_CELL).map(|it| match it {
        '"' | '\'' | '\\' => it.to_string(),
        _ => it.escape_debug().to_string(),
    });
    shown.collect()
}

/// The most characters of a text that are shown.
const LONGEST_CELL: usize = 100;

/// What to do, in a few words, with what in the catalog says so.
#[derive(Clone, Copy, Debug)]
pub struct InWords<'a>(pub &'a Advice);

impl fmt::Display for InWords<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((action, basis)) = self.0.action.zip(self.0.basis) else {
            return f.write_str("not documented");
        };
        f.write_str(&word(action))?;
        if let Some(delay) = self.0.delay {
            write!(f, " {delay:?}")?;
        }
        if let Some(place) = &self.0.to {
            write!(f, " to {place}")?;
        }
        if let Some(attempts) = self.0.attempts {
            write!(f, ", {attempts} attempts")?;
        }
        if self.0.scope != Scope::Request {
            write!(f, ", holds back the {}", word(self.0.scope))?;
        }
        write!(f, " [{}]", word(basis))
    }
}

/// The name of a variant, as a word.
fn word(variant: impl fmt::Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

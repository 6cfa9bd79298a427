//! Whether to colour, and with what.
//!
//! A terminal gets colours unless `NO_COLOR` is set, a file or pipe does not;
//! `--color` overrules both.

use std::env;
use std::ffi::OsString;

use clap::ValueEnum;
use errcat_codegen::{Look, Severity};

/// The values of `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Into files and pipes too
    Always,
    /// Not at all
    Never,
}

/// What stands out in our own lines; findings are coloured by the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// The word `error`.
    Error,
    /// The word `warning`.
    Warning,
    /// A line that a diff takes away.
    Removed,
    /// A line that a diff adds.
    Added,
    /// Where a diff is.
    Place,
    /// What an explanation is about, and the names of its parts.
    Heading,
}

impl Paint {
    /// What a finding of that weight stands out with.
    pub(crate) fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }
}

/// The look of a stream.
pub(crate) fn look(when: When, is_terminal: bool) -> Look {
    let wanted = match when {
        When::Always => true,
        When::Never => false,
        When::Auto => is_terminal && !is_refused(),
    };
    if wanted { Look::Coloured } else { Look::Plain }
}

/// Text in a colour, if colours are wanted.
pub(crate) fn paint(look: Look, paint: Paint, text: &str) -> String {
    let code = match (look, paint) {
        (Look::Plain, _) => return text.to_owned(),
        (Look::Coloured, Paint::Error) => "1;91",
        (Look::Coloured, Paint::Warning) => "1;93",
        (Look::Coloured, Paint::Removed) => "31",
        (Look::Coloured, Paint::Added) => "32",
        (Look::Coloured, Paint::Place) => "36",
        (Look::Coloured, Paint::Heading) => "1",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}

/// What `--color` says, for help and usage errors: they are printed before
/// the arguments are understood.
pub(crate) fn for_help(arguments: &[OsString]) -> When {
    let mut choice = When::Auto;
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        let value = match word.split_once('=') {
            Some(("--color", value)) => Some(value),
            _ if word == "--color" => words.next(),
            _ => None,
        };
        if let Some(Ok(when)) = value.map(|value| When::from_str(value, false)) {
            choice = when;
        }
    }
    choice
}

impl From<When> for clap::ColorChoice {
    fn from(when: When) -> Self {
        match when {
            When::Auto => Self::Auto,
            When::Always => Self::Always,
            When::Never => Self::Never,
        }
    }
}

/// `NO_COLOR` counts if it is set and not empty; a dumb terminal has no colours.
fn is_refused() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var_os("TERM").is_some_and(|value| value == "dumb")
}

//! How findings are printed: `check --format`.
//!
//! [`Console`](crate::console::Console) is the caller. A format turns a
//! [`Report`] into one text for one of the two streams; what is promised about
//! each text stands in `FORMATS.md`. Deliberately absent: what a run did and
//! how it ended in a word, which goes to standard error whatever the format.

mod github;
mod human;
mod json;
mod repository;
mod sarif;
mod short;

use std::fmt::Write as _;

use clap::ValueEnum;
use errcat_codegen::{Diagnostics, Look, Severity, visible};
use serde::Serialize;

pub(crate) use self::github::for_log;
use self::github::is_runner;

/// The values of `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The lines at fault, underlined, with advice
    Human,
    /// One line for each finding
    Short,
    /// One JSON object
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// What a run has to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Report<'a> {
    /// What was found, in the sources that were read.
    pub(crate) found: &'a Diagnostics,
    /// Why the run could not do what was asked, if it could not.
    pub(crate) failure: Option<&'a str>,
}

/// The stream that a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    /// Standard output.
    Data,
    /// Standard error.
    Report,
}

impl Format {
    /// What is printed where `--format` says this, or says nothing.
    pub(crate) fn chosen(given: Option<Self>) -> Vec<Self> {
        match given {
            Some(format) => vec![format],
            // Annotations show on the page of a change; the log is for people.
            None if is_runner() => vec![Self::Github, Self::Human],
            None => vec![Self::Human],
        }
    }

    pub(crate) fn channel(self) -> Channel {
        match self {
            Self::Human | Self::Short => Channel::Report,
            Self::Json | Self::Github | Self::Sarif => Channel::Data,
        }
    }

    /// The whole text. Only what is for people has a look.
    pub(crate) fn render(self, report: Report<'_>, look: Look) -> String {
        match self {
            Self::Human => human::render(report, look),
            Self::Short => short::render(report, look),
            Self::Json => json::render(report),
            Self::Github => github::render(report),
            Self::Sarif => sarif::render(report),
        }
    }
}

/// A severity in a word: every format has the same.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A JSON text, with all that hides or steers a terminal as `\u....`, and with
/// nothing that the runner of GitHub Actions takes for an order in the middle of
/// a line: both can only stand in strings.
pub(crate) fn document(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("keys are text, numbers finite");
    let mut document = String::with_capacity(text.len() + 1);
    let mut units = [0; 2];
    for character in text.chars() {
        let mut bytes = [0; 4];
        let written = character.encode_utf8(&mut bytes);
        if character == '\n' || visible(written) == *written {
            document.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(document, "\\u{unit:04x}");
            }
        }
    }
    document.push('\n');
    document.replace("##[", "##\\u005b")
}

//! `short`: one line for each finding, as compilers print them, for what reads
//! compilers: vim's `errorformat`, a problem matcher of VS Code.
//!
//! Such readers take the rest of the line as the message, so the advice stands
//! at its end. Related places are left out: a second place on a line, or a
//! line of its own, would be taken for another finding.

use std::fmt::Write as _;

use errcat_codegen::{Diagnostic, Diagnostics, Look, visible};

use super::Report;
use crate::colour::{self, Paint};

pub(super) fn render(report: Report<'_>, look: Look) -> String {
    let found = report.found;
    found
        .iter()
        .map(|finding| line(found, finding, look))
        .collect()
}

fn line(found: &Diagnostics, finding: &Diagnostic, look: Look) -> String {
    let path = visible(found.source(finding.span()).path());
    let place = found.position(finding.span());
    let severity = finding.severity();
    let weight = format!("{}[{}]", super::word(severity), finding.id());
    let weight = colour::paint(look, Paint::of(severity), &weight);
    let mut line = format!("{path}:{}:{}: {weight}: ", place.line, place.column);
    line.push_str(finding.message());
    if !finding.help_lines().is_empty() {
        // Lines to write become words: a finding is one line here.
        let words = finding.help_lines().join("; ");
        let words: Vec<&str> = words.split_whitespace().collect();
        let _ = write!(line, " (help: {})", words.join(" "));
    }
    line.push('\n');
    line
}

//! EC0002: a character that a reader can't see.

use super::yaml_syntax::UNREAD;
use super::{Level, Rule};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0002",
    name: "hidden-character",
    level: Level::Deny,
    explain: include_str!("hidden_character.md"),
    check: None,
};

/// The character stands in the file itself.
pub(crate) fn raw(report: &mut Report, span: Span, character: char) {
    let finding = report.raise(
        &RULE,
        span,
        format!("there is a hidden character here: {}", name(character)),
    );
    finding
        .help("delete it, or write what it stands for in plain text")
        .help(UNREAD);
    if is_nothing(character) {
        finding.mend(Mend::Write(span, String::new()));
    }
}

/// All lines of the file end in a carriage return, of which `span` is the first.
pub(crate) fn line_ends(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "the lines of this file end in CR alone")
        .help("save it with LF as the line end")
        .help(UNREAD);
}

/// The character comes from an escape sequence in a quoted text.
pub(crate) fn escaped(report: &mut Report, span: Span, character: char, place: Place) {
    let message = format!("this escape makes a hidden character: {}", name(character));
    let finding = report.raise(&RULE, span, message);
    finding.help("delete it, or write what it stands for in plain text");
    if is_nothing(character)
        && let Place::Escape = place
    {
        finding.mend(Mend::Write(span, String::new()));
    }
}

/// What a finding about an escape points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The escape itself.
    Escape,
    /// The text that holds it somewhere.
    Text,
}

/// Whether a character can go without changing what anyone reads. Joiners shape
/// letters and emoji, and marks of direction turn text: of these only the
/// author knows.
fn is_nothing(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Blanks that look like a space stand where only a space can.
pub(crate) fn blank(report: &mut Report, span: Span, written: &str) {
    let number = written.chars().next().map_or(0, u32::from);
    let message =
        format!("this blank looks like a space, but YAML takes it for text: U+{number:04X}");
    report
        .raise(&RULE, span, message)
        .help("write a plain space instead")
        .mend(Mend::Write(span, " ".repeat(written.chars().count())));
}

/// The character's number, and what it does.
fn name(character: char) -> String {
    let does = match character {
        '\r' => "a carriage return without its line feed",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break that editors don't show",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "it turns the direction of the text"
        }
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => "it takes no space",
        it if it.is_control() => "a control character",
        _ => "it is not for text",
    };
    format!("U+{:04X} ({does})", u32::from(character))
}

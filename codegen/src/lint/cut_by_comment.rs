//! EC0007: a text that a comment cuts short.

use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0007",
    name: "cut-by-comment",
    level: Level::Deny,
    explain: include_str!("cut_by_comment.md"),
    check: None,
};

/// `text` ends where a blank and `#` begin a comment, at `comment`.
pub(crate) fn raise(report: &mut Report, text: Span, comment: Span) {
    report
        .raise(
            &RULE,
            comment,
            "a comment begins here and cuts the text short",
        )
        .related(text, "all that is left of the text")
        .help("quote the whole text; if this is a comment, write a blank after `#`");
}

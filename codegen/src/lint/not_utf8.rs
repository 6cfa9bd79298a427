//! EC0005: the file is not UTF-8.

use super::yaml_syntax::UNREAD;
use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0005",
    name: "not-utf8",
    level: Level::Deny,
    explain: include_str!("not_utf8.md"),
    check: None,
};

/// `offset` is the number of good bytes before the first bad one.
pub(crate) fn raise(report: &mut Report, span: Span, offset: usize) {
    let message = format!("the file is not UTF-8 from here on, at byte {offset}");
    report
        .raise(&RULE, span, message)
        .help("save the file as UTF-8")
        .help(UNREAD);
}

/// The file begins with the mark of UTF-16.
pub(crate) fn utf16(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "the file is UTF-16, not UTF-8")
        .help("save the file with the encoding UTF-8")
        .help(UNREAD);
}

//! EC0007: a text that a comment cuts short.

use super::{Level, Rule, shown, yaml_syntax};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0007",
    name: "cut-by-comment",
    level: Level::Deny,
    explain: include_str!("cut_by_comment.md"),
    check: None,
};

/// `text` ends where a blank and `#` begin a comment, at `comment`; `left` is
/// what is left of it.
///
/// Behind a word or a number, `#` may as well begin a comment that was meant as
/// one; behind several words, the sentence goes on.
pub(crate) fn raise(report: &mut Report, text: Span, left: &str, comment: Span) {
    let end = comment.end;
    let finding = report
        .raise(
            &RULE,
            comment,
            "a comment begins here and cuts the text short",
        )
        .related(text, "all that is left of the text")
        .help("quote the whole text; if this is a comment, write a blank after `#`");
    if left.contains(' ') {
        finding.mend(Mend::Quote(Span { end, ..text }));
    }
}

/// A comment stands where the value of `key` was meant to be: `written`.
pub(crate) fn instead(report: &mut Report, comment: Span, key: &str, written: &str) {
    let message = format!("a comment begins here, so `{}` has no value", shown(key));
    report
        .raise(&RULE, comment, message)
        .help(yaml_syntax::quote_it(written))
        .help("if this is a comment, write a blank after `#`, and the value before it");
}

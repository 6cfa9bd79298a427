//! EC0013: a value that does not have its form.

use super::example_mismatch::written::instead;
use super::{Level, Rule, did_you_mean, only_near, shown};
use crate::diag::{Diagnostic, Report};
use crate::mend::Mend;
use crate::model::{Constant, FieldType};
use crate::source::{Span, Spanned};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0013",
    name: "bad-value",
    level: Level::Deny,
    explain: include_str!("bad_value.md"),
    check: None,
};

/// `text` under the key `what` does not have the form that `expected` names.
pub(crate) fn raise<'a>(
    report: &'a mut Report,
    span: Span,
    what: &str,
    text: &str,
    expected: &str,
) -> &'a mut Diagnostic {
    let message = format!("`{what}` can't be `{}`", shown(text));
    report
        .raise(&RULE, span, message)
        .help(format!("write {expected}"))
}

/// The edition is none. Of what is written for it, some is the only edition
/// that there is, in the words of other formats.
pub(crate) fn edition(report: &mut Report, span: Span, text: &str) {
    let finding = raise(
        report,
        span,
        "errcat",
        text,
        "`errcat: 1`: there is no other edition yet",
    );
    if matches!(text.trim(), "v1" | "1.0" | "v1.0" | "01" | "+1") {
        finding.mend(Mend::Write(span, "1".to_owned()));
    }
}

/// `text` is no truth value; `meant` is the one that other formats write so.
pub(crate) fn boolean(
    report: &mut Report,
    span: Span,
    what: &str,
    text: &str,
    meant: Option<bool>,
) {
    let expected = match meant {
        Some(true) => "`true`",
        Some(false) => "`false`",
        None => "`true` or `false`",
    };
    let finding = raise(report, span, what, text, expected);
    if let Some(meant) = meant {
        finding.mend(Mend::Write(span, meant.to_string()));
    }
}

/// A name of the author's choice does not have the form that `expected` names.
pub(crate) fn name(report: &mut Report, span: Span, what: &str, text: &str, expected: &str) {
    let message = format!("a {what} can't be called `{}`", shown(text));
    report
        .raise(&RULE, span, message)
        .help(format!("write {expected}"));
}

/// A number or truth value was quoted, so it is text.
pub(crate) fn quoted(report: &mut Report, span: Span, what: &str, text: &str) {
    report
        .raise(&RULE, span, format!("`{what}` is quoted, so it is text"))
        .help(format!("write `{text}` without quotes"))
        .mend(Mend::Write(span, text.to_owned()));
}

/// Text is empty, or nothing but blanks.
pub(crate) fn blank(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "this text is blank")
        .help("write some text here");
}

/// A text begins or ends with blanks, where they say nothing.
pub(crate) fn blanks_around(report: &mut Report, span: Span, what: &str, meant: &str) {
    report
        .raise(&RULE, span, format!("`{what}` begins or ends with a blank"))
        .help(format!("write it as `{}`", shown(meant)))
        .mend(Mend::Say(span, meant.to_owned()));
}

/// A message, a title or another single line has several.
pub(crate) fn several_lines(report: &mut Report, span: Span, what: &str) {
    report
        .raise(
            &RULE,
            span,
            format!("`{what}` is one line of plain text, and this has several"),
        )
        .help("write it in one line; longer text has its place in `description`");
}

/// A message, a title or another single line has a tab in it.
pub(crate) fn tab(report: &mut Report, span: Span, what: &str, text: &str) {
    let message = format!("`{what}` is plain text, and this has a tab in it");
    report
        .raise(&RULE, span, message)
        .help("write a space instead")
        .mend(Mend::Text(span, text.replace('\t', " ")));
}

/// The value is one of some words, and this is none of them.
pub(crate) fn word(report: &mut Report, span: Span, what: &str, text: &str, words: &[&str]) {
    let finding = report.raise(&RULE, span, format!("`{what}` can't be `{}`", shown(text)));
    finding.help(did_you_mean(text, words.iter().copied(), "choice"));
    if let Some(meant) = only_near(text, words.iter().copied()) {
        finding.mend(Mend::Say(span, meant.to_owned()));
    }
}

/// The level of a lint is none; other linters have other words for them.
pub(crate) fn level(report: &mut Report, span: Span, what: &str, text: &str) {
    let meant = match text.to_ascii_lowercase().as_str() {
        "error" | "forbid" | "fatal" => "deny",
        "warning" => "warn",
        "off" | "ignore" | "none" | "false" => "allow",
        _ => return word(report, span, what, text, &["allow", "warn", "deny"]),
    };
    let expected = format!("`{meant}`; the choices are `allow`, `warn` and `deny`");
    let finding = raise(report, span, what, text, &expected);
    finding.mend(Mend::Write(span, meant.to_owned()));
}

/// After a slot stands a word that says nothing about it.
pub(crate) fn slot_word(report: &mut Report, span: Span, text: &str, words: &[&'static str]) {
    let message = format!("`{}` says nothing about a slot", shown(text));
    let finding = report.raise(&RULE, span, message);
    finding.help(did_you_mean(text, words.iter().copied(), "choice"));
    part(finding, span, text, words.iter().copied());
}

/// A variant asks for a value that its detail, `name`, never has.
pub(crate) fn never(report: &mut Report, value: &Spanned<Constant>, name: &str, kind: &FieldType) {
    let (name, noun) = (shown(name), kind.noun());
    let help = match kind {
        FieldType::Array(_) | FieldType::Object(_) => {
            "tell variants apart by a detail that is a single value".to_owned()
        }
        _ => instead(kind, &value.value),
    };
    report
        .raise(
            &RULE,
            value.span,
            format!("`{name}` is {noun}, so it never has this value"),
        )
        .help(help);
}

/// What replaces an error or a section is that very error or section.
pub(crate) fn own_successor(report: &mut Report, span: Span, what: &str) {
    report
        .raise(&RULE, span, format!("`use` names this {what} itself"))
        .help("write what replaces it, or delete `use`");
}

/// The envelope names a slot that the language does not have.
pub(crate) fn slot(
    report: &mut Report,
    span: Span,
    text: &str,
    slots: impl Iterator<Item = &'static str>,
) {
    let slots: Vec<&str> = slots.collect();
    let finding = report.raise(&RULE, span, format!("there is no slot `${}`", shown(text)));
    finding.help(did_you_mean(text, slots.iter().copied(), "slot"));
    part(finding, span, text, slots);
}

/// A word of a slot, which may be quoted or stand beside others.
fn part(
    finding: &mut Diagnostic,
    at: Span,
    written: &str,
    words: impl IntoIterator<Item = &'static str>,
) {
    if let Some(meant) = only_near(written, words) {
        let (from, to) = (written.to_owned(), meant.to_owned());
        finding.mend(Mend::Part { at, from, to });
    }
}

/// A key of the envelope begins with `$`, where a value was probably meant to.
pub(crate) fn envelope_key(report: &mut Report, span: Span, key: &str) {
    report
        .raise(&RULE, span, format!("`{}` is no key of a body", shown(key)))
        .help("a slot is a value, as in `message: $message`; of the keys only `$inline` and `$slot` begin with `$`");
}

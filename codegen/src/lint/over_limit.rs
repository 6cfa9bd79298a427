//! EC0008: something is larger than errcat reads.

use super::yaml_syntax::UNREAD;
use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::limits::{self, MIB};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0008",
    name: "over-limit",
    level: Level::Deny,
    explain: include_str!("over_limit.md"),
    check: None,
};

/// The text of a source is larger than a file may be.
pub(crate) fn file(report: &mut Report, span: Span) {
    let most = limits::FILE / MIB;
    let message = format!("this file is larger than {most} MiB");
    let finding = report.raise(&RULE, span, message);
    finding.help("split it").help(UNREAD);
}

/// A list or map lies within too many others.
pub(crate) fn depth(report: &mut Report, span: Span) {
    let message = format!("this is nested deeper than {} levels", limits::DEPTH);
    let finding = report.raise(&RULE, span, message);
    finding.help("write it flatter: no catalog needs that many");
    finding.help(UNREAD);
}

/// A text has too many bytes.
pub(crate) fn scalar(report: &mut Report, span: Span) {
    let most = limits::SCALAR / MIB;
    report
        .raise(&RULE, span, format!("this text is larger than {most} MiB"))
        .help("keep what is needed to tell the error, and link to the rest");
}

/// An item of a list has too many bytes, and not for a text that was reported.
pub(crate) fn item(report: &mut Report, span: Span) {
    if report.has(&RULE, span) {
        return;
    }
    let most = limits::ENTRY / MIB;
    let message = format!("this item of a list is larger than {most} MiB");
    report
        .raise(&RULE, span, message)
        .help("split it, or keep what is needed and link to the rest");
}

/// One value more than a file may hold; the rest is not read.
pub(crate) fn values(report: &mut Report, span: Span) {
    let message = format!("a file has at most {} values", in_groups(limits::VALUES));
    let finding = report.raise(&RULE, span, message);
    finding.help("split the catalog").help(UNREAD);
}

/// A code has too many bytes.
pub(crate) fn code(report: &mut Report, span: Span, code: &str) {
    let most = in_groups(limits::CODE);
    let message = format!("the code `{}` is longer than {most} bytes", shown(code));
    // It begins there; its line is too long to be shown.
    let start = Span {
        end: span.start,
        ..span
    };
    report
        .raise(&RULE, start, message)
        .help("write the code alone; what it means is its `message`");
}

/// The first item of a list, or key of a map, beyond those that it may have.
pub(crate) fn items(report: &mut Report, span: Span) {
    let most = in_groups(limits::ITEMS);
    let message = format!("a list has at most {most} items, and a map as many keys");
    report
        .raise(&RULE, span, message)
        .help("leave out what nobody reads, or split the catalog into several");
}

/// The first code or alias beyond those that a catalog may have.
pub(crate) fn codes(report: &mut Report, span: Span) {
    let most = in_groups(limits::CODES);
    let message = format!("a catalog has at most {most} codes and aliases");
    report
        .raise(&RULE, span, message)
        .help("split it into several catalogs");
}

/// What outputs repeat comes to `bytes`, and most of it stands at `span`.
pub(crate) fn repeated(report: &mut Report, span: Span, bytes: usize) {
    let (bytes, most) = (bytes / MIB, limits::REPEATED / MIB);
    let message = format!("what entries share is repeated at each, which comes to {bytes} MiB");
    report
        .raise(&RULE, span, message)
        .label("this most of all")
        .help(format!(
            "at most {most} MiB are repeated: shorten this, or say it once, as the `description` of the catalog or a section"
        ));
}

/// The variable code at which comparing those of a catalog came to its end.
pub(super) fn compared(report: &mut Report, span: Span) {
    let most = in_groups(limits::COMPARED);
    let message = format!("comparing the variable codes up to here takes more than {most} steps");
    report
        .raise(&RULE, span, message)
        .help("begin or end each with a text of its own, or split the catalog");
}

/// The first error that is not reported any more.
pub(crate) fn errors(report: &mut Report, span: Span) {
    let most = in_groups(limits::ERRORS);
    let message = format!("these are more than {most} errors, so only the first are shown");
    report
        .raise(&RULE, span, message)
        .help("mend those, and run errcat again");
}

/// A number as people read it: `65,534`.
pub(crate) fn in_groups(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join(",")
}

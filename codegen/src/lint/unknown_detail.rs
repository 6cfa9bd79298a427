//! EC0110: a detail that is not declared.

use super::suggest::{list, undeclared};
use super::{Level, Rule, is_enough, nearest, shown};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0110",
    name: "unknown-detail",
    level: Level::Deny,
    explain: include_str!("unknown_detail.md"),
    check: None,
};

/// `known` are the details that there are.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let declare = "declare it under `details:` of the entry";
    undeclared(report, &RULE, (span, written), ("detail", known), declare);
}

/// The same where a slot of the envelope would do as well, as in a `retry`.
pub(crate) fn or_slot<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let most = if is_enough(report) { 0 } else { usize::MAX };
    let known: Vec<&str> = known.take(most).collect();
    let message = format!("no detail and no slot is called `{}`", shown(written));
    let finding = report.raise(&RULE, span, message).joined();
    if let Some(name) = nearest(written, known.iter().copied()) {
        finding.help(format!("did you mean `{name}`?"));
        return;
    }
    if !known.is_empty() {
        finding.help(format!("there are {}", list(&known)));
    }
    finding.help("declare it under `details:` of the entry, or name a slot of the envelope");
}

/// Advice of a row, a type or a section names a detail that none of its errors
/// has. `known` are those that they have.
pub(crate) fn of_shared_advice<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) {
    let declare = "declare it under `details:` of each error that takes this advice and carries it";
    undeclared(report, &RULE, (span, written), ("detail", known), declare);
}

/// A variable part of a code that no detail fills.
pub(crate) fn of_code<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let written = shown(written);
    let message = format!("no detail `{written}` is declared");
    let finding = report.raise(&RULE, span, message).joined();
    let known: Vec<&str> = known.collect();
    match nearest(&written, known.iter().copied()) {
        Some(name) => finding.help(format!("did you mean `{name}`?")),
        None => finding.help(format!(
            "declare it under `details:`, as in `{written}: {{type: integer, in: code}}`"
        )),
    };
}

/// A detail has the name of a variable part, but travels elsewhere.
pub(crate) fn not_in_code(report: &mut Report, span: Span, written: &str) {
    let message = format!(
        "the detail `{}` does not travel in the code",
        shown(written)
    );
    report
        .raise(&RULE, span, message)
        .help("add `in: code` to the detail");
}

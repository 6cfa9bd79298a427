//! EC0018: a lint that there is not, or whose level is fixed.

use super::suggest::surely;
use super::{Level, RULES, Rule, did_you_mean, shown};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0018",
    name: "unknown-lint",
    level: Level::Deny,
    explain: include_str!("unknown_lint.md"),
    check: None,
};

pub(crate) fn raise(report: &mut Report, span: Span, written: &str) {
    let by_id = written.starts_with("EC");
    let adjustable = RULES.iter().filter(|rule| rule.level != Level::Deny);
    let known = adjustable.map(|rule| if by_id { rule.id } else { rule.name });
    let known: Vec<&str> = known.collect();
    let finding = report
        .raise(
            &RULE,
            span,
            format!("there is no lint `{}`", shown(written)),
        )
        .help(did_you_mean(written, known.iter().copied(), "lint"));
    if let Some(meant) = surely(written, &known) {
        finding.mend(Mend::Say(span, meant.to_owned()));
    }
}

/// An error can't be allowed: what it is about can't be compiled.
pub(crate) fn not_adjustable(report: &mut Report, span: Span, rule: &Rule) {
    report
        .raise(&RULE, span, format!("`{}` is always an error", rule.name))
        .help("only warnings have a level; delete this line");
}

/// The same on an entry.
pub(crate) fn not_allowed(report: &mut Report, span: Span, rule: &Rule) {
    report
        .raise(&RULE, span, format!("`{}` is always an error", rule.name))
        .help("only warnings can be allowed; delete this one, and mend what it is about");
}

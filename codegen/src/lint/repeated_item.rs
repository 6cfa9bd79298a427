//! EC0115: a list that names one thing twice.

use super::{Level, Rule};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0115",
    name: "repeated-item",
    level: Level::Deny,
    explain: include_str!("repeated_item.md"),
    check: None,
};

/// The names of headers are the same in any case (RFC 9110, section 5.1).
const ANY_CASE: &str = "the names of headers are the same in any case";

/// An item of a list stands there already; `what` is such an item.
pub(crate) fn raise(report: &mut Report, [first, second]: [Span; 2], what: &str) {
    report
        .raise(&RULE, second, format!("this {what} is listed twice"))
        .related(first, "first listed here")
        .help("delete one");
}

/// The same of a header; its name may be written in another case.
pub(crate) fn header(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "this header is listed twice")
        .related(first, "first listed here")
        .help(format!("delete one; {ANY_CASE}"));
}

/// Two declarations are of one header.
pub(crate) fn declared_header(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "this header is declared twice")
        .related(first, "first declared here")
        .help(format!("keep one; {ANY_CASE}"));
}

/// A variant has neither a text nor a condition of its own.
pub(crate) fn variant(report: &mut Report, [first, second]: [Span; 2]) {
    report
        .raise(&RULE, second, "nothing tells this variant apart")
        .related(first, "this says the same")
        .help("give it a `message` or a `when` of its own, or delete it");
}

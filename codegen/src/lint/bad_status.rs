//! EC0201: a status that is none.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0201",
    name: "bad-status",
    level: Level::Deny,
    explain: include_str!("bad_status.md"),
    check: None,
};

/// `text` is no status; under `http` one has three digits from 100 to 599.
pub(crate) fn raise(report: &mut Report, span: Span, text: &str, http: bool) {
    let (form, help) = if http {
        (
            "an HTTP status",
            "write a number from 100 to 599; if the protocol is not HTTP, say `http: false` at the top",
        )
    } else {
        ("a status", "write a whole number of at most 32 bits")
    };
    report
        .raise(&RULE, span, format!("`{}` is not {form}", shown(text)))
        .help(help);
}

/// The name of a row is none.
pub(crate) fn row(report: &mut Report, span: Span, text: &str, http: bool) {
    let help = if http {
        "a row is a status like `404`, a class like `4xx`, `network` or `other`"
    } else {
        "with `http: false`, a row is a whole number, `network` or `other`"
    };
    let message = format!("`{}` is no row of the status table", shown(text));
    report.raise(&RULE, span, message).help(help);
}

/// A status is listed twice at one place.
pub(crate) fn twice(report: &mut Report, span: Span, text: &str) {
    report
        .raise(&RULE, span, format!("the status `{text}` is listed twice"))
        .help("delete one");
}

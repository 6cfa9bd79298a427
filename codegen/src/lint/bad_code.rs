//! EC0104: a code that is not well formed.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::mend::Mend;
use crate::model::{Code, CodeType};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0104",
    name: "bad-code",
    level: Level::Deny,
    explain: include_str!("bad_code.md"),
    check: None,
};

/// `text` is no code of the catalog's type.
pub(crate) fn raise(report: &mut Report, span: Span, text: &str, expected: CodeType) {
    let (message, help) = match expected {
        CodeType::Integer => {
            let help = "write a whole number like `-32601`, without plus or leading zero; or say `code-type: string`";
            let finding = report.raise(
                &RULE,
                span,
                "with `code-type: integer`, codes are whole numbers",
            );
            finding.joined().help(help);
            return;
        }
        CodeType::String if text.trim().is_empty() => (
            "this code is blank".to_owned(),
            "write what stands on the wire",
        ),
        CodeType::String => (
            format!("`{}` is not a well-formed code", shown(text)),
            "a code has no spaces around it; `{x}` in it is a part that the detail `x` fills, and two such parts have text between them",
        ),
    };
    let finding = report.raise(&RULE, span, message);
    finding.help(help);
    if Code::text(text.trim().to_owned()).is_some() {
        finding.mend(Mend::Say(span, text.trim().to_owned()));
    }
}

/// A code begins on one line and ends on another.
pub(crate) fn over_lines(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "this code goes on over several lines")
        .help("if these are several codes, put a comma after each; a code stands on one line");
}

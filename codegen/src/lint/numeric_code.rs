//! EC0112: codes that are written as numbers, in a catalog whose codes are text.
//!
//! A quoted code is meant as text. So is every code of a catalog in which one
//! code is no number: on the wire, all of them have one type.

use super::{Check, Level, Rule};
use crate::diag::Report;
use crate::model::{Catalog, Code, CodeName, CodeType};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0112",
    name: "numeric-code",
    level: Level::Warn,
    explain: include_str!("numeric_code.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    if catalog.code_type == CodeType::Integer || catalog.doubts.about("code-type") {
        return;
    }
    let mut codes = catalog.entries.iter().flat_map(|entry| &entry.codes);
    if !codes.all(|code| number(code).is_some()) {
        return;
    }
    for entry in &catalog.entries {
        let unquoted = |code: &&CodeName| number(code) == Some(code.span.len());
        for code in entry.codes.iter().filter(unquoted) {
            let message = "this catalog's codes are text, but they are written as numbers";
            report
                .raise(&RULE, code.span, message)
                .joined()
                .about(entry.span)
                .help("if the API sends numbers, say `code-type: integer` at the top; if it sends text, put each code in quotes");
        }
    }
}

/// The length of a code that reads as a whole number.
fn number(code: &CodeName) -> Option<usize> {
    match &code.code {
        Code::Text(text) => Code::integer(text).map(|_| text.len()),
        Code::Integer(_) | Code::Pattern(_) => None,
    }
}

//! EC0502: a code that is no longer sent, where one is named that is.
//!
//! A `ref` to a retired code is no use of it: it says where the document still
//! lists the code.

use super::{Check, Level, Rule, shown};
use crate::diag::{Diagnostic, Report};
use crate::map::Map;
use crate::model::{Catalog, Code, Deprecation, Entry, Span, Successor};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0502",
    name: "retired-code-in-use",
    level: Level::Warn,
    explain: include_str!("retired_code_in_use.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    let retired = catalog.entries.iter().filter_map(|entry| {
        let codes = entry.codes.iter().map(|code| &code.code);
        Some((codes, entry.retired.as_deref()?))
    });
    let retired: Map<&Code, &Deprecation> = retired
        .flat_map(|(codes, it)| codes.map(move |code| (code, it)))
        .collect();
    if retired.is_empty() {
        return;
    }
    let of_rows = catalog.statuses.iter().map(|it| &it.default_code);
    let of_types = catalog.types.iter().map(|it| &it.default_code);
    for code in of_rows.chain(of_types).flatten() {
        if let Some(retired) = retired.get(&code.value) {
            raise(report, code.span, &code.value, retired);
        }
    }
    for entry in &catalog.entries {
        for (code, span) in successors(entry) {
            if let Some(retired) = retired.get(code) {
                raise(report, span, code, retired).about(entry.span);
            }
        }
    }
}

/// The codes that an entry says to use instead of it.
fn successors(entry: &Entry) -> impl Iterator<Item = (&Code, Span)> {
    let ends = entry.deprecated.iter().chain(&entry.retired);
    ends.filter_map(|end| {
        let successor = end.successor.as_ref()?;
        match &successor.value {
            Successor::Code(code) => Some((code, successor.span)),
            Successor::Section(_) => None,
        }
    })
}

fn raise<'a>(
    report: &'a mut Report,
    span: Span,
    code: &Code,
    retired: &Deprecation,
) -> &'a mut Diagnostic {
    let message = format!("the code `{}` is retired", shown(&code.to_string()));
    let finding = report
        .raise(&RULE, span, message)
        .related(retired.span, "it is no longer sent");
    match retired.successor.as_deref() {
        Some(Successor::Code(next)) if next != code => finding.help(format!(
            "name the one to use instead of it, `{}`",
            shown(&next.to_string())
        )),
        _ => finding.help("name a code that is still sent"),
    }
}

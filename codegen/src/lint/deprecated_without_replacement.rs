//! EC0501: something is deprecated, and nothing says what to use instead.
//!
//! What is retired needs no replacement: nobody receives it any more.

use super::{Check, EachEntry, Level, Rule, shown_code};
use crate::diag::{Diagnostic, Report};
use crate::map::Set;
use crate::model::{Catalog, Deprecation};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0501",
    name: "deprecated-without-replacement",
    level: Level::Warn,
    explain: include_str!("deprecated_without_replacement.md"),
    check: Some(Check::Entries(check)),
};

fn check<'a>(catalog: &'a Catalog, report: &mut Report) -> EachEntry<'a> {
    // An entry whose sections all are deprecated has the word of one of them.
    let mut of_sections = Set::new();
    for section in &catalog.sections {
        let Some(deprecated) = &section.deprecated else {
            continue;
        };
        of_sections.insert(deprecated.span);
        if says_nothing(deprecated) && !catalog.doubts.within(section.head) {
            let message = format!(
                "the section `{}` is deprecated, and nothing says what to use instead",
                section.id
            );
            raise(report, deprecated, message, "section");
        }
    }
    Box::new(move |entry, report| {
        let own = entry
            .deprecated
            .as_ref()
            .filter(|it| !of_sections.contains(&it.span));
        let Some(deprecated) = own.filter(|it| says_nothing(it)) else {
            return;
        };
        if !catalog.doubts.within(catalog.own_listing(entry).extent) {
            let message = format!(
                "`{}` is deprecated, and nothing says what to use instead",
                shown_code(entry)
            );
            raise(report, deprecated, message, "code").about(entry.span);
        }
    })
}

fn says_nothing(deprecated: &Deprecation) -> bool {
    deprecated.successor.is_none() && deprecated.note.is_none()
}

fn raise<'a>(
    report: &'a mut Report,
    deprecated: &Deprecation,
    message: String,
    what: &str,
) -> &'a mut Diagnostic {
    report.raise(&RULE, deprecated.span, message).help(format!(
        "add `use:` with the {what} to use instead, or `note:` with what to do"
    ))
}

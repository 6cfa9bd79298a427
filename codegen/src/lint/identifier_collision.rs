//! EC0102: two names give one identifier.

use std::collections::BTreeMap;

use super::{Check, Level, Rule, shown};
use crate::diag::Report;
use crate::model::{Catalog, Code, Ident};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0102",
    name: "identifier-collision",
    level: Level::Deny,
    explain: include_str!("identifier_collision.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    if catalog.spellings.idents.may_repeat() {
        of_codes(catalog, report);
    }
    predicates(catalog, report);
    collisions(
        "sections",
        catalog.sections.iter().map(|it| (&it.ident, it.span)),
        report,
    );
    collisions(
        "types",
        catalog.types.iter().map(|it| (&it.ident, it.span)),
        report,
    );
    let classes = catalog.client_classes();
    collisions(
        "client classes",
        classes.iter().map(|it| (&it.ident, it.span)),
        report,
    );
}

fn of_codes(catalog: &Catalog, report: &mut Report) {
    let mut owners: BTreeMap<&Ident, (&Code, Span)> = BTreeMap::new();
    for code in catalog.entries.iter().flat_map(|entry| &entry.codes) {
        let owner = *owners
            .entry(&code.ident)
            .or_insert((&code.code, code.named_at));
        // Equal codes are `duplicate-code`'s, and one finding is enough.
        if owner.0 != &code.code {
            report
                .raise(
                    &RULE,
                    code.named_at,
                    format!(
                        "`{}` and `{}` both give the identifier `{}`",
                        shown(&owner.0.to_string()),
                        shown(&code.code.to_string()),
                        code.ident
                    ),
                )
                .related(owner.1, "taken here")
                .help("give one of the two a `name:` of its own");
        }
    }
}

/// Each tag becomes a predicate, `is_` and its id, beside those of all codes.
fn predicates(catalog: &Catalog, report: &mut Report) {
    let taken = |id: &str| matches!(id, "error" | "retryable");
    for tag in catalog.tags.iter().filter(|tag| taken(tag.id.as_str())) {
        let message = format!(
            "the tag `{0}` gives the method `is_{0}`, which every code has",
            tag.id
        );
        report
            .raise(&RULE, tag.span, message)
            .help("give the tag another id");
    }
}

fn collisions<'a>(
    what: &str,
    idents: impl Iterator<Item = (&'a Ident, Span)>,
    report: &mut Report,
) {
    let mut owners: BTreeMap<&Ident, Span> = BTreeMap::new();
    for (ident, span) in idents {
        let owner = *owners.entry(ident).or_insert(span);
        if owner != span {
            report
                .raise(
                    &RULE,
                    span,
                    format!("two {what} give the identifier `{ident}`"),
                )
                .related(owner, "taken here")
                .help("rename one of the two");
        }
    }
}

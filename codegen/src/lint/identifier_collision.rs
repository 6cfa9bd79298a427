//! EC0102: two names give one identifier.

use super::{Check, Level, Rule, shown, typed_names};
use crate::diag::Report;
use crate::map::Map;
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
    typed_names::check(catalog, report);
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
    let mut owners: Map<&Ident, (&Code, Span)> = Map::new();
    for code in catalog.entries.iter().flat_map(|entry| &entry.codes) {
        let owner = *owners.or_insert(&code.ident, (&code.code, code.named_at));
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
    let mut owners: Map<&Ident, Span> = Map::new();
    for (ident, span) in idents {
        let owner = *owners.or_insert(ident, span);
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

/// The details of a code give a struct of a name that generated modules have.
pub(super) fn taken_struct(report: &mut Report, span: Span, name: &Ident) {
    let message = format!(
        "the details give the struct `{name}`, and generated modules have that name already"
    );
    report
        .raise(&RULE, span, message)
        .help("give the entry a `name:` of other words");
}

/// Details of two places give one struct.
pub(super) fn two_structs(report: &mut Report, span: Span, first: Span, name: &Ident) {
    report
        .raise(
            &RULE,
            span,
            format!("two structs of details have the name `{name}`"),
        )
        .related(first, "taken here")
        .help("give one of the two entries a `name:` of other words");
}

/// Objects of two places of the envelope give one struct.
pub(super) fn two_parts(report: &mut Report, span: Span, first: Span, name: &Ident) {
    report
        .raise(
            &RULE,
            span,
            format!("two objects of the envelope give the struct `{name}`"),
        )
        .related(first, "taken here")
        .help("let one `$any` stand for one of the two objects");
}

/// Two details of one place give one field.
pub(super) fn two_fields(
    report: &mut Report,
    [span, first]: [Span; 2],
    names: [&str; 2],
    field: &Ident,
) {
    report
        .raise(&RULE, span, both(names, field))
        .related(first, "taken here")
        .help("details that differ only in case or signs can't both be fields: declare what holds them as `type: any`");
}

/// Two keys of one object of the envelope give one field.
pub(super) fn two_keys(report: &mut Report, span: Span, names: [&str; 2], field: &Ident) {
    report
        .raise(&RULE, span, both(names, field))
        .help("keys that differ only in case or signs can't both be fields: let one `$any` stand for the object around them");
}

/// A key of the envelope gives the field of what stands beside all keys.
pub(super) fn taken_key(report: &mut Report, span: Span, key: &str) {
    let message = format!(
        "the key `{}` gives the field `beside`, which envelopes have already",
        shown(key)
    );
    report
        .raise(&RULE, span, message)
        .help("let one `$any` stand for the object around it");
}

fn both([first, second]: [&str; 2], ident: &Ident) -> String {
    format!(
        "`{}` and `{}` both give the field `{ident}`",
        shown(first),
        shown(second)
    )
}

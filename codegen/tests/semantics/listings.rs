//! Refs: an entry of the catalog, listed again.

use errcat_codegen::model::Prose;

use crate::support::{broken, catalog, entry};

#[test]
fn a_ref_names_an_entry_of_the_catalog() {
    assert_eq!(
        broken("errors:\n  - {code: A, message: M.}\n  - {ref: B}\n"),
        ["unknown-code"]
    );
    assert_eq!(
        broken("errors:\n  - {code: A, aliases: [B], message: M.}\n  - {ref: B}\n"),
        ["unknown-code"],
        "an alias is read, never written"
    );
}

#[test]
fn a_ref_may_stand_before_its_entry() {
    let catalog = catalog("errors:\n  - {ref: A, description: D.}\n  - {code: A, message: M.}\n");
    let a = entry(&catalog, "A");
    assert_eq!(a.listings, [1, 0], "its own item first");
    assert!(catalog.own_listing(a).texts.is_none());
}

#[test]
fn a_ref_may_name_any_code_of_an_entry() {
    let catalog =
        catalog("errors:\n  - {code: [A, B], message: M.}\n  - {ref: B, source: {line: 2}}\n");
    assert_eq!(entry(&catalog, "A").listings.len(), 2);
}

#[test]
fn what_a_ref_says_is_about_its_listing_only() {
    let catalog = catalog(
        "
errors:
  - {code: A, message: M., description: Own., source: {line: 1}}
  - ref: A
    description: Again.
    causes:
      - Cause.
    fix: Fix.
    source: {line: 2, url: https://parcel.example/b}
    x-argument: temperature
",
    );
    let a = entry(&catalog, "A");
    assert_eq!(
        a.texts
            .description
            .as_deref()
            .map(Prose::to_plain_text)
            .as_deref(),
        Some("Own.")
    );
    assert!(a.texts.causes.is_empty() && a.texts.fix.is_none() && a.extensions.is_empty());
    let again = &catalog.listings[1];
    let texts = catalog.texts(again);
    assert_eq!(
        texts
            .description
            .as_deref()
            .map(Prose::to_plain_text)
            .as_deref(),
        Some("Again.")
    );
    assert_eq!((texts.causes.len(), texts.fix.is_some()), (1, true));
    assert_eq!(
        (again.document_line(), again.extensions.len()),
        (Some(2), 1)
    );
}

#[test]
fn an_item_is_an_entry_or_a_ref() {
    let with = |item: &str| {
        broken(&format!(
            "errors:\n  - {{code: A, message: M.}}\n  - {{{item}}}\n"
        ))
    };
    assert_eq!(with("code: B, ref: A, message: M."), ["conflicting-keys"]);
    assert_eq!(
        with("ref: A, message: M."),
        ["unknown-key"],
        "a ref has no message of its own"
    );
    assert_eq!(
        with("code: B, message: M., canonical: true"),
        ["unknown-key"],
        "only a ref is canonical"
    );
    assert_eq!(with("message: M."), ["missing-key"]);
}

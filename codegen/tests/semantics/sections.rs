//! Sections and types: what they hand down, and to whom.

use errcat_codegen::Target;
use errcat_codegen::model::{Stage, Successor, Text};

use crate::support::{analyze, broken, catalog, entry, statuses};

#[test]
fn a_section_hands_down_status_type_retry_stage_and_deprecation() {
    let catalog = catalog(
        "
types: {t: {description: D.}}
sections:
  s:
    title: S
    status: 404
    type: t
    stage: beta
    retry: {do: act}
    deprecated: {since: '2'}
    errors:
      - {code: A, message: M.}
",
    );
    let a = entry(&catalog, "A");
    assert_eq!(statuses(&catalog, "A"), [404]);
    assert_eq!((a.parent, a.stage), (Some(0), Stage::Beta));
    assert!(catalog.advice(a, a.status()).is_some());
    assert!(a.deprecated.is_some());
}

#[test]
fn only_the_code_items_section_hands_down() {
    let catalog = catalog(
        "
types: {t: {description: D.}}
sections:
  home:
    title: Home
    errors:
      - {code: A, status: 410, message: M.}
  other:
    title: Other
    status: 404
    type: t
    stage: beta
    retry: {do: act}
    errors:
      - {ref: A}
",
    );
    let a = entry(&catalog, "A");
    assert_eq!(statuses(&catalog, "A"), [410]);
    assert_eq!((a.parent, a.stage), (None, Stage::Stable));
    assert!(catalog.advice(a, a.status()).is_none());
    assert_eq!(catalog.home(a).map(|it| it.id.as_str()), Some("home"));
}

#[test]
fn what_an_entry_says_comes_before_what_is_handed_down() {
    let catalog = catalog(
        "
types: {t: {description: D.}, u: {description: D.}}
sections:
  s:
    title: S
    status: 404
    type: t
    stage: beta
    deprecated: {since: '2'}
    errors:
      - {code: A, status: 410, type: u, stage: reserved, deprecated: {since: '1'}, message: M.}
",
    );
    let a = entry(&catalog, "A");
    assert_eq!(statuses(&catalog, "A"), [410]);
    assert_eq!((a.parent, a.stage), (Some(1), Stage::Reserved));
    let since = a.deprecated.as_ref().and_then(|it| it.since.as_ref());
    assert_eq!(since.map(Text::as_str), Some("1"));
}

#[test]
fn text_is_never_inherited() {
    let catalog = catalog(
        "
sections:
  s:
    title: S
    description: D.
    examples:
      - {title: T, language: json, text: '{}'}
    errors:
      - code: A
        message: M.
        description: Own.
        causes:
          - Cause.
        fix: Fix.
      - {ref: A, source: {line: 2}}
      - {code: B, message: M.}
",
    );
    let b = entry(&catalog, "B");
    assert!(b.texts.description.is_none() && b.texts.examples.is_empty());
    let again = catalog.texts(&catalog.listings[1]);
    assert!(again.description.is_none() && again.causes.is_empty() && again.fix.is_none());
}

#[test]
fn an_entry_is_deprecated_by_sections_only_if_all_list_it_so() {
    let catalog = catalog(
        "
sections:
  old:
    title: Old
    deprecated: {since: '2', use: new}
    errors:
      - {code: ONLY_OLD, message: M.}
      - {code: BOTH, message: M.}
      - {code: TWICE, message: M.}
  older:
    title: Older
    deprecated: {since: '1'}
    errors:
      - {ref: TWICE}
  new:
    title: New
    errors:
      - {ref: BOTH}
",
    );
    let deprecated = |code: &str| entry(&catalog, code).deprecated.clone();
    let only = deprecated("ONLY_OLD").expect("its only section is");
    assert_eq!(only.successor.as_deref(), Some(&Successor::Section(2)));
    assert!(deprecated("BOTH").is_none());
    let twice = deprecated("TWICE").expect("both of its sections are");
    assert_eq!(
        twice.since.as_ref().map(Text::as_str),
        Some("2"),
        "its own section speaks"
    );
}

#[test]
fn a_catalog_has_sections_or_a_plain_list_never_both() {
    let section = "sections:\n  s:\n    title: S\n    errors:\n      - {code: A, message: M.}\n";
    let list = "errors:\n  - {code: B, message: M.}\n";
    assert!(broken(section).is_empty() && broken(list).is_empty());
    assert_eq!(broken(&format!("{section}{list}")), ["conflicting-keys"]);
    assert_eq!(broken(""), ["conflicting-keys"]);
}

#[test]
fn sections_and_items_keep_the_order_of_the_document() {
    let catalog = catalog(
        "
sections:
  zebra:
    title: Z
    errors:
      - {code: Z, message: M.}
      - {code: A, message: M.}
  ape:
    title: A
    errors:
      - {ref: Z}
      - {code: M, message: M.}
",
    );
    let sections: Vec<&str> = catalog.sections.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(sections, ["zebra", "ape"]);
    let entries: Vec<String> = catalog
        .entries
        .iter()
        .map(|it| it.code().to_string())
        .collect();
    assert_eq!(entries, ["Z", "A", "M"]);
    let listed: Vec<usize> = catalog.listings.iter().map(|it| it.entry).collect();
    assert_eq!(listed, [0, 1, 0, 2]);
}

#[test]
fn types_tags_and_headers_are_declared() {
    let using = |key: &str| broken(&format!("errors:\n  - {{code: A, message: M., {key}}}\n"));
    assert_eq!(using("type: t"), ["unknown-type"]);
    assert_eq!(using("tags: [t]"), ["unknown-tag"]);
    assert_eq!(using("headers: [T]"), ["unknown-header"]);
}

#[test]
fn headers_match_in_any_case() {
    let catalog = catalog(
        "
headers: {Retry-After: {unit: seconds}}
errors:
  - {code: A, message: M., headers: [retry-AFTER]}
",
    );
    assert_eq!(entry(&catalog, "A").headers, [0]);
    assert_eq!(
        catalog.headers[0].name.as_str(),
        "Retry-After",
        "as documented"
    );
}

#[test]
fn a_tag_is_a_predicate_that_no_code_has_already() {
    let rust = analyze("errors:\n  - {code: A, status: 404, message: M.}\n").emit(&[Target::Rust]);
    let rust = rust.expect("the catalog is clean");
    let file = rust.iter().find(|it| it.path() == "rust/parcel.rs");
    let file = file.expect("the catalog's file").text();
    let taken = file.split("pub fn is_").skip(1);
    let taken: Vec<&str> = taken
        .filter_map(|it| it.split_once('('))
        .map(|it| it.0)
        .collect();
    assert_eq!(taken.len(), 2, "{taken:?}");
    let with = |tag: &str| {
        broken(&format!(
            "tags: {{{tag}: T.}}\nerrors:\n  - {{code: A, message: M., tags: [{tag}]}}\n"
        ))
    };
    for tag in taken {
        assert_eq!(with(tag), ["identifier-collision"], "{tag}");
    }
    assert!(with("privacy").is_empty());
}

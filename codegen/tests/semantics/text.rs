//! Texts: single lines, Markdown, and what stands where nothing is written.

use errcat_codegen::Severity;

use crate::support::{analyze, broken, catalog, rules};

fn with(key: &str, value: &str) -> String {
    format!("errors:\n  - code: A\n    message: M.\n    {key}: {value}\n")
}

#[test]
fn without_a_message_it_is_the_code_in_words() {
    let analysis = analyze("errors:\n  - {code: PARCEL_NOT_FOUND}\n");
    assert_eq!(rules(&analysis), ["missing-message"]);
    assert_eq!(
        analysis.diagnostics().count(Severity::Error),
        0,
        "a lint, no error"
    );
    let message = &analysis.catalogs()[0].entries[0].message;
    assert_eq!(
        (message.text.as_str(), message.given),
        ("Parcel not found.", false)
    );
}

#[test]
fn a_message_is_one_plain_line() {
    assert_eq!(
        broken("errors:\n  - {code: A, message: \"One.\\nTwo.\"}\n"),
        ["bad-value"]
    );
    assert_eq!(
        broken("errors:\n  - {code: A, message: ' '}\n"),
        ["bad-value"]
    );
    let catalog = catalog("errors:\n  - {code: A, message: '**No** <b> `x`'}\n");
    assert_eq!(
        catalog.entries[0].message.text.as_str(),
        "**No** <b> `x`",
        "no Markdown"
    );
}

#[test]
fn prose_is_a_small_markdown_dialect() {
    for good in [
        "'`code`, *emphasis*, [link](https://a.example).'",
        "|\n      Text:\n\n      - one;\n      - two.",
    ] {
        assert!(broken(&with("description", good)).is_empty(), "{good}");
    }
    for bad in [
        "'# Heading'",
        "'<b>bold</b>'",
        "|\n      [ref][1]\n\n      [1]: https://a.example",
        "|\n      Text.\n\n          indented",
    ] {
        let found = broken(&with("fix", bad));
        assert_eq!(found, ["markdown-dialect"], "{bad}");
    }
}

#[test]
fn prose_is_never_in_a_flow_list() {
    let block = "\n      - A comma, here it splits nothing.";
    assert!(broken(&with("causes", block)).is_empty());
    assert_eq!(
        broken(&with("causes", "[A comma, splits it.]")),
        ["prose-in-flow-list"]
    );
}

#[test]
fn what_is_left_out_has_its_default() {
    let catalog = catalog("errors:\n  - {code: A, message: M.}\n");
    assert_eq!(catalog.media_type.as_str(), "application/json");
    assert_eq!(catalog.code_type.word(), "string");
    assert!(catalog.http && catalog.envelope.is_none() && catalog.doc_url.is_none());
}

#[test]
fn a_media_type_has_two_parts() {
    let with = |text: &str| {
        broken(&format!(
            "media-type: {text}\nerrors:\n  - {{code: A, message: M.}}\n"
        ))
    };
    for good in [
        "application/problem+json",
        "application/json; charset=utf-8",
    ] {
        assert!(with(good).is_empty(), "{good}");
    }
    for bad in ["json", "/a/b/", "a/b/c", "application/", "a b/c"] {
        assert_eq!(with(bad), ["bad-value"], "{bad}");
    }
}

#[test]
fn a_base_path_starts_with_a_slash() {
    let with = |path: &str| {
        broken(&format!(
            "sections:\n  s:\n    title: S\n    base-path: {path}\n    errors:\n      - {{code: A, message: M.}}\n"
        ))
    };
    assert!(with("/v1").is_empty());
    assert_eq!(with("v1"), ["bad-value"]);
}

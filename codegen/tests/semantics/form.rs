//! The form of a catalog file.

use errcat_codegen::model::{Constant, Text};
use errcat_codegen::{Config, Source, analyze_sources};

use crate::support::{analyze_file, broken, catalog, rules};

const ITEM: &str = "errors:\n  - {code: A, message: M.}\n";

#[test]
fn scalars_are_taken_as_written() {
    for text in [
        "NO",
        "yes",
        "1.10",
        "0o17",
        "0x1F",
        "12:30",
        "nil",
        "1e3",
        ".nan",
        "-.inf",
        "true",
        "2026-11-21",
        "007",
        "1_000",
        "+1",
    ] {
        let catalog = catalog(&format!(
            "errors:\n  - {{code: {text}, name: N, message: {text}, since: {text}}}\n"
        ));
        let entry = &catalog.entries[0];
        assert_eq!(entry.code().to_string(), text);
        assert_eq!(entry.message.text.as_str(), text);
        assert_eq!(entry.since.as_ref().map(Text::as_str), Some(text));
    }
}

#[test]
fn scalars_that_are_no_numbers_are_refused_where_one_is() {
    for text in [
        "NO", "1.10", "0o17", "0x1F", "12:30", "nil", "1e3", ".nan", "+1", "007", "1_000",
    ] {
        let line = format!("errors:\n  - {{code: A, message: M., source: {{line: {text}}}}}\n");
        assert_eq!(broken(&line), ["bad-value"], "{text}");
        let number = format!("errors:\n  - {{code: A, message: M., code-number: {text}}}\n");
        assert_eq!(broken(&number), ["bad-value"], "{text}");
    }
}

#[test]
fn null_is_no_value() {
    for text in ["null", "Null", "NULL", "~"] {
        let code = format!("errors:\n  - {{code: {text}, message: M.}}\n");
        assert_eq!(broken(&code), ["wrong-type"], "{text}");
        let line = format!("errors:\n  - {{code: A, message: M., source: {{line: {text}}}}}\n");
        assert_eq!(broken(&line), ["wrong-type"], "{text}");
        let quoted = catalog(&format!(
            "errors:\n  - {{code: '{text}', name: N, message: M.}}\n"
        ));
        assert_eq!(quoted.entries[0].code().to_string(), text);
    }
}

#[test]
fn truth_values_are_true_and_false_alone() {
    for text in ["yes", "NO", "on", "True", "FALSE", "1", "'true'"] {
        assert_eq!(
            broken(&format!("http: {text}\n{ITEM}")),
            ["bad-value"],
            "{text}"
        );
    }
    assert!(!catalog(&format!("http: false\n{ITEM}")).http);
}

#[test]
fn numbers_are_not_quoted() {
    let line = "errors:\n  - {code: A, message: M., source: {line: '12'}}\n";
    assert_eq!(broken(line), ["bad-value"]);
    let edition = format!("errcat: '1'\ncatalog: parcel\ntitle: T\n{ITEM}");
    assert_eq!(rules(&analyze_file(&edition)), ["bad-value"]);
}

#[test]
fn there_is_one_edition() {
    let file = |edition: &str| {
        rules(&analyze_file(&format!(
            "errcat: {edition}\ncatalog: parcel\ntitle: T\n{ITEM}"
        )))
    };
    assert!(file("1").is_empty());
    for other in ["2", "1.0", "01", "one"] {
        assert_eq!(file(other), ["bad-value"], "{other}");
    }
}

#[test]
fn an_example_means_what_json_means() {
    let example = |text: &str| {
        let body = format!(
            "errors:\n  - {{code: A, message: M., details: {{x: {{type: any, example: {text}}}}}}}\n"
        );
        catalog(&body).entries[0].details[0].example.clone()
    };
    let as_text = |text: &str| Some(Constant::Text(text.to_owned()));
    assert_eq!(example("404"), Some(Constant::Number("404".to_owned())));
    assert_eq!(
        example("1.10"),
        Some(Constant::Number("1.10".to_owned())),
        "as written"
    );
    assert_eq!(example("'404'"), as_text("404"));
    assert_eq!(example("0o17"), as_text("0o17"));
    assert_eq!(example("NO"), as_text("NO"));
    assert_eq!(example("true"), Some(Constant::Boolean(true)));
    assert_eq!(example("null"), Some(Constant::Null));
}

#[test]
fn a_file_is_one_document() {
    let two = format!("{ITEM}---\nerrcat: 1\n");
    assert_eq!(broken(&two), ["unsupported-yaml"]);
    assert_eq!(rules(&analyze_file("")), ["no-catalog"]);
}

#[test]
fn anchors_aliases_tags_and_merges_are_refused() {
    for bad in ["&a M.", "!!str M.", "*a"] {
        let found = broken(&format!("errors:\n  - {{code: A, message: {bad}}}\n"));
        assert_eq!(found.first(), Some(&"unsupported-yaml"), "{bad}");
    }
    let merge = "errors:\n  - {code: A, message: M., <<: {since: '1'}}\n";
    assert_eq!(broken(merge), ["unsupported-yaml"]);
}

#[test]
fn keys_are_unique_and_known() {
    assert_eq!(
        broken("errors:\n  - {code: A, message: M., message: N.}\n"),
        ["duplicate-key"]
    );
    assert_eq!(
        broken("errors:\n  - {code: A, message: M., mesage: N.}\n"),
        ["unknown-key"]
    );
}

#[test]
fn control_and_bidi_characters_are_refused() {
    for hidden in ['\u{202E}', '\u{2066}', '\u{200B}', '\u{7F}'] {
        let found = broken(&format!(
            "errors:\n  - {{code: A, message: 'M{hidden}.'}}\n"
        ));
        assert!(!found.is_empty(), "{hidden:?}");
        assert!(
            matches!(found[0], "hidden-character" | "yaml-syntax"),
            "{hidden:?}: {found:?}"
        );
    }
}

#[test]
fn the_id_is_the_name_of_the_file() {
    let other = format!("errcat: 1\ncatalog: letter\ntitle: T\n{ITEM}");
    assert_eq!(rules(&analyze_file(&other)), ["catalog-name"]);
    for taken in ["errcat", "index", "type"] {
        let file = format!("errcat: 1\ncatalog: {taken}\ntitle: T\n{ITEM}");
        let source = Source::new(format!("{taken}.yaml"), file);
        let analysis = analyze_sources(vec![source], &Config::default());
        assert_eq!(rules(&analysis), ["catalog-name"], "{taken}");
    }
    let capital = format!("errcat: 1\ncatalog: Parcel\ntitle: T\n{ITEM}");
    assert_eq!(rules(&analyze_file(&capital)), ["bad-value"]);
}

#[test]
fn extensions_are_carried_and_never_interpreted() {
    let catalog = catalog(
        "x-team: {name: Pigeons}\nerrors:\n  - {code: A, message: M., x-soap-fault: Client}\n",
    );
    assert_eq!(catalog.extensions[0].key, "x-team");
    assert_eq!(catalog.entries[0].extensions[0].key, "x-soap-fault");
}

#[test]
fn maps_keep_their_written_order() {
    let catalog = catalog(
        "
statuses: {503: {phrase: P}, 404: {phrase: P}}
tags: {zebra: Z., ape: A.}
errors:
  - {code: A, status: 404, message: M., details: {z: {type: any}, a: {type: any}}}
",
    );
    let rows: Vec<String> = catalog
        .statuses
        .iter()
        .map(|it| it.row.to_string())
        .collect();
    assert_eq!(rows, ["503", "404"]);
    let tags: Vec<&str> = catalog.tags.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(tags, ["zebra", "ape"]);
    let details: Vec<&str> = catalog.entries[0]
        .details
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(details, ["z", "a"]);
}

#[test]
fn all_mistakes_are_found_in_one_run() {
    let found = broken(
        "
errors:
  - {code: A, message: M., tags: [t]}
  - {code: B, status: 999, message: M.}
  - {ref: C}
",
    );
    for rule in ["unknown-tag", "bad-status", "unknown-code"] {
        assert!(found.contains(&rule), "{rule}: {found:?}");
    }
}

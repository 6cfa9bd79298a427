//! Codes: their form, their names, and that each leads to one entry.

use errcat_codegen::model::{Code, Provenance};

use crate::support::{broken, catalog, entry, texts};

/// The rules that two entries break.
fn two(first: &str, second: &str) -> Vec<&'static str> {
    broken(&format!(
        "errors:\n  - {{message: M., {first}}}\n  - {{message: M., {second}}}\n"
    ))
}

const X: &str = "details: {x: {type: string, in: code}}";
const N: &str = "details: {n: {type: integer, in: code}}";

#[test]
fn codes_are_unique_over_entries_aliases_and_patterns() {
    assert_eq!(two("code: A", "code: A"), ["duplicate-code"]);
    assert_eq!(two("code: A, aliases: [B]", "code: B"), ["duplicate-code"]);
    assert_eq!(
        two("code: A, aliases: [C]", "code: B, aliases: [C]"),
        ["duplicate-code"]
    );
    assert_eq!(two("code: [A, B]", "code: B"), ["duplicate-code"]);
    assert_eq!(
        two(
            &format!("code: 'A_{{x}}', {X}"),
            &format!("code: 'A_{{x}}', {X}")
        ),
        ["duplicate-code"]
    );
    assert!(
        two("code: A", "code: a, name: SMALL_A").is_empty(),
        "case counts"
    );
}

#[test]
fn exact_codes_beat_variable_ones() {
    let pattern = format!("code: 'A_{{x}}', {X}");
    assert!(
        two(&pattern, "code: A_B").is_empty(),
        "so this is no conflict"
    );
    assert!(two(&pattern, "code: B, aliases: [A_B]").is_empty());
}

#[test]
fn two_patterns_that_can_match_one_text_are_an_error() {
    let pair = |first: &str, a: &str, second: &str, b: &str| {
        two(
            &format!("code: '{first}', {a}"),
            &format!("code: '{second}', {b}"),
        )
    };
    assert_eq!(pair("A_{x}", X, "A_B_{x}", X), ["ambiguous-patterns"]);
    assert_eq!(pair("A_{x}", X, "{x}_B", X), ["ambiguous-patterns"]);
    assert!(pair("A_{x}_B", X, "A_{n}_B", N).contains(&"ambiguous-patterns"));
    assert_eq!(pair("A_1{n}", N, "A_{n}", N), ["ambiguous-patterns"]);
    let minus = pair("A_-{n}", N, "A_{n}", N);
    assert!(
        minus.contains(&"ambiguous-patterns"),
        "a minus is part of a number"
    );
    assert!(
        pair("A_{n}", N, "A_B_{n}", N).is_empty(),
        "a number takes no letters"
    );
    assert!(pair("A_{n}", N, "A_{n}_B", N).is_empty());
    assert!(pair("A_{x}", X, "B_{x}", X).is_empty());
    let alias = format!("code: B, aliases: ['A_{{x}}'], {X}");
    assert_eq!(
        two(&format!("code: 'A_{{n}}', {N}"), &alias),
        ["ambiguous-patterns"]
    );
}

#[test]
fn spellings_of_one_code_may_overlap() {
    let body =
        format!("errors:\n  - {{code: 'A_{{x}}', aliases: ['A_B_{{x}}'], message: M., {X}}}\n");
    assert!(broken(&body).is_empty(), "both lead to the same code");
}

#[test]
fn code_numbers_are_unique() {
    assert!(two("code: A, code-number: 0", "code: B, code-number: -1").is_empty());
    assert_eq!(
        two("code: A, code-number: 7", "code: B, code-number: 7"),
        ["duplicate-code"]
    );
}

#[test]
fn an_integer_code_is_canonical_decimal() {
    let with = |code: &str| {
        broken(&format!(
            "code-type: integer\nerrors:\n  - {{code: {code}, name: N, message: M.}}\n"
        ))
    };
    for good in ["0", "-32601", "9223372036854775807", "-9223372036854775808"] {
        assert!(with(good).is_empty(), "{good}");
    }
    for bad in [
        "007",
        "+1",
        "-0",
        "1.0",
        "1e3",
        "0x1F",
        "0o17",
        "1_000",
        "A",
        "9223372036854775808",
    ] {
        assert_eq!(with(bad), ["bad-code"], "{bad}");
    }
    assert_eq!(with("'404'"), ["bad-value"], "quoted, it is text");
}

#[test]
fn a_number_in_a_catalog_of_text_is_text() {
    let catalog = catalog("errors:\n  - {code: 007, name: AGENT, message: M.}\n");
    assert_eq!(
        catalog.entries[0].code(),
        &Code::text("007".to_owned()).expect("a code")
    );
}

#[test]
fn a_code_without_words_needs_a_name() {
    assert_eq!(
        broken("errors:\n  - {code: 404, message: M.}\n"),
        ["no-identifier"]
    );
    let catalog = catalog("errors:\n  - {code: 404, name: not found, message: M.}\n");
    assert_eq!(catalog.entries[0].first().ident.as_str(), "NotFound");
}

#[test]
fn a_name_is_the_code_without_its_variable_parts() {
    let catalog = catalog(&format!(
        "errors:\n  - {{code: 'PART_{{x}}_MISSING', message: M., {X}}}\n"
    ));
    assert_eq!(catalog.entries[0].first().ident.as_str(), "PartMissing");
}

#[test]
fn a_name_has_no_place_beside_a_list_of_codes() {
    assert_eq!(
        broken("errors:\n  - {code: [A, B], name: C, message: M.}\n"),
        ["no-identifier"]
    );
}

#[test]
fn identifiers_are_unique() {
    assert_eq!(
        two("code: NOT_FOUND", "code: not-found"),
        ["identifier-collision"]
    );
    assert_eq!(two("code: A", "code: B, name: a"), ["identifier-collision"]);
}

#[test]
fn a_list_of_codes_has_two_or_more() {
    let catalog = catalog("errors:\n  - {code: [A, B], message: M.}\n");
    let both = entry(&catalog, "B");
    assert_eq!(texts(both.codes.iter().map(|it| &it.code)), ["A", "B"]);
    assert_eq!(
        broken("errors:\n  - {code: [A], message: M.}\n"),
        ["wrong-type"]
    );
}

#[test]
fn a_variable_part_is_a_detail_that_travels_in_the_code() {
    let with = |details: &str| {
        broken(&format!(
            "errors:\n  - {{code: 'A_{{x}}', message: M.{details}}}\n"
        ))
    };
    assert_eq!(with(""), ["unknown-detail"]);
    assert_eq!(with(", details: {x: {type: string}}"), ["unknown-detail"]);
    assert!(with(", details: {x: {type: string, in: code}}").is_empty());
    let alias = "errors:\n  - {code: A, aliases: ['A_{x}'], message: M.}\n";
    assert_eq!(broken(alias), ["unknown-detail"], "in an alias as well");
}

#[test]
fn a_code_and_a_name_are_documented_unless_it_is_said() {
    let catalog = catalog(
        "
errors:
  - {code: A, message: M.}
  - {code: B, message: M., source: {code: inferred, name: derived, candidates: [C, D]}}
",
    );
    let known = |code: &str| {
        let entry = entry(&catalog, code);
        (entry.code_provenance, entry.name_provenance)
    };
    assert_eq!(known("A"), (Provenance::Documented, Provenance::Documented));
    assert_eq!(known("B"), (Provenance::Inferred, Provenance::Derived));
    assert_eq!(texts(&entry(&catalog, "B").candidates), ["C", "D"]);
}

#[test]
fn a_link_is_the_entrys_own_else_the_catalogs_with_the_code() {
    let catalog = catalog(
        "
doc-url: https://parcel.example/{code}
errors:
  - {code: A B, message: M.}
  - {code: C, message: M., doc-url: https://parcel.example/own}
",
    );
    let link = |at: usize| catalog.doc_url(&catalog.entries[at], catalog.entries[at].code());
    assert_eq!(link(0).as_deref(), Some("https://parcel.example/A%20B"));
    assert_eq!(link(1).as_deref(), Some("https://parcel.example/own"));
}

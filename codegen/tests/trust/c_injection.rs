//! C. Injection: texts that have broken out of some generator's output, in every
//! place of a catalog, for every target. The rows count pairs of a payload and a
//! place: where the outputs held it, and where the catalog was refused, at that
//! place.

use crate::c_generated::generated;
use crate::injection::everywhere;
use crate::table::row;

/// What must come of a payload in a place.
const MUST: &str = "held as it is in every output, or an error at its place";

fn held(case: u32, input: &str) {
    let seen = everywhere(case).to_string();
    row(&format!("C{case}"), input, MUST, &seen);
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c30_quotes_placeholders_blanks_and_sizes() {
    held(
        30,
        "`\" ' \\ {} {0} %s ${x}`, blanks at the edges, long texts",
    );
}

#[test]
fn c31_line_breaks() {
    held(31, "LF, CR, CRLF, U+0085, U+2028, U+2029, VT, FF, tab");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c32_comments_docs_and_strings() {
    held(
        32,
        "`*/ /* // /// //! #![..] <!-- --> ]]>` and strings of other languages",
    );
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c33_items_of_rust() {
    held(
        33,
        "`*/ compile_error!(..); /*`, `\"]; ..`, items, attributes",
    );
}

#[test]
fn c34_coding_cookies() {
    held(34, "`coding: utf-7` and its like");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c35_characters_that_turn_or_hide_text() {
    held(35, "bidirectional, tag, control and invisible characters");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c36_escapes() {
    held(36, "`\\u000a`, `&#10;`, `%0a`, `%2e%2e`, lone surrogates");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c37_code_for_doctests() {
    let seen = everywhere(37);
    row(
        "C37",
        "code fences of every kind, unclosed, indented code",
        "held as it is, or an error; no doctest, no warning of rustdoc",
        &format!("{seen}; {}", generated()),
    );
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c38_links_items_and_types() {
    held(
        38,
        "`[x]: y`, links, items, `Option<String>`, bare addresses, emphasis",
    );
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c39_html() {
    held(39, "`<script> <img onerror> <svg>`, `javascript:`, `data:`");
}

#[test]
fn c40_json_within_html() {
    held(40, "`</script> <!--`");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c41_tables() {
    held(41, "bars, backslashes before bars, rows of a table");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c42_yaml() {
    held(
        42,
        "tags, anchors, comments, words that YAML takes for something else",
    );
}

#[test]
fn c43_json() {
    held(43, "U+2028, numbers beyond 2^53, words that are no JSON");
}

#[test]
fn c44_template_literals() {
    held(44, "`${x}`, backticks, dollars");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn c45_placeholders() {
    held(45, "unknown, unclosed, doubled, with a format");
}

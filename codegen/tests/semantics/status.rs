//! Statuses: where they come from, and which one stands for a code.

use errcat_codegen::model::{Row, Status, Text};

use crate::support::{broken, catalog, entry, numbers, statuses};

#[test]
fn a_status_is_the_entrys_own_else_the_sections_else_the_types() {
    let catalog = catalog(
        "
types:
  billing_error: {status: 402}
sections:
  parcels:
    title: Parcels
    status: 404
    type: billing_error
    errors:
      - {code: OWN, status: 410, message: M.}
      - {code: OF_SECTION, message: M.}
  billing:
    title: Billing
    type: billing_error
    errors:
      - {code: OF_TYPE, message: M.}
",
    );
    assert_eq!(statuses(&catalog, "OWN"), [410]);
    assert_eq!(statuses(&catalog, "OF_SECTION"), [404]);
    assert_eq!(statuses(&catalog, "OF_TYPE"), [402]);
}

#[test]
fn the_canonical_status_is_the_first_of_the_code_item() {
    let catalog = catalog(
        "
errors:
  - {ref: LOST, status: 404}
  - {code: LOST, status: [410, 400], message: M.}
",
    );
    let lost = entry(&catalog, "LOST");
    assert_eq!(lost.status().map(Status::number), Some(410));
}

#[test]
fn a_canonical_ref_gives_the_canonical_status() {
    let catalog = catalog(
        "
errors:
  - {code: LOST, status: 410, message: M.}
  - {ref: LOST, status: 409}
  - {ref: LOST, status: 404, canonical: true}
",
    );
    let lost = entry(&catalog, "LOST");
    assert_eq!(lost.status().map(Status::number), Some(404));
}

#[test]
fn at_most_one_ref_of_a_code_is_canonical() {
    let found = broken(
        "
errors:
  - {code: LOST, status: 410, message: M.}
  - {ref: LOST, status: 409, canonical: true}
  - {ref: LOST, status: 404, canonical: true}
",
    );
    assert_eq!(found, ["two-canonical-statuses"]);
}

#[test]
fn statuses_are_the_canonical_one_then_the_rest_in_document_order_each_once() {
    let catalog = catalog(
        "
errors:
  - {ref: LOST, status: 400}
  - {code: LOST, status: [410, 409], message: M.}
  - {ref: LOST, status: [409, 422]}
  - {ref: LOST, status: 404, canonical: true}
  - {ref: LOST, status: 410}
",
    );
    assert_eq!(statuses(&catalog, "LOST"), [404, 400, 410, 409, 422]);
}

#[test]
fn a_ref_without_a_status_has_the_entrys_own() {
    let catalog = catalog(
        "
errors:
  - {ref: LOST}
  - {code: LOST, status: [410, 409], message: M.}
  - {ref: LOST, status: 404}
",
    );
    assert_eq!(numbers(&catalog.listings[0].statuses), [410, 409]);
    assert_eq!(statuses(&catalog, "LOST"), [410, 409, 404]);
}

#[test]
fn either_every_entry_has_a_status_or_none_has() {
    let entries = |first: &str, second: &str| {
        format!(
            "errors:\n  - {{code: A, {first}message: M.}}\n  - {{code: B, {second}message: M.}}\n"
        )
    };
    let with = "status: 404, ";
    assert!(broken(&entries(with, with)).is_empty());
    assert!(broken(&entries("", "")).is_empty());
    assert_eq!(broken(&entries(with, "")), ["missing-status"]);
    assert_eq!(broken(&entries("", with)), ["missing-status"]);
}

#[test]
fn status_none_is_a_lone_exception() {
    let body = "
sections:
  parcels:
    title: Parcels
    status: 404
    errors:
      - {code: LOST, message: M.}
      - {code: TIMEOUT, status: none, message: M.}
";
    assert!(
        statuses(&catalog(body), "TIMEOUT").is_empty(),
        "the section's is not taken"
    );
    let in_a_list = "
errors:
  - {code: LOST, status: [404, none], message: M.}
";
    assert_eq!(broken(in_a_list), ["bad-status"]);
}

#[test]
fn statuses_of_http_are_100_to_599() {
    let with = |status: &str| {
        broken(&format!(
            "errors:\n  - {{code: A, status: {status}, message: M.}}\n"
        ))
    };
    for good in ["100", "599"] {
        assert!(with(good).is_empty(), "{good}");
    }
    for bad in ["99", "600", "-404", "0", "0404", "4xx", "404.0"] {
        assert_eq!(with(bad), ["bad-status"], "{bad}");
    }
    assert_eq!(with("'404'"), ["bad-value"], "quoted, it is text");
    assert_eq!(with("[404, 404]"), ["bad-status"], "each once");
}

#[test]
fn without_http_statuses_are_any_numbers_of_32_bits_or_absent() {
    let catalog = catalog(
        "
http: false
errors:
  - {code: A, status: [-2147483648, 0, 2147483647], message: M.}
  - {code: B, message: M.}
",
    );
    assert_eq!(statuses(&catalog, "A"), [i32::MIN, 0, i32::MAX]);
    assert!(statuses(&catalog, "B").is_empty());
    let too_large = "
http: false
errors:
  - {code: A, status: 2147483648, message: M.}
";
    assert_eq!(broken(too_large), ["bad-status"]);
}

#[test]
fn a_row_is_a_status_a_class_network_or_other() {
    let rows = |rows: &str| {
        format!("statuses: {{{rows}}}\nerrors:\n  - {{code: A, status: 404, message: M.}}\n")
    };
    let good = catalog(&rows(
        "404: {phrase: P}, 5xx: {phrase: P}, network: {phrase: P}, other: {phrase: P}",
    ));
    let status = Status::http(404).expect("it is one");
    let found: Vec<Row> = good.statuses.iter().map(|it| it.row).collect();
    assert_eq!(
        found,
        [Row::Status(status), Row::Class(5), Row::Network, Row::Other]
    );
    for bad in ["6xx", "0xx", "40x", "default", "99"] {
        assert_eq!(
            broken(&rows(&format!("{bad}: {{phrase: P}}"))),
            ["bad-status"],
            "{bad}"
        );
    }
}

#[test]
fn without_http_there_are_no_classes() {
    let body = "
http: false
statuses: {5xx: {phrase: P}}
errors:
  - {code: A, message: M.}
";
    assert_eq!(broken(body), ["bad-status"]);
}

#[test]
fn a_phrase_is_the_entrys_own_else_that_of_the_status_row() {
    let catalog = catalog(
        "
statuses: {429: {phrase: Too Many Requests}, 503: {phrase: Unavailable}}
errors:
  - {code: SLOW, status: [429, 503], phrase: Slow Down, message: M.}
  - {code: FAST, status: 429, message: M.}
",
    );
    let phrase = |code: &str, status: i32| {
        let status = Status::http(status).expect("it is one");
        catalog
            .phrase(entry(&catalog, code), status)
            .map(Text::as_str)
    };
    assert_eq!(phrase("SLOW", 429), Some("Slow Down"));
    assert_eq!(phrase("SLOW", 503), Some("Unavailable"));
    assert_eq!(phrase("FAST", 429), Some("Too Many Requests"));
    assert_eq!(phrase("FAST", 404), None);
}

#[test]
fn a_phrase_belongs_to_the_status_beside_which_it_is_written() {
    let catalog = catalog(
        "
errors:
  - {code: SLOW, status: 429, phrase: Slow Down, message: M.}
  - {ref: SLOW, status: 420, phrase: Calm Down, canonical: true}
",
    );
    let slow = entry(&catalog, "SLOW");
    let phrase = |status: i32| {
        let status = Status::http(status).expect("it is one");
        catalog.phrase(slow, status).map(Text::as_str)
    };
    assert_eq!(phrase(429), Some("Slow Down"));
    assert_eq!(phrase(420), Some("Calm Down"));
    assert_eq!(
        catalog.own_phrase(slow).map(Text::as_str),
        Some("Calm Down")
    );
    let reasons: Vec<_> = catalog
        .listings
        .iter()
        .map(|it| catalog.reason(it).map(Text::as_str))
        .collect();
    assert_eq!(reasons, [Some("Slow Down"), Some("Calm Down")]);
}

#[test]
fn a_default_code_is_a_code_of_the_catalog() {
    let body = |code: &str| {
        format!(
            "types: {{t: {{default-code: {code}}}}}\nstatuses: {{4xx: {{default-code: {code}}}}}\n\
             errors:\n  - {{code: A, status: 404, message: M.}}\n"
        )
    };
    let good = catalog(&body("A"));
    let row = good.statuses[0].default_code.as_deref();
    assert_eq!(row.map(ToString::to_string).as_deref(), Some("A"));
    assert_eq!(good.types[0].default_code.as_deref(), row);
    assert_eq!(broken(&body("B")), ["unknown-code"]);
}

//! Details: typed values, the placeholders that name them, and variants.

use errcat_codegen::model::{Direction, FieldType, Travels};

use crate::support::{broken, catalog, entry};

fn with(details: &str) -> String {
    format!("errors:\n  - {{code: A, message: M., details: {{{details}}}}}\n")
}

#[test]
fn a_detail_travels_among_the_details_unless_it_is_said() {
    let catalog = catalog(&with(
        "a: {type: any}, b: {type: any, in: body}, c: {type: any, in: code}, d: {type: any, in: message}",
    ));
    let travels: Vec<_> = catalog.entries[0]
        .details
        .iter()
        .map(|it| it.travels)
        .collect();
    assert_eq!(
        travels,
        [
            Travels::Details,
            Travels::Body,
            Travels::Code,
            Travels::Message
        ]
    );
}

#[test]
fn a_detail_has_one_of_eight_types() {
    for word in [
        "string",
        "integer",
        "number",
        "boolean",
        "timestamp",
        "array",
        "object",
        "any",
    ] {
        let catalog = catalog(&with(&format!("a: {{type: {word}}}")));
        assert_eq!(catalog.entries[0].details[0].kind.word(), word);
    }
    assert_eq!(broken(&with("a: {type: float}")), ["bad-value"]);
    assert_eq!(broken(&with("a: {optional: true}")), ["missing-key"]);
}

#[test]
fn items_belong_to_an_array_and_properties_to_an_object() {
    let catalog = catalog(&with(
        "a: {type: array, items: {type: object, properties: {b: {type: integer}}}}",
    ));
    let FieldType::Array(Some(item)) = &catalog.entries[0].details[0].kind else {
        panic!("an array of something");
    };
    assert!(matches!(&item.kind, FieldType::Object(inner) if inner[0].name == "b"));
    assert_eq!(
        broken(&with("a: {type: object, items: {type: any}}")),
        ["conflicting-keys"]
    );
    assert_eq!(
        broken(&with("a: {type: array, properties: {b: {type: any}}}")),
        ["conflicting-keys"]
    );
    assert_eq!(
        broken(&with("a: {type: string, items: {type: any}}")),
        ["conflicting-keys"]
    );
}

#[test]
fn optional_sensitive_and_inferred_are_false_unless_they_are_said() {
    let catalog = catalog(&with(
        "a: {type: any}, b: {type: any, optional: true, sensitive: true, inferred: true}",
    ));
    let marks: Vec<_> = catalog.entries[0]
        .details
        .iter()
        .map(|it| [it.optional, it.sensitive, it.inferred])
        .collect();
    assert_eq!(marks, [[false; 3], [true; 3]]);
}

#[test]
fn a_placeholder_names_a_declared_detail() {
    let with = |key: &str| {
        broken(&format!(
            "errors:\n  - {{code: A, message: M., details: {{id: {{type: string}}}}, {key}}}\n"
        ))
    };
    assert!(with("user-message: 'No {id}.'").is_empty());
    assert!(with("variants: [{message: 'No {id}.'}]").is_empty());
    assert_eq!(with("user-message: 'No {it}.'"), ["unknown-placeholder"]);
    assert_eq!(
        with("variants: [{message: 'No {it}.'}]"),
        ["unknown-placeholder"]
    );
    assert_eq!(with("user-message: 'No {.'"), ["unknown-placeholder"]);
}

#[test]
fn a_variant_is_told_apart_by_its_text_or_by_a_detail() {
    let with = |variant: &str| {
        format!(
            "errors:\n  - {{code: A, message: M., details: {{why: {{type: string}}}}, variants: [{{{variant}}}]}}\n"
        )
    };
    assert_eq!(broken(&with("name: N")), ["conflicting-keys"]);
    assert_eq!(
        broken(&with("when: {detail: who, is: x}")),
        ["unknown-detail"]
    );
    let catalog = catalog(&with("when: {detail: why, is: embargo}, name: EMBARGO"));
    let variant = &entry(&catalog, "A").variants[0];
    assert_eq!(
        variant.when.as_ref().map(|(detail, _)| detail.as_str()),
        Some("why")
    );
    assert!(variant.message.is_none());
}

#[test]
fn a_header_is_of_the_response_unless_it_is_said() {
    let catalog = catalog(
        "
headers: {Retry-After: {unit: seconds}, Idempotency-Key: {in: request}}
errors:
  - {code: A, message: M.}
",
    );
    let sent: Vec<_> = catalog.headers.iter().map(|it| it.direction).collect();
    assert_eq!(sent, [Direction::Response, Direction::Request]);
}

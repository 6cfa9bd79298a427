//! The envelope: constants of the wire, and slots.

use errcat_codegen::model::{Catalog, Constant, Delay, FieldType, Role, Shape};

use crate::support::{broken, catalog, entry};

fn with(envelope: &str) -> String {
    format!("envelope: {envelope}\nerrors:\n  - {{code: A, message: M.}}\n")
}

fn shape(catalog: &Catalog) -> &Shape {
    catalog.envelope.as_ref().expect("it has one")
}

#[test]
fn a_slot_is_a_dollar_and_its_role() {
    for role in [
        "code",
        "code-number",
        "type",
        "status",
        "message",
        "user-message",
        "title",
        "details",
        "field",
        "request-id",
        "doc-url",
        "string",
        "integer",
        "number",
        "boolean",
        "timestamp",
        "any",
    ] {
        let first = if role == "code" { "type" } else { "code" };
        let catalog = catalog(&with(&format!("{{it: ${first}, other: ${role}}}")));
        let slots = shape(&catalog).slots();
        assert_eq!(slots.len(), 2, "{role}");
        assert_eq!((slots[1].0, slots[1].1.role.word()), ("other", role));
    }
    assert_eq!(
        broken(&with("{code: $code, other: $colour}")),
        ["bad-value"]
    );
}

#[test]
fn everything_else_is_a_constant_of_the_wire() {
    let catalog = catalog(&with(
        "{code: $code, ok: false, null: null, n: 1.5, s: '1.5', t: \"$code\"}",
    ));
    let Shape::Object(members) = shape(&catalog) else {
        panic!("a map");
    };
    let constant = |at: usize| match &members[at].1 {
        Shape::Constant(constant) => Some(constant.clone()),
        _ => None,
    };
    let text = |text: &str| Some(Constant::Text(text.to_owned()));
    assert_eq!(constant(0), None);
    assert_eq!(constant(1), Some(Constant::Boolean(false)));
    assert_eq!(constant(2), Some(Constant::Null));
    assert_eq!(constant(3), Some(Constant::Number("1.5".to_owned())));
    assert_eq!(constant(4), text("1.5"));
    assert_eq!(constant(5), text("$code"), "quoted, it is text");
}

#[test]
fn a_slot_may_be_optional_and_nullable() {
    let catalog = catalog(&with(
        "{a: $code, b: $message optional, c: $details optional nullable}",
    ));
    let marks: Vec<_> = shape(&catalog)
        .slots()
        .iter()
        .map(|(_, it)| [it.optional, it.nullable])
        .collect();
    assert_eq!(marks, [[false, false], [true, false], [true, true]]);
    assert_eq!(broken(&with("{a: $code maybe}")), ["bad-value"]);
}

#[test]
fn the_long_form_says_more_about_a_slot() {
    let catalog = catalog(&with(
        "{code: $code, status: {$slot: status, type: string, optional: true, unit: u, description: D., example: '404'}}",
    ));
    let slots = shape(&catalog).slots();
    let (key, slot) = slots[1];
    assert_eq!(
        (key, slot.role, slot.optional, slot.nullable),
        ("status", Role::Status, true, false)
    );
    assert!(
        matches!(slot.kind, Some(FieldType::String)),
        "a status that is sent as text"
    );
    assert_eq!(slot.example, Some(Constant::Text("404".to_owned())));
}

#[test]
fn inline_details_stand_beside_the_other_keys() {
    let catalog = catalog(&with("{code: $code, $inline: details}"));
    let slots = shape(&catalog).slots();
    assert_eq!(slots[1].1.role, Role::Inline);
}

#[test]
fn a_list_of_one_item_stands_for_one_or_more() {
    let good = catalog(&with("{errors: [{code: $code}]}"));
    assert!(
        matches!(shape(&good), Shape::Object(members) if matches!(members[0].1, Shape::List(_)))
    );
    assert_eq!(
        broken(&with("{errors: [$code, $message]}")),
        ["conflicting-keys"]
    );
}

#[test]
fn an_envelope_carries_the_code() {
    assert_eq!(
        broken(&with("{message: $message}")),
        ["envelope-without-code"]
    );
    for role in ["code", "code-number", "status", "type", "doc-url"] {
        assert!(
            broken(&with(&format!("{{it: ${role}}}"))).is_empty(),
            "{role}"
        );
    }
}

#[test]
fn one_thing_fills_one_slot() {
    for (first, second) in [
        ("code", "code"),
        ("message", "message optional"),
        ("details", "details"),
    ] {
        let envelope = format!("{{it: $type, a: ${first}, b: {{c: [${second}]}}}}");
        assert_eq!(broken(&with(&envelope)), ["repeated-slot"], "{first}");
    }
    assert_eq!(
        broken(&with("{it: $code, a: $details, $inline: details}")),
        ["repeated-slot"]
    );
    let free = "{it: $code, a: $string, b: $string, c: $any, d: $any}";
    assert!(broken(&with(free)).is_empty());
}

#[test]
fn a_retrys_detail_may_name_the_key_of_a_slot() {
    let catalog = catalog(
        "
envelope: {code: $code, meta: {retry_in: $integer}}
errors:
  - {code: A, message: M., retry: {do: wait, delay: {detail: retry_in}}}
",
    );
    let retry = entry(&catalog, "A").retry.as_ref().expect("its own");
    assert_eq!(retry.delay, Some(Delay::Detail("retry_in".to_owned())));
}

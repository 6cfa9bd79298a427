//! What schemas say of bodies, codes and details.

use super::*;

#[test]
fn bodies_with_different_details_are_told_apart() {
    let responses = serde_json::to_value(agentchat::ErrorCode::responses()).expect("JSON");
    let mut compared = 0;
    for response in responses.as_object().expect("an object").values() {
        let content = &response["content"]["application/json"];
        let Some(known) = content["schema"]["anyOf"][0].get("oneOf") else {
            continue;
        };
        for example in content["examples"].as_object().expect("an object").values() {
            let body = &example["value"];
            let one_of = validator(&json!({"oneOf": known}));
            assert!(one_of.is_valid(body), "{body}");
            compared += 1;
        }
    }
    assert!(compared > 3, "{compared}");
}

#[test]
fn details_are_described_with_their_types() {
    let schema = schema_of::<parcel::ParcelRejected>();
    let boxes = json!({"type": "array", "items": {
        "type": "object",
        "required": ["size"],
        "properties": {"size": {"type": "integer", "format": "int64"}},
    }});
    assert_eq!(
        schema["properties"],
        json!({"boxes": boxes, "reason": {"type": "string"}})
    );
    assert_eq!(schema.get("required"), None);
    let schema = validator(&schema_of::<field_errors::InvalidForm>());
    let item = json!({"field": "name", "code": 11, "message": "is missing", "allowed": ["x"]});
    assert!(schema.is_valid(&json!({"errors": [item]})));
    assert!(!schema.is_valid(&json!({"errors": [{"field": "name"}]})));
    assert!(!schema.is_valid(&json!({})));
    let schema = validator(&schema_of::<field_errors::FormAlreadyStamped>());
    assert!(schema.is_valid(&json!({"stamped_at": "2026-03-07T12:00:00Z"})));
    assert!(!schema.is_valid(&json!({"stamped_at": "yesterday"})));
}

#[test]
fn a_wrong_detail_is_not_what_its_code_has() {
    let document = document();
    let content = &response(&document, "404")["content"]["application/json"];
    let known = validator(&content["schema"]["anyOf"][0]);
    let mut body = content["examples"]["PARCEL_NOT_FOUND"]["value"].clone();
    assert!(known.is_valid(&body));
    body["error"]["details"] = json!({"id": 7});
    assert!(!known.is_valid(&body));
    body["error"]
        .as_object_mut()
        .expect("an object")
        .remove("details");
    assert!(!known.is_valid(&body));
}

#[test]
fn a_code_that_is_new_breaks_no_client() {
    let document = document();
    let content = &response(&document, "404")["content"]["application/json"];
    let schema = validator(&content["schema"]);
    let mut body = content["examples"]["PARCEL_NOT_FOUND"]["value"].clone();
    body["error"]["code"] = json!("PARCEL_EATEN");
    body["error"]["details"] = json!({"by": "a dog"});
    assert!(schema.is_valid(&body));
    body["error"]["code"] = json!(7);
    assert!(!schema.is_valid(&body));
    for schema in [schema_of::<ErrorCode>(), schema_of::<variable::ErrorCode>()] {
        assert!(validator(&schema).is_valid(&json!("ANYTHING")));
    }
    let numbers = validator(&schema_of::<field_errors::ErrorCode>());
    assert!(numbers.is_valid(&json!(99)) && !numbers.is_valid(&json!("99")));
}

#[test]
fn variable_codes_have_a_pattern() {
    let schema = schema_of::<variable::ErrorCode>();
    let known = schema["anyOf"].as_array().expect("a list");
    let known = validator(&json!({"anyOf": known[..known.len() - 1]}));
    for code in [
        "FLOOD",
        "FLOOD_42",
        "FLOOD_WAIT_42",
        "FLOOD_TEST",
        "METHOD_PUT_NOT_ALLOWED",
    ] {
        assert!(known.is_valid(&json!(code)), "{code}");
    }
    for code in ["FLOO", "XFLOOD_42", "FLOOD_", "METHOD_PUT"] {
        assert!(!known.is_valid(&json!(code)), "{code}");
    }
}

/// Texts that are Markdown in the catalog stay it; others show what they say.
#[test]
fn texts_are_escaped_where_markdown_is_read() {
    let responses = serde_json::to_value(hostile::ErrorCode::responses()).expect("JSON");
    assert_eq!(
        responses["400"]["description"],
        r"1\. \*Bad\* \<img src=x\> \& \| \~"
    );
    assert_eq!(responses["418"]["description"], r"\+ A dash.");
    assert_eq!(responses["409"]["description"], r"\> One letter.");
    assert_eq!(responses["422"]["description"], r"1\) Starts with a digit.");
    let schema = schema_of::<hostile::Envelope>();
    assert_eq!(
        schema["properties"]["message"]["description"],
        r"\<script\>alert(1)\</script\> \`x\` \[a\](javascript:b) \\ {x}"
    );
    let schema = schema_of::<hostile::Long>();
    assert_eq!(
        schema["properties"]["text"]["description"],
        "\\*x\\* \\<i\\>\n\nUnit: \\</b\\>."
    );
    let content = &responses["308"]["content"]["application/json"]["examples"];
    let example = content.as_object().and_then(|it| it.values().next());
    let example = example.expect("an example");
    assert_eq!(example["summary"], r#"Long "}], <x> {y}"#);
    assert_eq!(
        example["value"]["a}{ */"],
        json!({"text": r#""}], <x> {y}"#, "a\"b*/": 1.5})
    );
}

#[test]
fn schemas_of_two_catalogs_have_two_names() {
    let document = document();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("an object");
    for name in [
        "parcel.Envelope",
        "agentchat.Envelope",
        "parcel.ParcelNotFound",
    ] {
        assert!(schemas.contains_key(name), "{name}");
    }
    assert_eq!(parcel::ErrorCode::name(), "parcel.ErrorCode");
}

//! The switch `utoipa` against the real one: what it puts into an `OpenAPI`
//! document, held against a validator of JSON Schema and against the bodies that
//! are sent. The catalogs are the shipped ones and some of other shapes.

mod api {
    include!(concat!(env!("OUT_DIR"), "/utoipa/generated/rust/mod.rs"));
}

mod schemas;

use std::collections::BTreeSet;

use api::errcat::{Described, Severity};
use api::{agentchat, field_errors, hostile, parcel, variable};
use jsonschema::Validator;
use parcel::{ErrorCode, ErrorsOf, MayReturn};
use serde_json::{Value, json};
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

struct GetParcel;

impl MayReturn for GetParcel {
    type Code = ErrorCode;
    const CODES: &'static [ErrorCode] = &[
        ErrorCode::ParcelNotFound,
        ErrorCode::SlowDown,
        ErrorCode::SlowDown,
    ];
}

#[utoipa::path(get, path = "/v1/parcels/{id}", responses(
    (status = 200, description = "The parcel"),
    ErrorsOf<GetParcel>,
))]
#[expect(dead_code, reason = "documented, not called")]
fn get_parcel() {}

#[utoipa::path(post, path = "/v1/messages", responses(agentchat::ErrorCode))]
#[expect(dead_code, reason = "documented, not called")]
fn post_message() {}

#[derive(OpenApi)]
#[openapi(
    paths(get_parcel, post_message),
    components(schemas(
        parcel::Envelope,
        parcel::ErrorCode,
        parcel::ParcelNotFound,
        parcel::ParcelRejected,
        agentchat::Envelope,
        agentchat::ErrorCode,
    ))
)]
struct Api;

fn document() -> Value {
    serde_json::to_value(Api::openapi()).expect("a document is JSON")
}

fn schema_of<T: PartialSchema>() -> Value {
    serde_json::to_value(T::schema()).expect("a schema is JSON")
}

fn validator(schema: &Value) -> Validator {
    let options = jsonschema::draft202012::options();
    let options = options.should_validate_formats(true);
    options.build(schema).expect("a sound schema")
}

/// The documented errors of a catalog, as a body of its own type reads them.
struct Catalog<C> {
    /// A body of the catalog's type, written again.
    reread: fn(Value) -> Value,
    /// The code in a body.
    code_in: fn(&Value) -> Option<C>,
}

macro_rules! catalog {
    ($test:ident, $catalog:ident) => {
        #[test]
        fn $test() {
            holds(&Catalog::<api::$catalog::ErrorCode> {
                reread: |body| {
                    let body: api::$catalog::Envelope =
                        serde_json::from_value(body).expect("an envelope");
                    serde_json::to_value(body).expect("a body is JSON")
                },
                code_in: |body| {
                    let body = body.to_string();
                    let error = api::$catalog::ApiError::from_parts(400, body.as_bytes());
                    error.code().known()
                },
            });
            let schema = schema_of::<api::$catalog::Envelope>();
            let envelope = validator(&schema);
            for code in api::$catalog::ErrorCode::ALL {
                let body = json!(api::$catalog::Envelope::from(*code));
                let dated = dated(&body);
                let faults: Vec<_> = envelope.iter_errors(&dated).collect();
                assert!(faults.is_empty(), "{dated} {faults:?}");
            }
        }
    };
}

/// A body with times where a server has not filled them in yet.
fn dated(body: &Value) -> Value {
    match body {
        Value::Object(keys) => keys
            .iter()
            .map(|(key, value)| {
                let is_time = ["at", "timestamp"].contains(&key.as_str());
                let value = match value {
                    Value::String(text) if is_time && text.is_empty() => {
                        json!("2026-03-07T12:00:00Z")
                    }
                    value => dated(value),
                };
                (key.clone(), value)
            })
            .collect(),
        Value::Array(items) => items.iter().map(dated).collect(),
        value => value.clone(),
    }
}

catalog!(every_error_of_agentchat, agentchat);
catalog!(every_error_of_aicity, aicity);
catalog!(every_error_of_remno, remno);
catalog!(every_error_of_parcel, parcel);
catalog!(every_error_with_numbers_for_codes, field_errors);
catalog!(every_error_of_several_in_a_body, multi_error);
catalog!(every_error_with_a_type, typed);
catalog!(every_error_with_a_variable_code, variable);
catalog!(every_error_with_two_codes, twins);
catalog!(every_error_with_hostile_texts, hostile);

/// Each status of each code that is sent has a response, which shows the code;
/// what it shows is a body of the catalog, and what its schema says.
fn holds<C: Described + IntoResponses>(catalog: &Catalog<C>) {
    let is_sent = |code: &&C| {
        let entry = code.entry();
        entry.severity() != Severity::Success && entry.retired().is_none()
    };
    let sent = C::ALL.iter().filter(is_sent);
    let wanted: BTreeSet<(String, String)> = sent
        .flat_map(|code| {
            let name = code.code().to_string();
            let statuses = statuses(*code).into_iter();
            statuses.map(move |status| (status, name.clone()))
        })
        .collect();
    let mut shown = BTreeSet::new();
    let responses = serde_json::to_value(C::responses()).expect("responses are JSON");
    for (status, response) in responses.as_object().expect("an object") {
        assert_ne!(response["description"], "", "{status}");
        let content = response["content"].as_object().expect("an object");
        let types: Vec<&String> = content.keys().collect();
        assert_eq!(types, [C::catalog().media_type]);
        let content = &content[C::catalog().media_type];
        let schema = validator(&content["schema"]);
        for (name, example) in content["examples"].as_object().expect("an object") {
            let body = &example["value"];
            let faults: Vec<_> = schema.iter_errors(body).collect();
            assert!(faults.is_empty(), "{status} {name} {body} {faults:?}");
            assert_eq!((catalog.reread)(body.clone()), *body, "{status} {name}");
            let code = (catalog.code_in)(body).expect(name);
            shown.insert((status.clone(), code.code().to_string()));
            breaks(&schema, body);
        }
    }
    assert_eq!(shown, wanted);
}

/// The keys of the responses that a code has.
fn statuses<C: Described>(code: C) -> Vec<String> {
    match code.statuses() {
        [] => vec!["default".to_owned()],
        statuses => statuses.iter().map(ToString::to_string).collect(),
    }
}

/// A body that lacks a key, or has a constant or text of another type, is none.
fn breaks(schema: &Validator, body: &Value) {
    assert!(!schema.is_valid(&json!({})) && !schema.is_valid(&json!([body])));
    let mut first = body.clone();
    let key = first.as_object().and_then(|it| it.keys().next().cloned());
    if let (Some(key), Some(keys)) = (key, first.as_object_mut()) {
        keys.insert(key, json!([[]]));
    }
    assert!(!schema.is_valid(&first), "{first}");
}

fn response(document: &Value, status: &str) -> Value {
    document["paths"]["/v1/parcels/{id}"]["get"]["responses"][status].clone()
}

#[test]
fn the_document_is_one_of_openapi() {
    let schema = include_str!("../openapi-3.1.json");
    let schema = serde_json::from_str(schema).expect("a schema is JSON");
    let schema = validator(&schema);
    let document = document();
    let faults: Vec<_> = schema.iter_errors(&document).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let mut broken = document;
    broken["paths"]["/v1/parcels/{id}"]["get"]["responses"]["404"] = json!({"content": {}});
    assert!(
        !schema.is_valid(&broken),
        "a response without a description"
    );
}

#[test]
fn an_endpoint_names_its_errors() {
    let document = document();
    let responses = &document["paths"]["/v1/parcels/{id}"]["get"]["responses"];
    let statuses: Vec<&String> = responses.as_object().expect("an object").keys().collect();
    assert_eq!(statuses, ["200", "404", "410", "429"]);
    let slow = response(&document, "429");
    assert_eq!(
        slow["description"], "Slow Down\n\nRate limited",
        "its phrase, and what the status means"
    );
    assert_eq!(
        slow["headers"]["Retry-After"],
        json!({
            "description": "How long to wait.\n\nUnit: seconds.",
            "schema": {"type": "integer"},
        })
    );
    assert_eq!(response(&document, "404").get("headers"), None);
    let examples = &response(&document, "410")["content"]["application/json"]["examples"];
    assert_eq!(
        *examples,
        json!({"PARCEL_NOT_FOUND": {
            "summary": "No parcel has the ID p_1.",
            "description": "Also sent for the parcels of others.",
            "value": {
                "success": false,
                "error": {
                    "code": "PARCEL_NOT_FOUND",
                    "type": "",
                    "message": "No parcel has the ID p_1.",
                    "details": {"id": "p_1"},
                },
                "meta": {"requestId": "01912345", "at": "2026-01-01T00:00:00Z"},
            },
        }})
    );
}

#[test]
fn an_example_of_the_catalog_goes_before_a_made_one() {
    let responses = serde_json::to_value(ErrorCode::responses()).expect("JSON");
    let examples = &responses["402"]["content"]["application/json"]["examples"];
    let example = &examples["PAYMENT_FAILED"];
    assert_eq!(example["summary"], "A declined card");
    assert_eq!(example["value"]["error"]["message"], "Card declined");
}

#[test]
fn what_is_sent_is_what_the_document_says() {
    let envelope = validator(&schema_of::<parcel::Envelope>());
    for id in [
        "",
        "\0\u{2028}\"</script>",
        "{id}",
        "größe 日本語",
        &"x".repeat(100_000),
    ] {
        let error = parcel::ParcelNotFound {
            id: id.into(),
            deleted_by: Some(id.to_owned().into()),
        };
        let body = dated(&json!(parcel::Envelope::from(error)));
        assert!(envelope.is_valid(&body));
        let document = document();
        let content = &response(&document, "404")["content"]["application/json"];
        assert!(validator(&content["schema"]["anyOf"][0]).is_valid(&body));
    }
}

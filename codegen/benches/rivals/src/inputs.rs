//! The payloads, and what holds one of them in each generator's language.

use serde_json::{Value, json};

use crate::{Payload, Place};

/// The texts of `payloads.txt` that are given to all, with the numbers of their
/// cases: one or two of each kind, as compiling all of them would take hours.
const CHOSEN: &[(u32, &str)] = &[
    (30, "\"#; x"),
    (30, "{x:?}"),
    (31, "a\nb"),
    (31, "a\rb"),
    (32, "*/"),
    (32, "/*"),
    (33, "*/ compile_error!(\"x\"); /*"),
    (33, "a\n}\nfn out() {}\nmod m {"),
    (34, "# -*- coding: utf-7 -*-"),
    (35, "a\u{202e}b"),
    (35, "a\0b"),
    (36, "\\u{202e}"),
    (36, "&#10;"),
    (37, "```rust\nloop {}\n```"),
    (37, "a\n\n    loop {}"),
    (38, "[Foo](crate::Foo)"),
    (38, "Option<String>"),
    (39, "<script>alert(1)</script>"),
    (40, "{\"a\":\"</script>\"}"),
    (41, "a | b"),
    (42, "a: b"),
    (43, "a\u{2028}b"),
    (44, "`${x}`"),
    (45, "{id.__class__}"),
];

/// The payloads, in the order of their cases.
pub fn payloads() -> Vec<Payload> {
    let all = crate::payloads::all();
    let payload = |&(case, text): &(u32, &str)| {
        let text = text.to_owned();
        let payload = (case, text.clone());
        assert!(all.contains(&payload), "{text:?} is not in payloads.txt");
        Payload { case, text }
    };
    CHOSEN.iter().map(payload).collect()
}

/// A JSON Schema of a type with a description, an enum and a property.
pub fn json_schema(place: Place, text: &str) -> Value {
    let [description, value, property] = texts(place, text);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Failure",
        "description": description,
        "type": "object",
        "required": [property],
        "properties": {
            (property): {
                "title": "Kind",
                "description": description,
                "type": "string",
                "enum": [value, "OTHER"]
            }
        }
    })
}

/// An `OpenAPI` document of one operation that answers with that type.
pub fn openapi(place: Place, text: &str) -> Value {
    let [description, value, property] = texts(place, text);
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Parcels", "version": "1.0.0" },
        "paths": { "/parcels": { "get": {
            "operationId": "list_parcels",
            "summary": "Lists parcels",
            "description": description,
            "responses": { "200": {
                "description": "Parcels",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Failure" } } }
            } }
        } } },
        "components": { "schemas": {
            "Failure": {
                "type": "object",
                "description": description,
                "required": [property],
                "properties": { (property): { "$ref": "#/components/schemas/Kind" } }
            },
            "Kind": { "type": "string", "description": description, "enum": [value, "OTHER"] }
        } }
    })
}

/// A file of Protocol Buffers, with the text as it would be pasted: as a name,
/// or behind `//` on each line.
pub fn proto(place: Place, text: &str) -> String {
    let [description, value, property] = texts(place, text);
    let comment: Vec<String> = description
        .split('\n')
        .map(|it| format!("// {it}\n"))
        .collect();
    let comment = comment.concat();
    format!(
        "syntax = \"proto3\";\npackage parcels;\n\n{comment}message Failure {{\n{comment}Kind {property} = 1;\n}}\n\
         {comment}enum Kind {{\n{value} = 0;\nOTHER = 1;\n}}\n"
    )
}

/// A catalog of errcat: an entry with a description, a code and a detail. The code has
/// a `name`, without which most would be refused for giving no identifier.
pub fn catalog(place: Place, text: &str) -> String {
    let [description, value, property] = texts(place, text);
    // JSON's strings are YAML's.
    let quoted = |text: &str| Value::String(text.to_owned()).to_string();
    format!(
        "errcat: 1\ncatalog: parcels\ntitle: Parcels\nerrors:\n  - code: {}\n    name: FIRST\n    status: 400\n    \
         message: Nothing came of it.\n    description: {}\n    details:\n      {}: {{type: string}}\n",
        quoted(value),
        quoted(description),
        quoted(property),
    )
}

/// Description, enum value and property name, one of which is `text`.
fn texts(place: Place, text: &str) -> [&str; 3] {
    Place::ALL.map(|it| if it == place { text } else { it.harmless()[0] })
}

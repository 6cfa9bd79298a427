//! The payloads, and what holds one of them in each generator's language.

use serde_json::{Value, json};

use crate::{Payload, Place};

/// Of how many texts of `payloads.txt` one is taken: compiling all would take hours.
const ONE_OF: usize = 4;

/// The payloads, in the order of `payloads.txt`.
pub fn payloads() -> Vec<Payload> {
    let some = crate::payloads::all().into_iter().step_by(ONE_OF);
    some.map(|(case, text)| Payload { case, text }).collect()
}

/// A JSON Schema of a type with a description, an enum and a property.
pub fn json_schema(place: Place, text: &str) -> Value {
    let [description, value, property] = texts(place, text);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Failure",
        "description": description,
        "type": "object",
        "required": [property, "kind"],
        "properties": {
            (property): { "type": "string", "description": description },
            "kind": { "title": "Kind", "type": "string", "enum": [value, "OTHER"] }
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
                "required": [property, "kind"],
                "properties": {
                    (property): { "type": "string", "description": description },
                    "kind": { "$ref": "#/components/schemas/Kind" }
                }
            },
            "Kind": { "type": "string", "enum": [value, "OTHER"] }
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
        "syntax = \"proto3\";\npackage parcels;\n\n{comment}message Failure {{\n{comment}string {property} = 1;\n\
         Kind kind = 2;\n}}\nenum Kind {{\n{value} = 0;\nOTHER = 1;\n}}\n"
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
    Place::ALL.map(|it| if it == place { text } else { it.harmless() })
}

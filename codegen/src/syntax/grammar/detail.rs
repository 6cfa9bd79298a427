//! Details, and slots of the envelope in their long form.

use super::{
    ANY_SCALAR, BOOLEAN, FIELD_TYPE, Kind, LINE, ROLE, Record, Relation, TRAVELS, WIRE_NAME,
    optional, required,
};

/// What an example of this type is in JSON.
const fn example_of(word: &'static str, types: &'static [&'static str]) -> Relation {
    Relation::Typed {
        value: "example",
        key: "type",
        word,
        types,
    }
}

static DETAIL: Record = Record {
    name: "a detail",
    extensible: false,
    relations: &[
        Relation::PartOf {
            part: "items",
            key: "type",
            words: &["array"],
        },
        Relation::PartOf {
            part: "properties",
            key: "type",
            words: &["object"],
        },
        example_of("integer", &["integer"]),
        example_of("number", &["number"]),
        example_of("boolean", &["boolean"]),
        example_of("timestamp", &["string", "number"]),
    ],
    keys: &[
        required("type", &FIELD_TYPE, "The type of the value.", "\"string\""),
        optional("in", &TRAVELS, "Where the value travels.", "\"body\"").or("\"details\""),
        optional(
            "items",
            &ITEMS,
            "What an array holds.",
            "{\"type\": \"string\"}",
        ),
        optional(
            "properties",
            &DETAILS,
            "What an object holds, by name.",
            "{\"size\": {\"type\": \"integer\"}}",
        ),
        optional("optional", &BOOLEAN, "Whether it may be absent.", "true").or("false"),
        optional(
            "sensitive",
            &BOOLEAN,
            "Whether it must stay out of logs.",
            "true",
        )
        .or("false"),
        optional(
            "inferred",
            &BOOLEAN,
            "Whether the value is documented, but the name of its key is our guess.",
            "true",
        )
        .or("false"),
        optional("unit", &LINE, "The unit of the value.", "\"seconds\""),
        optional(
            "description",
            &LINE,
            "What the value says.",
            "\"The ID as sent.\"",
        ),
        optional(
            "example",
            &ANY_SCALAR,
            "An example of the value.",
            "\"p_1\"",
        ),
    ],
};
static ITEMS: Kind = Kind::Record(&DETAIL);

/// Details by name.
pub(super) static DETAILS: Kind = Kind::Map {
    key: &WIRE_NAME,
    of: &ITEMS,
    least: 0,
};

/// A slot of the envelope in its long form.
pub(crate) static SLOT: Record = Record {
    name: "a slot",
    extensible: false,
    // What is nullable may show null.
    relations: &[
        example_of("integer", &["integer", "null"]),
        example_of("number", &["number", "null"]),
        example_of("boolean", &["boolean", "null"]),
        example_of("timestamp", &["string", "number", "null"]),
    ],
    keys: &[
        required("$slot", &ROLE, "What fills the slot.", "\"request-id\""),
        optional("optional", &BOOLEAN, "Whether it may be absent.", "true").or("false"),
        optional("nullable", &BOOLEAN, "Whether it may be null.", "true").or("false"),
        optional(
            "type",
            &FIELD_TYPE,
            "Its type, where that is not what one expects: a status sent as text.",
            "\"string\"",
        ),
        optional("unit", &LINE, "The unit of its value.", "\"seconds\""),
        optional(
            "description",
            &LINE,
            "What the value says.",
            "\"Quote it in a report.\"",
        ),
        optional(
            "example",
            &ANY_SCALAR,
            "An example of its value.",
            "\"req_1912345\"",
        ),
    ],
};

//! Entries, refs and their variants.

use super::advice::{DEPRECATED, RETRY_KEY};
use super::detail::DETAILS;
use super::shared::{
    CAUSES_KEY, DESCRIPTION_KEY, EXAMPLES_KEY, FIX_KEY, PHRASE_KEY, PLACE_KEY, STATUS_KEY,
};
use super::{
    ALIASES, ANY_SCALAR, BOOLEAN, CODE, CODES, FIELD_NAME, HEADER_NAMES, INTEGER, Kind, LINE,
    LINTS, NAME, NAMES, Record, Relation, SEVERITY, STAGE, URL, VERBATIM, optional, required,
};

/// An item with `code`.
pub(crate) static ENTRY: Record = Record {
    name: "an entry",
    extensible: true,
    relations: &[
        Relation::Exclusive(["deprecated", "retired"]),
        // Digits make no identifier.
        Relation::NumberNeeds {
            key: "code",
            needed: "name",
        },
        Relation::NotBesideList {
            other: "name",
            key: "code",
        },
    ],
    keys: &[
        required(
            "code",
            &CODES,
            "What stands on the wire. `{x}` in it is a variable part, which is a detail that travels `in: code`. A list: several codes that share one documented entry.",
            "\"PARCEL_NOT_FOUND\"",
        ),
        optional(
            "name",
            &NAME,
            "Words to make the identifier of, where the code gives none or a poor one.",
            "\"PAYMENT_DECLINED\"",
        ),
        optional(
            "aliases",
            &ALIASES,
            "More spellings of the code, which are read but never sent.",
            "[\"SLOW_DOWN\"]",
        ),
        optional(
            "code-number",
            &INTEGER,
            "A numeric code that stands beside the code; the slot `$code-number`.",
            "7",
        ),
        STATUS_KEY,
        PHRASE_KEY,
        optional(
            "type",
            &VERBATIM,
            "The declared type that this code belongs to. Without it, the section's.",
            "\"billing_error\"",
        ),
        optional("kind", &SEVERITY, "How bad it is.", "\"warning\"").or("\"error\""),
        optional(
            "message",
            &LINE,
            "What the server sends: one line of plain text. `{x}` in it is a declared detail.",
            "\"The parcel does not exist.\"",
        ),
        optional(
            "user-message",
            &LINE,
            "What an end user may read: one line of plain text.",
            "\"This pickup is no longer free.\"",
        ),
        optional(
            "variants",
            &VARIANTS,
            "Further texts, or other advice, of the same code.",
            "[{\"message\": \"The parcel is too heavy.\", \"name\": \"TOO_HEAVY\"}]",
        ),
        DESCRIPTION_KEY,
        CAUSES_KEY,
        FIX_KEY,
        RETRY_KEY,
        optional(
            "details",
            &DETAILS,
            "The typed values that this error carries, by name, wherever they travel.",
            "{\"id\": {\"type\": \"string\"}}",
        ),
        optional(
            "headers",
            &HEADER_NAMES,
            "Declared headers that this error carries, or that are at fault in it.",
            "[\"Retry-After\"]",
        ),
        optional("tags", &NAMES, "Declared tags.", "[\"privacy\"]"),
        optional(
            "since",
            &LINE,
            "The version of the API that introduced it.",
            "\"1.2\"",
        ),
        optional(
            "stage",
            &STAGE,
            "Its stage of life. Without it, the section's, else `stable`.",
            "\"beta\"",
        ),
        optional(
            "deprecated",
            &DEPRECATED,
            "It still works, but should not be used any more.",
            "{\"since\": \"1.4\", \"use\": \"PAYMENT_FAILED\"}",
        ),
        optional(
            "retired",
            &DEPRECATED,
            "It is no longer sent. Its code is not used again.",
            "{\"since\": \"1.3\"}",
        ),
        EXAMPLES_KEY,
        PLACE_KEY,
        optional(
            "doc-url",
            &URL,
            "Where this code is documented, if not under the catalog's `doc-url`.",
            "\"https://parcel.example/billing\"",
        ),
        optional(
            "allow",
            &LINTS,
            "Warnings that are silent here, by id or name.",
            "[\"EC0301\"]",
        ),
    ],
};

/// An item with `ref`.
pub(crate) static REF: Record = Record {
    name: "a ref",
    extensible: true,
    relations: &[Relation::Beside {
        part: "canonical",
        key: "status",
    }],
    keys: &[
        required(
            "ref",
            &CODE,
            "A code of this catalog that the document lists here again.",
            "\"PARCEL_NOT_FOUND\"",
        ),
        STATUS_KEY,
        PHRASE_KEY,
        optional(
            "canonical",
            &BOOLEAN,
            "Whether the status given here is the code's canonical one.",
            "true",
        )
        .or("false"),
        DESCRIPTION_KEY,
        CAUSES_KEY,
        FIX_KEY,
        EXAMPLES_KEY,
        PLACE_KEY,
    ],
};

static VARIANTS: Kind = Kind::List {
    least: 1,
    of: &Kind::Record(&Record {
        name: "a variant",
        extensible: false,
        relations: &[Relation::AtLeastOne(["message", "when"])],
        keys: &[
            optional(
                "message",
                &LINE,
                "The text that tells this variant apart. `{x}` in it is a declared detail.",
                "\"The parcel weighs too much.\"",
            ),
            optional(
                "when",
                &CONDITION,
                "The value of a detail that tells this variant apart.",
                "{\"detail\": \"reason\", \"is\": \"embargo\"}",
            ),
            optional(
                "name",
                &NAME,
                "Words to name the variant with.",
                "\"TOO_HEAVY\"",
            ),
            DESCRIPTION_KEY,
            CAUSES_KEY,
            FIX_KEY,
            RETRY_KEY,
        ],
    }),
};

static CONDITION: Kind = Kind::Record(&Record {
    name: "a condition",
    extensible: false,
    relations: &[],
    keys: &[
        required(
            "detail",
            &FIELD_NAME,
            "The detail to look at.",
            "\"reason\"",
        ),
        required("is", &ANY_SCALAR, "The value that it has.", "\"embargo\""),
    ],
});

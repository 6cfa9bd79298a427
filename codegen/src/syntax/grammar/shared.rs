//! Keys that several records have.

use super::{
    ALIASES, ANY_LINES, CODE, Key, Kind, LANGUAGE, LINE, POSITIVE, PROSE, PROSE_LIST, PROVENANCE,
    Record, STATUSES, URL, optional, required,
};

pub(super) const STATUS_KEY: Key = optional(
    "status",
    &STATUSES,
    "The HTTP status; a list, canonical first, where there are several; `none` for a lone code without one. Without this key, the section's or the type's.",
    "404",
);

pub(super) const PHRASE_KEY: Key = optional(
    "phrase",
    &LINE,
    "Its own reason phrase, where that is not the one of the status.",
    "\"Slow Down\"",
);

pub(super) const DEFAULT_CODE_KEY: Key = optional(
    "default-code",
    &CODE,
    "The code of this catalog to assume where the response has none, or one that is unknown.",
    "\"PARCEL_REJECTED\"",
);

pub(super) const DESCRIPTION_KEY: Key = optional(
    "description",
    &PROSE,
    "When it happens: Markdown, only what the message leaves open.",
    "\"Also sent for the parcels of others.\"",
);

pub(super) const CAUSES_KEY: Key = optional(
    "causes",
    &PROSE_LIST,
    "The documented causes, Markdown, one an item.",
    "[\"Typo in the ID.\"]",
);

pub(super) const FIX_KEY: Key = optional(
    "fix",
    &PROSE,
    "What to do about it: Markdown.",
    "\"Verify the ID.\"",
);

pub(super) const EXAMPLES_KEY: Key = optional(
    "examples",
    &EXAMPLES,
    "Examples: responses, requests, or code that handles them.",
    "[{\"title\": \"A declined card\", \"language\": \"json\", \"text\": \"{}\"}]",
);

static EXAMPLES: Kind = Kind::List {
    least: 1,
    of: &Kind::Record(&Record {
        name: "an example",
        extensible: false,
        relations: &[],
        keys: &[
            required(
                "title",
                &LINE,
                "What the example shows.",
                "\"A declined card\"",
            ),
            required(
                "language",
                &LANGUAGE,
                "The language of the text, as after the fence of a Markdown code block.",
                "\"json\"",
            ),
            required(
                "text",
                &ANY_LINES,
                "The example itself, as a block (`text: |`) where it has several lines.",
                "\"{}\"",
            ),
        ],
    }),
};

/// `source` of an item.
pub(super) const PLACE_KEY: Key = optional(
    "source",
    &PLACE,
    "Where the document says this, and how the facts are known.",
    "{\"line\": 12}",
);

static PLACE: Kind = Kind::Record(&Record {
    name: "a place in the document",
    extensible: false,
    relations: &[],
    keys: &[
        optional("line", &POSITIVE, "The line of the document, from 1.", "12"),
        optional(
            "url",
            &URL,
            "Where else it is documented.",
            "\"https://parcel.example/blog\"",
        ),
        optional(
            "code",
            &PROVENANCE,
            "How the code is known.",
            "\"inferred\"",
        )
        .or("\"documented\""),
        optional("name", &PROVENANCE, "How the name is known.", "\"derived\"").or("\"documented\""),
        optional(
            "candidates",
            &ALIASES,
            "Other codes that it may be, where the code is inferred.",
            "[\"BILLING_FAILED\"]",
        ),
    ],
});

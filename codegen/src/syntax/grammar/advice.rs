//! Retry advice and ends of life.

use super::{
    ACTION, COUNT, DATE, FIELD_NAME, HEADER, Key, Kind, LINE, POSITIVE, Record, Relation, SAFE,
    SCOPE, VERBATIM, optional, required,
};

pub(super) const RETRY_KEY: Key = optional(
    "retry",
    &RETRY,
    "What a caller should do next. Only what the document states: without advice, nothing is guessed.",
    "{\"do\": \"backoff\", \"attempts\": 3}",
);

static RETRY: Kind = Kind::Record(&Record {
    name: "retry advice",
    extensible: false,
    relations: &[
        Relation::Needs {
            key: "do",
            word: "wait",
            needed: "delay",
        },
        Relation::Needs {
            key: "do",
            word: "redirect",
            needed: "to",
        },
        Relation::PartOf {
            part: "to",
            key: "do",
            words: &["redirect"],
        },
        of_another_attempt("delay"),
        of_another_attempt("attempts"),
        of_another_attempt("safe"),
    ],
    keys: &[
        required("do", &ACTION, "What a caller should do next.", "\"change\""),
        optional(
            "delay",
            &DELAY,
            "Where the time to wait is stated. `wait` needs it.",
            "{\"header\": \"Retry-After\"}",
        ),
        optional(
            "to",
            &PLACE,
            "Where the new place is stated. `redirect` needs it.",
            "{\"detail\": \"region\"}",
        ),
        optional(
            "attempts",
            &POSITIVE,
            "The documented maximum of attempts.",
            "3",
        ),
        optional("scope", &SCOPE, "What is held back.", "\"account\"").or("\"request\""),
        optional(
            "safe",
            &SAFE,
            "Whether a request that has effects may be sent again.",
            "\"idempotent\"",
        ),
        optional(
            "note",
            &LINE,
            "The reason, or what else the document says about it.",
            "\"This destination is never served.\"",
        ),
    ],
});

/// What speaks of sending the same request again.
const fn of_another_attempt(part: &'static str) -> Relation {
    Relation::PartOf {
        part,
        key: "do",
        words: &["wait", "backoff", "redirect"],
    }
}

static DELAY: Kind = Kind::Record(&Record {
    name: "a delay",
    extensible: false,
    relations: &[Relation::ExactlyOne(&["header", "detail", "seconds"])],
    keys: &[
        optional(
            "header",
            &HEADER,
            "The declared header that states the time to wait.",
            "\"Retry-After\"",
        ),
        optional(
            "detail",
            &FIELD_NAME,
            "The detail, or slot of the envelope, that states the time to wait.",
            "\"seconds\"",
        ),
        optional("seconds", &COUNT, "A fixed time to wait, in seconds.", "30"),
    ],
});

static PLACE: Kind = Kind::Record(&Record {
    name: "a new place",
    extensible: false,
    relations: &[Relation::ExactlyOne(&["header", "detail"])],
    keys: &[
        optional(
            "header",
            &HEADER,
            "The declared header that names the new place.",
            "\"Location\"",
        ),
        optional(
            "detail",
            &FIELD_NAME,
            "The detail, or slot of the envelope, that names the new place.",
            "\"region\"",
        ),
    ],
});

pub(super) static DEPRECATED: Kind = Kind::Record(&Record {
    name: "an end of life",
    extensible: false,
    relations: &[],
    keys: &[
        optional("since", &LINE, "The version in which it began.", "\"1.4\""),
        optional(
            "sunset",
            &DATE,
            "The day on which it stops working.",
            "\"2026-06-30\"",
        ),
        optional(
            "use",
            &VERBATIM,
            "What to use instead: on an entry a code, on a section the id of a section.",
            "\"PAYMENT_FAILED\"",
        ),
        optional(
            "note",
            &LINE,
            "What else there is to know.",
            "\"Legacy accounts only.\"",
        ),
    ],
});

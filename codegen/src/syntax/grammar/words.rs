//! The kinds of values that are one of some words, each with its meaning.

use super::{Json, Kind, Scalar};

/// A scalar that is one of some words.
const fn words(name: &'static str, words: &'static [(&'static str, &'static str)]) -> Kind {
    Kind::Scalar(Scalar {
        name,
        json: Json::Words(words),
        pattern: "",
    })
}

pub(crate) static CODE_TYPE: Kind = words(
    "`string` or `integer`",
    &[
        ("string", "Codes are text on the wire."),
        ("integer", "Codes are whole numbers."),
    ],
);
pub(crate) static DIRECTION: Kind = words(
    "`response` or `request`",
    &[
        ("response", "The API sends it."),
        ("request", "The caller sends it."),
    ],
);
pub(crate) static SEVERITY: Kind = words(
    "`error`, `warning` or `success`",
    &[
        ("error", "The request failed."),
        ("warning", "The request went through, with a remark."),
        (
            "success",
            "No error at all: a value inside the table, like `OK`.",
        ),
    ],
);
pub(crate) static STAGE: Kind = words(
    "`stable`, `beta` or `reserved`",
    &[
        ("stable", "Part of the contract and in use."),
        ("beta", "In use; may still change."),
        ("reserved", "Part of the contract, not sent yet."),
    ],
);
pub(crate) static ACTION: Kind = words(
    "`stop`, `change`, `act`, `wait`, `backoff` or `redirect`",
    &[
        ("stop", "Never send this request again."),
        (
            "change",
            "Another request may work: payload, credentials, ID, fresh state.",
        ),
        ("act", "Someone must do something first."),
        ("wait", "The same request again, after the stated delay."),
        ("backoff", "The same request again, with growing delays."),
        ("redirect", "The same request, to another place."),
    ],
);
pub(crate) static SCOPE: Kind = words(
    "`request`, `recipient`, `account`, `connection` or `transaction`",
    &[
        ("request", "This request alone is held back."),
        ("recipient", "All requests to this recipient are."),
        ("account", "All requests of this account are."),
        ("connection", "All requests on this connection are."),
        ("transaction", "The whole transaction starts again."),
    ],
);
pub(crate) static SAFE: Kind = words(
    "`always` or `idempotent`",
    &[
        (
            "always",
            "The request had no effect, so it may be sent again.",
        ),
        (
            "idempotent",
            "Only a request without effects, or with an idempotency key.",
        ),
    ],
);
pub(crate) static TRAVELS: Kind = words(
    "`details`, `body`, `code` or `message`",
    &[
        ("details", "In the envelope's details slot."),
        ("body", "Elsewhere in the body."),
        ("code", "As the variable part of the code."),
        ("message", "In the message's text only."),
    ],
);
pub(crate) static FIELD_TYPE: Kind = words(
    "`string`, `integer`, `number`, `boolean`, `timestamp`, `array`, `object` or `any`",
    &[
        ("string", "Text."),
        ("integer", "A whole number."),
        ("number", "A number."),
        ("boolean", "True or false."),
        ("timestamp", "A date and time."),
        ("array", "A list; `items` says of what."),
        ("object", "A map; `properties` says of what."),
        ("any", "The document does not say."),
    ],
);
pub(crate) static PROVENANCE: Kind = words(
    "`documented`, `derived` or `inferred`",
    &[
        ("documented", "The document states it."),
        ("derived", "It follows from what the document states."),
        ("inferred", "The document lost it; this is our guess."),
    ],
);
pub(crate) static ROLE: Kind = words(
    "what fills a slot, like `code` or `message`",
    &[
        ("code", "The code."),
        ("code-number", "The numeric code beside the code."),
        ("type", "The type that the code belongs to."),
        ("status", "The status."),
        ("message", "The message."),
        ("user-message", "The message for end users."),
        ("title", "A short title of the error."),
        ("details", "The object of details."),
        ("field", "The field of the request that is at fault."),
        ("request-id", "The id of the request."),
        ("doc-url", "The link to the documentation."),
        ("string", "Text that errcat gives no meaning to."),
        ("integer", "A whole number that errcat gives no meaning to."),
        ("number", "A number that errcat gives no meaning to."),
        ("boolean", "True or false."),
        ("timestamp", "A date and time."),
        ("any", "Anything."),
    ],
);
pub(crate) static LEVEL: Kind = words(
    "`allow`, `warn` or `deny`",
    &[
        ("allow", "Say nothing."),
        ("warn", "Say it, and write the outputs all the same."),
        ("deny", "Say it, and write nothing."),
    ],
);
pub(crate) static WITH: Kind = words(
    "`alloc`, `serde`, `http`, `typed`, `retry`, `axum`, `actix`, `problem`, `utoipa`, `tonic` or `reqwest-middleware`",
    &[
        (
            "alloc",
            "Owned codes. They allocate, with the crate `alloc`.",
        ),
        (
            "serde",
            "The traits of `serde`. Your crate needs `serde` as a dependency.",
        ),
        (
            "http",
            "Statuses as `http::StatusCode`, and with `typed` errors as `http::Response`. Your crate needs `http` as a dependency.",
        ),
        (
            "typed",
            "A struct for the details of each code, the error body, and responses read as errors, with advice. Takes `alloc` and `serde` along. Your crate needs `serde` and `serde_json` as dependencies.",
        ),
        (
            "retry",
            "Whether and when to send a request again, in the shape that `backon` takes. Takes `typed` along.",
        ),
        (
            "axum",
            "Errors as responses of `axum`: `IntoResponse`. Takes `typed` along. Your crate needs `axum` as a dependency.",
        ),
        (
            "actix",
            "Errors as responses of `actix-web`: `ResponseError`. Takes `typed` along. Your crate needs `actix-web` as a dependency.",
        ),
        (
            "problem",
            "Errors as problem details (RFC 9457), which `http`, `axum` and `actix` send too. Takes `typed` along.",
        ),
        (
            "utoipa",
            "Errors in the OpenAPI document that `utoipa` makes. Takes `typed` along. Your crate needs `utoipa` 6 as a dependency.",
        ),
        (
            "tonic",
            "Errors as `tonic::Status` with `ErrorInfo` and `RetryInfo`, and back. Takes `typed` along. Your crate needs `tonic` and `tonic-types` 0.14 as dependencies.",
        ),
        (
            "reqwest-middleware",
            "A middleware that sends requests again as the document advises. Takes `retry` along. Your crate needs `reqwest`, `reqwest-middleware`, `http`, `http-body` and `tokio` as dependencies.",
        ),
    ],
);

//! The catalog as a whole.

use super::rows::{HEADERS, STATUS_ROWS, TAGS, TYPES};
use super::sections::{ERRORS_KEY, SECTIONS};
use super::shared::EXAMPLES_KEY;
use super::{
    BOOLEAN, CODE_TYPE, DATE, EDITION, ID, Key, Kind, LINE, MEDIA_TYPE, PROSE, PROSE_LIST, Record,
    Relation, TREE, URL, optional, required,
};

/// A whole catalog.
pub(crate) static CATALOG: Record = Record {
    name: "a catalog",
    extensible: true,
    relations: &[Relation::ExactlyOne(&["sections", "errors"])],
    keys: &[
        required(
            "errcat",
            &EDITION,
            "The edition of the catalog language.",
            "1",
        ),
        required(
            "catalog",
            &ID,
            "The catalog's id, which names its file, module and page.",
            "\"parcel\"",
        ),
        required(
            "title",
            &LINE,
            "The catalog's title.",
            "\"Parcel API errors\"",
        ),
        optional(
            "description",
            &PROSE,
            "What the catalog covers: Markdown.",
            "\"Every error the Parcel API answers with.\"",
        ),
        SOURCE_KEY,
        optional(
            "code-type",
            &CODE_TYPE,
            "What codes are on the wire.",
            "\"integer\"",
        )
        .or("\"string\""),
        optional(
            "http",
            &BOOLEAN,
            "Whether statuses are HTTP's, from 100 to 599. If not, they are the protocol's own numbers, and may be absent.",
            "false",
        )
        .or("true"),
        optional(
            "media-type",
            &MEDIA_TYPE,
            "The media type of the error body. For XML, the only key at the top of the envelope is the root element.",
            "\"application/xml\"",
        )
        .or("\"application/json\""),
        optional(
            "doc-url",
            &URL,
            "The link to a code's documentation; `{code}` in it stands for the code.",
            "\"https://parcel.example/errors#{code}\"",
        ),
        optional(
            "notes",
            &PROSE_LIST,
            "What holds for all errors: Markdown, one statement an item.",
            "[\"The code is the stable contract; the status is informative.\"]",
        ),
        optional(
            "envelope",
            &TREE,
            "The error body. `$word` is a slot that varies, with `optional` or `nullable` after it; everything else is a constant. A list shows its one item, which stands for one or more. `$inline: details` puts the details beside the other keys.",
            "{\"error\": {\"code\": \"$code\", \"message\": \"$message\", \"details\": \"$details optional\"}, \"requestId\": {\"$slot\": \"request-id\", \"description\": \"Quote it in a report.\"}}",
        ),
        optional(
            "headers",
            &HEADERS,
            "The headers that errors speak of, by name.",
            "{\"Retry-After\": {\"unit\": \"seconds\"}}",
        ),
        optional(
            "statuses",
            &STATUS_ROWS,
            "A row for each status: all there is to say about it. Rows are statuses, classes like `5xx`, `network` (no answer at all) and `other`.",
            "{\"404\": {\"phrase\": \"Not Found\", \"retry\": {\"do\": \"change\"}}}",
        ),
        optional(
            "types",
            &TYPES,
            "The types that codes belong to, by what the slot `$type` carries.",
            "{\"billing_error\": {\"status\": 402}}",
        ),
        optional(
            "tags",
            &TAGS,
            "The tags that entries may bear, each with its meaning.",
            "{\"privacy\": \"Does not reveal whether a thing exists.\"}",
        ),
        optional(
            "sections",
            &SECTIONS,
            "The sections, with their errors, in the order of the document. A catalog without sections has `errors` instead.",
            "{\"parcels\": {\"title\": \"Parcels\", \"errors\": []}}",
        ),
        ERRORS_KEY,
        EXAMPLES_KEY,
    ],
};

const SOURCE_KEY: Key = optional(
    "source",
    &SOURCE,
    "Where the facts come from.",
    "{\"document\": \"errors.html\", \"retrieved\": \"2026-11-21\"}",
);

static SOURCE: Kind = Kind::Record(&Record {
    name: "a source",
    extensible: false,
    relations: &[],
    keys: &[
        optional("document", &LINE, "The document's name.", "\"errors.html\""),
        optional(
            "url",
            &URL,
            "Where the document is published.",
            "\"https://parcel.example/errors\"",
        ),
        optional(
            "retrieved",
            &DATE,
            "The day on which it was read.",
            "\"2026-11-21\"",
        ),
    ],
});

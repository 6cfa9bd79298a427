//! Sections, and the lists of errors in them.

use super::advice::{DEPRECATED, RETRY_KEY};
use super::shared::EXAMPLES_KEY;
use super::{
    ID_TEXT, ITEMS, Key, Kind, LINE, Need, PATH, PROSE, Record, STAGE, STATUSES, VERBATIM,
    optional, required,
};

/// `errors` of a catalog without sections.
pub(super) const ERRORS_KEY: Key = optional(
    "errors",
    &ITEMS,
    "The errors, in the order of the document: `code:` defines an entry, `ref:` lists one again.",
    "[{\"code\": \"PARCEL_NOT_FOUND\", \"status\": 404, \"message\": \"The parcel does not exist.\"}]",
);

pub(super) static SECTIONS: Kind = Kind::Map {
    least: 1,
    key: &ID_TEXT,
    of: &Kind::Record(&Record {
        name: "a section",
        extensible: true,
        relations: &[],
        keys: &[
            required(
                "title",
                &LINE,
                "The section's title in the document.",
                "\"Parcels\"",
            ),
            optional(
                "description",
                &PROSE,
                "What the section is about: Markdown.",
                "\"Create, label and track parcels.\"",
            ),
            optional(
                "base-path",
                &PATH,
                "Where its endpoints lie.",
                "\"/v1/parcels\"",
            ),
            optional(
                "status",
                &STATUSES,
                "The status of the entries defined here that have none.",
                "409",
            ),
            optional(
                "type",
                &VERBATIM,
                "The type of the entries defined here that have none.",
                "\"billing_error\"",
            ),
            RETRY_KEY,
            optional(
                "stage",
                &STAGE,
                "The stage of the entries defined here that have none.",
                "\"beta\"",
            ),
            optional(
                "deprecated",
                &DEPRECATED,
                "The section still works, but should not be used any more.",
                "{\"since\": \"1.4\", \"use\": \"pickups\"}",
            ),
            EXAMPLES_KEY,
            Key {
                need: Need::Required,
                ..ERRORS_KEY
            },
        ],
    }),
};

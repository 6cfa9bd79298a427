//! Headers, status rows, types and tags.

use super::advice::RETRY_KEY;
use super::shared::DEFAULT_CODE_KEY;
use super::{
    ANY_SCALAR, DIRECTION, HEADER_NAME, ID_TEXT, Kind, LINE, PROSE, Record, STATUS_ROW_NAME,
    STATUSES, TYPE_ID, WORD, optional,
};

pub(super) static HEADERS: Kind = Kind::Map {
    least: 0,
    key: &HEADER_NAME,
    of: &Kind::Record(&Record {
        name: "a header",
        extensible: false,
        relations: &[],
        keys: &[
            optional("in", &DIRECTION, "Who sends it.", "\"request\"").or("\"response\""),
            optional("unit", &LINE, "The unit of its value.", "\"seconds\""),
            optional(
                "description",
                &PROSE,
                "What it says: Markdown.",
                "\"How long to wait.\"",
            ),
            optional("example", &ANY_SCALAR, "An example of its value.", "30"),
        ],
    }),
};

pub(super) static STATUS_ROWS: Kind = Kind::Map {
    least: 0,
    key: &STATUS_ROW_NAME,
    of: &Kind::Record(&Record {
        name: "a status row",
        extensible: false,
        relations: &[],
        keys: &[
            optional("phrase", &LINE, "The reason phrase.", "\"Not Found\""),
            optional(
                "description",
                &PROSE,
                "What the status means in this API: Markdown.",
                "\"Rate limited\"",
            ),
            optional(
                "client-class",
                &WORD,
                "The error class of the API's own client; on `other`, its base class.",
                "\"ConflictError\"",
            ),
            RETRY_KEY,
            DEFAULT_CODE_KEY,
        ],
    }),
};

pub(super) static TYPES: Kind = Kind::Map {
    least: 0,
    key: &TYPE_ID,
    of: &Kind::Record(&Record {
        name: "a type",
        extensible: false,
        relations: &[],
        keys: &[
            optional(
                "description",
                &PROSE,
                "What the type means: Markdown.",
                "\"Money is missing.\"",
            ),
            optional(
                "status",
                &STATUSES,
                "The status of its entries, where neither they nor their section have one.",
                "402",
            ),
            RETRY_KEY,
            DEFAULT_CODE_KEY,
        ],
    }),
};

pub(super) static TAGS: Kind = Kind::Map {
    least: 0,
    key: &ID_TEXT,
    of: &LINE,
};

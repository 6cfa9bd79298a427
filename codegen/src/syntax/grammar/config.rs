//! The configuration, `errcat.yaml`.

use super::{BOOLEAN, EDITION, FOLDER, Kind, LEVEL, LINT_NAME, Record, WITH, optional, required};

/// The whole configuration.
pub(crate) static CONFIG: Record = Record {
    name: "the configuration",
    extensible: false,
    relations: &[],
    keys: &[
        required("errcat", &EDITION, "The edition of the configuration.", "1"),
        optional(
            "catalogs",
            &FOLDER,
            "The folder that holds the catalogs, relative to this file.",
            "\"api/errors\"",
        )
        .or("\"catalogs\""),
        optional(
            "out",
            &FOLDER,
            "The folder that outputs are written to, relative to this file.",
            "\"generated\"",
        )
        .or("\"generated\""),
        optional(
            "targets",
            &TARGETS,
            "The outputs to write. Without this key, all but `vectors`.",
            "{\"rust\": {}, \"markdown\": {}}",
        ),
        optional(
            "lints",
            &LINTS,
            "How much a lint weighs, by its name or id.",
            "{\"missing-message\": \"deny\"}",
        ),
    ],
};

static TARGETS: Kind = Kind::Record(&Record {
    name: "a set of targets",
    extensible: false,
    relations: &[],
    keys: &[
        optional(
            "rust",
            &RUST,
            "Rust enums and their tables, in `rust/`.",
            "{}",
        ),
        optional(
            "markdown",
            &PLAIN,
            "A page for each catalog and an index, in `docs/`.",
            "{}",
        ),
        optional(
            "json",
            &PLAIN,
            "A file of data for each catalog, in `json/`.",
            "{}",
        ),
        optional(
            "schema",
            &PLAIN,
            "JSON Schemas for editors, in `schema/`.",
            "{}",
        ),
        optional(
            "vectors",
            &PLAIN,
            "Responses of each catalog and what a client must see in them, in `vectors/`.",
            "{}",
        ),
    ],
});

static RUST: Kind = Kind::Record(&Record {
    name: "a set of Rust switches",
    extensible: false,
    relations: &[],
    keys: &[
        optional(
            "with",
            &WITH_LIST,
            "What generated Rust may use beside `core`. Without this key, nothing.",
            "[\"alloc\", \"serde\"]",
        )
        .or("[]"),
        optional(
            "self-contained",
            &BOOLEAN,
            "Whether each catalog's module holds what all of them share, so that its file stands alone.",
            "true",
        )
        .or("false"),
        optional(
            "deprecated-attribute",
            &BOOLEAN,
            "Whether deprecated entries get the attribute `#[deprecated]`.",
            "false",
        )
        .or("true"),
    ],
});

static WITH_LIST: Kind = Kind::List {
    of: &WITH,
    least: 0,
};

static PLAIN: Kind = Kind::Record(&Record {
    name: "a set of switches",
    extensible: false,
    relations: &[],
    keys: &[],
});

static LINTS: Kind = Kind::Map {
    least: 0,
    key: &LINT_NAME,
    of: &LEVEL,
};

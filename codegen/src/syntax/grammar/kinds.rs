//! The kinds of values, each named once. Those that are one of some words are
//! in [`words`](super::words).

use super::{Json, Kind, Scalar};

/// A scalar that an unquoted number or truth value can be.
const fn text(name: &'static str, pattern: &'static str) -> Scalar {
    scalar(name, Json::Text, pattern)
}

const fn scalar(name: &'static str, json: Json, pattern: &'static str) -> Scalar {
    Scalar {
        name,
        json,
        pattern,
    }
}

pub(crate) const ID_TEXT: Scalar = scalar(
    "a lower-case identifier like `rate_limits`",
    Json::Identifier,
    "^[a-z][a-z0-9_]{0,63}$",
);
pub(crate) const WIRE_NAME: Scalar = text("a name as it stands on the wire", "");
pub(crate) const TYPE_ID: Scalar = text(
    "a type as it stands on the wire, with a letter before any digit",
    "^[^A-Za-z0-9]*[A-Za-z]",
);
pub(crate) const HEADER_NAME: Scalar = text(
    "a header's name like `Retry-After`",
    "^[-!#$%&'*+.^_`|~0-9A-Za-z]+$",
);
pub(crate) const STATUS_ROW_NAME: Scalar = text(
    "a status, a class like `5xx`, `network` or `other`",
    "^(0|-?[1-9][0-9]*|[1-5]xx|network|other)$",
);
pub(crate) const LINT_NAME: Scalar = scalar("a lint's name or id", Json::Lint, "");

pub(crate) static EDITION: Kind = Kind::Scalar(scalar("the edition, `1`", Json::Exactly(1), ""));
pub(crate) static ID: Kind = Kind::Scalar(ID_TEXT);
pub(crate) static LINE: Kind = Kind::Scalar(text(
    "one line of plain text",
    "^[^\\S\\n\\t]*[^\\s][^\\n\\t]*\\n*$",
));
pub(crate) static PROSE: Kind = Kind::Scalar(text("Markdown text", "\\S"));
pub(crate) static ANY_LINES: Kind = Kind::Scalar(text("text that is not blank", "\\S"));
pub(crate) static LANGUAGE: Kind =
    Kind::Scalar(text("a language as one word, like `json`", "^[^\\s]+\\n*$"));
pub(crate) static VERBATIM: Kind = Kind::Scalar(text("text", ""));
pub(crate) static URL: Kind = Kind::Scalar(scalar(
    "a URL that starts with `https://` or `http://`",
    Json::String,
    "^https?://[!#-;=?-\\[\\]_a-z{}~A-Z]+$",
));
pub(crate) static DATE: Kind = Kind::Scalar(scalar(
    "a date like `2026-11-21`",
    Json::String,
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
));
pub(crate) static PATH: Kind = Kind::Scalar(scalar(
    "a path that starts with `/`",
    Json::String,
    "^/[^\\n\\t]*$",
));
pub(crate) static FOLDER: Kind = Kind::Scalar(text(
    "a folder below this file, like `api/errors`",
    "^(?!/)(?!(.*/)?\\.\\.(/|$))(?!(\\.?/)*\\.?$).*\\S",
));
pub(crate) static WORD: Kind = Kind::Scalar(scalar(
    "an identifier like `ConflictError`",
    Json::Identifier,
    "^[A-Za-z_][A-Za-z0-9_]*$",
));
pub(crate) static NAME: Kind = Kind::Scalar(scalar(
    "words to make an identifier of, like `TOO_HEAVY`",
    Json::Identifier,
    "^[^A-Za-z0-9]*[A-Za-z]",
));
pub(crate) static MEDIA_TYPE: Kind = Kind::Scalar(scalar(
    "a media type like `application/json`",
    Json::String,
    "^[-!#$%&'*+.^_`|~0-9A-Za-z]+/[-!#$%&'*+.^_`|~0-9A-Za-z]+[^\\S\\n\\t]*(;[^\\n\\t]*)?$",
));
pub(crate) static FIELD_NAME: Kind = Kind::Scalar(text("the name of a declared detail", ""));
pub(crate) static HEADER: Kind = Kind::Scalar(HEADER_NAME);
pub(crate) static LINT: Kind = Kind::Scalar(scalar(
    "the id or name of a lint, like `EC0301`",
    Json::Identifier,
    "^(EC[0-9]{4}|[a-z]+(-[a-z]+)*)$",
));
pub(crate) static COUNT: Kind =
    Kind::Scalar(scalar("a whole number from 0", Json::CountFrom(0), ""));
pub(crate) static POSITIVE: Kind =
    Kind::Scalar(scalar("a whole number from 1", Json::CountFrom(1), ""));
pub(crate) static INTEGER: Kind = Kind::Scalar(scalar("a whole number", Json::Integer, ""));
pub(crate) static BOOLEAN: Kind = Kind::Scalar(scalar("`true` or `false`", Json::Boolean, ""));
pub(crate) static CODE: Kind = Kind::Scalar(text(
    "a code as it stands on the wire",
    "^([^\\s{}]|\\{[A-Za-z0-9_]+\\})([^\\S\\n\\t]*([^\\s{}]|\\{[A-Za-z0-9_]+\\}))*$",
));
pub(crate) static STATUS: Kind = Kind::Scalar(scalar(
    "a status like `404`, or `none`",
    Json::IntegerOr("none"),
    "",
));
pub(crate) static ANY_SCALAR: Kind = Kind::Scalar(scalar("one value", Json::Any, ""));

pub(crate) static CODES: Kind = Kind::OneOrMany(&CODE);
pub(crate) static ALIASES: Kind = Kind::List {
    of: &CODE,
    least: 1,
};
pub(crate) static STATUSES: Kind = Kind::OneOrMany(&STATUS);
pub(crate) static PROSE_LIST: Kind = Kind::List {
    of: &PROSE,
    least: 1,
};
pub(crate) static NAMES: Kind = Kind::List { of: &ID, least: 1 };
pub(crate) static HEADER_NAMES: Kind = Kind::List {
    of: &HEADER,
    least: 1,
};
pub(crate) static LINTS: Kind = Kind::List {
    of: &LINT,
    least: 1,
};
pub(crate) static ITEMS: Kind = Kind::List {
    of: &Kind::Item,
    least: 0,
};
pub(crate) static TREE: Kind = Kind::Tree;

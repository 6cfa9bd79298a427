//! The file, and what a catalog declares beside its entries.

use super::entries::{DEPRECATION, ENTRY, EXAMPLE};
use super::{Form, Member, Record, Value};
use crate::syntax::grammar::{ACTION, CODE_TYPE, DIRECTION, FIELD_TYPE, ROLE, SAFE, SCOPE, STAGE};

/// A member, on one line of a table.
pub(super) const fn member(name: &'static str, value: Value, doc: &'static str) -> Member {
    Member { name, value, doc }
}

pub(super) const ID: Value = Value::Like("^[a-z][a-z0-9_]*$");
pub(super) const LINK: Value = Value::Like("^https?://");
pub(super) const DAY: Value = Value::Like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
pub(super) const TEXTS: Value = Value::List(&Value::Text);
pub(super) const INTEGERS: Value = Value::List(&Value::Integer);
pub(super) const CODES: Value = Value::List(&Value::Code);
pub(super) const EXAMPLES: Value = Value::List(&Value::Record(&EXAMPLE));
pub(super) const MAYBE_TEXT: Value = Value::Maybe(&Value::Text);
pub(super) const MAYBE_INTEGER: Value = Value::Maybe(&Value::Integer);
pub(super) const MAYBE_CODE: Value = Value::Maybe(&Value::Code);
pub(super) const MAYBE_LINK: Value = Value::Maybe(&LINK);
pub(super) const MAYBE_DAY: Value = Value::Maybe(&DAY);
pub(super) const MAYBE_RETRY: Value = Value::Maybe(&Value::Record(&RETRY));
pub(super) const MAYBE_DEPRECATION: Value = Value::Maybe(&Value::Record(&DEPRECATION));

#[rustfmt::skip] // A line is a member.
pub(super) static FILE: Record = Record {
    name: "file",
    doc: "All that a catalog means, resolved. Members are always there; what the catalog does not say is null or empty. Texts are plain, or Markdown where their description says so.",
    form: Form::All,
    members: &[&[
        member("$comment", Value::Text, "What wrote this file, and from what."),
        member("version", Value::Exactly(1), "The version of the form of this file. It counts changes that could break a reader."),
        member("catalog", ID, "The catalog's id."),
        member("title", Value::Text, "The catalog's title."),
        member("description", MAYBE_TEXT, "What the catalog covers, in Markdown."),
        member("source", Value::Record(&SOURCE), "Where the facts come from."),
        member("code_type", Value::Word(&CODE_TYPE), "What codes are on the wire."),
        member("http", Value::Boolean, "Whether statuses are HTTP's."),
        member("media_type", Value::Text, "The media type of the error body."),
        member("doc_url", MAYBE_LINK, "A link per code, in which `{code}` is to be replaced."),
        member("notes", TEXTS, "What holds for all errors, in Markdown."),
        member("envelope", Value::Maybe(&Value::Shape), "The error body. An object with `$slot` is a place that a value fills; all else is always the same."),
        member("headers", Value::List(&Value::Record(&HEADER)), "Headers that errors speak of."),
        member("statuses", Value::List(&Value::Record(&STATUS)), "The documented statuses, with or without a code."),
        member("types", Value::List(&Value::Record(&TYPE)), "The first level above codes."),
        member("tags", Value::List(&Value::Record(&TAG)), "Tags that entries may bear."),
        member("sections", Value::List(&Value::Record(&SECTION)), "Sections, in document order."),
        member("entries", Value::List(&Value::Record(&ENTRY)), "Entries, in document order."),
        member("examples", EXAMPLES, "Examples of the whole API."),
        EXTENSIONS,
    ]],
};

pub(super) const EXTENSIONS: Member = member(
    "extensions",
    Value::Extensions,
    "Keys that begin with `x-`, carried and never interpreted.",
);

#[rustfmt::skip]
static SOURCE: Record = Record {
    name: "source",
    doc: "Where the facts come from.",
    form: Form::All,
    members: &[&[
        member("document", MAYBE_TEXT, "The document's name."),
        member("url", MAYBE_LINK, "Where it is published."),
        member("retrieved", MAYBE_DAY, "The day on which it was read."),
    ]],
};

#[rustfmt::skip]
static HEADER: Record = Record {
    name: "header",
    doc: "A header that errors speak of.",
    form: Form::All,
    members: &[&[
        member("name", Value::Text, "Its name as documented; headers match in any case."),
        member("in", Value::Word(&DIRECTION), "Whether it comes with the response or the request."),
        member("unit", MAYBE_TEXT, "The unit of its value."),
        member("description", MAYBE_TEXT, "What it says, in Markdown."),
        member("example", Value::Constant, "An example of its value."),
    ]],
};

#[rustfmt::skip]
static STATUS: Record = Record {
    name: "status",
    doc: "A row of the status table.",
    form: Form::All,
    members: &[&[
        member("status", Value::Row, "A status; or a class like `5xx`, `network` for no answer at all, `other` for all that no other row is about."),
        member("reason", MAYBE_TEXT, "The reason phrase."),
        member("description", MAYBE_TEXT, "What it means in this API, in Markdown."),
        member("client_class", MAYBE_TEXT, "The error class of the API's own client."),
        member("retry", MAYBE_RETRY, "Advice for this row."),
        member("default_code", MAYBE_CODE, "Assumed for an unknown or missing code."),
    ]],
};

#[rustfmt::skip]
static TYPE: Record = Record {
    name: "type",
    doc: "A type: the first level above codes.",
    form: Form::All,
    members: &[&[
        member("id", Value::Text, "What stands on the wire."),
        member("description", MAYBE_TEXT, "What it means, in Markdown."),
        member("statuses", INTEGERS, "The statuses of its entries; the first is canonical."),
        member("retry", MAYBE_RETRY, "Advice for its entries."),
        member("default_code", MAYBE_CODE, "Assumed for an unknown code of this type."),
    ]],
};

#[rustfmt::skip]
static TAG: Record = Record {
    name: "tag",
    doc: "A mark that entries may bear.",
    form: Form::All,
    members: &[&[
        member("id", ID, "Its id."),
        member("description", Value::Text, "What it means."),
    ]],
};

#[rustfmt::skip]
static SECTION: Record = Record {
    name: "section",
    doc: "A group of entries.",
    form: Form::All,
    members: &[&[
        member("id", ID, "Its id."),
        member("title", Value::Text, "Its title in the document."),
        member("description", MAYBE_TEXT, "What it is about, in Markdown."),
        member("base_path", MAYBE_TEXT, "Where its endpoints lie."),
        member("stage", Value::Maybe(&Value::Word(&STAGE)), "The stage of entries defined here that name none."),
        member("retry", MAYBE_RETRY, "Advice for entries defined here that have none."),
        member("deprecated", MAYBE_DEPRECATION, "It still works, but should not be used."),
        member("examples", EXAMPLES, "Examples of the section."),
        EXTENSIONS,
    ]],
};

#[rustfmt::skip]
pub(super) static ADVICE: &[Member] = &[
    member("do", Value::Word(&ACTION), "What to do."),
    member("delay", Value::Maybe(&Value::Record(&DELAY)), "Where the delay is stated."),
    member("to", Value::Maybe(&Value::Record(&PLACE)), "Where the new place stands, for a redirect."),
    member("attempts", MAYBE_INTEGER, "The documented maximum of attempts."),
    member("scope", Value::Word(&SCOPE), "What is held back."),
    member("safe", Value::Maybe(&Value::Word(&SAFE)), "Whether a request with effects may be sent again."),
    member("note", MAYBE_TEXT, "The document's wording or reason."),
];

static RETRY: Record = Record {
    name: "retry",
    doc: "Documented advice.",
    form: Form::All,
    members: &[ADVICE],
};

#[rustfmt::skip]
static DELAY: Record = Record {
    name: "delay",
    doc: "Where a delay is stated.",
    form: Form::One,
    members: &[&[
        member("header", Value::Text, "In this header."),
        member("detail", Value::Text, "In this detail or slot."),
        member("seconds", Value::Integer, "Here: so many seconds."),
    ]],
};

#[rustfmt::skip]
static PLACE: Record = Record {
    name: "place",
    doc: "Where the new place of a redirect stands.",
    form: Form::One,
    members: &[&[
        member("header", Value::Text, "In this header."),
        member("detail", Value::Text, "In this detail or slot."),
    ]],
};

#[rustfmt::skip]
pub(super) static SLOT: Record = Record {
    name: "slot",
    doc: "A place of the envelope that a value fills.",
    form: Form::All,
    members: &[&[
        member("$slot", Value::Word(&ROLE), "What fills it."),
        member("optional", Value::Boolean, "Whether it may be absent."),
        member("nullable", Value::Boolean, "Whether it may be null."),
        member("type", Value::Maybe(&Value::Word(&FIELD_TYPE)), "Its type, where `$slot` leaves it open."),
        member("unit", MAYBE_TEXT, "The unit of its value."),
        member("description", MAYBE_TEXT, "What it says."),
        member("example", Value::Constant, "An example of its value."),
    ]],
};

//! Entries and what they hold.

use super::records::{
    ADVICE, CODES, EXAMPLES, EXTENSIONS, ID, INTEGERS, MAYBE_CODE, MAYBE_DAY, MAYBE_DEPRECATION,
    MAYBE_INTEGER, MAYBE_LINK, MAYBE_RETRY, MAYBE_TEXT, TEXTS, member,
};
use super::{Form, Member, Record, Value};
use crate::syntax::grammar::{FIELD_TYPE, PROVENANCE, SEVERITY, STAGE, TRAVELS};

/// What is said at one place.
#[rustfmt::skip]
static SAID: &[Member] = &[
    member("description", MAYBE_TEXT, "When it happens, in Markdown."),
    member("causes", TEXTS, "Documented causes, in Markdown."),
    member("fix", MAYBE_TEXT, "What to do about it, in Markdown."),
    member("examples", EXAMPLES, "Examples."),
];

#[rustfmt::skip]
pub(super) static ENTRY: Record = Record {
    name: "entry",
    doc: "One documented error.",
    form: Form::All,
    members: &[
        &[
            member("code", Value::Code, "What stands on the wire; the first of `codes`. `{x}` is a variable part."),
            member("codes", CODES, "Its codes: one, or several under one text."),
            member("name", Value::Text, "The symbolic name of `code`."),
            member("names", TEXTS, "The symbolic names of `codes`."),
            member("aliases", CODES, "More spellings, read but never sent."),
            member("code_number", MAYBE_INTEGER, "A second, numeric code of its own."),
            member("code_source", Value::Word(&PROVENANCE), "How its code is known."),
            member("name_source", Value::Word(&PROVENANCE), "How its name is known."),
            member("candidates", CODES, "Other codes that it may be, where its code is a guess."),
            member("section", Value::Maybe(&ID), "The section of its first listing."),
            member("type", MAYBE_TEXT, "Its first level."),
            member("kind", Value::Word(&SEVERITY), "Error, warning or success."),
            member("status", MAYBE_INTEGER, "The canonical status; the first of `statuses`."),
            member("statuses", INTEGERS, "All statuses, canonical first, each once."),
            member("reason", MAYBE_TEXT, "The reason phrase of `status`."),
            member("message", Value::Text, "What a server sends; `{x}` is a detail."),
            member("user_message", MAYBE_TEXT, "What an end user may read; `{x}` is a detail."),
        ],
        SAID,
        &[
            member("variants", Value::List(&Value::Record(&VARIANT)), "Further texts or advice of the same code."),
            member("retry", Value::Maybe(&Value::Record(&RESOLVED)), "The advice for `status`. Null: none is documented, which is not `stop`."),
            member("details", Value::List(&Value::Record(&DETAIL)), "Typed values that it carries."),
            member("headers", TEXTS, "Headers that it carries or that are at fault."),
            member("tags", Value::List(&ID), "Its tags."),
            member("lifecycle", Value::Record(&LIFECYCLE), "Its stage of life."),
            member("source", Value::Record(&PLACE), "Where it is documented."),
            member("doc_url", MAYBE_LINK, "The link to its documentation."),
            member("listings", Value::List(&Value::Record(&LISTING)), "Every place where the document lists it."),
            EXTENSIONS,
        ],
    ],
};

#[rustfmt::skip]
static VARIANT: Record = Record {
    name: "variant",
    doc: "A further text, or other advice, of the same code.",
    form: Form::All,
    members: &[&[
        member("message", MAYBE_TEXT, "The other text."),
        member("when", Value::Maybe(&Value::Record(&CONDITION)), "What tells this variant apart."),
        member("name", MAYBE_TEXT, "Its name."),
        member("description", MAYBE_TEXT, "When it happens, in Markdown."),
        member("causes", TEXTS, "Documented causes, in Markdown."),
        member("fix", MAYBE_TEXT, "What to do about it, in Markdown."),
        member("retry", MAYBE_RETRY, "Advice for this variant alone."),
    ]],
};

#[rustfmt::skip]
static CONDITION: Record = Record {
    name: "condition",
    doc: "A detail with a value.",
    form: Form::All,
    members: &[&[
        member("detail", Value::Text, "The detail."),
        member("is", Value::Constant, "Its value."),
    ]],
};

#[rustfmt::skip]
static RESOLVED: Record = Record {
    name: "resolved-retry",
    doc: "Documented advice, and the rule that gave it.",
    form: Form::All,
    members: &[ADVICE, &[
        member("rule", Value::Record(&RULE), "Where the advice stands in the catalog."),
    ]],
};

#[rustfmt::skip]
static RULE: Record = Record {
    name: "rule",
    doc: "Where advice stands in the catalog.",
    form: Form::All,
    members: &[&[
        member("at", Value::OneOf(&["entry", "section", "type", "status"]), "What has the advice."),
        member("id", Value::Text, "The code, section, type or row of the status table that has it."),
    ]],
};

#[rustfmt::skip]
static DETAIL: Record = Record {
    name: "detail",
    doc: "One typed value, wherever it travels.",
    form: Form::Detail,
    members: &[&[
        member("name", Value::Text, "Its key on the wire."),
        member("type", Value::Word(&FIELD_TYPE), "Its type."),
        member("items", Value::Maybe(&Value::Record(&DETAIL)), "Of an array: what it holds. Null: the document does not say."),
        member("properties", Value::List(&Value::Record(&DETAIL)), "Of an object: what it holds. Empty: the document does not say."),
        member("in", Value::Word(&TRAVELS), "Where it travels."),
        member("optional", Value::Boolean, "Whether it may be absent."),
        member("sensitive", Value::Boolean, "Whether it must stay out of logs."),
        member("inferred", Value::Boolean, "Whether its key is a guess."),
        member("unit", MAYBE_TEXT, "The unit of its value."),
        member("description", MAYBE_TEXT, "What it says."),
        member("example", Value::Constant, "An example of its value."),
    ]],
};

#[rustfmt::skip]
static LIFECYCLE: Record = Record {
    name: "lifecycle",
    doc: "A stage of life.",
    form: Form::All,
    members: &[&[
        member("stage", Value::Word(&STAGE), "Its stage, if it is neither deprecated nor retired."),
        member("since", MAYBE_TEXT, "The version that introduced it."),
        member("deprecated", MAYBE_DEPRECATION, "It still works, but should not be used."),
        member("retired", MAYBE_DEPRECATION, "It is no longer sent."),
    ]],
};

#[rustfmt::skip]
pub(super) static DEPRECATION: Record = Record {
    name: "end-of-life",
    doc: "The end of life of an entry or a section.",
    form: Form::All,
    members: &[&[
        member("since", MAYBE_TEXT, "The version in which it began."),
        member("sunset", MAYBE_DAY, "The day on which it ends."),
        member("use", MAYBE_CODE, "What to use instead: a code; of a section, a section's id."),
        member("note", MAYBE_TEXT, "Anything else to know."),
    ]],
};

#[rustfmt::skip]
static PLACE: Record = Record {
    name: "place-in-the-document",
    doc: "Where an entry is documented.",
    form: Form::All,
    members: &[&[
        member("document", MAYBE_TEXT, "The document's name."),
        member("line", MAYBE_INTEGER, "The line of the document, from 1."),
        member("url", MAYBE_LINK, "Where else it is documented."),
    ]],
};

#[rustfmt::skip]
static LISTING: Record = Record {
    name: "listing",
    doc: "One place where an entry is documented.",
    form: Form::All,
    members: &[
        &[
            member("section", Value::Maybe(&ID), "The section."),
            member("status", MAYBE_INTEGER, "The status at this place; the first of `statuses`."),
            member("statuses", INTEGERS, "The statuses at this place."),
            member("reason", MAYBE_TEXT, "The reason phrase at this place."),
        ],
        SAID,
        &[
            member("line", MAYBE_INTEGER, "The line of the document, from 1."),
            member("url", MAYBE_LINK, "Where else it is documented."),
            member("code_source", Value::Word(&PROVENANCE), "How the code is known at this place."),
            member("candidates", CODES, "Other codes that it may be at this place."),
            EXTENSIONS,
        ],
    ],
};

#[rustfmt::skip]
pub(super) static EXAMPLE: Record = Record {
    name: "example",
    doc: "A piece of code or data that shows something.",
    form: Form::All,
    members: &[&[
        member("title", Value::Text, "What it shows."),
        member("language", Value::Text, "The language of `text`, like `json`."),
        member("text", Value::Text, "The example itself, with its line breaks."),
    ]],
};

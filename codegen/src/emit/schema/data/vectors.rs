//! The files of the target `vectors`.

use super::records::{ID, MAYBE_CODE, MAYBE_INTEGER, MAYBE_TEXT, member};
use super::{Form, Member, Record, Value};
use crate::syntax::grammar::{ACTION, CODE_TYPE, SAFE, SCOPE};

#[rustfmt::skip] // A line is a member.
pub(in crate::emit::schema) static FILE: Record = Record {
    name: "file",
    doc: "Responses of an API, and what a client must see in each. A test of a client takes each vector in turn: it gives `response` to the client as a response of the API, and holds what the client says against `expect`. Members are always there; what there is not is null. Each member says what it is for a client in general; one that has no notion of it need not be held against it.",
    form: Form::All,
    members: &[&[
        member("$comment", Value::Text, "What wrote this file, and from what."),
        member("version", Value::Exactly(1), "The version of the form of this file. It counts changes that could break a reader."),
        member("catalog", ID, "The catalog's id."),
        member("code_type", Value::Word(&CODE_TYPE), "What known codes are here: text, or whole numbers of 64 bits. Some do not fit a double, on which JSON readers of some languages insist."),
        member("now", Value::Integer, "When all responses come, in seconds since 1970: dates count from there. Give it to the client for its clock."),
        member("vectors", Value::List(&Value::Record(&VECTOR)), "The vectors: those of each entry in the order of the catalog, then those of unknown errors, then those of bodies that are not JSON."),
    ]],
};

#[rustfmt::skip]
static VECTOR: Record = Record {
    name: "vector",
    doc: "A response, and what a client must see in it.",
    form: Form::All,
    members: &[&[
        member("name", Value::Text, "What it shows: a name for a test. No two vectors of a file have the same."),
        member("response", Value::Record(&RESPONSE), "The response, as it comes."),
        member("expect", Value::Record(&EXPECT), "What a client must see in it."),
    ]],
};

#[rustfmt::skip]
static RESPONSE: Record = Record {
    name: "response",
    doc: "A response. A client must have its status and its body at hand as they came, whatever it makes of them.",
    form: Form::All,
    members: &[&[
        member("status", Value::Integer, "The status; one of a protocol of its own where the catalog has `http: false`."),
        member("headers", Value::Map(&Value::Text), "The headers, each once. Their names match in any case, and are written in any case here."),
        member("body", Value::Json, "The body. Text is the body itself, in UTF-8, and not JSON. Anything else is JSON, to be written as such in any layout."),
    ]],
};

#[rustfmt::skip]
static ERROR_MEMBERS: &[Member] = &[
    member("outcome", Value::OneOf(&["known", "unknown", "broken"]), "`known`: the body is JSON, with a code of the catalog. `unknown`: it is JSON, with another code or with none where it belongs. `broken`: it is not JSON."),
    member("code", MAYBE_CODE, "A known code is spelt as in the catalog, with `{..}` for its variable parts, also where the response has an alias or the parts' values; it is a number where `code_type` is `integer`, also where the response has text. An unknown one is the text or the number that stands in its place, as it came; null where there is nothing, null or anything else."),
    member("message", MAYBE_TEXT, "The message, as it came. It is for people: no two servers need have the same."),
    member("field", MAYBE_TEXT, "The request field at fault, where the envelope has a slot `$field`."),
    member("details", Value::Maybe(&Value::Map(&Value::Json)), "The declared details that the response states, by their names, each of its declared type, wherever it stands: in the details, elsewhere in the body, in a variable code, in the message. Text that spells a number or a truth value counts as that where one is declared, and a number or a truth value as its text. A detail that is absent or null has no member here, and one that is not declared has none. A timestamp is as it came. Sensitive values are there too. Null where the code declares no details, or they can't be read: see `details_fault`."),
    member("details_fault", Value::Maybe(&Value::Record(&FAULT)), "Why the details can't be read: the first of them, in the order of the catalog, that is at fault. A client may have the others all the same."),
];

#[rustfmt::skip]
static EXPECT: Record = Record {
    name: "expect",
    doc: "What a client must see. Of several errors, the first is meant.",
    form: Form::All,
    members: &[ERROR_MEMBERS, &[
        member("request_id", MAYBE_TEXT, "The id of the request, where the envelope has a slot `$request-id`."),
        member("counts_as", MAYBE_CODE, "The code that the error is treated as: a known code itself, else the `default_code` of the type that the body names, else that of the status, its class or `other`; null where there is none."),
        member("advice", Value::Record(&ADVICE), "What to do, as the document says."),
        member("further", Value::List(&Value::Record(&ERROR)), "The errors behind the first one, where the body holds a list of them."),
    ]],
};

#[rustfmt::skip]
static ERROR: Record = Record {
    name: "error",
    doc: "One more error of a response.",
    form: Form::All,
    members: &[ERROR_MEMBERS],
};

#[rustfmt::skip]
static FAULT: Record = Record {
    name: "fault",
    doc: "A detail that is not as declared.",
    form: Form::All,
    members: &[&[
        member("detail", Value::Text, "Its name."),
        member("problem", Value::OneOf(&["missing", "type"]), "`missing`: it must be there, and is not. `type`: its value is of another type than declared."),
    ]],
};

#[rustfmt::skip]
static ADVICE: Record = Record {
    name: "advice",
    doc: "Advice, taken whole from the first place that has any: the variant that the response is, the entry, its section, its type; else the status of the response, its class, or `other`. Without a known code, the entry is that of `counts_as`; without that, the type that the body names counts, then the status.",
    form: Form::All,
    members: &[&[
        member("action", Value::Maybe(&Value::Word(&ACTION)), "What to do. Null is not `stop`: the document gives no advice. With `wait`, `backoff` and `redirect`, and no other, the same request may be sent again."),
        member("delay_ms", MAYBE_INTEGER, "How long to wait first, in whole milliseconds: what stands where the advice points, else what `Retry-After` states, else what the catalog states. A time that has passed is 0. Null where nothing states one, and where the advice is not to send the request again; without advice, `Retry-After` still counts. A header states a number of its declared unit (seconds without one) in plain digits, perhaps with a point, or a date of HTTP; a value of the body a number of its declared unit, or a timestamp. What is neither is passed over, and so is what is more than 366 days."),
        member("to", MAYBE_TEXT, "Where the new place is, for a redirect."),
        member("scope", Value::Word(&SCOPE), "What is held back; `request` without advice."),
        member("safe", Value::Maybe(&Value::Word(&SAFE)), "Whether a request with effects may be sent again; null where that is not documented."),
        member("attempts", MAYBE_INTEGER, "The documented maximum of attempts."),
        member("basis", Value::Maybe(&Value::OneOf(&["variant", "entry", "section", "type", "status"])), "Where in the catalog the advice stands; null where there is none."),
    ]],
};

//! The JSON Schemas of the files of the targets `json` and `vectors`.
//!
//! Draft-07, like the schemas for editors: every validator speaks it, and
//! nothing here needs a later draft. Each member that is always there is
//! required, and no other is allowed, so that a reader may rely on the schema
//! alone. Deliberately absent: what the compiler has ensured already, like
//! that a section named by an entry is in `sections`.
//!
//! The tables are in [`records`] and its children, and in [`vectors`]. That they
//! have the members that the targets write, and no others, is tested on real
//! files.

mod entries;
mod records;
mod vectors;

use self::records::{FILE, SLOT};
use crate::sink::Json;
use crate::syntax::grammar;
use crate::write::{Artifact, MARK};

/// An object of the files.
struct Record {
    name: &'static str,
    doc: &'static str,
    /// Members, in groups that several records may share.
    members: &'static [&'static [Member]],
    form: Form,
}

/// Which of its members a record has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// All that say so.
    All,
    /// Exactly one.
    One,
    /// All, `items` if it is an array, `properties` if it is an object.
    Detail,
}

/// A member of a record.
struct Member {
    name: &'static str,
    value: Value,
    doc: &'static str,
}

/// What a member holds.
enum Value {
    /// Text, maybe Markdown.
    Text,
    /// Text that matches a pattern.
    Like(&'static str),
    Integer,
    Boolean,
    /// This whole number.
    Exactly(i64),
    /// Text, a number, a truth value or null.
    Constant,
    /// A code: a number in catalogs whose `code_type` is `integer`.
    Code,
    /// A status, or the name of a row that is about several.
    Row,
    /// A word that the language has too.
    Word(&'static grammar::Kind),
    /// One of these words.
    OneOf(&'static [&'static str]),
    Record(&'static Record),
    List(&'static Value),
    /// The value, or null where the catalog does not say.
    Maybe(&'static Value),
    /// The envelope.
    Shape,
    /// The `x-` keys.
    Extensions,
    /// Any names, each with such a value.
    Map(&'static Value),
    /// Anything.
    Json,
}

/// The schema of the files of data.
pub(super) fn emit() -> Artifact {
    let path = "schema/data.schema.json";
    file(path, "errcat data", &FILE, Envelopes::Some)
}

/// The schema of the files of vectors.
pub(super) fn vectors() -> Artifact {
    let path = "schema/vectors.schema.json";
    file(path, "errcat vectors", &vectors::FILE, Envelopes::None)
}

/// Whether files hold envelopes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Envelopes {
    Some,
    None,
}

fn file(
    path: &'static str,
    title: &'static str,
    root: &'static Record,
    envelopes: Envelopes,
) -> Artifact {
    let mut json = Json::default();
    let mut used = Vec::new();
    if envelopes == Envelopes::Some {
        // The envelope, which is no record, refers to slots.
        used.push(&SLOT);
    }
    json.object(|json| {
        json.member("$schema")
            .string("http://json-schema.org/draft-07/schema#");
        json.member("$comment")
            .string(&format!("{MARK} from its own table; do not edit"));
        json.member("title").string(title);
        record(json, root, &mut used);
        json.member("definitions").object(|json| {
            let mut at = 0;
            while let Some(it) = used.get(at).copied() {
                json.member(it.name)
                    .object(|json| record(json, it, &mut used));
                at += 1;
            }
            if envelopes == Envelopes::Some {
                json.member("shape").object(shape);
            }
        });
    });
    Artifact::new(path, json.finish())
}

/// The members of a record's schema; what it refers to is added to `used`.
fn record(json: &mut Json, it: &Record, used: &mut Vec<&'static Record>) {
    let members = || it.members.iter().copied().flatten();
    json.member("description").string(it.doc);
    json.member("type").string("object");
    match it.form {
        Form::All => json
            .member("required")
            .row_of(members(), |json, it| json.string(it.name)),
        Form::One => {
            json.member("minProperties").integer(1_i64);
            json.member("maxProperties").integer(1_i64);
        }
        Form::Detail => detail(json, members()),
    }
    json.member("additionalProperties").boolean(false);
    json.member("properties").object(|json| {
        for member in members() {
            json.member(member.name).object(|json| {
                json.member("description").string(member.doc);
                value(json, &member.value, used);
            });
        }
    });
}

/// `items` and `properties` are there for arrays and objects only.
fn detail(json: &mut Json, members: impl Iterator<Item = &'static Member>) {
    const PARTS: [(&str, &str); 2] = [("items", "array"), ("properties", "object")];
    let is_part = |name| PARTS.iter().any(|(part, _)| *part == name);
    let always = members.filter(|member| !is_part(member.name));
    json.member("required")
        .row_of(always, |json, it| json.string(it.name));
    json.member("allOf").list_of(PARTS, |json, (part, kind)| {
        json.object(|json| {
            json.member("if").object(|json| {
                json.member("properties").object(|json| {
                    json.member("type")
                        .object(|json| json.member("const").string(kind));
                });
            });
            json.member("then")
                .object(|json| json.member("required").row_of([part], Json::string));
            json.member("else").object(|json| {
                json.member("properties")
                    .object(|json| json.member(part).boolean(false));
            });
        });
    });
}

/// The members of a value's schema.
fn value(json: &mut Json, it: &'static Value, used: &mut Vec<&'static Record>) {
    match it {
        Value::Maybe(Value::Record(record)) => json.member("anyOf").list(|json| {
            json.item().object(|json| refer(json, record, used));
            json.item()
                .object(|json| json.member("type").string("null"));
        }),
        Value::Maybe(Value::Shape) => json.member("anyOf").list(|json| {
            json.item()
                .object(|json| json.member("$ref").string("#/definitions/shape"));
            json.item()
                .object(|json| json.member("type").string("null"));
        }),
        Value::Maybe(Value::Map(of)) => {
            json.member("type").row_of(["object", "null"], Json::string);
            json.member("additionalProperties")
                .object(|json| value(json, of, used));
        }
        Value::Map(of) => {
            json.member("type").string("object");
            json.member("additionalProperties")
                .object(|json| value(json, of, used));
        }
        Value::Json => {}
        Value::Maybe(value) => plain(json, value, Null::Allowed),
        // Draft-07 ignores what stands beside a `$ref`.
        Value::Record(record) => json.member("allOf").list(|json| {
            json.item().object(|json| refer(json, record, used));
        }),
        Value::List(of) => {
            json.member("type").string("array");
            json.member("items").object(|json| match of {
                Value::Record(record) => refer(json, record, used),
                other => value(json, other, used),
            });
        }
        Value::Extensions => {
            json.member("type").string("object");
            json.member("additionalProperties").boolean(false);
            json.member("patternProperties")
                .object(|json| json.member("^x-").boolean(true));
        }
        Value::Shape => json.member("allOf").list(|json| {
            json.item()
                .object(|json| json.member("$ref").string("#/definitions/shape"));
        }),
        plain => self::plain(json, plain, Null::Refused),
    }
}

fn refer(json: &mut Json, record: &'static Record, used: &mut Vec<&'static Record>) {
    if used.iter().all(|used| used.name != record.name) {
        used.push(record);
    }
    json.member("$ref")
        .string(&format!("#/definitions/{}", record.name));
}

/// Whether null may stand in place of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    Allowed,
    Refused,
}

/// The members of the schema of a value that is no list and no object.
fn plain(json: &mut Json, it: &Value, null: Null) {
    let types: &[&'static str] = match it {
        Value::Text | Value::Like(_) => &["string"],
        Value::Integer => &["integer"],
        Value::Boolean => &["boolean"],
        Value::Constant => &["string", "number", "boolean", "null"],
        Value::Code | Value::Row => &["integer", "string"],
        Value::Exactly(number) => return json.member("const").integer(*number),
        Value::OneOf(list) => return words(json, list.iter().copied(), null),
        Value::Word(kind) => return words(json, of_language(kind), null),
        Value::Record(_)
        | Value::List(_)
        | Value::Maybe(_)
        | Value::Shape
        | Value::Extensions
        | Value::Map(_)
        | Value::Json => unreachable!("lists, objects and anything are no plain values"),
    };
    let null = (null == Null::Allowed && !types.contains(&"null")).then_some("null");
    match (types, null) {
        ([one], None) => json.member("type").string(one),
        _ => json
            .member("type")
            .row_of(types.iter().copied().chain(null), Json::string),
    }
    match it {
        Value::Like(pattern) => json.member("pattern").string(pattern),
        Value::Row => json.member("pattern").string("^([1-5]xx|network|other)$"),
        _ => {}
    }
}

fn words(json: &mut Json, words: impl Iterator<Item = &'static str>, null: Null) {
    let null = (null == Null::Allowed).then_some(None);
    json.member("enum")
        .row_of(words.map(Some).chain(null), |json, word| {
            json.or_null(word, Json::string);
        });
}

/// The words of a kind of the language. Of a slot's role one more is written
/// without the key `$slot`, as `$inline: details`.
fn of_language(kind: &'static grammar::Kind) -> impl Iterator<Item = &'static str> {
    let grammar::Kind::Scalar(grammar::Scalar {
        json: grammar::Json::Words(words),
        ..
    }) = kind
    else {
        unreachable!("the table names kinds with words only: {kind:?}")
    };
    let inline = std::ptr::eq(kind, &raw const grammar::ROLE).then_some("inline");
    words.iter().map(|(word, _)| *word).chain(inline)
}

/// Any tree, in which objects with `$slot` are slots.
fn shape(json: &mut Json) {
    let shape = |json: &mut Json| json.member("$ref").string("#/definitions/shape");
    json.member("description")
        .string("A part of the envelope: a slot, or what is always the same.");
    json.member("if").object(|json| {
        json.member("type").string("object");
        json.member("required").row_of(["$slot"], Json::string);
    });
    json.member("then")
        .object(|json| json.member("$ref").string("#/definitions/slot"));
    json.member("else").object(|json| {
        json.member("items").object(shape);
        json.member("additionalProperties").object(shape);
    });
}

//! Kinds of values as schemas.

use super::definitions::{Definition, Definitions};
use crate::lint::{Level, RULES, Rule};
use crate::sink::Json;
use crate::syntax::grammar::{self, Kind, ROLE, Scalar};

/// What a kind is defined as, if a schema refers to it by name.
pub(super) fn definition(kind: &'static Kind) -> Option<Definition> {
    match kind {
        Kind::Record(record) => Some(Definition::Record(record)),
        Kind::Item => Some(Definition::Item),
        Kind::Tree => Some(Definition::Shape),
        Kind::Scalar(_) | Kind::List { .. } | Kind::OneOrMany(_) | Kind::Map { .. } => None,
    }
}

/// The members of the schema of a kind that is not defined by name.
pub(super) fn print(json: &mut Json, kind: &'static Kind, definitions: &mut Definitions) {
    match kind {
        Kind::Scalar(scalar) => self::scalar(json, scalar, Many::No),
        Kind::List { of, least } => {
            json.member("type").string("array");
            if *least > 0 {
                json.member("minItems").integer(count(*least));
            }
            // `1.0` and `1.00` are two codes, which a validator takes for one.
            if let Kind::Scalar(Scalar {
                json: grammar::Json::Identifier,
                ..
            }) = of
            {
                json.member("uniqueItems").boolean(true);
            }
            value(json.member("items"), of, definitions);
            json.member("errorMessage").string("expected a list");
        }
        Kind::OneOrMany(of) => {
            let Kind::Scalar(scalar) = of else {
                unreachable!("the grammar has one or many of scalars only: {of:?}")
            };
            self::scalar(json, scalar, Many::Yes);
        }
        Kind::Map { key, of, least } => {
            if *least > 0 {
                json.member("minProperties").integer(count(*least));
            }
            map(json, key, of, definitions);
        }
        Kind::Record(_) | Kind::Item | Kind::Tree => {
            unreachable!("records, items and trees are defined by name: {kind:?}")
        }
    }
}

/// The schema of a kind.
fn value(json: &mut Json, kind: &'static Kind, definitions: &mut Definitions) {
    match definition(kind) {
        Some(definition) => definitions.refer(json, definition),
        None => json.object(|json| print(json, kind, definitions)),
    }
}

/// Whether a list of several may stand in place of the one value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Many {
    No,
    Yes,
}

/// One set of keywords, where a list may stand too: each keyword speaks of
/// one type only, so a finding is about the value that was written. With an
/// `anyOf`, it would be about the alternatives.
fn scalar(json: &mut Json, scalar: &Scalar, many: Many) {
    if let grammar::Json::Words(list) = scalar.json {
        words(json, list, "");
    } else {
        let types = types(&scalar.json).iter().copied();
        let types: Vec<&str> = match many {
            Many::No => types.collect(),
            Many::Yes => types.chain(["array"]).collect(),
        };
        match types.as_slice() {
            [one] => json.member("type").string(one),
            several => json
                .member("type")
                .row_of(several, |json, it| json.string(it)),
        }
    }
    limits(json, scalar);
    if many == Many::Yes {
        several(json, scalar);
    }
    json.member("errorMessage").string(&expected(scalar));
}

/// What a list in place of one value must be. It stands apart, for an editor
/// that found `items` beside the other keywords would offer to begin a list.
fn several(json: &mut Json, it: &Scalar) {
    json.member("allOf").list(|json| {
        json.item().object(|json| {
            json.member("minItems").integer(2_i64);
            match it.json {
                grammar::Json::IntegerOr(_) => {
                    json.member("uniqueItems").boolean(true);
                    json.member("items").object(whole_number);
                }
                // `1.0` and `1.00` are two codes, which a validator takes for one.
                _ => json
                    .member("items")
                    .object(|json| scalar(json, it, Many::No)),
            }
        });
    });
}

fn whole_number(json: &mut Json) {
    json.member("type").string("integer");
    json.member("errorMessage")
        .string("expected a whole number");
}

/// What a scalar is in JSON, as a reader of YAML 1.2 takes it that does not
/// know what is expected.
fn types(json: &grammar::Json) -> &'static [&'static str] {
    match json {
        grammar::Json::Text => &["string", "number", "boolean"],
        grammar::Json::Identifier => &["string", "boolean"],
        grammar::Json::String | grammar::Json::Lint | grammar::Json::Words(_) => &["string"],
        grammar::Json::Any => &["string", "number", "boolean", "null"],
        grammar::Json::Exactly(_) | grammar::Json::CountFrom(_) | grammar::Json::Integer => {
            &["integer"]
        }
        grammar::Json::Boolean => &["boolean"],
        grammar::Json::IntegerOr(_) => &["integer", "string"],
    }
}

/// What a scalar's type leaves open.
fn limits(json: &mut Json, scalar: &Scalar) {
    match scalar.json {
        grammar::Json::Exactly(number) => json.member("const").integer(number),
        grammar::Json::CountFrom(least) => {
            json.member("minimum").integer(least);
            json.member("maximum").integer(u32::MAX);
        }
        grammar::Json::IntegerOr(word) => json.member("pattern").string(&format!("^{word}$")),
        _ if scalar.pattern.is_empty() => {}
        _ => json.member("pattern").string(scalar.pattern),
    }
}

/// Words with their meanings; `before` stands before each word.
fn words(json: &mut Json, words: &[(&'static str, &'static str)], before: &'static str) {
    json.member("enum").row_of(words, |json, (word, _)| {
        json.string(&format!("{before}{word}"));
    });
    json.member("enumDescriptions")
        .list_of(words, |json, (_, meaning)| json.string(meaning));
}

/// The slots of the envelope in their short form, for completion.
pub(super) fn slots(json: &mut Json) {
    let Kind::Scalar(Scalar {
        json: grammar::Json::Words(roles),
        ..
    }) = &ROLE
    else {
        unreachable!("roles are words: {ROLE:?}")
    };
    words(json, roles, "$");
}

fn map(json: &mut Json, key: &'static Scalar, of: &'static Kind, definitions: &mut Definitions) {
    json.member("type").string("object");
    if let grammar::Json::Lint = key.json {
        return lints(json, of, definitions);
    }
    if !key.pattern.is_empty() {
        json.member("propertyNames").object(|json| {
            json.member("pattern").string(key.pattern);
            json.member("errorMessage").string(&expected(key));
        });
    }
    value(json.member("additionalProperties"), of, definitions);
    json.member("errorMessage").string("expected a map");
}

/// A level for each lint that has one; errors are always errors.
fn lints(json: &mut Json, level: &'static Kind, definitions: &mut Definitions) {
    let adjustable = || RULES.iter().filter(|rule| rule.level != Level::Deny);
    let fixed = RULES.iter().filter(|rule| rule.level == Level::Deny);
    json.member("additionalProperties").boolean(false);
    json.member("properties").object(|json| {
        for rule in adjustable() {
            json.member(rule.name).object(|json| {
                json.member("description")
                    .string(&format!("The lint {}.", rule.id));
                print(json, level, definitions);
            });
        }
    });
    json.member("patternProperties").object(|json| {
        let ids: Vec<&str> = adjustable().map(|rule| rule.id).collect();
        value(json.named(&one_of(&ids)), level, definitions);
        let errors: Vec<&str> = fixed
            .flat_map(|Rule { id, name, .. }| [*id, *name])
            .collect();
        json.named(&one_of(&errors)).object(|json| {
            json.member("enum").row_of(["deny"], Json::string);
            json.member("errorMessage")
                .string("only warnings have a level");
        });
    });
}

fn one_of(names: &[&str]) -> String {
    format!("^({})$", names.join("|"))
}

fn expected(scalar: &Scalar) -> String {
    format!("expected {}", scalar.name)
}

fn count(least: usize) -> i64 {
    i64::try_from(least).expect("lists need few items")
}

//! What holds between the keys of a record, as schemas.
//!
//! All are `if`/`then`/`else` over plain `required` and `properties`: editors
//! then point at the one key that is missing or too many, and `errorMessage`
//! says why. Of `not`, `oneOf` and `maxProperties` they would underline the
//! whole map and speak of schemas.

use crate::sink::Json;
use crate::syntax::grammar::Relation;

/// The members of a relation's schema.
pub(super) fn print(json: &mut Json, relation: &Relation) {
    match *relation {
        Relation::ExactlyOne(keys) => {
            let message = format!("exactly one of {} belongs here", list(keys));
            exactly_one(json, keys, &message);
        }
        Relation::AtLeastOne([first, second]) => {
            let message = format!("`{first}` or `{second}` is needed here");
            has(json.member("if"), first);
            json.member("else")
                .object(|json| needs(json, second, &message));
        }
        Relation::Exclusive([first, second]) => {
            let message = format!("`{first}` and `{second}` exclude each other");
            has(json.member("if"), first);
            json.member("then")
                .object(|json| excludes(json, &[second], &message));
        }
        Relation::Needs { key, word, needed } => {
            let message = format!("`{key}: {word}` needs `{needed}`");
            has_with(json.member("if"), key, |json| {
                json.member("const").string(word);
            });
            json.member("then")
                .object(|json| needs(json, needed, &message));
        }
        Relation::PartOf { part, key, words } => {
            let message = format!("`{part}` belongs to {}", either(key, words));
            has_with(json.member("if"), key, |json| {
                json.member("not").object(|json| {
                    json.member("enum")
                        .row_of(words.iter().copied(), Json::string);
                });
            });
            json.member("then")
                .object(|json| excludes(json, &[part], &message));
        }
        Relation::Typed {
            value,
            key,
            word,
            types,
        } => {
            let message = format!("expected a value of `{key}: {word}`");
            has_with(json.member("if"), key, |json| {
                json.member("const").string(word);
            });
            json.member("then").object(|json| {
                json.member("properties").object(|json| {
                    json.member(value).object(|json| {
                        json.member("type")
                            .row_of(types.iter().copied(), Json::string);
                        json.member("errorMessage").string(&message);
                    });
                });
            });
        }
        Relation::Beside { part, key } => {
            let message = format!("`{part}` says nothing without `{key}`");
            has(json.member("if"), part);
            json.member("then")
                .object(|json| needs(json, key, &message));
        }
        Relation::NumberNeeds { key, needed } => {
            let message = format!("a number as `{key}` needs a `{needed}`");
            has_with(json.member("if"), key, |json| {
                json.member("type").string("integer");
            });
            json.member("then")
                .object(|json| needs(json, needed, &message));
        }
        Relation::NotBesideList { other, key } => {
            let message = format!("`{other}` can't stand beside a list under `{key}`");
            has_with(json.member("if"), key, |json| {
                json.member("type").string("array");
            });
            json.member("then")
                .object(|json| excludes(json, &[other], &message));
        }
    }
}

/// If the first is there, none of the others may be; if not, one of them must.
fn exactly_one(json: &mut Json, keys: &[&str], message: &str) {
    match keys {
        [] => unreachable!("a relation is between keys"),
        [last] => needs(json, last, message),
        [first, others @ ..] => {
            has(json.member("if"), first);
            json.member("then")
                .object(|json| excludes(json, others, message));
            json.member("else")
                .object(|json| exactly_one(json, others, message));
        }
    }
}

/// The schema of maps with a key.
fn has(json: &mut Json, key: &str) {
    json.object(|json| json.member("required").row_of([key], Json::string));
}

/// The schema of maps with a key whose value is as `value` says.
fn has_with(json: &mut Json, key: &str, value: impl FnOnce(&mut Json)) {
    json.object(|json| {
        json.member("required").row_of([key], Json::string);
        json.member("properties")
            .object(|json| json.named(key).object(value));
    });
}

fn needs(json: &mut Json, key: &str, message: &str) {
    json.member("required").row_of([key], Json::string);
    json.member("errorMessage").string(message);
}

fn excludes(json: &mut Json, keys: &[&str], message: &str) {
    json.member("properties").object(|json| {
        for key in keys {
            json.named(key).boolean(false);
        }
    });
    json.member("errorMessage").string(message);
}

/// A key's words as a choice to read: `key: a`, `b` or `c`.
fn either(key: &str, words: &[&str]) -> String {
    match words {
        [] => unreachable!("a relation is to words"),
        [only] => format!("`{key}: {only}`"),
        [first, between @ .., last] => {
            let between = between.iter().map(|word| format!("`{word}`"));
            let first = std::iter::once(format!("`{key}: {first}`"));
            let choices: Vec<String> = first.chain(between).collect();
            format!("{} or `{last}`", choices.join(", "))
        }
    }
}

/// Names as a list to read: `a`, `b` and `c`.
fn list(keys: &[&str]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

//! Records as schemas: each is defined once, under the name that messages
//! give it, so that one may hold another, or itself.

use super::{kinds, relations};
use crate::sink::Json;
use crate::syntax::grammar::{ENTRY, Key, Kind, Need, REF, Record, SLOT};

/// The definitions that a schema refers to, in the order of first use.
#[derive(Default)]
pub(super) struct Definitions {
    used: Vec<Definition>,
}

/// What a schema defines.
#[derive(Clone, Copy)]
pub(super) enum Definition {
    Record(&'static Record),
    /// An entry or a ref.
    Item,
    /// A part of the envelope.
    Shape,
}

impl Definitions {
    /// Writes `{"$ref": ..}` and sees to it that the definition is printed.
    pub(super) fn refer(&mut self, json: &mut Json, definition: Definition) {
        let name = definition.name();
        if self.used.iter().all(|used| used.name() != name) {
            self.used.push(definition);
        }
        json.object(|json| {
            json.member("$ref").string(&format!("#/definitions/{name}"));
        });
    }

    /// Writes the member `definitions`. Printing one may ask for more.
    pub(super) fn print(mut self, json: &mut Json) {
        json.member("definitions").object(|json| {
            let mut at = 0;
            while let Some(definition) = self.used.get(at).copied() {
                json.named(&definition.name())
                    .object(|json| match definition {
                        Definition::Record(it) => {
                            json.member("title").string(title(it));
                            record(json, it, &mut self);
                        }
                        Definition::Item => item(json, &mut self),
                        Definition::Shape => shape(json, &mut self),
                    });
                at += 1;
            }
        });
    }
}

impl Definition {
    fn name(self) -> String {
        match self {
            Self::Record(record) => title(record).to_lowercase().replace(' ', "-"),
            Self::Item => "item".to_owned(),
            Self::Shape => "shape".to_owned(),
        }
    }
}

/// The record's name without its article.
fn title(record: &Record) -> &'static str {
    let name = record.name;
    let bare = ["a ", "an ", "the "]
        .iter()
        .find_map(|article| name.strip_prefix(article));
    bare.unwrap_or(name)
}

/// The members of a record's schema.
pub(super) fn record(json: &mut Json, record: &'static Record, definitions: &mut Definitions) {
    json.member("type").string("object");
    let required = record.keys.iter().filter(|key| key.need == Need::Required);
    let required: Vec<&str> = required.map(|key| key.name).collect();
    if !required.is_empty() {
        json.member("required").row_of(required, Json::string);
    }
    json.member("additionalProperties").boolean(false);
    if record.extensible {
        json.member("patternProperties")
            .object(|json| json.member("^x-.").boolean(true));
    }
    json.member("properties").object(|json| {
        for key in record.keys {
            json.member(key.name)
                .object(|json| property(json, key, definitions));
        }
    });
    if !record.relations.is_empty() {
        json.member("allOf")
            .list_of(record.relations, |json, relation| {
                json.object(|json| relations::print(json, relation));
            });
    }
}

fn property(json: &mut Json, key: &Key, definitions: &mut Definitions) {
    annotations(json, key);
    if let Kind::Tree = key.kind {
        // A constant alone would be a body without a code.
        json.member("type")
            .row_of(["object", "array", "string"], Json::string);
    }
    match kinds::definition(key.kind) {
        // Draft-07 ignores what stands beside a `$ref`.
        Some(definition) => json
            .member("allOf")
            .row_of([definition], |json, definition| {
                definitions.refer(json, definition);
            }),
        None => kinds::print(json, key.kind, definitions),
    }
}

/// What editors show of a key.
fn annotations(json: &mut Json, key: &Key) {
    let mut description = key.doc.to_owned();
    if let Some(default) = key.default {
        description.push_str(" Default: `");
        description.push_str(default.trim_matches('"'));
        description.push_str("`.");
    }
    json.member("description").string(&description);
    if let Some(default) = key.default {
        json.member("default").literal(default);
    }
    json.member("examples").row_of([key.example], Json::literal);
}

/// The key `ref` decides, so that a wrong key is reported as such, and not as
/// "matches neither".
fn item(json: &mut Json, definitions: &mut Definitions) {
    json.member("title").string("entry or ref");
    map_with(json.member("if"), "ref");
    definitions.refer(json.member("then"), Definition::Record(&REF));
    json.member("else").object(|json| {
        json.member("allOf").row_of([&ENTRY], |json, entry| {
            definitions.refer(json, Definition::Record(entry));
        });
        map_with(json.member("if"), "code");
        json.member("else").object(offer_ref);
    });
}

/// The schema of maps with a key. The type is part of it: what is no map meets
/// any `required`.
fn map_with(json: &mut Json, key: &'static str) {
    json.object(|json| {
        json.member("type").string("object");
        json.member("required").row_of([key], Json::string);
    });
}

/// For completion: where neither key is written yet, `ref` may be meant.
fn offer_ref(json: &mut Json) {
    let key = REF.key("ref").expect("a ref has the key `ref`");
    json.member("properties").object(|json| {
        json.member(key.name).object(|json| annotations(json, key));
    });
}

/// Any tree, in which maps with `$slot` are slots and lists have one item.
fn shape(json: &mut Json, definitions: &mut Definitions) {
    json.member("anyOf").list(|json| {
        json.item().object(kinds::slots);
        json.item().object(|_| ());
    });
    map_with(json.member("if"), "$slot");
    definitions.refer(json.member("then"), Definition::Record(&SLOT));
    json.member("else").object(|json| {
        json.member("minItems").integer(1_i64);
        json.member("maxItems").integer(1_i64);
        definitions.refer(json.member("items"), Definition::Shape);
        definitions.refer(json.member("additionalProperties"), Definition::Shape);
    });
}

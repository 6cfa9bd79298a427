//! The targets `json` and `vectors` and the schemas of their files agree: every
//! member that is written is in the schema, and every member of the schema is
//! written by some catalog. `schema/run` asks two validators about the same files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{Config, Source, Target, analyze_sources};
use serde_json::Value;

/// What no other catalog here has.
const REST: &str = "\
errcat: 1
catalog: rest
title: The rest
envelope: {code: $code}
headers: {Location: {description: Where to.}}
errors:
  - code: MOVED
    status: 307
    message: It moved.
    retry: {do: redirect, to: {header: Location}}
  - code: SOON
    status: 503
    message: Try again soon.
    retry: {do: wait, delay: {seconds: 5}}
";

/// A target whose files have a schema: its folder, the schema's name, and how
/// many members that has at least.
const KINDS: [(Target, &str, usize); 2] = [
    (Target::Json, "data", 100),
    (Target::Vectors, "vectors", 30),
];

#[test]
fn the_schema_has_the_members_that_are_written_and_no_others() {
    for (target, name, least) in KINDS {
        has_what_is_written(target, &schema(name), least);
    }
}

fn has_what_is_written(target: Target, schema: &Value, least: usize) {
    let mut walk = Walk {
        schema,
        seen: BTreeSet::new(),
    };
    for (name, file) in files(target) {
        walk.value(&name, &file, schema, "file");
    }
    let mut listed = BTreeSet::new();
    list(&mut listed, "file", schema);
    for (name, definition) in schema["definitions"].as_object().expect("definitions") {
        list(&mut listed, name, definition);
    }
    let unwritten: Vec<_> = listed.difference(&walk.seen).collect();
    assert!(unwritten.is_empty(), "nothing writes {unwritten:?}");
    assert!(listed.len() > least, "a schema of {} members", listed.len());
}

#[test]
fn every_member_is_described() {
    for (_, name, _) in KINDS {
        describes_its_members(&schema(name));
    }
}

fn describes_its_members(schema: &Value) {
    let definitions = schema["definitions"].as_object().expect("definitions");
    for (name, it) in definitions.iter().chain([(&"file".to_owned(), schema)]) {
        assert!(it["description"].is_string(), "{name}");
        for (key, member) in it["properties"].as_object().into_iter().flatten() {
            let text = member["description"].as_str().unwrap_or_default();
            assert!(text.ends_with('.'), "{name}: {key}: {text}");
        }
    }
}

/// Goes down a file beside its schema, and notes what it comes by.
struct Walk<'a> {
    schema: &'a Value,
    seen: BTreeSet<(String, String)>,
}

impl Walk<'_> {
    fn value(&mut self, place: &str, it: &Value, schema: &Value, name: &str) {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference
                .strip_prefix("#/definitions/")
                .expect("a definition");
            let definition = &self.schema["definitions"][name];
            assert!(definition.is_object(), "{place}: no definition {name}");
            return self.value(place, it, definition, name);
        }
        for key in ["allOf", "anyOf"] {
            let first = schema[key].get(0).filter(|part| part["$ref"].is_string());
            if let Some(part) = first.filter(|_| !it.is_null()) {
                return self.value(place, it, part, name);
            }
        }
        match it {
            Value::Object(_) if name == "shape" => self.shape(place, it),
            Value::Array(items) if name == "shape" => {
                for item in items {
                    self.value(place, item, schema, name);
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.value(&format!("{place}/{at}"), item, &schema["items"], "");
                }
            }
            Value::Object(_) if is_open(schema) => {}
            Value::Object(members) => {
                for (key, value) in members {
                    let place = format!("{place}/{key}");
                    let property = &schema["properties"][key];
                    assert!(property.is_object(), "{place} is not in the schema");
                    self.seen.insert((name.to_owned(), key.clone()));
                    self.value(&place, value, property, "");
                }
                for key in schema["required"].as_array().into_iter().flatten() {
                    let key = key.as_str().expect("a name");
                    assert!(members.contains_key(key), "{place} has no {key}");
                }
            }
            _ => {}
        }
    }

    fn shape(&mut self, place: &str, it: &Value) {
        let definitions = &self.schema["definitions"];
        if it.get("$slot").is_some() {
            return self.value(place, it, &definitions["slot"], "slot");
        }
        for (key, value) in it.as_object().expect("an object") {
            self.value(
                &format!("{place}/{key}"),
                value,
                &definitions["shape"],
                "shape",
            );
        }
    }
}

/// Whether the names of an object's members are left to the catalog.
fn is_open(schema: &Value) -> bool {
    let anything = schema.get("type").is_none();
    let names = schema.get("patternProperties").is_some();
    anything || names || schema["additionalProperties"].is_object()
}

fn list(listed: &mut BTreeSet<(String, String)>, name: &str, it: &Value) {
    for key in it["properties"].as_object().into_iter().flatten() {
        listed.insert((name.to_owned(), key.0.clone()));
    }
}

fn schema(name: &str) -> Value {
    let none = analyze_sources(Vec::new(), &Config::default());
    let artifacts = none.emit(&[Target::Schema]).expect("nothing is wrong");
    let data = artifacts
        .iter()
        .find(|it| it.path() == format!("schema/{name}.schema.json"));
    serde_json::from_str(data.expect("a schema").text()).expect("JSON")
}

/// The files of the golden cases, of the shipped catalogs and of [`REST`].
fn files(target: Target) -> Vec<(String, Value)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name = target.name();
    let mut folders = vec![here.join("../generated").join(name)];
    for case in fs::read_dir(here.join("tests/golden")).expect("the golden cases") {
        let folder = case.expect("a case").path().join("expected").join(name);
        folders.extend(Some(folder).filter(|it| it.is_dir()));
    }
    let mut files = Vec::new();
    for folder in folders {
        for file in fs::read_dir(&folder).expect("a folder of data") {
            let path: PathBuf = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("text");
            let data = serde_json::from_str(&text).expect("JSON");
            files.push((path.display().to_string(), data));
        }
    }
    let rest = analyze_sources(vec![Source::new("rest.yaml", REST)], &Config::default());
    let rest = rest.emit(&[target]).expect("it is clean");
    let data = serde_json::from_str(rest[0].text()).expect("JSON");
    files.push(("rest".to_owned(), data));
    files
}

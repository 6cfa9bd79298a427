//! Vectors: JSON of a closed form. They have no twin: which vectors there are
//! depends on the texts of the catalog, as a code has another in capitals. A text
//! that broke out of its literal would leave no JSON, or add a member.

use serde_json::{Map, Value};

use super::json;

/// Holds a file to the form of vectors.
pub(crate) fn hold(text: &str) -> Result<(), String> {
    json::read(text)?;
    let file = serde_json::from_str(text).map_err(|it| format!("serde_json: {it}"))?;
    let file = members(&file, &[&FILE])?;
    let Value::Array(vectors) = &file["vectors"] else {
        return Err("the vectors are no list".to_owned());
    };
    vectors
        .iter()
        .try_for_each(|it| vector(it).map_err(|broken| format!("{}: {broken}", it["name"])))
}

const FILE: [&str; 6] = [
    "$comment",
    "version",
    "catalog",
    "code_type",
    "now",
    "vectors",
];
const ERROR: [&str; 6] = [
    "outcome",
    "code",
    "message",
    "field",
    "details",
    "details_fault",
];
const EXPECT: [&str; 4] = ["request_id", "counts_as", "advice", "further"];
const ADVICE: [&str; 7] = [
    "action", "delay_ms", "to", "scope", "safe", "attempts", "basis",
];

fn vector(it: &Value) -> Result<(), String> {
    let vector = members(it, &[&["name", "response", "expect"]])?;
    let response = members(&vector["response"], &[&["status", "headers", "body"]])?;
    let headers = response["headers"].as_object().ok_or("no headers")?;
    if !headers.values().all(Value::is_string) {
        return Err("a header is no text".to_owned());
    }
    let expect = members(&vector["expect"], &[&ERROR, &EXPECT])?;
    members(&expect["advice"], &[&ADVICE])?;
    let further = expect["further"].as_array().ok_or("no list of errors")?;
    for error in further {
        members(error, &[&ERROR])?;
    }
    Ok(())
}

/// An object with exactly these members.
fn members<'a>(it: &'a Value, names: &[&[&str]]) -> Result<&'a Map<String, Value>, String> {
    let object = it.as_object().ok_or_else(|| format!("{it} is no object"))?;
    let names: Vec<&str> = names.concat();
    let all = names.iter().all(|name| object.contains_key(*name));
    if all && object.len() == names.len() {
        return Ok(object);
    }
    let found: Vec<&String> = object.keys().collect();
    Err(format!("the members are {found:?}, not {names:?}"))
}

//! Runs the generated client on vectors: each response is read, and what the
//! client says of it is held against what the vector expects. It is compiled in
//! a crate of its own, beside the modules of all catalogs, by
//! `outputs/vectors.rs`. A client in another language would be tested so.

use core::fmt::Debug;
use core::time::Duration;

use crate::api::errcat::{
    AnyCode, ApiError, Advice, DetailValue, Details, DetailsError, Enveloped, ErrorRef, Outcome,
    Problem,
};
use serde_json::{Map, Value, json};

/// How the details of a code are read.
pub type Reader<C> = (C, fn(ErrorRef<'_, C>) -> Result<Option<Value>, DetailsError>);

/// The details of one code, read as its struct and written as JSON.
pub fn read<T: Details>(error: ErrorRef<'_, T::Code>) -> Result<Option<Value>, DetailsError>
where
    T::Code: Enveloped,
{
    error.details::<T>().map(|details| details.to_json())
}

/// Runs all vectors of a file; what is not as expected, a line each.
pub fn run<C: Enveloped>(
    file: &Value,
    readers: &[Reader<C>],
    status_of: fn(i64) -> C::Status,
) -> Vec<String> {
    let now = Duration::from_secs(file["now"].as_u64().expect("a time"));
    let mut wrong = Vec::new();
    for vector in file["vectors"].as_array().expect("a list") {
        let response = &vector["response"];
        let status = response["status"].as_i64().expect("a status");
        let body = match &response["body"] {
            Value::String(text) => text.clone(),
            json => json.to_string(),
        };
        let api = ApiError::<C>::from_parts(status_of(status), body.as_bytes());
        let headers = response["headers"].as_object().expect("headers");
        let header = |name: &str| {
            let mut headers = headers.iter();
            let (_, value) = headers.find(|(it, _)| it.eq_ignore_ascii_case(name))?;
            value.as_str()
        };
        let mut seen = seen(api.first(), api.outcome(), readers);
        seen.insert("request_id".into(), json!(api.request_id()));
        seen.insert("counts_as".into(), json!(api.counts_as().map(|it| it.code().to_string())));
        seen.insert("advice".into(), advice(&api.advice(now, header)));
        let further = api.errors().skip(1).map(|error| {
            let known = error.code().known().is_some();
            let outcome = if known { Outcome::Known } else { Outcome::Unknown };
            Value::Object(self::seen(error, outcome, readers))
        });
        seen.insert("further".into(), further.collect());
        assert_eq!(json!(i64::from(api.status().into())), response["status"]);
        let mut differences = Vec::new();
        compare("", &vector["expect"], &Value::Object(seen), &mut differences);
        let place = |it: String| format!("{}: {}: {it}", file["catalog"], vector["name"]);
        wrong.extend(differences.into_iter().map(place));
    }
    wrong
}

/// What is seen of one error.
fn seen<C: Enveloped>(
    error: ErrorRef<'_, C>,
    outcome: Outcome,
    readers: &[Reader<C>],
) -> Map<String, Value> {
    let code = error.code();
    let reader = readers.iter().find(|(it, _)| code.known() == Some(*it));
    let (details, fault) = match reader.map(|(_, read)| read(error)) {
        None => (None, None),
        Some(Ok(details)) => (details, None),
        Some(Err(error)) => (None, Some(fault(&error))),
    };
    let code = match code {
        AnyCode::Known(code) => code.code().to_string(),
        AnyCode::Unknown(code) => code.as_str().to_owned(),
    };
    let seen = json!({
        "outcome": word(outcome),
        "code": code,
        "message": error.message(),
        "field": error.field(),
        "details": details,
        "details_fault": fault,
    });
    match seen {
        Value::Object(seen) => seen,
        _ => unreachable!("it is an object"),
    }
}

fn fault(error: &DetailsError) -> Value {
    let problem = match error.problem() {
        Problem::Missing => "missing".to_owned(),
        Problem::NotA(_) => "type".to_owned(),
        other => word(other),
    };
    json!({"detail": error.path(), "problem": problem})
}

fn advice(advice: &Advice) -> Value {
    json!({
        "action": advice.action.map(word),
        "delay_ms": advice.delay.map(|it| u64::try_from(it.as_millis()).expect("a year")),
        "to": advice.to,
        "scope": word(advice.scope),
        "safe": advice.safe.map(word),
        "attempts": advice.attempts,
        "basis": advice.basis.map(word),
    })
}

/// The word for a value of an enum.
fn word(it: impl Debug) -> String {
    format!("{it:?}").to_lowercase()
}

/// Notes where `seen` is not as expected.
fn compare(place: &str, expected: &Value, seen: &Value, wrong: &mut Vec<String>) {
    let same = match (expected, seen) {
        (Value::Object(wanted), Value::Object(found)) => {
            for (key, value) in found {
                let nothing = Value::String("no such member".to_owned());
                let wanted = wanted.get(key).unwrap_or(&nothing);
                compare(&format!("{place}/{key}"), wanted, value, wrong);
            }
            wanted.keys().all(|key| found.contains_key(key))
        }
        (Value::Array(wanted), Value::Array(found)) => {
            for (at, (wanted, found)) in wanted.iter().zip(found).enumerate() {
                compare(&format!("{place}/{at}"), wanted, found, wrong);
            }
            wanted.len() == found.len()
        }
        // The client has codes as text, also where they are numbers, and where
        // there is none.
        (Value::Number(wanted), Value::String(found)) if is_code(place) => {
            wanted.to_string() == *found
        }
        (Value::Null, Value::String(found)) if is_code(place) => found.is_empty() || found == "null",
        (Value::Number(wanted), Value::Number(found)) => {
            wanted == found || wanted.is_f64() != found.is_f64() && wanted.as_f64() == found.as_f64()
        }
        (wanted, found) => wanted == found,
    };
    if !same {
        wrong.push(format!("{place}: expected {expected}, seen {seen}"));
    }
}

fn is_code(place: &str) -> bool {
    place.ends_with("/code") || place == "/counts_as"
}

//! Bodies that no client asks for, and that each client meets one day.

use serde_json::Value;

use crate::api::errcat::Outcome;

/// What may happen to a body on its way, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Nothing is in it.
    Empty,
    /// A proxy answers, with a page.
    Html,
    /// Its end is missing.
    Truncated,
    /// It nests 100,000 levels deep.
    Deep,
    /// It has 10 MB.
    Giant,
    /// Its code is `null`.
    NullCode,
    /// Its code is a number.
    NumberCode,
    /// Its code is newer than the catalog.
    NewCode,
}

impl Damage {
    /// All kinds.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::Html,
        Self::Truncated,
        Self::Deep,
        Self::Giant,
        Self::NullCode,
        Self::NumberCode,
        Self::NewCode,
    ];

    /// The name, in URLs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Html => "html",
            Self::Truncated => "truncated",
            Self::Deep => "deep",
            Self::Giant => "giant",
            Self::NullCode => "null-code",
            Self::NumberCode => "number-code",
            Self::NewCode => "new-code",
        }
    }

    /// What a client has to make of it.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Empty | Self::Html | Self::Truncated => Outcome::Broken,
            Self::Deep | Self::Giant => Outcome::Known,
            Self::NullCode | Self::NumberCode | Self::NewCode => Outcome::Unknown,
        }
    }

    /// What becomes of this body, which is a JSON object with this code.
    #[must_use]
    pub fn of(self, body: &[u8], code: &str) -> Vec<u8> {
        let before = |more: String| [more.as_bytes(), body.get(1..).unwrap_or_default()].concat();
        match self {
            Self::Empty => Vec::new(),
            Self::Html => b"<html><body><h1>502 Bad Gateway</h1></body></html>".into(),
            Self::Truncated => body.get(..body.len() * 2 / 3).unwrap_or_default().into(),
            Self::Deep => {
                let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
                before(format!("{{\"deep\":{open}{close},"))
            }
            Self::Giant => before(format!("{{\"giant\":\"{}\",", "x".repeat(10_000_000))),
            Self::NullCode => with_code(body, code, &Value::Null),
            Self::NumberCode => with_code(body, code, &Value::from(7_007)),
            Self::NewCode => with_code(body, code, &Value::from("NEWER_THAN_THE_CATALOG")),
        }
    }
}

/// The same body with another code.
fn with_code(body: &[u8], from: &str, to: &Value) -> Vec<u8> {
    let mut json = serde_json::from_slice(body).unwrap_or_default();
    replace(&mut json, from, to);
    json.to_string().into_bytes()
}

fn replace(json: &mut Value, from: &str, to: &Value) {
    match json {
        Value::String(text) if text == from => *json = to.clone(),
        Value::Array(items) => items.iter_mut().for_each(|it| replace(it, from, to)),
        Value::Object(members) => members.values_mut().for_each(|it| replace(it, from, to)),
        _ => {}
    }
}

//! Entries, and what they have in common with other parts of a catalog.

use arbitrary::{Result, Unstructured};

use super::texts::{line, message, name, prose, tree};
use crate::yaml::{Yaml, map};

/// An entry, the `number`th of its catalog.
pub(super) fn entry(bytes: &mut Unstructured<'_>, number: usize) -> Result<Yaml> {
    let mut details = Vec::new();
    for at in 0..bytes.int_in_range(0..=2)? {
        // Each is a field, and so has an identifier.
        details.push(name(bytes, at)?.replace(|it: char| !it.is_ascii(), ""));
    }
    let mut pairs = vec![
        ("code", Yaml::text(name(bytes, number)?)),
        ("name", Yaml::text(format!("ENTRY_{number}"))),
        ("status", Yaml::bare(bytes.choose(&[400, 404, 429, 500])?)),
        ("message", message(bytes, &details)?),
    ];
    if !details.is_empty() {
        let mut map = Vec::new();
        for name in details {
            let detail = detail(bytes, &name)?;
            map.push((name, detail));
        }
        pairs.push(("details", Yaml::Map(map)));
    }
    for key in [
        "description",
        "fix",
        "phrase",
        "user-message",
        "since",
        "causes",
        "aliases",
        "retry",
        "end",
        "examples",
        "x-tree",
        "source",
    ] {
        if bytes.ratio(2, 5)? {
            pairs.push(more(bytes, key, number)?);
        }
    }
    Ok(map(pairs))
}

/// What an entry may have beside what all have.
fn more(
    bytes: &mut Unstructured<'_>,
    key: &'static str,
    number: usize,
) -> Result<(&'static str, Yaml)> {
    let value = match key {
        "description" | "fix" => prose(bytes)?,
        "causes" => Yaml::List(vec![prose(bytes)?, prose(bytes)?]),
        "user-message" => message(bytes, &[])?,
        "aliases" => Yaml::List(vec![Yaml::text(name(bytes, 100 + number)?)]),
        "retry" => retry(bytes)?,
        "end" => {
            let end = map([("since", line(bytes)?), ("note", line(bytes)?)]);
            return Ok((bytes.choose(&["deprecated", "retired"])?, end));
        }
        "examples" => Yaml::List(vec![example(bytes)?]),
        "x-tree" => tree(bytes, 3)?,
        "source" => {
            let candidate = Yaml::text(name(bytes, 200 + number)?);
            map([
                ("code", Yaml::text("inferred")),
                ("candidates", Yaml::List(vec![candidate])),
            ])
        }
        _ => line(bytes)?,
    };
    Ok((key, value))
}

pub(super) fn retry(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let action = bytes.choose(&["stop", "change", "act", "backoff"])?;
    Ok(map([("do", Yaml::text(*action)), ("note", line(bytes)?)]))
}

pub(super) fn example(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let language = bytes.choose(&["text", "rust", "c++", "sh", "```", "a\"b"])?;
    let text = super::texts::any(bytes)? + "\n" + &super::texts::any(bytes)? + "x";
    Ok(map([
        ("title", line(bytes)?),
        ("language", Yaml::text(*language)),
        ("text", Yaml::text(text)),
    ]))
}

/// A detail: text, or an object that has one, or a list of such.
fn detail(bytes: &mut Unstructured<'_>, name: &str) -> Result<Yaml> {
    let text = map([
        ("type", Yaml::text("string")),
        ("optional", Yaml::bare(bytes.arbitrary::<bool>()?)),
        ("unit", line(bytes)?),
        ("description", line(bytes)?),
        ("example", Yaml::text(super::texts::any(bytes)? + "e")),
    ]);
    let object = |text| {
        let properties = Yaml::Map(vec![(name.to_owned(), text)]);
        map([("type", Yaml::text("object")), ("properties", properties)])
    };
    // A placeholder stands for text.
    Ok(match name.len() % 5 {
        0 => object(text),
        1 => map([("type", Yaml::text("array")), ("items", object(text))]),
        _ => text,
    })
}

//! A catalog with every key of the language, but for its entries.

use arbitrary::{Result, Unstructured};

use super::items::{entry, example, retry};
use super::texts::{line, name, prose, tree};
use crate::yaml::{Yaml, map};

/// The catalog that `bytes` stand for. Where they end, the rest is harmless.
pub(super) fn catalog(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let mut pairs = vec![
        ("errcat", Yaml::bare(1)),
        ("catalog", Yaml::text("hostile")),
        ("title", line(bytes)?),
    ];
    for key in [
        "description",
        "source",
        "notes",
        "envelope",
        "headers",
        "statuses",
        "types",
        "tags",
        "examples",
        "x-tree",
    ] {
        if bytes.ratio(1, 3)? {
            pairs.push((key, part(bytes, key)?));
        }
    }
    let mut entries = Vec::new();
    for number in 0..=bytes.int_in_range(0..=3)? {
        entries.push(entry(bytes, number)?);
    }
    if bytes.arbitrary()? {
        pairs.push(("errors", Yaml::List(entries)));
    } else {
        let path = format!("/{}", super::texts::any(bytes)?);
        let section = map([
            ("title", line(bytes)?),
            ("description", prose(bytes)?),
            ("base-path", Yaml::text(path)),
            ("errors", Yaml::List(entries)),
        ]);
        pairs.push(("sections", map([("main", section)])));
    }
    Ok(map(pairs))
}

fn part(bytes: &mut Unstructured<'_>, key: &str) -> Result<Yaml> {
    Ok(match key {
        "description" => prose(bytes)?,
        "source" => map([("document", line(bytes)?)]),
        "notes" => Yaml::List(vec![prose(bytes)?, prose(bytes)?]),
        "envelope" => envelope(bytes)?,
        "headers" => {
            let header = map([
                ("unit", line(bytes)?),
                ("description", prose(bytes)?),
                ("example", Yaml::text(super::texts::any(bytes)? + "e")),
            ]);
            let name = bytes.choose(&["Retry-After", "X-`_|~", "#$%&'*+"])?;
            map([(*name, header)])
        }
        "statuses" => {
            let row = map([
                ("phrase", line(bytes)?),
                ("description", prose(bytes)?),
                ("retry", retry(bytes)?),
            ]);
            map([(*bytes.choose(&["404", "4xx", "network", "other"])?, row)])
        }
        "types" => {
            let kind = map([("description", prose(bytes)?)]);
            let name = name(bytes, 1)?.replace(|it: char| !it.is_ascii(), "");
            Yaml::Map(vec![(format!("T{name}"), kind)])
        }
        "tags" => map([("privacy", line(bytes)?)]),
        "examples" => Yaml::List(vec![example(bytes)?]),
        _ => tree(bytes, 3)?,
    })
}

fn envelope(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let slot = map([
        ("$slot", Yaml::bare("request-id")),
        ("description", line(bytes)?),
        ("unit", line(bytes)?),
        ("example", Yaml::text(super::texts::any(bytes)? + "e")),
    ]);
    let key = name(bytes, 1)?;
    let slot = match key.len() % 3 {
        0 => slot,
        1 => Yaml::Map(vec![(key.clone(), slot)]),
        _ => Yaml::List(vec![Yaml::Map(vec![(key.clone(), slot)])]),
    };
    Ok(Yaml::Map(vec![
        ("code".to_owned(), Yaml::bare("$code")),
        ("message".to_owned(), Yaml::bare("$message")),
        ("details".to_owned(), Yaml::bare("$details optional")),
        (key, slot),
        (name(bytes, 2)?, tree(bytes, 2)?),
    ]))
}

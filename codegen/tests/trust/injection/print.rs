//! A tree as YAML with one scalar a line, whatever the scalar holds: so lines
//! are places, and do not move.

use std::fmt::Write as _;

use serde_yaml::Value;

pub(super) fn print(tree: &Value) -> String {
    let mut out = String::new();
    value(&mut out, tree);
    out.push('\n');
    out
}

fn value(out: &mut String, tree: &Value) {
    match tree {
        Value::Mapping(pairs) => {
            out.push_str("{\n");
            for (key, it) in pairs {
                // YAML reads no longer key without this mark.
                if key.as_str().is_some_and(|it| it.len() > 100) {
                    out.push_str("? ");
                }
                value(out, key);
                out.push_str(" : ");
                value(out, it);
                out.push_str(",\n");
            }
            out.push('}');
        }
        Value::Sequence(items) => {
            out.push_str("[\n");
            for it in items {
                value(out, it);
                out.push_str(",\n");
            }
            out.push(']');
        }
        Value::String(text) if is_plain(text) => out.push_str(text),
        Value::String(text) => quoted(out, text),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Bool(truth) => out.push_str(&truth.to_string()),
        other => panic!("{other:?} is in no catalog"),
    }
}

/// What means what it means only without quotes.
fn is_plain(text: &str) -> bool {
    ["$code", "$message", "$details optional", "none"].contains(&text)
}

/// Only ASCII: what hides is written as an escape, which is read.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            ' '..='~' => out.push(character),
            other => {
                write!(out, "\\U{:08x}", u32::from(other)).expect("a String takes all text");
            }
        }
    }
    out.push('"');
}

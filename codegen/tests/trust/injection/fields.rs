//! The catalog with every key, `fields.yaml`, and its places for payloads.

use std::collections::BTreeSet;

use errcat_codegen::Target;
use serde_yaml::{Mapping, Value};

use super::print::print;
use crate::oracle::Twin;
use crate::oracle::neutral::{self, Form, Holes, mark};

/// A catalog with places for payloads.
pub(crate) struct Fields {
    tree: Value,
    holes: Holes,
    /// Where a text or a name stands that an author chooses.
    pub(crate) places: Vec<Place>,
    /// The lines of values that are one of certain words, or name something.
    pub(crate) closed: BTreeSet<u32>,
    /// The outputs with marks in all places.
    pub(crate) twin: Twin,
}

/// A place for a payload.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The number of its mark.
    pub(crate) number: usize,
    /// Whether no two places may hold the same.
    pub(crate) is_name: bool,
    /// The lines on which its mark stands.
    pub(crate) lines: BTreeSet<u32>,
}

impl Fields {
    pub(crate) fn read() -> Self {
        let mut text = include_str!("fields.yaml").to_owned();
        let mut holes = Holes::default();
        while let Some(at) = text.find("N_") {
            let letter = |it: char| it.is_ascii_uppercase();
            let name = text[at + 2..].trim_start_matches(letter);
            let name = text[at..text.len() - name.len()].to_owned();
            let mark = holes.add(Form::Verbatim, "");
            assert!(name.len() > 2, "a comment names no name");
            text = replaced_word(&text, &name, &mark);
        }
        let names = holes.0.len();
        let twin = neutral::of(&text, &mut holes).expect("sound YAML");
        let tree = neutral::tree(&twin).expect("sound YAML");
        let printed = print(&tree);
        let place = |number: usize| Place {
            number,
            is_name: number < names,
            lines: lines_with(&printed, &mark(number)),
        };
        let places: Vec<Place> = (0..holes.0.len()).map(place).collect();
        let analysis = super::analysis(&printed);
        let twin = analysis.emit(Target::ALL);
        let twin = twin.unwrap_or_else(|_| panic!("{}", analysis.diagnostics()));
        let twin = Twin::read(twin).expect("a sound twin");
        Self {
            closed: closed(&printed),
            tree,
            holes,
            places,
            twin,
        }
    }

    /// The catalog with payloads in some places.
    pub(crate) fn filled<'a>(&self, payload: impl Fn(&Place) -> Option<&'a str>) -> String {
        let fill = |text: &str| {
            let (range, number) = self.holes.first_in(text)?;
            let payload = payload(&self.places[number])?;
            Some([&text[..range.start], payload, &text[range.end..]].concat())
        };
        print(&with(&self.tree, &fill))
    }

    /// What was put aside then; a mark stands for itself.
    pub(crate) fn holes<'a>(&self, payload: impl Fn(&Place) -> Option<&'a str>) -> Holes {
        let mut holes = self.holes.clone();
        for (place, hole) in self.places.iter().zip(&mut holes.0) {
            let own = mark(place.number) + &hole.tail;
            let text = payload(place).map_or(own, str::to_owned);
            hole.text = match hole.form {
                Form::Verbatim => text,
                _ => text.trim_end_matches('\n').to_owned(),
            };
        }
        holes
    }

    /// The catalog with a payload as the values of some lines.
    pub(crate) fn replaced(&self, lines: &BTreeSet<u32>, payload: &str) -> String {
        let quoted = print(&Value::String(payload.to_owned()));
        // Its own twin has marks of its own.
        let text = print(&self.tree).replace("Tqx", "Text");
        let line = |(line, number): (&str, u32)| {
            if !lines.contains(&number) {
                return format!("{line}\n");
            }
            let key = line.find("\" : ").map_or("", |at| &line[..at + 4]);
            format!("{key}{},\n", quoted.trim_end_matches('\n'))
        };
        text.lines().zip(1..).map(line).collect()
    }
}

/// The tree with some of its scalars changed.
fn with(tree: &Value, fill: &impl Fn(&str) -> Option<String>) -> Value {
    match tree {
        Value::String(text) => Value::String(fill(text).unwrap_or_else(|| text.clone())),
        Value::Sequence(items) => items.iter().map(|it| with(it, fill)).collect(),
        Value::Mapping(pairs) => {
            let mut out = Mapping::new();
            for (key, value) in pairs {
                let before = out.insert(with(key, fill), with(value, fill));
                // A key twice would be lost here, so it stays as it was.
                if before.is_some() {
                    out.insert(key.clone(), with(value, fill));
                }
            }
            Value::Mapping(out)
        }
        other => other.clone(),
    }
}

/// The lines whose value is a scalar without a mark.
fn closed(printed: &str) -> BTreeSet<u32> {
    let lines = printed.lines().zip(1..);
    let is_closed = |line: &str| !line.contains("Tqx") && line.ends_with(',') && line.len() > 2;
    // A slot in quotes is a constant, and an envelope needs its slots.
    let scalar =
        |line: &str| !line.ends_with("],") && !line.ends_with("},") && !line.contains(" : $");
    let lines = lines.filter(|(line, _)| is_closed(line) && scalar(line));
    lines.map(|(_, number)| number).collect()
}

fn lines_with(text: &str, word: &str) -> BTreeSet<u32> {
    let lines = text
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.contains(word));
    lines.map(|(_, number)| number).collect()
}

/// The text with a word replaced where it stands alone.
fn replaced_word(text: &str, word: &str, by: &str) -> String {
    let mut parts = text.split(word);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let inner = part.starts_with(|it: char| it.is_ascii_uppercase());
        out += if inner { word } else { by };
        out += part;
    }
    out
}

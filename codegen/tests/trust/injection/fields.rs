//! The catalog with every key, `fields.yaml`, and its places for payloads.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use errcat_codegen::{Config, Target};
use serde_yaml::{Mapping, Value};

use super::analysis;
use super::print::print;
use crate::oracle::Twin;
use crate::oracle::neutral::{self, Form, Holes, mark};
use crate::scratch::Scratch;

/// A catalog with places for payloads.
pub(crate) struct Fields {
    tree: Value,
    holes: Holes,
    /// Where a text or a name stands that an author chooses.
    pub(crate) places: Vec<Place>,
    /// The lines of values that are one of certain words, or name something.
    pub(crate) closed: BTreeSet<u32>,
    /// Rust with marks in all places.
    pub(crate) twin: Twin,
    /// The outputs of all targets, with typed errors.
    pub(crate) typed_twin: Twin,
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

/// How outputs are written with these switches of the Rust target.
pub(crate) fn config(switches: &str) -> Config {
    let scratch = Scratch::new("trust-config");
    let lines = format!("errcat: 1\ntargets: {{rust: {switches}}}\n");
    scratch.write(errcat_codegen::CONFIG_FILE, &lines);
    Config::load(scratch.path()).expect("a sound configuration")
}

/// The configuration that writes typed errors.
pub(crate) fn typed() -> &'static Config {
    static TYPED: LazyLock<Config> = LazyLock::new(|| config("{with: [typed, retry]}"));
    &TYPED
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
        let twin = |config: &Config, targets: &[Target]| {
            let analysis = analysis(&printed, config);
            let twin = analysis.emit(targets);
            let twin = twin.unwrap_or_else(|_| panic!("{}", analysis.diagnostics()));
            Twin::read(twin).expect("a sound twin")
        };
        Self {
            closed: closed(&printed),
            tree,
            holes,
            places,
            twin: twin(&Config::default(), &[Target::Rust]),
            typed_twin: twin(typed(), Target::ALL),
        }
    }

    /// The catalog with payloads in some places.
    pub(crate) fn filled<'a>(&self, payload: impl Fn(&Place) -> Option<&'a str>) -> String {
        print(&with(&self.tree, &|text| self.filled_text(text, &payload)))
    }

    /// A text with payloads in the place of its marks, and of those within the
    /// placeholders of a message that stays.
    fn filled_text<'a>(&self, text: &str, payload: &impl Fn(&Place) -> Option<&'a str>) -> String {
        let Some((range, number)) = self.holes.first_in(text) else {
            return text.to_owned();
        };
        let (before, rest) = text.split_at(range.start);
        let (own, kept) = match payload(&self.places[number]) {
            Some(payload) => (payload.to_owned(), &text[range.end..]),
            None => (mark(number), &rest[mark(number).len()..]),
        };
        before.to_owned() + &own + &self.filled_text(kept, payload)
    }

    /// What was put aside then; a mark stands for itself.
    pub(crate) fn holes<'a>(&self, payload: impl Fn(&Place) -> Option<&'a str>) -> Holes {
        let mut holes = self.holes.clone();
        for (place, hole) in self.places.iter().zip(&mut holes.0) {
            let own = mark(place.number) + &hole.tail;
            let text = self.filled_text(&own, &payload);
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
fn with(tree: &Value, fill: &impl Fn(&str) -> String) -> Value {
    match tree {
        Value::String(text) => Value::String(fill(text)),
        Value::Sequence(items) => items.iter().map(|it| with(it, fill)).collect(),
        Value::Mapping(pairs) => {
            let mut out = Mapping::new();
            for (key, value) in pairs {
                // A key twice would be lost here, so it stays as it was.
                let filled = Some(with(key, fill)).filter(|it| !out.contains_key(it));
                out.insert(filled.unwrap_or_else(|| key.clone()), with(value, fill));
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

/// The lines on which a mark stands. What is wrong with a key of the envelope
/// is told at the first slot in its value.
fn lines_with(text: &str, word: &str) -> BTreeSet<u32> {
    let lines: Vec<(&str, u32)> = text.lines().zip(1..).collect();
    let mut found = BTreeSet::new();
    for (at, (line, number)) in lines.iter().enumerate() {
        if !line.contains(word) {
            continue;
        }
        found.insert(*number);
        let inner = lines[at + 1..].iter();
        let mut inner = inner.take_while(|(line, _)| !line.starts_with(['}', ']']));
        let slot = inner.find(|(line, _)| line.starts_with("\"$slot\""));
        if line.ends_with(['{', '[']) {
            found.extend(slot.map(|(_, number)| number));
        }
    }
    found
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

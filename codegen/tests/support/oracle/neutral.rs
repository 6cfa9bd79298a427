//! The twin of a catalog: each text put aside for a mark.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_yaml::{Mapping, Value};

/// How a text is held where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Plain text, on one line.
    Line,
    /// The same; on pages a full stop follows, unless the text ends a sentence.
    Note,
    /// Markdown.
    Prose,
    /// Text that stands in code: an example, a name, a code.
    Verbatim,
    /// The word after the fence of a code block.
    Language,
    /// What follows `https://` in a link.
    Address,
}

/// A text that was put aside.
#[derive(Clone, Debug)]
pub(crate) struct Hole {
    pub(crate) form: Form,
    pub(crate) text: String,
    /// What follows the mark in its place: placeholders that must stay.
    pub(crate) tail: String,
}

/// The texts that were put aside, each under the number of its mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holes(pub(crate) Vec<Hole>);

/// What stands in a catalog at some place.
enum Rule {
    Line,
    Note,
    /// A line with placeholders.
    Message,
    Prose,
    Verbatim,
    Language,
    Address,
    Path,
    /// Every value of a map, or every item of a list.
    Each(&'static Rule),
    /// The values of these keys; `x-` keys hold trees.
    Record(&'static [(&'static str, &'static Rule)]),
    /// Any tree, whose texts are constants.
    Tree,
    /// A tree in which slots have texts.
    Envelope,
}

use Rule::{
    Address, Each, Envelope, Language, Line, Message, Note, Path, Prose, Record, Tree, Verbatim,
};

static RETRY: Rule = Record(&[("note", &Note)]);
static END: Rule = Record(&[("since", &Line), ("note", &Note)]);
static EXAMPLES: Rule = Each(&Record(&[
    ("title", &Line),
    ("language", &Language),
    ("text", &Verbatim),
]));
static DETAILS: Rule = Each(&DETAIL);
static DETAIL: Rule = Record(&[
    ("unit", &Line),
    ("description", &Line),
    ("items", &DETAIL),
    ("properties", &DETAILS),
]);
static VARIANT: Rule = Record(&[
    ("message", &Message),
    ("description", &Prose),
    ("causes", &Each(&Prose)),
    ("fix", &Prose),
    ("retry", &RETRY),
]);
static ITEM: Rule = Record(&[
    ("phrase", &Line),
    ("message", &Message),
    ("user-message", &Message),
    ("variants", &Each(&VARIANT)),
    ("description", &Prose),
    ("causes", &Each(&Prose)),
    ("fix", &Prose),
    ("retry", &RETRY),
    ("details", &DETAILS),
    ("since", &Line),
    ("deprecated", &END),
    ("retired", &END),
    ("examples", &EXAMPLES),
    ("source", &Record(&[("url", &Address)])),
    ("doc-url", &Address),
]);
static CATALOG: Rule = Record(&[
    ("title", &Line),
    ("description", &Prose),
    ("source", &Record(&[("document", &Line), ("url", &Address)])),
    ("notes", &Each(&Prose)),
    ("envelope", &Envelope),
    (
        "headers",
        &Each(&Record(&[("unit", &Line), ("description", &Prose)])),
    ),
    (
        "statuses",
        &Each(&Record(&[
            ("phrase", &Line),
            ("description", &Prose),
            ("retry", &RETRY),
        ])),
    ),
    (
        "types",
        &Each(&Record(&[("description", &Prose), ("retry", &RETRY)])),
    ),
    ("tags", &Each(&Line)),
    (
        "sections",
        &Each(&Record(&[
            ("title", &Line),
            ("description", &Prose),
            ("base-path", &Path),
            ("retry", &RETRY),
            ("deprecated", &END),
            ("examples", &EXAMPLES),
            ("errors", &Each(&ITEM)),
        ])),
    ),
    ("errors", &Each(&ITEM)),
    ("examples", &EXAMPLES),
]);
static SLOT: Rule = Record(&[("unit", &Line), ("description", &Line)]);

/// The twin of a catalog, whose texts are added to `holes`.
pub(crate) fn of(catalog: &str, holes: &mut Holes) -> Result<String, String> {
    let mut tree = tree(catalog)?;
    put_aside(&CATALOG, &mut tree, holes);
    Ok(print(&tree))
}

/// A catalog as the second reader sees it.
pub(crate) fn tree(catalog: &str) -> Result<Value, String> {
    serde_yaml::from_str(catalog).map_err(|error| format!("the second YAML reader: {error}"))
}

/// Whether printing a tree gives back what was written. The second reader makes
/// `1.1` of an unquoted `1.10`, and no difference between `"$code"` and `$code`.
pub(crate) fn is_as_written(catalog: &str) -> bool {
    let parts = |it: char| it.is_whitespace() || "\"',:[]{}".contains(it);
    let words: BTreeSet<&str> = catalog.split(parts).collect();
    let slots = ["\"$", "'$"].iter().all(|it| !catalog.contains(it));
    slots && tree(catalog).is_ok_and(|tree| has_words(&tree, &words))
}

fn has_words(tree: &Value, words: &BTreeSet<&str>) -> bool {
    match tree {
        Value::Sequence(items) => items.iter().all(|it| has_words(it, words)),
        Value::Mapping(pairs) => pairs
            .iter()
            .all(|(key, value)| has_words(key, words) && has_words(value, words)),
        Value::Number(number) => words.contains(number.to_string().as_str()),
        Value::Bool(truth) => words.contains(truth.to_string().as_str()),
        Value::Null => words.contains("null"),
        Value::String(_) | Value::Tagged(_) => true,
    }
}

/// A tree as YAML.
pub(crate) fn print(tree: &Value) -> String {
    serde_yaml::to_string(tree).expect("a tree that was read can be printed")
}

fn put_aside(rule: &Rule, value: &mut Value, holes: &mut Holes) {
    let inner = match rule {
        Each(inner) => Some(*inner),
        Tree | Envelope => Some(rule),
        _ => None,
    };
    match (rule, inner, &mut *value) {
        (Envelope, _, Value::Mapping(pairs)) if pairs.contains_key("$slot") => {
            put_aside(&SLOT, value, holes);
        }
        (_, Some(inner), Value::Sequence(items)) => {
            for item in items {
                put_aside(inner, item, holes);
            }
        }
        (_, Some(inner), Value::Mapping(pairs)) => {
            for value in pairs.values_mut() {
                put_aside(inner, value, holes);
            }
        }
        (Record(keys), _, Value::Mapping(pairs)) => record(keys, pairs, holes),
        (_, _, Value::String(text)) => {
            if let Some(mark) = mark_for(rule, text, holes) {
                *text = mark;
            }
        }
        // A number or a truth value is no text, but may stand where text does.
        _ => {}
    }
}

fn record(keys: &[(&str, &Rule)], pairs: &mut Mapping, holes: &mut Holes) {
    for (key, value) in pairs.iter_mut() {
        let key = key.as_str().unwrap_or_default();
        let known = keys.iter().find(|(name, _)| *name == key);
        match known {
            Some((_, rule)) => put_aside(rule, value, holes),
            None if key.starts_with("x-") => put_aside(&Tree, value, holes),
            None => {}
        }
    }
}

/// What stands in the twin for a text.
fn mark_for(rule: &Rule, text: &str, holes: &mut Holes) -> Option<String> {
    let line = text.trim_end_matches('\n');
    if let Message = rule {
        return Some(holes.add_message(line));
    }
    let mut add = |form, text: &str| holes.add(form, text);
    Some(match rule {
        Line => add(Form::Line, line),
        Note => add(Form::Note, line),
        Prose => add(Form::Prose, line),
        Verbatim | Tree => add(Form::Verbatim, text),
        Language => add(Form::Language, line),
        Path => format!("/{}", add(Form::Verbatim, text.strip_prefix('/')?)),
        Address => {
            let at = text.find("://")? + 3;
            format!("{}{}", &text[..at], add(Form::Address, &text[at..]))
        }
        Message | Each(_) | Record(_) | Envelope => return None,
    })
}

/// The placeholders of a message, which must stay for its details' sake.
fn placeholders(message: &str) -> String {
    let names = message.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        (!name.is_empty() && name.bytes().all(word)).then(|| format!(" {{{name}}}"))
    });
    names.collect()
}

impl Holes {
    /// Puts a text aside; the mark for it.
    pub(crate) fn add(&mut self, form: Form, text: &str) -> String {
        self.0.push(Hole {
            form,
            text: text.to_owned(),
            tail: String::new(),
        });
        mark(self.0.len() - 1)
    }

    /// Puts a message aside; what stands there for it.
    fn add_message(&mut self, message: &str) -> String {
        let mark = self.add(Form::Line, message);
        let tail = placeholders(message);
        let hole = self.0.last_mut().expect("it was added just now");
        hole.tail.clone_from(&tail);
        mark + &tail
    }

    /// Whether a text is a mark, with its tail, and nothing else.
    pub(crate) fn is_mark(&self, text: &str) -> bool {
        self.first_in(text)
            .is_some_and(|(range, _)| range == (0..text.len()))
    }

    /// Where in a word marks stand, as names have them: in any case, one behind
    /// the other.
    pub(crate) fn name_in(&self, word: &str) -> Option<Range<usize>> {
        let is_word = |it: char| it.is_ascii_alphanumeric() || it == '_';
        if !word.chars().all(is_word) {
            return None;
        }
        let upper = word.replace("tqx", START);
        let (Range { start, mut end }, _) = self.first_in(&upper)?;
        while let Some((next, _)) = self.first_in(&upper[end..]) {
            end += next.end;
        }
        Some(start..end)
    }

    /// The first mark in a text: where it stands, with its tail, and its hole.
    pub(crate) fn first_in(&self, text: &str) -> Option<(Range<usize>, usize)> {
        let mut from = 0;
        while let Some(ahead) = text[from..].find(START) {
            let start = from + ahead;
            from = start + START.len();
            let Some((digits, after)) = text[from..].split_once('q') else {
                continue;
            };
            let number = digits.parse::<usize>().ok();
            let Some((number, hole)) = number.and_then(|it| Some((it, self.0.get(it)?))) else {
                continue;
            };
            let end = text.len() - after.len();
            let tail = after.starts_with(&hole.tail);
            let end = end + if tail { hole.tail.len() } else { 0 };
            return Some((start..end, number));
        }
        None
    }
}

const START: &str = "Tqx";

/// The mark of a number: a word that no place writes in another way.
pub(crate) fn mark(number: usize) -> String {
    format!("{START}{number}q")
}

//! YAML to copy: what a help line shows instead of telling how to write it.
//!
//! The rules about keys draw it from the examples of the
//! [grammar](crate::syntax::grammar), so that what is shown is what the
//! editor shows, and is canonical: sentences stand one a line, a record that
//! fits on its line in braces.

use crate::lower::is_json_number;
use crate::strict_json::{self, Value};

/// A value as YAML writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text that may need quotes.
    Text(String),
    /// A number, a truth value, or text with its quotes: as it is written.
    Written(String),
    List(Vec<Shape>),
    Map(Vec<(String, Shape)>),
}

/// Longest line that holds a map or list in brackets.
const LONGEST: usize = 72;

impl Shape {
    /// A scalar that was written without quotes, which a number needs not.
    pub(super) fn plain(text: &str) -> Self {
        if is_json_number(text) {
            Self::Written(text.to_owned())
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// The example of a key of the grammar.
    pub(super) fn of_example(json: &str) -> Self {
        let node = strict_json::parse(json).expect("an example of the grammar is JSON");
        of_json(node.value)
    }

    /// The lines of this under a key.
    pub(super) fn under(self, name: &str) -> Vec<String> {
        Self::Map(vec![(name.to_owned(), self)]).lines()
    }

    /// The lines of this as an item of a list.
    pub(super) fn item(self) -> Vec<String> {
        Self::List(vec![self]).lines()
    }

    /// In one line; `None` where that is no canonical form.
    fn flow(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(quoted(text)),
            Self::Written(text) => Some(text.clone()),
            Self::List(items) if items.iter().any(Self::is_sentence) => None,
            Self::List(items) => {
                let items: Option<Vec<String>> = items.iter().map(Self::flow).collect();
                Some(format!("[{}]", items?.join(", ")))
            }
            Self::Map(pairs) => {
                let pair =
                    |(key, value): &(String, Self)| Some(format!("{key}: {}", value.flow()?));
                let pairs: Option<Vec<String>> = pairs.iter().map(pair).collect();
                Some(format!("{{{}}}", pairs?.join(", ")))
            }
        }
    }

    /// Whether this is text that a comma may split.
    fn is_sentence(&self) -> bool {
        match self {
            Self::Text(text) => text.contains(' '),
            Self::Map(_) => true,
            Self::Written(_) | Self::List(_) => false,
        }
    }

    /// The lines of a map or list, without brackets around it.
    fn lines(&self) -> Vec<String> {
        match self {
            Self::Text(_) | Self::Written(_) => self.flow().into_iter().collect(),
            Self::Map(pairs) => pairs.iter().flat_map(line_of_key).collect(),
            Self::List(items) => {
                let item = |item: &Self| {
                    let lines = item.lines().into_iter().enumerate();
                    let indent = |(at, line)| format!("{} {line}", if at == 0 { '-' } else { ' ' });
                    lines.map(indent).collect::<Vec<String>>()
                };
                items.iter().flat_map(item).collect()
            }
        }
    }
}

/// A key with its value: in one line where both fit on it.
fn line_of_key((key, value): &(String, Shape)) -> Vec<String> {
    // Names with their records stand one a line, and so do records with lists.
    let in_lines = match value {
        Shape::Map(pairs) => {
            let is_map = |it: &(String, Shape)| matches!(it.1, Shape::Map(_));
            let is_list = |it: &(String, Shape)| matches!(it.1, Shape::List(_));
            !pairs.is_empty() && pairs.iter().all(is_map) || pairs.iter().any(is_list)
        }
        Shape::List(_) | Shape::Text(_) | Shape::Written(_) => false,
    };
    let flow = value
        .flow()
        .filter(|flow| !in_lines && flow.len() <= LONGEST);
    if let Some(flow) = flow {
        return vec![format!("{key}: {flow}")];
    }
    let below = value.lines().into_iter().map(|line| format!("  {line}"));
    std::iter::once(format!("{key}:")).chain(below).collect()
}

fn of_json(value: Value) -> Shape {
    match value {
        Value::Null => Shape::Written("null".to_owned()),
        Value::Boolean(is) => Shape::Written(is.to_string()),
        Value::Number(number) => Shape::Written(number),
        Value::Text(text) => Shape::Text(text),
        Value::List(items) => Shape::List(items.into_iter().map(|it| of_json(it.value)).collect()),
        Value::Object(members) => {
            let pair = |member: strict_json::Member| (member.key, of_json(member.value.value));
            Shape::Map(members.into_iter().map(pair).collect())
        }
    }
}

/// A text with the quotes that it needs at any place.
fn quoted(text: &str) -> String {
    let is_plain = text.starts_with(|it: char| it.is_alphanumeric() || "/_".contains(it))
        && !text.contains([',', '[', ']', '{', '}', '"', '\\', '\n'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && text.parse::<f64>().is_err();
    if is_plain {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

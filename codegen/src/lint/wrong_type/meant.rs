//! What was meant by a value of the wrong kind: its text, put where the
//! grammar has a place for it.

use crate::lint::shape::Shape;
use crate::lower::meant_by;
use crate::model::{Date, Url};
use crate::syntax::grammar::{
    DATE, FIELD_NAME, HEADER, Json, Key, Kind, Need, PATH, Record, Relation, URL,
};
use crate::yaml::{Node, Pair, Value};

/// Longest text that is shown in the place where it belongs.
const LONGEST: usize = 60;

/// The value as `kind` takes it, as far as its text tells.
pub(super) fn meant(kind: &Kind, value: &Value) -> Option<Shape> {
    match (kind, value) {
        (Kind::Record(record), Value::Scalar { .. }) => in_record(record, short(value)?),
        (Kind::Map { of, .. }, value) => {
            let names = names(value)?;
            let value = of_kind(of)?;
            Some(Shape::Map(
                names
                    .into_iter()
                    .map(|name| (name, value.clone()))
                    .collect(),
            ))
        }
        (Kind::OneOrMany(_) | Kind::Scalar(_), Value::List { items, .. }) => match items.as_slice()
        {
            [one] => Some(Shape::plain(short(&one.value)?)),
            _ => None,
        },
        (Kind::List { of: Kind::Item, .. }, Value::Map(pairs)) => items(pairs),
        (
            Kind::List {
                of: Kind::Record(record),
                ..
            },
            Value::Map(pairs),
        ) if pairs.iter().any(|it| record.key(&it.key.text).is_some()) => {
            Some(Shape::List(vec![Shape::Map(scalars(pairs))]))
        }
        (
            Kind::List {
                of: Kind::Scalar(scalar),
                ..
            },
            Value::Scalar { .. },
        ) => {
            let text = short(value)?;
            let sentence = || vec![Shape::Text(text.to_owned())];
            let names = || names(value).map(|names| names.into_iter().map(Shape::Text).collect());
            let is_prose = scalar.name == "Markdown text";
            Some(Shape::List(if is_prose {
                sentence()
            } else {
                names().unwrap_or_else(sentence)
            }))
        }
        _ => None,
    }
}

/// A record with its keys, each with its example: the required ones, or where
/// none is, the first that no default stands for.
pub(super) fn of_record(record: &Record) -> Shape {
    let required = record.keys.iter().filter(|key| key.need == Need::Required);
    let mut keys: Vec<&Key> = required.collect();
    if keys.is_empty() {
        let stated = record.keys.iter().filter(|key| key.default.is_none());
        keys = stated.take(1).collect();
    }
    let pair = |key: &Key| (key.name.to_owned(), Shape::of_example(key.example));
    Shape::Map(keys.into_iter().map(pair).collect())
}

/// What stands for a value of which only the kind is known.
fn of_kind(kind: &Kind) -> Option<Shape> {
    match kind {
        Kind::Record(record) => Some(of_record(record)),
        Kind::Scalar(_) => Some(Shape::Written("..".to_owned())),
        _ => None,
    }
}

/// A text in the key of `record` that it fits best, among the required ones if
/// it fits one of those; what else is required stands beside it.
fn in_record(record: &Record, text: &str) -> Option<Shape> {
    let fits = |need: Option<Need>| {
        let keys = record
            .keys
            .iter()
            .filter(move |key| need.is_none_or(|it| key.need == it));
        let ranked = keys.filter_map(|key| Some((rank(key.kind, text)?, key)));
        ranked.min_by_key(|(rank, _)| *rank).map(|(_, key)| key)
    };
    if let Some(key) = record.key(text) {
        let value = Shape::of_example(key.example);
        return Some(Shape::Map(vec![(key.name.to_owned(), value)]));
    }
    if record.key("since").is_some() {
        let (name, value) = end_of_life(text)?;
        return Some(Shape::Map(vec![(name.to_owned(), value)]));
    }
    let home = fits(Some(Need::Required)).or_else(|| fits(None))?;
    let needed = record.relations.iter().find_map(|relation| match relation {
        Relation::Needs { key, word, needed } if *key == home.name && *word == text => {
            Some(*needed)
        }
        _ => None,
    });
    let keys = record.keys.iter().filter_map(|key| {
        let value = if key.name == home.name {
            Shape::plain(number(key.kind, text).unwrap_or(text))
        } else if key.need == Need::Required || Some(key.name) == needed {
            Shape::of_example(key.example)
        } else {
            return None;
        };
        Some((key.name.to_owned(), value))
    });
    Some(Shape::Map(keys.collect()))
}

/// Where a text belongs in what says that a code is deprecated or retired; a
/// truth value says nothing more than the key.
fn end_of_life(text: &str) -> Option<(&'static str, Shape)> {
    if meant_by(text).is_some() && text != "1" && text != "0" {
        return None;
    }
    let number = text.strip_prefix('v').unwrap_or(text);
    let key = match () {
        () if Date::new(text).is_some() => "sunset",
        () if text.contains(' ') => "note",
        () if number.starts_with(|it: char| it.is_ascii_digit()) => "since",
        () => "use",
    };
    Some((key, Shape::plain(text)))
}

/// How well a text fits: the less, the better.
fn rank(kind: &Kind, text: &str) -> Option<u8> {
    let Kind::Scalar(scalar) = kind else {
        return None;
    };
    let is = |other: &'static Kind| std::ptr::eq(kind, other);
    let is_truth = matches!(text, "true" | "false");
    let fits = match &scalar.json {
        Json::Words(words) => words.iter().any(|(word, _)| *word == text),
        Json::CountFrom(_) | Json::Integer => {
            return number(kind, text).map(|it| u8::from(it != text));
        }
        _ if is(&DATE) => Date::new(text).is_some(),
        _ if is(&URL) => Url::new(text).is_some(),
        _ if is(&PATH) => text.starts_with('/'),
        _ if is(&HEADER) || is(&FIELD_NAME) => {
            return (!is_truth && !text.contains(' ')).then_some(2);
        }
        Json::Text => return (!is_truth).then_some(2),
        _ => false,
    };
    fits.then_some(0)
}

/// The number in a text, if `kind` is one: perhaps with a unit behind it.
fn number<'a>(kind: &Kind, text: &'a str) -> Option<&'a str> {
    let Kind::Scalar(scalar) = kind else {
        return None;
    };
    let end = text
        .find(|it: char| !it.is_ascii_digit())
        .unwrap_or(text.len());
    let unit = text[end..].trim();
    let is_number = matches!(scalar.json, Json::CountFrom(_) | Json::Integer);
    (is_number && end > 0 && unit.len() <= 2).then_some(&text[..end])
}

/// The items of a list that was written as a map: of one item without its
/// `- `, or of the codes as keys.
fn items(pairs: &[Pair]) -> Option<Shape> {
    let first = pairs.first()?;
    let is_item = matches!(&*first.key.text, "code" | "ref");
    let mut item = match &first.value.value {
        _ if is_item => scalars(pairs),
        Value::Map(below) => scalars(below),
        _ => Vec::new(),
    };
    if !is_item {
        item.insert(
            0,
            ("code".to_owned(), Shape::Text(first.key.text.to_string())),
        );
    }
    item.truncate(MOST_KEYS);
    Some(Shape::List(vec![Shape::Map(item)]))
}

/// Keys of an item that are shown.
const MOST_KEYS: usize = 3;

/// The lines of a map that are short.
fn scalars(pairs: &[Pair]) -> Vec<(String, Shape)> {
    let scalar = |pair: &Pair| {
        Some((
            pair.key.text.to_string(),
            Shape::plain(short(&pair.value.value)?),
        ))
    };
    pairs.iter().filter_map(scalar).collect()
}

/// The names in a list, or in a text that lists them with commas.
fn names(value: &Value) -> Option<Vec<String>> {
    let is_name = |name: &&str| !name.is_empty() && !name.contains([' ', '{', '}', '"']);
    match value {
        Value::Scalar { .. } => {
            let names = short(value)?.split(',').map(str::trim);
            names
                .map(|name| Some(name).filter(is_name).map(str::to_owned))
                .collect()
        }
        Value::List { items, .. } if items.len() <= 4 => {
            let name = |Node { value, .. }: &Node| short(value).filter(is_name).map(str::to_owned);
            items.iter().map(name).collect()
        }
        _ => None,
    }
    .filter(|names: &Vec<String>| !names.is_empty())
}

/// A scalar's text, if it is short and in one line.
fn short<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value {
        Value::Scalar { text, .. } => Some(&**text)
            .filter(|text| !text.is_empty() && text.len() <= LONGEST && !text.contains('\n')),
        _ => None,
    }
}

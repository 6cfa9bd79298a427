//! Values of each type: as they stand on the wire, and as a client has them.

use super::delay;
use crate::model::{Constant, Detail, FieldType, Shape, Text};

/// How values are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// The catalog's example, or a value that tells its detail from others.
    Plain,
    /// Empty, extreme, or with what could be taken for something else.
    Awkward,
    /// Of another kind on the wire than declared, but without doubt.
    Lenient,
}

/// A value on the wire, and what a client makes of it.
#[derive(Clone)]
pub(super) struct Sample {
    pub(super) wire: Shape,
    pub(super) typed: Shape,
}

impl Sample {
    fn same(value: Shape) -> Self {
        Self {
            wire: value.clone(),
            typed: value,
        }
    }
}

/// What a value is chosen by.
pub(super) struct Wanted<'a> {
    pub(super) name: &'a str,
    pub(super) kind: &'a FieldType,
    pub(super) unit: Option<&'a Text>,
    pub(super) example: Option<&'a Constant>,
    /// Whether it lies in a list.
    pub(super) is_item: bool,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(detail: &'a Detail) -> Self {
        Self {
            name: &detail.name,
            kind: &detail.kind,
            unit: detail.unit.as_ref(),
            example: detail.example.as_ref(),
            is_item: false,
        }
    }

    /// A number of the unit that makes a delay, if the unit is one of time.
    fn of_time(&self) -> Option<i64> {
        delay::unit(self.unit?.as_str()).map(delay::some_of)
    }
}

/// A value.
pub(super) fn sample(wanted: &Wanted, style: Style) -> Sample {
    if style == Style::Awkward && wanted.of_time().is_none() {
        return Sample::same(awkward(wanted));
    }
    let plain = match (wanted.kind, wanted.of_time()) {
        (FieldType::Array(_) | FieldType::Object(_), _) => return many(wanted, style),
        (FieldType::Integer | FieldType::Number | FieldType::Any, Some(time)) => number(time),
        (FieldType::Timestamp, Some(_)) => timestamp(wanted.unit),
        (FieldType::String, Some(time)) => text(time.to_string()),
        (kind, None) => wanted.example.filter(|it| fits(kind, it)).map_or_else(
            || of_kind(wanted),
            |example| Shape::Constant(example.clone()),
        ),
        (FieldType::Boolean, Some(_)) => Shape::Constant(Constant::Boolean(true)),
    };
    match (style, wanted.kind, &plain) {
        (
            Style::Lenient,
            FieldType::Integer | FieldType::Number | FieldType::Boolean,
            Shape::Constant(Constant::Number(_) | Constant::Boolean(_)),
        ) => Sample {
            wire: text(super::templates::shown(&plain)),
            typed: plain,
        },
        (Style::Lenient, FieldType::String, _) => Sample {
            wire: number(7),
            typed: text("7"),
        },
        _ => Sample::same(plain),
    }
}

/// A list or an object. A list within a list has one item: with two, each
/// level would double the value.
fn many(wanted: &Wanted, style: Style) -> Sample {
    match wanted.kind {
        FieldType::Array(Some(item)) => {
            let item = Wanted {
                name: wanted.name,
                is_item: true,
                ..Wanted::of(item)
            };
            let item = sample(&item, style);
            let times = if wanted.is_item { 1 } else { 2 };
            Sample {
                wire: Shape::List(vec![item.wire; times]),
                typed: Shape::List(vec![item.typed; times]),
            }
        }
        FieldType::Object(properties) if !properties.is_empty() => {
            let (mut wire, mut typed) = (Vec::new(), Vec::new());
            for property in properties {
                let wanted = Wanted {
                    is_item: wanted.is_item,
                    ..Wanted::of(property)
                };
                let it = sample(&wanted, style);
                wire.push((property.name.clone(), it.wire));
                typed.push((property.name.clone(), it.typed));
            }
            Sample {
                wire: Shape::Object(wire),
                typed: Shape::Object(typed),
            }
        }
        _ => Sample::same(of_kind(wanted)),
    }
}

/// A value that says which detail it is of.
fn of_kind(wanted: &Wanted) -> Shape {
    // Numbers that differ from one name to the next.
    let bytes = wanted.name.bytes().map(i64::from).sum::<i64>();
    match wanted.kind {
        FieldType::String | FieldType::Any => text(format!("{}-1", wanted.name)),
        FieldType::Integer => number(bytes),
        FieldType::Number => Shape::Constant(Constant::Number(format!("{bytes}.5"))),
        FieldType::Boolean => Shape::Constant(Constant::Boolean(true)),
        FieldType::Timestamp => timestamp(wanted.unit),
        FieldType::Array(_) => Shape::List(vec![text(format!("{}-1", wanted.name)), number(2)]),
        FieldType::Object(_) => Shape::Object(vec![("key".to_owned(), number(bytes))]),
    }
}

/// A value that invites mistakes.
fn awkward(wanted: &Wanted) -> Shape {
    match wanted.kind {
        FieldType::String => text("{0} {message} %s \u{1b}[31m\r\n\"\\\u{2028}\u{e9}\u{1d11e}"),
        FieldType::Integer => number(-9_007_199_254_740_991),
        FieldType::Number => Shape::Constant(Constant::Number("-0.25".to_owned())),
        FieldType::Boolean => Shape::Constant(Constant::Boolean(false)),
        FieldType::Timestamp => timestamp(wanted.unit),
        FieldType::Array(_) | FieldType::Any => Shape::List(Vec::new()),
        FieldType::Object(properties) if properties.is_empty() => Shape::Object(Vec::new()),
        FieldType::Object(properties) => {
            let inner = |it: &Detail| {
                (
                    it.name.clone(),
                    sample(&Wanted::of(it), Style::Awkward).wire,
                )
            };
            Shape::Object(properties.iter().map(inner).collect())
        }
    }
}

/// A value that a detail can't have; there is none where anything goes.
pub(super) fn of_another_kind(detail: &Detail) -> Option<Shape> {
    match detail.kind {
        FieldType::Any => None,
        // With a unit it would still say how long to wait.
        FieldType::Integer if detail.unit.is_none() => {
            Some(Shape::Constant(Constant::Number("1.5".to_owned())))
        }
        FieldType::Array(_) => Some(Shape::Object(Vec::new())),
        _ => Some(Shape::List(Vec::new())),
    }
}

/// What a text on the wire is as a value of a kind, where it is one.
pub(super) fn of_text(kind: &FieldType, it: &str) -> Option<Shape> {
    let is_number = || it.parse().is_ok_and(f64::is_finite);
    match kind {
        FieldType::String | FieldType::Any | FieldType::Timestamp => Some(text(it)),
        FieldType::Integer => it.parse().ok().map(number),
        FieldType::Number if is_number() => Some(Shape::Constant(Constant::Number(it.to_owned()))),
        FieldType::Boolean => it
            .parse()
            .ok()
            .map(|it| Shape::Constant(Constant::Boolean(it))),
        FieldType::Number | FieldType::Array(_) | FieldType::Object(_) => None,
    }
}

fn timestamp(unit: Option<&Text>) -> Shape {
    let nanos = unit.and_then(|it| delay::unit(it.as_str()));
    match nanos {
        Some(nanos) => number(delay::soon_in(nanos)),
        None => text(delay::SOON),
    }
}

fn fits(kind: &FieldType, example: &Constant) -> bool {
    match (kind, example) {
        (FieldType::Any | FieldType::String, Constant::Text(_))
        | (FieldType::Boolean, Constant::Boolean(_)) => true,
        (FieldType::Integer | FieldType::Number, Constant::Number(it)) => it.len() < 16,
        _ => false,
    }
}

pub(super) fn text(text: impl Into<String>) -> Shape {
    Shape::Constant(Constant::Text(text.into()))
}

pub(super) fn number(number: i64) -> Shape {
    Shape::Constant(Constant::Number(number.to_string()))
}

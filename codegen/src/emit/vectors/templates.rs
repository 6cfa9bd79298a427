//! Messages and variable codes with values in them.

use crate::model::{Constant, Message, Piece, Shape};

/// A message with values in place of its placeholders; one without a value
/// stays as it is written.
pub(super) fn rendered(message: &Message, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    for piece in message.pieces() {
        match piece {
            Piece::Literal(it) | Piece::LoneBrace(it) => text.push_str(it),
            Piece::Placeholder(name) => match value(name) {
                Some(value) => text.push_str(&value),
                None => text.extend(["{", name, "}"]),
            },
        }
    }
    text
}

/// A value as it stands within a text.
pub(super) fn shown(value: &Shape) -> String {
    match value {
        Shape::Constant(Constant::Text(it) | Constant::Number(it)) => it.clone(),
        Shape::Constant(Constant::Boolean(it)) => it.to_string(),
        Shape::Constant(Constant::Null) | Shape::Slot(_) => String::new(),
        Shape::List(items) => joined(items.iter().map(shown)),
        Shape::Object(members) => joined(
            members
                .iter()
                .map(|(key, it)| format!("{key}: {}", shown(it))),
        ),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Longest text in which values are looked for.
const LONGEST: usize = 4096;

/// What a text has where its template has the placeholder of this name; `None`
/// if the template did not make it. A value ends where the text goes on as the
/// template does, at the first such place; the last one ends where the rest of
/// the template is all that follows.
pub(super) fn found<'t>(template: &Message, text: &'t str, wanted: &str) -> Option<&'t str> {
    let pieces: Vec<Piece> = template.pieces().collect();
    let mut rest = text.get(..).filter(|it| it.len() <= LONGEST)?;
    let mut found = None;
    for (at, piece) in pieces.iter().enumerate() {
        let name = match piece {
            Piece::Literal(it) | Piece::LoneBrace(it) => {
                rest = rest.strip_prefix(it)?;
                continue;
            }
            Piece::Placeholder(name) => name,
        };
        let end = match pieces.get(at + 1) {
            None => rest.len(),
            Some(Piece::Placeholder(_)) => return None,
            Some(Piece::Literal(it) | Piece::LoneBrace(it)) if at + 2 == pieces.len() => {
                rest.strip_suffix(it)?.len()
            }
            Some(Piece::Literal(it) | Piece::LoneBrace(it)) => rest.find(it)?,
        };
        let (value, after) = rest.split_at(end);
        rest = after;
        if *name == wanted {
            found = Some(value);
        }
    }
    found.filter(|value| rest.is_empty() && !value.is_empty())
}

/// Whether a template makes this text with some values.
pub(super) fn makes(template: &Message, text: &str) -> bool {
    let mut names = template.pieces().filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Literal(_) | Piece::LoneBrace(_) => None,
    });
    match names.next() {
        Some(name) => found(template, text, name).is_some(),
        None => template.text.as_str() == text,
    }
}

//! Values between brackets, in text that no parser could read.

use std::ops::Range;

use super::line::{Line, is_key};
use crate::syntax::grammar::CATALOG;

/// The text in `{..}` or `[..]` that holds the colon over which a parser
/// stumbled around `at`, and the place of that colon. `open` is the bracket.
pub(super) fn colon_in_text(text: &str, open: usize, at: usize) -> Option<(Range<usize>, usize)> {
    let line = Line::around(text, at);
    let start = text[open..at].rfind(['{', '[', ','])? + open + 1;
    let (key, rest) = text[start..line.end].split_once(": ")?;
    let value = start + key.len() + 2;
    let value = value + rest.len() - rest.trim_start().len();
    let end = line.end_of_value(value, Some(open));
    let written = text.get(value..end)?;
    let is_plain = !written.starts_with(['"', '\'', '[', '{']) && !written.contains('"');
    let colon = value + written.find(": ")?;
    // Behind a key of the language, a comma is missing before it.
    let word = text[value..colon].rsplit(' ').next()?;
    let mut records = CATALOG.neighbours().into_iter();
    let ends_with_key = records.any(|record| record.key(word).is_some());
    (is_key(key.trim()) && is_plain && !ends_with_key).then_some((value..end, colon))
}

/// Whether what stands from `end` on leaves no doubt that a text ends there:
/// the closing brace, or a comma and a key.
pub(super) fn surely_ends(line: &Line<'_>, end: usize) -> bool {
    let rest = line.text.get(end..line.end).unwrap_or_default();
    let key = rest.strip_prefix(',').and_then(|it| it.split_once(':'));
    rest.starts_with('}') || key.is_some_and(|(key, _)| is_key(key.trim()))
}

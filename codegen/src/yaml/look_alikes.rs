//! What stands in a source by accident of a tool: the markers of a merge, and
//! the dashes and colons that word processors and input methods write in the
//! place of YAML's own. [`fault`](super::fault) asks here first.

use std::ops::Range;

use super::line::{Line, is_key};
use crate::lint::yaml_syntax::Fault;

/// The accident behind a fault that was noticed at byte `at` of `text`.
pub(super) fn slip(text: &str, at: usize) -> Option<(Fault, Range<usize>)> {
    let line = Line::around(text, at);
    let above = Line::above(&line);
    conflict(text).or_else(|| [above, line].iter().find_map(look_alike))
}

/// The first marker of a merge, if there is a pair of them.
fn conflict(text: &str) -> Option<(Fault, Range<usize>)> {
    let mut start = 0;
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let place = start..start + line.trim_end().len();
        start += line.len();
        if line.starts_with("<<<<<<<") {
            first = first.or(Some(place));
        } else if line.starts_with(">>>>>>>") {
            return first.map(|place| (Fault::ConflictMarker, place));
        }
    }
    None
}

/// A dash where an item begins, or a colon behind a key, that is none.
fn look_alike(line: &Line<'_>) -> Option<(Fault, Range<usize>)> {
    let content = line.content();
    let text = &line.text[content.clone()];
    let first = text.chars().next()?;
    let rest = text[first.len_utf8()..].trim_start();
    let colon = |text: &str| {
        let end = text.find(COLONS)?;
        is_key(&text[..end]).then_some(end)
    };
    if DASHES.contains(&first) && text[first.len_utf8()..].starts_with(' ') && has_key(rest) {
        let end = content.start + first.len_utf8();
        return Some((Fault::LookAlike(first, '-'), content.start..end));
    }
    let item = text.strip_prefix("- ").unwrap_or(text).trim_start();
    let start = content.end - item.len() + colon(item)?;
    let found = line.text[start..].chars().next()?;
    Some((
        Fault::LookAlike(found, ':'),
        start..start + found.len_utf8(),
    ))
}

/// Whether a key with its colon stands at the start.
fn has_key(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, _)| is_key(key))
}

/// Hyphen, non-breaking hyphen, figure dash, en dash, em dash, bar, minus.
const DASHES: &[char] = &[
    '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}',
];

/// Full-width, small and presentation colon, and the ratio.
const COLONS: &[char] = &['\u{ff1a}', '\u{fe55}', '\u{fe13}', '\u{2236}'];

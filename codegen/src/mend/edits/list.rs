//! Lists that become values, and values that become lists, as text.

use super::{Place, Written};
use crate::sink::{Quotes, Scalar};

/// The item in the place of its list.
pub(super) fn unwrap(list: &Place<'_>, item: &Place<'_>) -> Option<Written> {
    if !item.is_one_line() {
        return None;
    }
    if list.slice().starts_with('[') {
        let is_plain = list.is_one_line() && !list.slice().contains('#');
        return is_plain.then(|| (list.range(), item.slice().to_owned()));
    }
    let key_end = after_key(list)?;
    Some((key_end..item.range().end, format!(" {}", item.slice())))
}

/// A value in brackets, if it is one bare word or several with nothing between
/// them that could part them.
pub(super) fn wrap(value: &Place<'_>) -> Option<String> {
    let text = value.slice();
    let parts = [',', ';', '[', ']', '{', '}', '#', '"', '\'', '\n'];
    let is_bare = !text.contains(parts) && !text.starts_with(['|', '>', '&', '*']);
    (is_bare && value.is_in_block()).then(|| format!("[{text}]"))
}

/// Each item on a line of its own, below the key and indented by two.
pub(super) fn lines(list: &Place<'_>, items: &[Place<'_>]) -> Option<Vec<Written>> {
    if items.iter().any(|item| !item.is_one_line()) || has_comment(list, items) {
        return None;
    }
    let Some(key_end) = after_key(list) else {
        return quoted(items);
    };
    let line_break = list.line_break();
    let indentation = column(list) + 2;
    let mut text = String::new();
    for item in items {
        text.push_str(line_break);
        text.extend(std::iter::repeat_n(' ', indentation));
        text.push_str("- ");
        text.push_str(item.slice());
    }
    Some(vec![(key_end..list.range().end, text)])
}

/// The items that have no quotes, in quotes.
fn quoted(items: &[Place<'_>]) -> Option<Vec<Written>> {
    let bare = |item: &&Place<'_>| !item.slice().starts_with(['"', '\'']);
    items
        .iter()
        .filter(bare)
        .map(|item| {
            let scalar = Scalar::new(item.slice(), Quotes::Fewest)?;
            Some((item.range(), scalar.into_written()))
        })
        .collect()
}

/// Whether something in the brackets is not an item: a comment.
fn has_comment(list: &Place<'_>, items: &[Place<'_>]) -> bool {
    let all = list.slice().matches('#').count();
    let inside: usize = items
        .iter()
        .map(|item| item.slice().matches('#').count())
        .sum();
    all > inside
}

/// Where the key of a value ends, with its colon, if the value is in no
/// bracket and nothing but blanks stands between the two.
fn after_key(value: &Place<'_>) -> Option<usize> {
    let before = value.text()[..value.range().start].trim_end();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_key = before.ends_with(':') && !line.contains(['[', '{', '#', '"', '\'']);
    is_key.then_some(before.len())
}

/// The column of the key on the line where a value starts.
fn column(value: &Place<'_>) -> usize {
    let before = value.text()[..value.range().start].trim_end();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.len() - line.trim_start_matches([' ', '-']).len()
}

//! Items of lists and lines of maps that go, as text.

use super::{Place, Written};

/// The item goes; its key goes too if nothing is left under it.
pub(super) fn drop_item(item: &Place<'_>) -> Option<Written> {
    match in_brackets(item) {
        Some(('[', ']')) => drop_pair(&pair_of_brackets(item)?),
        Some(_) => Some((with_comma(item)?, String::new())),
        None => {
            let whole = lines(item, "-")?;
            if has_sibling(item) {
                return Some((whole, String::new()));
            }
            drop_pair(&pair_of_line(item)?)
        }
    }
}

/// A key with its value goes. The last one of a map stays: the map would need
/// to go, too.
pub(super) fn drop_pair(pair: &Place<'_>) -> Option<Written> {
    match in_brackets(pair) {
        Some(('{', '}')) => None,
        Some(_) => Some((with_comma(pair)?, String::new())),
        None => {
            let whole = lines(pair, "")?;
            has_sibling(pair).then_some((whole, String::new()))
        }
    }
}

/// One of two equal items goes. Only a list in brackets whose items are bare
/// words is looked at: in it, a comma is a comma.
pub(super) fn drop_twin(item: &Place<'_>) -> Option<Written> {
    let open = item.line_start() + item.prefix().rfind('[')?;
    let close = item.range().end + item.suffix().find(']')?;
    let inner = &item.text()[open + 1..close];
    if inner.contains(['"', '\'', '{', '[', '#']) {
        return None;
    }
    let items: Vec<&str> = inner.split(',').map(str::trim).collect();
    match items.as_slice() {
        [first, second] if first == second => Some((open..close + 1, (*first).to_owned())),
        [_, _, _, ..] => Some((with_comma(item)?, String::new())),
        _ => None,
    }
}

/// What stands on both sides of something in brackets, on its line.
fn in_brackets(place: &Place<'_>) -> Option<(char, char)> {
    let before = place.prefix().trim_end().chars().next_back()?;
    let after = place.suffix().trim().chars().next().unwrap_or('\n');
    matches!(before, '[' | '{' | ',').then_some((before, after))
}

/// It and the comma that parts it from its neighbour.
fn with_comma(place: &Place<'_>) -> Option<std::ops::Range<usize>> {
    let range = place.range();
    let before = place.prefix().trim_end();
    if before.ends_with(',') {
        return Some(place.line_start() + before.len() - 1..range.end);
    }
    let rest = place.suffix().trim_start().strip_prefix(',')?;
    let rest = rest.trim_start();
    // What follows on another line stays there.
    (!rest.is_empty()).then(|| {
        let end = range.end + place.suffix().len() - rest.len();
        range.start..end
    })
}

/// `key: [item]`, of which the item is the only one.
fn pair_of_brackets<'a>(item: &Place<'a>) -> Option<Place<'a>> {
    let open = item.prefix().trim_end().strip_suffix('[')?;
    let key = open.trim_end().strip_suffix(':')?;
    let end = item.range().end + item.suffix().find(']')? + 1;
    pair(item, item.line_start() + key.len(), end)
}

/// `key:` on the line above an item, which is the only one.
fn pair_of_line<'a>(item: &Place<'a>) -> Option<Place<'a>> {
    let above = item.text()[..item.line_start()].trim_end();
    let key = above.strip_suffix(':')?;
    pair(item, key.len(), item.range().end)
}

/// The pair whose key, a bare word, ends there.
fn pair<'a>(item: &Place<'a>, key_end: usize, end: usize) -> Option<Place<'a>> {
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '-';
    let key_start = item.text()[..key_end].trim_end_matches(is_word).len();
    (key_start < key_end).then(|| item.other(item.at.within(&(key_start..end))))
}

/// All of its lines, if nothing else stands on them but `mark` before it.
fn lines(place: &Place<'_>, mark: &str) -> Option<std::ops::Range<usize>> {
    if place.prefix().trim() != mark || !place.suffix().trim().is_empty() {
        return None;
    }
    // A comment is the author's, and stays.
    if place.slice().contains('#') {
        return None;
    }
    let end = place.range().end + place.suffix().len();
    Some(place.line_start()..(end + 1).min(place.text().len()))
}

/// Whether another item or key starts in its column.
fn has_sibling(place: &Place<'_>) -> bool {
    let depth = indentation(place.prefix());
    let inside = |line: &&str| !is_content(line) || indentation(line) >= depth;
    let starts = |line: &str| is_content(line) && indentation(line) == depth;
    let same = |line: &str| starts(line) && is_item(line) == is_item(place.prefix());
    let above = place.text()[..place.line_start()].lines().rev();
    let below = place.text()[place.range().end..].lines().skip(1);
    above.take_while(inside).any(same) || below.take_while(inside).any(same)
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn is_content(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with('-')
}

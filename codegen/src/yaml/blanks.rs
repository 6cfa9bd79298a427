//! Blanks that look like a space and are text to YAML, such as the no-break
//! space that word processors and web pages put in. Inside a text they belong
//! to it; where they indent, or stand for the space around a value, nobody
//! meant them.

use std::ops::Range;

use super::line::{Line, is_key};

/// The first such blank around a text without quotes, as `written`.
pub(super) fn around(written: &str) -> Option<Range<usize>> {
    if written.is_ascii() {
        return None;
    }
    let mut start = 0;
    for line in written.split_inclusive('\n') {
        if let Some(blank) = misplaced(line) {
            return Some(start + blank.start..start + blank.end);
        }
        start += line.len();
    }
    None
}

/// The first such blank on the line of byte `at`, or on the line above it:
/// what a parser stumbles over there, or one line later.
pub(super) fn near(text: &str, at: usize) -> Option<Range<usize>> {
    let line = Line::around(text, at);
    let above = Line::above(&line);
    [above, line].into_iter().find_map(|line| {
        let blank = misplaced(line.whole())?;
        Some(line.start + blank.start..line.start + blank.end)
    })
}

/// Those that indent the line or end it, or stand behind the colon of a key or
/// behind the `-` of an item.
fn misplaced(line: &str) -> Option<Range<usize>> {
    let mut words = 0;
    let mut from = 0;
    for gap in gaps(line) {
        let word = &line[from..gap.start];
        words += usize::from(!word.is_empty());
        from = gap.end;
        let key = word.rsplit(['{', '[', ',']).next();
        let is_key = key
            .and_then(|key| key.strip_suffix(':'))
            .is_some_and(is_key);
        let is_around = words == 0 || gap.end == line.len();
        if let Some(blank) = odd(&line[gap.clone()])
            && (is_around || is_key || words == 1 && word == "-")
        {
            return Some(gap.start + blank.start..gap.start + blank.end);
        }
    }
    None
}

/// Where the line has blanks of any kind, side by side ones together.
fn gaps(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + line[from..].find(char::is_whitespace)?;
        let rest = &line[start..];
        from = start + rest.len() - rest.trim_start().len();
        Some(start..from)
    })
}

/// The first blanks that are no space of YAML.
fn odd(gap: &str) -> Option<Range<usize>> {
    let start = gap.find(is_odd)?;
    let rest = &gap[start..];
    let length = rest.find(|it| !is_odd(it)).unwrap_or(rest.len());
    Some(start..start + length)
}

/// The spaces of Unicode that are none of YAML. Those without a width are
/// [hidden](super::characters::is_hidden).
fn is_odd(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

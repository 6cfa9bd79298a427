//! What mends a text that no parser could read, where that is certain.
//!
//! Most faults have several mends, and only the author knows the right one: a
//! bracket may be missing here or there, a line may be indented too deep or too
//! little. What is left are quotes around a text that ends with its line, and
//! blanks that YAML needs. [`yaml`](super) attaches what is found here to the
//! finding; a mend that helps no further is refused when it is applied.

use std::ops::Range;

use super::curly;
use super::flow;
use super::line::Line;
use crate::lint::yaml_syntax::Fault;
use crate::syntax::grammar;

/// What is done with a piece of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Repair {
    /// It is put in quotes.
    Quote,
    /// It becomes this text, in quotes.
    Text(String),
    /// It becomes this, as it is.
    Write(String),
}

/// What mends a fault, which was found at `place`. `flow` is where the
/// innermost open `[` or `{` stands.
pub(super) fn of(
    fault: &Fault,
    text: &str,
    place: Range<usize>,
    flow: Option<usize>,
) -> Option<(Range<usize>, Repair)> {
    let (piece, repair) = repair(fault, text, place, flow)?;
    // Quotes around two lines that ran together would hide the second.
    let hides = matches!(repair, Repair::Quote | Repair::Text(_))
        && grammar::key_within(&text[piece.clone()]).is_some();
    (!hides).then_some((piece, repair))
}

fn repair(
    fault: &Fault,
    text: &str,
    place: Range<usize>,
    flow: Option<usize>,
) -> Option<(Range<usize>, Repair)> {
    let line = Line::around(text, place.start);
    let write = |place, text: &str| Some((place, Repair::Write(text.to_owned())));
    match fault {
        Fault::ColonInText(_) if flow.is_none() => {
            let value = whole_value(&line)?;
            let is_bare = !text[value.clone()].starts_with(['"', '\'', '[', '{', '|', '>']);
            (is_bare && value.contains(&place.start)).then_some((value, Repair::Quote))
        }
        Fault::CurlyQuote(_) if flow.is_none() => {
            let value = whole_value(&line)?;
            let meant = curly::within(&text[value.clone()])?.to_owned();
            Some((value, Repair::Text(meant)))
        }
        Fault::ColonInText(written) => {
            let (value, _) = flow::colon_in_text(text, flow?, place.start)?;
            flow::surely_ends(&line, value.end).then(|| (value, Repair::Text(written.clone())))
        }
        Fault::ReservedStart(_) if flow.is_none() => {
            let value = whole_value(&line)?;
            let is_text = value.start == place.start && is_text(&text[value.clone()]);
            is_text.then_some((value, Repair::Quote))
        }
        Fault::ReservedStart(start) => in_braces(start, &line, place.start),
        Fault::TextAfterQuote('\'') if flow.is_none() => {
            let value = whole_value(&line)?;
            let meant = with_apostrophes(&text[value.clone()])?;
            Some((value, Repair::Text(meant)))
        }
        Fault::NoSpaceAfterColon(_) => {
            let content = line.content();
            let (key, value) = text[content.clone()].split_once(':')?;
            let meant = format!("{key}: {}", value.trim_start());
            (!value.starts_with("//")).then_some((content, Repair::Write(meant)))
        }
        Fault::NoSpaceAfterDash(_) => {
            let column = place.start - line.start;
            let depth = depth_below(&line);
            let lines_up = depth.is_none_or(|it| it <= column || it == column + 2);
            lines_up.then_some((place, Repair::Write("- ".to_owned())))
        }
        Fault::CommentWithoutSpace => write(place, " #"),
        Fault::LookAlike(_, ':') => {
            let value = &text[place.end..line.end];
            write(place, if value.starts_with(' ') { ":" } else { ": " })
        }
        Fault::LookAlike(..) => write(place, "-"),
        Fault::Directive if text[place.clone()].starts_with("%YAML ") => {
            write(line.start..(line.end + 1).min(text.len()), "")
        }
        _ => None,
    }
}

/// The text that begins with emphasis, which YAML takes for an alias: a second
/// `*` ends it.
pub(super) fn emphasis(text: &str, at: usize, flow: Option<usize>) -> Option<Range<usize>> {
    // A line in brackets may hold thousands.
    if flow.is_some() {
        return None;
    }
    let value = whole_value(&Line::around(text, at))?;
    let rest = text[value.clone()].trim_start_matches('*');
    let is_one = grammar::key_within(rest).is_none();
    (is_one && value.start == at && rest.contains('*')).then_some(value)
}

/// The value on a line, if it ends there. What follows `#` without a blank is
/// a part of it.
fn whole_value(line: &Line<'_>) -> Option<Range<usize>> {
    let mut value = line.value();
    let rest = line.text[value.end..line.end].trim();
    let comment = rest.strip_prefix('#');
    if comment.is_some_and(|it| it.starts_with(char::is_alphanumeric)) {
        value.end = line.start + line.text[line.start..line.end].trim_end().len();
    }
    let column = line.content().start - line.start;
    let key = key_column(line);
    let ends = depth_below(line).is_none_or(|depth| depth <= column || depth == key);
    (!value.is_empty() && ends).then_some(value)
}

/// The column of the first thing on a line that is no dash.
fn key_column(line: &Line<'_>) -> usize {
    let content = &line.text[line.content()];
    let dashes = content.len() - content.trim_start_matches(['-', ' ']).len();
    line.content().start - line.start + dashes
}

/// How deep the next line is indented that holds anything; `None` at the end.
fn depth_below(line: &Line<'_>) -> Option<usize> {
    let below = line.text[line.end..].lines().skip(1);
    let mut content = below.filter(|line| !line.trim().is_empty());
    content
        .next()
        .map(|line| line.len() - line.trim_start().len())
}

/// Whether a value that begins with a character of YAML's own can be nothing
/// but text.
fn is_text(value: &str) -> bool {
    let mut characters = value.chars();
    let first = characters.next();
    let rest = characters.as_str();
    match first {
        Some('`' | '@' | '%' | ',') => true,
        Some('&' | '*' | '?') => rest.starts_with(' '),
        Some('|' | '>') => rest.contains(' ') && !rest.trim_start().starts_with('#'),
        Some('{') => word_in('}', rest),
        Some('[') => word_in(']', rest),
        _ => false,
    }
}

/// Whether one word stands before `close`, and a sentence goes on behind it.
fn word_in(close: char, rest: &str) -> bool {
    rest.split_once(close).is_some_and(|(word, behind)| {
        let is_word = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-');
        !word.is_empty()
            && word.chars().all(is_word)
            && behind.starts_with(|it: char| it.is_whitespace() || it.is_ascii_punctuation())
            && behind.contains(char::is_alphanumeric)
            && !behind.contains(['{', '[', '}', ']'])
    })
}

/// In braces a text ends at a comma, which is certain only where a key or the
/// closing brace follows.
fn in_braces(start: &str, line: &Line<'_>, at: usize) -> Option<(Range<usize>, Repair)> {
    let end = at + start.len();
    let ends = flow::surely_ends(line, end);
    (start.starts_with(['`', '@', '%']) && ends).then(|| (at..end, Repair::Text(start.to_owned())))
}

/// What stands in `'..'` whose apostrophes are not written twice, if all that
/// stands between its first and last quote is surely one text.
fn with_apostrophes(value: &str) -> Option<String> {
    let inner = value.strip_prefix('\'')?.strip_suffix('\'')?;
    let single = inner.replace("''", "");
    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let apostrophe = |(at, _): (usize, &str)| {
        letter(single[..at].chars().next_back()) && letter(single[at + 1..].chars().next())
    };
    let are_all = single.match_indices('\'').all(apostrophe);
    (!inner.is_empty() && are_all).then(|| inner.replace("''", "'"))
}

//! What the YAML crate says is wrong, as what the writer did wrong.
//!
//! The crate tells where its grammar could not go on, and why, in terms of the
//! grammar. A writer wants to see the slip: the quote that was opened and never
//! closed, not the line on which the parser noticed. [`find`] looks for it in
//! the text around the place. Beside [`yaml`](super), only this file knows the
//! crate. Wording stands with the rule, in
//! [`yaml_syntax`](crate::lint::yaml_syntax).

use std::ops::Range;

use granit_parser::ErrorKind;

use super::characters::hex_digits;
use super::columns;
use super::curly;
use super::flow;
use super::line::{Line, is_key};
use super::look_alikes;
use crate::lint::yaml_syntax::Fault;
use crate::source::Span;

/// The slip behind `kind`, noticed at byte `at` of `text`, and where it is.
/// `flow` is where the innermost open `[` or `{` stands.
pub(super) fn find(
    kind: &ErrorKind,
    text: &str,
    at: usize,
    flow: Option<usize>,
) -> (Fault, Range<usize>) {
    if let Some(slip) = look_alikes::slip(text, at) {
        return slip;
    }
    let line = Line::around(text, at);
    match kind {
        ErrorKind::MappingValueNotAllowed => colon(&line, at),
        ErrorKind::SimpleKeyExpected => no_colon(&line),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            misfit(&line, at)
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            let value = line.value();
            (Fault::DashAfterKey(text[value].to_owned()), one(text, at))
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => (Fault::Tab, tab(&line, at)),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed_quote(text, at),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => after_quote(text, at, flow),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => escape(text, at),
        ErrorKind::UnclosedFlowCollection { open } => {
            (Fault::UnclosedBracket(*open), one(text, at))
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            (Fault::Mismatch(*open, *close), one(text, at))
        }
        ErrorKind::CommentNotSeparated => {
            let hash = text[at..].find('#').map_or(at, |ahead| at + ahead);
            (Fault::CommentWithoutSpace, one(text, hash))
        }
        ErrorKind::CommentInterceptedScalar => comment(&line, at),
        ErrorKind::DirectiveDisallowed => (Fault::Directive, line.content()),
        ErrorKind::UnexpectedCharacter { .. } => {
            let value = at..line.end_of_value(at, flow);
            (Fault::ReservedStart(text[value].to_owned()), one(text, at))
        }
        _ => unnamed(kind, &line, at, flow),
    }
}

/// Kinds that need a look at the line before they say anything.
fn unnamed(
    kind: &ErrorKind,
    line: &Line<'_>,
    at: usize,
    flow: Option<usize>,
) -> (Fault, Range<usize>) {
    if let Some(open) = flow {
        return in_brackets(line.text, open, at);
    }
    if let (true, Some(reserved)) = (line.value().start == at, reserved(line)) {
        return reserved;
    }
    let place = one(line.text, at);
    match (kind, line.text[at..].chars().next()) {
        (ErrorKind::MisplacedFlowCollectionEnd, Some(close)) => (Fault::StrayBracket(close), place),
        _ => (Fault::Other(kind.to_string()), place),
    }
}

/// What is wrong with a key that YAML can read: `404 {phrase: ..` has a brace
/// in it.
pub(super) fn in_key(text: &str, key: Span) -> Option<(Fault, Range<usize>)> {
    let start = key.start as usize;
    brace(text, start..key.end as usize)
}

/// A brace in a key that was meant to follow its colon.
fn brace(text: &str, key: Range<usize>) -> Option<(Fault, Range<usize>)> {
    let (name, inner) = text[key.clone()].split_once('{')?;
    let word = name.trim_end().trim_end_matches(':');
    let is_word = |it: char| it.is_ascii_alphanumeric() || "-_$".contains(it);
    let at = key.start + name.len();
    let is_glued = word.len() == name.len();
    (!word.is_empty() && word.chars().all(is_word) && is_key(inner) && !is_glued)
        .then(|| (Fault::NoColonBeforeBrace(word.to_owned()), at..at + 1))
}

/// A colon where no key can be.
fn colon(line: &Line<'_>, at: usize) -> (Fault, Range<usize>) {
    let value = line.value();
    let content = line.content();
    let key = line.text[content.clone()].find(": ");
    let key = key.and_then(|end| brace(line.text, content.start..content.start + end));
    if let Some(brace) = key {
        return brace;
    }
    if value.start <= at && value.start > line.content().start
        || !is_key(&line.text[line.content().start..at])
    {
        let place = one(line.text, at);
        let text = line.text[value.clone()].to_owned();
        if curly::opening(&text).is_some() {
            return (Fault::CurlyQuote(text), one(line.text, value.start));
        }
        return (Fault::ColonInText(text), place);
    }
    let above = Line::above(line);
    let glued = glued_dash(&above).or_else(|| glued_colon(&above));
    glued.unwrap_or((Fault::TooDeepKey, line.content().start..at))
}

/// A comment after text that goes on below it, or seems to: a key there is
/// indented too deep.
fn comment(line: &Line<'_>, at: usize) -> (Fault, Range<usize>) {
    let below = Line::below(line);
    let content = below.content();
    if below.value().start > content.start {
        let end = below.end_of_key(content.start);
        (Fault::TooDeepKey, content.start..end)
    } else {
        (Fault::CommentInText, one(line.text, at))
    }
}

/// A line that begins with `-key`.
fn glued_dash(line: &Line<'_>) -> Option<(Fault, Range<usize>)> {
    let content = line.content();
    let (key, _) = line.text[content.clone()]
        .strip_prefix('-')?
        .split_once(':')?;
    let dash = content.start..content.start + 1;
    is_key(key).then(|| (Fault::NoSpaceAfterDash(key.to_owned()), dash))
}

/// A line of a map that has no `: `.
fn no_colon(line: &Line<'_>) -> (Fault, Range<usize>) {
    glued_colon(line).unwrap_or_else(|| (Fault::NoColon, line.content()))
}

/// A line that begins with `key:value`.
fn glued_colon(line: &Line<'_>) -> Option<(Fault, Range<usize>)> {
    let value = line.value();
    let (key, text) = line.text[value.clone()].split_once(':')?;
    let colon = value.start + key.len();
    let meant = format!("{key}: {text}");
    // `https://..` is a link.
    (is_key(key) && !text.starts_with([' ', '/']) && !text.is_empty())
        .then_some((Fault::NoSpaceAfterColon(meant), colon..colon + 1))
}

/// Something that is neither a key nor an item where one must be.
fn misfit(line: &Line<'_>, at: usize) -> (Fault, Range<usize>) {
    let before = line.text[line.start..at].trim();
    if before.is_empty() {
        return glued_dash(line).unwrap_or_else(|| {
            let fault = Fault::Indentation(columns::near(line));
            (fault, at..line.end_of_key(at))
        });
    }
    if before == "-" {
        let dash = line.content().start.min(at);
        let fault = if columns::is_item_above(line, dash - line.start) {
            Fault::ItemAmongKeys
        } else {
            Fault::KeysBeforeItem
        };
        return (fault, dash..dash + 1);
    }
    reserved(line).unwrap_or_else(|| (Fault::Indentation(Vec::new()), one(line.text, at)))
}

/// A value that begins with a character of YAML's own.
fn reserved(line: &Line<'_>) -> Option<(Fault, Range<usize>)> {
    let value = line.value();
    let text = &line.text[value.clone()];
    let place = one(line.text, value.start);
    text.starts_with(RESERVED)
        .then(|| (Fault::ReservedStart(text.to_owned()), place))
}

/// Characters that text without quotes can't begin with.
const RESERVED: &[char] = &[
    '`', '@', '%', '!', '&', '*', '|', '>', '[', ']', '{', '}', ',', '?',
];

/// The first tab of the line's indentation, else the first one ahead.
fn tab(line: &Line<'_>, at: usize) -> Range<usize> {
    let indentation = &line.text[line.start..line.content().start];
    let tab = match indentation.find('\t') {
        Some(within) => line.start + within,
        None => line.text[at..].find('\t').map_or(at, |ahead| at + ahead),
    };
    one(line.text, tab)
}

/// The quote that opened the text which is still open at `at`.
fn unclosed_quote(text: &str, at: usize) -> (Fault, Range<usize>) {
    match opening_quote(text, at, &['"', '\'']) {
        Some((place, quote)) => (Fault::UnclosedQuote(quote), place..place + 1),
        None => (Fault::UnclosedQuote('"'), one(text, at)),
    }
}

/// The last of some quotes before `at` that stands where a value begins.
fn opening_quote(text: &str, at: usize, quotes: &[char]) -> Option<(usize, char)> {
    let opens = |(place, _): &(usize, char)| {
        let before = text[..*place].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', ':', '-', ',', '[', '{'])
    };
    let mut candidates = text[..at].char_indices().rev();
    candidates.find(|it| quotes.contains(&it.1) && opens(it))
}

/// A quote without its partner: the next text's opening quote closes it, right
/// before `at`.
fn closed_by_next(text: &str, at: usize) -> Option<(Fault, Range<usize>)> {
    let (closing, quote) = opening_quote(text, at, &['"', '\''])?;
    let (place, _) = opening_quote(text, closing, &[quote])?;
    let closes = text[..at].trim_end().len() == closing + 1;
    closes.then_some((Fault::UnclosedQuote(quote), place..place + 1))
}

/// Something after a closing quote: more text, or a comma is missing.
fn after_quote(text: &str, at: usize, flow: Option<usize>) -> (Fault, Range<usize>) {
    let closing = text[..at].trim_end().chars().next_back();
    let touches = text[..at].ends_with(['"', '\'']);
    if let Some(unclosed) = closed_by_next(text, at) {
        return unclosed;
    }
    match (flow, closing) {
        (Some(open), _) if !touches => in_brackets(text, open, at),
        (_, Some(quote)) => (Fault::TextAfterQuote(quote), one(text, at)),
        (_, None) => (Fault::TextAfterQuote('"'), one(text, at)),
    }
}

/// The first backslash from `at` on that begins no escape.
fn escape(text: &str, at: usize) -> (Fault, Range<usize>) {
    let mut from = at;
    while let Some(ahead) = text[from..].find('\\') {
        let start = from + ahead;
        match escape_length(&text[start..]) {
            Ok(length) => from = start + length,
            Err(length) => {
                let end = start + length;
                return (Fault::Escape(text[start..end].to_owned()), start..end);
            }
        }
    }
    (Fault::Escape("\\".to_owned()), one(text, at))
}

/// How long the escape at the start of `text` is, or what stands there instead.
fn escape_length(text: &str) -> Result<usize, usize> {
    let letter = text[1..].chars().next().ok_or(1_usize)?;
    let digits = 1 + letter.len_utf8();
    let length = digits + hex_digits(letter);
    let written = text.get(digits..length).ok_or(digits)?;
    if !ESCAPES.contains(letter) || !written.bytes().all(|it| it.is_ascii_hexdigit()) {
        return Err(length);
    }
    if length == digits {
        return Ok(length);
    }
    let number = |digits| u32::from_str_radix(digits, 16).unwrap_or(u32::MAX);
    // Two surrogates stand for one character, as in JSON.
    let low = text[length..]
        .strip_prefix("\\u")
        .and_then(|it| it.get(..4));
    match (number(written), low.map(number)) {
        (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => Ok(length + 6),
        (character, _) if char::from_u32(character).is_some() => Ok(length),
        _ => Err(length),
    }
}

/// Letters of escapes (YAML 1.2, section 5.7).
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU\r\n";

/// A fault inside `[..]` or `{..}`: the bracket was forgotten if the line ended
/// before, else a comma.
fn in_brackets(text: &str, open: usize, at: usize) -> (Fault, Range<usize>) {
    let bracket = text[open..].chars().next().unwrap_or('{');
    if text[open..at].contains('\n') {
        (Fault::UnclosedBracket(bracket), one(text, open))
    } else if let Some((value, colon)) = flow::colon_in_text(text, open, at) {
        let text = text[value].to_owned();
        (Fault::ColonInText(text), colon..colon + 1)
    } else {
        (Fault::MissingComma(bracket), word(text, at))
    }
}

/// The word at a byte offset, or the one before the colon that stands there.
fn word(text: &str, at: usize) -> Range<usize> {
    let is_word = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-');
    let start = text[..at].trim_end_matches(is_word).len();
    let end = text.len() - text[at..].trim_start_matches(is_word).len();
    if start == end {
        one(text, at)
    } else {
        start..end
    }
}

/// The character at a byte offset; nothing at the end of the text.
pub(super) fn one(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

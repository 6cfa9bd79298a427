//! Characters that a reader of a catalog can't see, or that change how the
//! text around them is shown.
//!
//! Refused raw and escaped: controls other than tab and line break, the line
//! separators U+0085, U+2028 and U+2029, bidirectional formatting, tag
//! characters and noncharacters. They have no place in an error table, and each
//! has been used to hide text from a reviewer or to end a comment early.

use std::ops::Range;

use super::Origin;
use crate::diag::Report;
use crate::lint::hidden_character;

/// Most findings of this kind in one file: a binary file would give millions.
const MOST: usize = 20;

/// Reports each hidden character of `text`, and returns where the first is.
pub(super) fn report_hidden(text: &str, origin: Origin, report: &mut Report) -> Option<usize> {
    if let Some(at) = text.find('\r').filter(|_| !text.contains('\n')) {
        hidden_character::line_ends(report, origin.span(at, at + 1));
        return Some(at);
    }
    if is_plain(text) {
        return None;
    }
    let (mut found, mut first) = (0, None);
    let mut rest = text;
    while let Some(character) = first_hidden_raw(rest) {
        let at = text.len() - rest.len() + character.0;
        let after = at + character.1.len_utf8();
        first = first.or(Some(at));
        hidden_character::raw(report, origin.span(at, after), character.1);
        rest = &text[after..];
        found += 1;
        if found == MOST {
            break;
        }
    }
    first
}

/// Whether a text holds nothing but visible ASCII and plain line breaks. Most
/// do, and this is as fast as memory.
fn is_plain(text: &str) -> bool {
    let doubtful = |byte: &u8| !(b' '..=b'~').contains(byte) && !matches!(byte, b'\n' | b'\t');
    let has_none = |piece: &[u8]| !piece.iter().fold(false, |any, byte| any | doubtful(byte));
    let mut pieces = text.as_bytes().chunks_exact(64);
    has_none(pieces.remainder()) && pieces.all(has_none)
}

/// The first hidden character of a decoded scalar.
pub(super) fn first_hidden(text: &str) -> Option<char> {
    if is_plain(text) {
        return None;
    }
    text.chars().find(|character| is_hidden(*character))
}

/// Where the escape for `hidden` stands in a double-quoted text as written.
pub(super) fn escape_of(written: &str, hidden: char) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(ahead) = written.get(from..)?.find('\\') {
        let start = from + ahead;
        let letter = written[start + 1..].chars().next()?;
        let digits = start + 2..start + 2 + hex_digits(letter);
        let stands_for = match letter {
            'x' | 'u' | 'U' => {
                let number = u32::from_str_radix(written.get(digits.clone())?, 16).ok()?;
                char::from_u32(number)
            }
            '0' => Some('\0'),
            'a' => Some('\u{7}'),
            'b' => Some('\u{8}'),
            'v' => Some('\u{b}'),
            'f' => Some('\u{c}'),
            'r' => Some('\r'),
            'e' => Some('\u{1b}'),
            'N' => Some('\u{85}'),
            'L' => Some('\u{2028}'),
            'P' => Some('\u{2029}'),
            _ => None,
        };
        if stands_for == Some(hidden) {
            return Some(start..digits.end);
        }
        from = start + 1 + letter.len_utf8();
    }
    None
}

/// How many hexadecimal digits follow the letter of an escape.
pub(super) fn hex_digits(letter: char) -> usize {
    match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    }
}

/// The first hidden character of a source, where CR LF is one line break.
fn first_hidden_raw(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let doubtful = |byte: u8| !(b' '..=b'~').contains(&byte) && !matches!(byte, b'\n' | b'\t');
    while let Some(ahead) = bytes[at..].iter().position(|byte| doubtful(*byte)) {
        at += ahead;
        let character = text[at..].chars().next()?;
        let carriage_return = character == '\r' && bytes.get(at + 1) == Some(&b'\n');
        if is_hidden(character) && !carriage_return {
            return Some((at, character));
        }
        at += character.len_utf8();
    }
    None
}

/// Whether a reader does not see a character, or sees others differently.
pub(crate) fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{fdd0}'..='\u{fdef}' => true,
        _ => character.is_control() || u32::from(character) & 0xfffe == 0xfffe,
    }
}

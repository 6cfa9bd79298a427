//! String literals of TypeScript and Python, and what is written to terminals:
//! a reader of escapes that takes nothing raw that could end a line, steer or
//! hide.

use crate::oracle::token::hides;

/// A language's escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escapes {
    /// ECMAScript: `\u` and four digits, which are a unit of UTF-16.
    Script,
    /// Python: `\U` and eight digits, which are a character.
    Python,
}

/// The text that the body of a literal in double quotes stands for.
///
/// # Panics
///
/// If it ends early, or holds anything raw that hides, or an escape that is not
/// one of those that every version of the language reads alike.
pub(super) fn decoded(body: &str, escapes: Escapes) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut characters = body.chars();
    let mut unit = [0; 2];
    while let Some(character) = characters.next() {
        assert!(!hides(character), "{character:?} is raw in {body:?}");
        assert!(
            !matches!(character, '"' | '\n' | '\t'),
            "{body:?} ends early"
        );
        if character != '\\' {
            units.extend_from_slice(character.encode_utf16(&mut unit));
            continue;
        }
        let escaped = match (characters.next(), escapes) {
            (Some(it @ ('"' | '\\')), _) => it,
            (Some('n'), _) => '\n',
            (Some('t'), _) => '\t',
            (Some('r'), Escapes::Script) => '\r',
            (Some('b'), Escapes::Script) => '\u{8}',
            (Some('f'), Escapes::Script) => '\u{c}',
            (Some('u'), Escapes::Script) => {
                let number = number(&mut characters, 4);
                units.push(u16::try_from(number).expect("four digits"));
                continue;
            }
            (Some('U'), Escapes::Python) => {
                let number = number(&mut characters, 8);
                char::from_u32(number).expect("a character")
            }
            (other, _) => panic!("{other:?} is escaped in {body:?}"),
        };
        units.extend_from_slice(escaped.encode_utf16(&mut unit));
    }
    String::from_utf16(&units).expect("whole characters")
}

fn number(characters: &mut std::str::Chars<'_>, digits: usize) -> u32 {
    let digits: String = characters.by_ref().take(digits).collect();
    u32::from_str_radix(&digits, 16).expect("hexadecimal digits")
}

/// The body of a literal in double quotes.
pub(super) fn body(literal: &str) -> &str {
    let body = literal
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'));
    body.unwrap_or_else(|| panic!("{literal:?} has no quotes"))
}

/// Holds if `written` shows `text`: each character as itself, or spelt out.
pub(super) fn shows(written: &str, text: &str) {
    assert!(!written.contains(hides), "{written:?} of {text:?}");
    let mut rest = written;
    for character in text.chars() {
        rest = match rest.strip_prefix(character) {
            Some(after) => after,
            None => spelt(rest, character)
                .unwrap_or_else(|| panic!("{written:?} has no {character:?} of {text:?}")),
        };
    }
    assert_eq!(rest, "", "{written:?} of {text:?}");
}

/// What follows a character that is spelt out.
fn spelt(text: &str, character: char) -> Option<&str> {
    let rest = text.strip_prefix('\\')?;
    match character {
        '\n' => rest.strip_prefix('n'),
        '\r' => rest.strip_prefix('r'),
        '\t' => rest.strip_prefix('t'),
        _ => {
            let (digits, after) = rest.strip_prefix("u{")?.split_once('}')?;
            let number = u32::from_str_radix(digits, 16).ok()?;
            (number == u32::from(character)).then_some(after)
        }
    }
}

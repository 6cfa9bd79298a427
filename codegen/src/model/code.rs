//! Codes, and the names and identifiers made of them.

use std::borrow::Cow;
use std::fmt;

use super::life::words;

/// What codes are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeType {
    /// Text.
    String,
    /// Whole numbers, canonical decimal.
    Integer,
}

/// What stands on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Exactly this text.
    Text(String),
    /// Exactly this number.
    Integer(i64),
    /// Text with a variable part.
    Pattern(Box<Pattern>),
}

/// A code with variable parts, like `SLOW_DOWN_{seconds}`: literal texts with
/// the name of a detail between each two of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern {
    pub(crate) literals: Vec<String>,
    pub(crate) details: Vec<String>,
}

/// A symbolic name in any case: what identifiers are made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub(crate) Box<str>);

/// An identifier in `UpperCamelCase`: ASCII letters and digits, a letter
/// first, and no reserved word of Rust.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(crate) Box<str>);

words! {
    CodeType { String = "string", Integer = "integer" }
}

impl CodeType {
    /// The code that a text is in a catalog with codes of this type, if it is one.
    pub(crate) fn code(self, text: &str) -> Option<Code> {
        match self {
            Self::String => Code::of_text(Cow::Borrowed(text)),
            Self::Integer => Code::integer(text),
        }
    }

    /// Whether a text is a code of this type.
    pub(crate) fn has(self, text: &str) -> bool {
        self == Self::String && is_word(text) || self.code(text).is_some()
    }
}

impl Code {
    /// A code of text; `None` if it is empty, holds a control character or a
    /// brace that opens no variable part.
    #[must_use]
    pub fn text(text: String) -> Option<Self> {
        Self::of_text(Cow::Owned(text))
    }

    /// The same, of a text that may be borrowed.
    pub(crate) fn of_text(text: Cow<'_, str>) -> Option<Self> {
        if is_word(&text) {
            return Some(Self::Text(text.into_owned()));
        }
        if text.trim().is_empty() || text.trim() != text || text.contains(char::is_control) {
            return None;
        }
        if text.contains(['{', '}']) {
            return Pattern::new(&text).map(|it| Self::Pattern(Box::new(it)));
        }
        Some(Self::Text(text.into_owned()))
    }

    /// A code of a whole number in canonical decimal: no plus, no leading zero.
    #[must_use]
    pub fn integer(text: &str) -> Option<Self> {
        let number = text.parse().ok().filter(|_| is_canonical(text));
        number.map(Self::Integer)
    }

    /// The code as it is written: what it displays as, without a copy of what
    /// is text already.
    pub(crate) fn spelt(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(_) | Self::Pattern(_) => Cow::Owned(self.to_string()),
        }
    }
}

/// Whether a text that is a whole number is written as one is printed: without a
/// plus and without a zero before other digits.
pub(crate) fn is_canonical(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'0'] | [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..]
    )
}

/// Whether a code has no character but visible ASCII and no variable part, as
/// nearly all: then it has its form.
fn is_word(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'{' | b'}');
    !text.is_empty() && text.bytes().all(fits)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Pattern(pattern) => write!(f, "{pattern}"),
        }
    }
}

impl Pattern {
    fn new(text: &str) -> Option<Self> {
        let (mut literals, mut details) = (Vec::new(), Vec::new());
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let (detail, after) = after.split_once('}')?;
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            if detail.is_empty() || !detail.bytes().all(is_word) || literal.contains('}') {
                return None;
            }
            literals.push(literal.to_owned());
            details.push(detail.to_owned());
            rest = after;
        }
        literals.push(rest.to_owned());
        let has_text = literals.iter().any(|literal| !literal.is_empty());
        let mut between = literals
            .iter()
            .skip(1)
            .take(details.len().saturating_sub(1));
        let apart = between.all(|literal| !literal.is_empty());
        (!details.is_empty() && has_text && apart && !rest.contains('}'))
            .then_some(Self { literals, details })
    }

    /// The texts around the variable parts, first and last included.
    #[must_use]
    pub fn literals(&self) -> &[String] {
        &self.literals
    }

    /// The names of the details that fill the variable parts.
    #[must_use]
    pub fn details(&self) -> &[String] {
        &self.details
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.literals[0])?;
        for (detail, literal) in self.details.iter().zip(&self.literals[1..]) {
            write!(f, "{{{detail}}}{literal}")?;
        }
        Ok(())
    }
}

impl Name {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ident {
    /// The identifier's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_code_prints_as_written() {
        let code = Code::text("SLOW_DOWN_{seconds}".to_owned()).expect("a pattern");
        assert!(matches!(&code, Code::Pattern(pattern) if pattern.details == ["seconds"]));
        assert_eq!(code.to_string(), "SLOW_DOWN_{seconds}");
    }

    #[test]
    fn braces_that_open_no_variable_part_are_refused() {
        for bad in ["A_{", "A_}", "{}", "{x}", "A{x}{y}", "A_{x y}", "A}{x}", ""] {
            assert!(Code::text(bad.to_owned()).is_none(), "{bad}");
        }
    }

    #[test]
    fn canonical_is_what_is_printed() {
        for text in ["0", "7", "-7", "10", "-10", "007", "+1", "-0", "-01", "00"] {
            let number: i64 = text.parse().expect("a number");
            assert_eq!(is_canonical(text), number.to_string() == text, "{text}");
        }
    }

    #[test]
    fn integer_codes_are_canonical_decimal() {
        assert_eq!(Code::integer("-32601"), Some(Code::Integer(-32601)));
        for bad in ["007", "+1", "1.0", "0x1F", "", "99999999999999999999"] {
            assert!(Code::integer(bad).is_none(), "{bad}");
        }
    }
}

//! Messages: one line of plain text with placeholders.

use super::{Span, Text};

/// One line of plain text, in which `{x}` stands for a declared detail.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Message {
    /// The template as written.
    pub text: Text,
    /// Whether the catalog gives it; else it is the code in words.
    pub given: bool,
    /// Where it is written; where the code is, if it is not given.
    pub span: Span,
    /// Where each of its first placeholders is written.
    pub(crate) placeholders: Vec<Span>,
}

/// A piece of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it is.
    Literal(&'a str),
    /// The value of the detail of this name.
    Placeholder(&'a str),
    /// A brace that opens or closes nothing; `lower` refuses it.
    LoneBrace(&'a str),
}

impl Message {
    /// The pieces in order; joined they are the template.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        pieces(self.text.as_str())
    }
}

/// Splits a template at its placeholders.
pub(crate) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let brace = rest.bytes().position(|byte| matches!(byte, b'{' | b'}'));
        let (piece, length) = match brace {
            None if rest.is_empty() => return None,
            None => (Piece::Literal(rest), rest.len()),
            Some(0) => match placeholder(rest) {
                Some(name) => (Piece::Placeholder(name), name.len() + 2),
                None => (Piece::LoneBrace(&rest[..1]), 1),
            },
            Some(at) => (Piece::Literal(&rest[..at]), at),
        };
        rest = &rest[length..];
        Some(piece)
    })
}

/// The name in `{name}` at the start of `text`.
fn placeholder(text: &str) -> Option<&str> {
    let name = &text.strip_prefix('{')?[..text.find('}')?.checked_sub(1)?];
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    (!name.is_empty() && name.bytes().all(is_word)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Piece::*, pieces};

    #[test]
    fn a_template_splits_at_its_placeholders() {
        let split: Vec<_> = pieces("No {id} in {the place}, {}").collect();
        let literals = [
            Literal("No "),
            Placeholder("id"),
            Literal(" in "),
            LoneBrace("{"),
            Literal("the place"),
            LoneBrace("}"),
            Literal(", "),
            LoneBrace("{"),
            LoneBrace("}"),
        ];
        assert_eq!(split, literals);
    }
}

//! The short way, for most texts: no Markdown parser is started for one line of
//! words with little syntax in it.

use super::Inline;

/// Characters that can begin Markdown syntax, but for code spans. List markers
/// count only at a line's start.
const SYNTAX: [bool; 256] = crate::characters::table(b"\n\t\\*_[<&!#~>=");

/// The text, if it is one line of plain text, code spans and simple emphasis.
pub(super) fn parse(text: &str) -> Option<Vec<Inline>> {
    let first = text.as_bytes().first().copied()?;
    let begins = first.is_ascii_alphabetic() || first >= 0x80;
    if !begins || text.ends_with(' ') {
        return None;
    }
    let is_mark = |byte: &u8| matches!(byte, b'`' | b'*');
    let marks = text.as_bytes().iter().filter(|byte| is_mark(byte)).count();
    let mut inlines = Vec::with_capacity(1 + marks);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('`') {
        let (code, behind) = behind.split_once('`')?;
        // Runs of backticks, and blanks inside them, have rules of their own.
        let edge = |byte: Option<&u8>| matches!(byte, None | Some(b' '));
        let bytes = code.as_bytes();
        let runs_on = behind.starts_with('`');
        if runs_on || edge(bytes.first()) || edge(bytes.last()) || code.contains(['\n', '\t']) {
            return None;
        }
        plain_text(before, &mut inlines)?;
        inlines.push(Inline::Code(code.to_owned()));
        rest = behind;
    }
    plain_text(rest, &mut inlines)?;
    Some(inlines)
}

/// Text without syntax, but for emphasis.
fn plain_text(text: &str, inlines: &mut Vec<Inline>) -> Option<()> {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| SYNTAX[usize::from(byte)]) {
        let (before, inner, behind) = emphasis(rest, at)?;
        inlines.push(Inline::Text(before.to_owned()));
        inlines.push(Inline::Emphasis(vec![Inline::Text(inner.to_owned())]));
        rest = behind;
    }
    if !rest.is_empty() {
        inlines.push(Inline::Text(rest.to_owned()));
    }
    Some(())
}

/// What stands before, in and behind the emphasis at `at`, if that is sure: its
/// stars have a word on one side, and on the other a blank or a mark.
fn emphasis(text: &str, at: usize) -> Option<(&str, &str, &str)> {
    let (before, rest) = (&text[..at], text[at..].strip_prefix('*')?);
    let end = rest
        .bytes()
        .position(|byte| SYNTAX[usize::from(byte)])
        .filter(|end| rest[*end..].starts_with('*'))?;
    let (inner, behind) = (&rest[..end], &rest[end + 1..]);
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let ends = |byte: &u8| matches!(byte, b' ' | b'.' | b',' | b';' | b':' | b'?');
    let is_sure = before.ends_with(' ')
        && is_word(inner.as_bytes().first())
        && is_word(inner.as_bytes().last())
        && behind.as_bytes().first().is_some_and(ends);
    is_sure.then_some((before, inner, behind))
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::prose::{Block, Blocks, Prose, build};

    #[test]
    fn the_short_way_is_right_wherever_it_is_taken() {
        let pieces = [
            "a",
            "b c",
            " ",
            "`",
            "`x`",
            "`a_b *c*`",
            " *d*",
            " *e f*. ",
            ", *g",
            "h*; ",
            "``",
            "``` ",
            "é",
            "\n",
            "*",
            "1.",
            "- ",
            "|",
            "$",
            "]",
            ")",
            "\u{a0}",
            "\\",
            "<b>",
            "&amp;",
        ];
        let mut taken = 0;
        let mut state = 1_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..=(state >> 60) % 7 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                let at = usize::try_from(state >> 33).expect("31 bits");
                text.push_str(pieces[at % pieces.len()]);
            }
            if let Some(inlines) = parse(&text) {
                taken += 1;
                let blocks = Blocks::One(Block::Paragraph(inlines));
                let whole = build::build(&text, &mut |problem, _| panic!("{text:?}: {problem:?}"));
                assert_eq!(Prose { blocks }, whole, "{text:?}");
            }
        }
        assert!(taken > 1_000, "{taken}");
    }
}

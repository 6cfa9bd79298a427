//! Prose: Markdown text of a catalog, parsed once.
//!
//! The dialect: paragraphs, lists, code spans, emphasis, links to `http` and
//! `https`, fenced code with a language. `lower` calls [`parse`] and reports
//! what lies outside it; backends print the tree. No backend sees Markdown
//! text, so no backend can misprint it.

mod build;

use std::ops::Range;

pub(crate) use crate::model::Url;

/// Text of the Markdown dialect.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose {
    pub(crate) blocks: Vec<Block>,
}

/// A part of prose that begins on a line of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list: bullets, or numbers from `start`.
    List {
        /// The first number; `None` for bullets.
        start: Option<u64>,
        /// The items, each with blocks of its own.
        items: Vec<Vec<Block>>,
    },
    /// Code or data, with its line breaks.
    Code {
        /// The language, like `json`.
        language: String,
        /// The code.
        text: String,
    },
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text as it is.
    Text(String),
    /// A code span.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        url: Url,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A line break that the author asked for.
    Break,
}

/// What edition 1 has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Html,
    Heading,
    IndentedCode,
    FenceWithoutLanguage,
    ReferenceLink,
    LinkTarget,
    Image,
    Quote,
    Rule,
    TooDeep,
    /// A character reference for what a reader can't see.
    Hidden,
}

/// Characters that can begin Markdown syntax; text without them is one
/// paragraph of plain text. List markers count only at a line's start.
const SYNTAX: &[char] = &[
    '\n', '\t', '\\', '`', '*', '_', '[', '<', '&', '!', '#', '~', '>', '=',
];

/// Parses `text`; `problem` hears of each part outside the dialect, with its
/// place in `text`.
pub(crate) fn parse(text: &str, problem: impl FnMut(Problem, Range<usize>)) -> Prose {
    let first = text.as_bytes().first().copied().unwrap_or(b'-');
    let plain_start = first.is_ascii_alphabetic() || first >= 0x80;
    if plain_start && !text.contains(SYNTAX) && !text.ends_with(' ') {
        return Prose {
            blocks: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
        };
    }
    build::build(text, problem)
}

impl Prose {
    /// One paragraph of plain text.
    pub(crate) fn plain(text: &str) -> Self {
        Self {
            blocks: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
        }
    }

    /// The blocks in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The text alone, without any markup, in one line: for search and for
    /// comparing wordings.
    #[must_use]
    pub fn to_plain_text(&self) -> String {
        let mut words = String::new();
        plain_blocks(&self.blocks, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn plain_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => plain_inlines(inlines, out),
            Block::List { items, .. } => items.iter().for_each(|item| plain_blocks(item, out)),
            Block::Code { text, .. } => out.push_str(text),
        }
        out.push(' ');
    }
}

fn plain_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                plain_inlines(inner, out);
            }
            Inline::Break => out.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(Problem, &str)> {
        let mut found = Vec::new();
        parse(text, |problem, range| {
            found.push((problem, text[range].trim_end()));
        });
        found
    }

    #[test]
    fn plain_text_takes_the_short_way_to_the_same_tree() {
        for text in [
            "The key is valid: no more than 20 a day (per account).",
            "Größe, 100%",
        ] {
            assert_eq!(parse(text, |_, _| ()), build::build(text, |_, _| ()));
            assert_eq!(parse(text, |_, _| ()), Prose::plain(text));
        }
    }

    #[test]
    fn the_dialect_is_a_tree() {
        let prose = parse(
            "See `a b` and **not** *this*\n[page](https://a.example).\n\n1. one\n2. two\n\n```json\n{}\n```\n",
            |problem, _| panic!("{problem:?}"),
        );
        assert_eq!(
            prose.to_plain_text(),
            "See a b and not this page. one two {}"
        );
        assert!(
            matches!(&prose.blocks[1], Block::List { start: Some(1), items } if items.len() == 2)
        );
        assert!(
            matches!(&prose.blocks[2], Block::Code { language, text } if language == "json" && text == "{}\n")
        );
    }

    #[test]
    fn what_lies_outside_the_dialect_is_found_at_its_place() {
        assert_eq!(
            problems("a <b>c</b>"),
            [(Problem::Html, "<b>"), (Problem::Html, "</b>")]
        );
        assert_eq!(
            problems("<script>x</script>"),
            [(Problem::Html, "<script>x</script>")]
        );
        assert_eq!(problems("# Big"), [(Problem::Heading, "# Big")]);
        assert_eq!(problems("a\n\n    code"), [(Problem::IndentedCode, "code")]);
        assert_eq!(
            problems("```\ncode\n```"),
            [(Problem::FenceWithoutLanguage, "```\ncode\n```")]
        );
        assert_eq!(
            problems("[a][b]\n\n[b]: https://c.example"),
            [(Problem::ReferenceLink, "[a][b]")]
        );
        assert_eq!(
            problems("[a](javascript:b)"),
            [(Problem::LinkTarget, "[a](javascript:b)")]
        );
        assert_eq!(
            problems("![a](https://b.example)"),
            [(Problem::Image, "![a](https://b.example)")]
        );
        assert_eq!(problems("> a"), [(Problem::Quote, "> a")]);
        assert_eq!(problems("a\n\n***"), [(Problem::Rule, "***")]);
    }

    #[test]
    fn deep_nesting_is_refused_before_it_costs_a_stack() {
        let text = "+ ".repeat(20_000);
        let found = problems(&text);
        assert!(
            found
                .iter()
                .any(|(problem, _)| *problem == Problem::TooDeep)
        );
    }
}

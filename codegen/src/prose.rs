//! Prose: Markdown text of a catalog, parsed once.
//!
//! The dialect: paragraphs, lists, code spans, emphasis, links to `http` and
//! `https`, fenced code with a language. `lower` calls [`parse`] and reports
//! what lies outside it; backends print the tree. No backend sees Markdown
//! text, so no backend can misprint it.

mod blocks;
mod build;
mod plain;
mod trim;

use std::ops::{ControlFlow, Range};

pub(crate) use self::blocks::Blocks;
pub(crate) use crate::model::Url;

/// Text of the Markdown dialect.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose {
    pub(crate) blocks: Blocks,
}

/// A part of prose that begins on a line of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(Box<List>),
    /// Code or data.
    Code(Box<CodeBlock>),
}

/// A list: bullets, or numbers from `start`.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The first number; `None` for bullets.
    pub start: Option<u64>,
    /// The items, each with blocks of its own.
    pub items: Vec<Vec<Block>>,
}

/// Code or data, with its line breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeBlock {
    /// The language, like `json`.
    pub language: String,
    /// The code.
    pub text: String,
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
    Link(Box<Link>),
    /// A line break that the author asked for.
    Break,
}

/// A link in a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub url: Url,
    /// What it says.
    pub text: Vec<Inline>,
}

/// What edition 1 has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Html,
    Heading,
    IndentedCode,
    FenceWithoutLanguage,
    ReferenceLink,
    /// The address of reference links, which no reader sees.
    Definition,
    LinkTarget,
    /// What a browser shows where the mouse rests, and nothing else does.
    LinkTitle,
    Image,
    Quote,
    Rule,
    /// An item of a list with nothing in it, like a lone `*`.
    EmptyItem,
    TooDeep,
    /// A character reference for what a reader can't see.
    Hidden,
}

/// Parses `text`; `problem` hears of each part outside the dialect, with its
/// place in `text`.
pub(crate) fn parse(text: &str, mut problem: impl FnMut(Problem, Range<usize>)) -> Prose {
    match plain::parse(text) {
        Some(inlines) => Prose {
            blocks: Blocks::One(Block::Paragraph(inlines)),
        },
        None => build::build(text, &mut problem),
    }
}

impl Prose {
    /// One paragraph of plain text.
    pub(crate) fn plain(text: &str) -> Self {
        Self {
            blocks: Blocks::One(Block::Paragraph(vec![Inline::Text(text.to_owned())])),
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
        let _ = self.try_for_each_text(&mut |text| {
            words.push_str(text);
            ControlFlow::Continue(())
        });
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Hands each text and code to `take`, in order, until it breaks off; a
    /// space stands for what parts two blocks or lines.
    pub(crate) fn try_for_each_text(
        &self,
        take: &mut impl FnMut(&str) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        texts_of(&self.blocks, take)
    }
}

fn texts_of(blocks: &[Block], take: &mut impl FnMut(&str) -> ControlFlow<()>) -> ControlFlow<()> {
    blocks.iter().try_for_each(|block| {
        match block {
            Block::Paragraph(inlines) => texts_in(inlines, take),
            Block::List(list) => list.items.iter().try_for_each(|item| texts_of(item, take)),
            Block::Code(code) => take(&code.text),
        }?;
        take(" ")
    })
}

fn texts_in(inlines: &[Inline], take: &mut impl FnMut(&str) -> ControlFlow<()>) -> ControlFlow<()> {
    inlines.iter().try_for_each(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => take(text),
        Inline::Emphasis(inner) | Inline::Strong(inner) => texts_in(inner, take),
        Inline::Link(link) => texts_in(&link.text, take),
        Inline::Break => take(" "),
    })
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
            assert_eq!(parse(text, |_, _| ()), build::build(text, &mut |_, _| ()));
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
            matches!(&prose.blocks[1], Block::List(list) if list.start == Some(1) && list.items.len() == 2)
        );
        assert!(
            matches!(&prose.blocks[2], Block::Code(code) if code.language == "json" && code.text == "{}\n")
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
            problems("```é\ncode\n```"),
            [(Problem::FenceWithoutLanguage, "```é\ncode\n```")]
        );
        assert_eq!(
            problems("[a][b]\n\n[b]: https://c.example"),
            [(Problem::ReferenceLink, "[a][b]")]
        );
        assert_eq!(
            problems("a\n\n[b]: https://c.example\n[d]: e"),
            [
                (Problem::Definition, "[b]: https://c.example"),
                (Problem::Definition, "[d]: e")
            ]
        );
        assert_eq!(
            problems("[a](https://b.example \"c\")"),
            [(Problem::LinkTitle, "[a](https://b.example \"c\")")]
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
        assert_eq!(problems("*"), [(Problem::EmptyItem, "*")]);
        assert_eq!(problems("- a\n-\n- b"), [(Problem::EmptyItem, "-")]);
        assert_eq!(problems("1."), [(Problem::EmptyItem, "1.")]);
        assert_eq!(problems("- ***"), [(Problem::Rule, "***")]);
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

//! Events of the Markdown parser to the tree.

use std::mem::discriminant;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use super::trim::says_something;
use super::{Block, CodeBlock, Inline, Link, List, Problem, Prose};
use crate::model::Url;

/// Deepest nesting of lists and emphasis: more is no error text.
const DEPTH_LIMIT: usize = 12;

/// A part whose end has not come yet.
enum Open {
    Blocks,
    Item(Vec<Block>),
    List(Option<u64>, Vec<Vec<Block>>),
    Code(String, String),
    Inlines(Wrap, Vec<Inline>),
}

/// What a run of inlines becomes when it ends.
enum Wrap {
    Paragraph,
    Emphasis,
    Strong,
    Link(Url),
    /// The part was refused, or says nothing; its text is kept.
    Nothing,
}

pub(super) fn build(text: &str, problem: &mut dyn FnMut(Problem, Range<usize>)) -> Prose {
    let mut builder = Builder {
        open: Vec::new(),
        blocks: Vec::new(),
    };
    let parser = Parser::new(text);
    let definitions = parser.reference_definitions().iter();
    let mut definitions: Vec<_> = definitions.map(|(_, it)| it.span.clone()).collect();
    definitions.sort_by_key(|range| range.start);
    let mut at_item = false;
    for (event, range) in parser.into_offset_iter() {
        let begins = std::mem::replace(&mut at_item, matches!(event, Event::Start(Tag::Item)));
        if let Event::Text(text) | Event::Code(text) = &event
            && crate::yaml::hidden_in(text)
        {
            problem(Problem::Hidden, range);
            continue;
        }
        let found = match event {
            Event::Start(_) if builder.open.len() > DEPTH_LIMIT => {
                problem(Problem::TooDeep, range);
                return Prose {
                    blocks: Vec::new().into(),
                };
            }
            Event::Start(tag) => builder.start(tag),
            Event::End(end) => {
                builder.end(end);
                (begins && end == TagEnd::Item).then_some(Problem::EmptyItem)
            }
            Event::Text(text) => builder.text(&text),
            Event::Code(code) => builder.inline(Inline::Code(blanks(&code))),
            Event::SoftBreak => builder.text(" "),
            Event::HardBreak => builder.inline(Inline::Break),
            Event::Rule => Some(Problem::Rule),
            Event::InlineHtml(_) => Some(Problem::Html),
            // Blocks of HTML were reported at their start.
            _ => None,
        };
        if let Some(found) = found {
            if found == Problem::ReferenceLink {
                definitions.clear();
            }
            problem(found, range);
        }
    }
    // Where no link uses them, nothing else was said.
    for range in definitions {
        problem(Problem::Definition, range);
    }
    Prose {
        blocks: builder.blocks.into(),
    }
}

struct Builder {
    open: Vec<Open>,
    blocks: Vec<Block>,
}

impl Builder {
    fn start(&mut self, tag: Tag<'_>) -> Option<Problem> {
        let (open, problem) = match tag {
            Tag::Paragraph => (Open::Inlines(Wrap::Paragraph, Vec::new()), None),
            Tag::Heading { .. } => (
                Open::Inlines(Wrap::Paragraph, Vec::new()),
                Some(Problem::Heading),
            ),
            Tag::Emphasis => (Open::Inlines(self.once(Wrap::Emphasis), Vec::new()), None),
            Tag::Strong => (Open::Inlines(self.once(Wrap::Strong), Vec::new()), None),
            Tag::List(start) => (Open::List(start, Vec::new()), None),
            Tag::Item => (Open::Item(Vec::new()), None),
            Tag::CodeBlock(kind) => code_block(&kind),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => match link(link_type, &dest_url) {
                (open, None) if !title.is_empty() => (open, Some(Problem::LinkTitle)),
                link => link,
            },
            Tag::Image { .. } => (
                Open::Inlines(Wrap::Nothing, Vec::new()),
                Some(Problem::Image),
            ),
            Tag::BlockQuote(_) => (Open::Blocks, Some(Problem::Quote)),
            Tag::HtmlBlock => (Open::Blocks, Some(Problem::Html)),
            _ => (Open::Blocks, None),
        };
        self.open.push(open);
        problem
    }

    fn end(&mut self, _: TagEnd) {
        match self.open.pop() {
            Some(Open::Item(mut blocks)) => {
                // Paragraphs of a tight list have no end of their own.
                blocks.retain_mut(|block| match block {
                    Block::Paragraph(inlines) => says_something(inlines),
                    Block::List(_) | Block::Code(_) => true,
                });
                if let Some(Open::List(_, items)) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            Some(Open::List(start, items)) => {
                self.block(Block::List(Box::new(List { start, items })));
            }
            Some(Open::Code(language, text)) => {
                self.block(Block::Code(Box::new(CodeBlock { language, text })));
            }
            Some(Open::Inlines(wrap, mut inlines)) => match wrap {
                Wrap::Paragraph => {
                    if says_something(&mut inlines) {
                        self.block(Block::Paragraph(inlines));
                    }
                }
                Wrap::Emphasis => drop(self.inline(Inline::Emphasis(inlines))),
                Wrap::Strong => drop(self.inline(Inline::Strong(inlines))),
                Wrap::Link(url) => {
                    let text = inlines;
                    self.inline(Inline::Link(Box::new(Link { url, text })));
                }
                Wrap::Nothing => inlines.into_iter().for_each(|inline| {
                    self.inline(inline);
                }),
            },
            Some(Open::Blocks) | None => {}
        }
    }

    fn text(&mut self, text: &str) -> Option<Problem> {
        if let Some(Open::Code(_, code)) = self.open.last_mut() {
            code.push_str(text);
            return None;
        }
        self.inline(Inline::Text(blanks(text)))
    }

    fn inline(&mut self, inline: Inline) -> Option<Problem> {
        join(self.inlines(), inline);
        None
    }

    /// Emphasis; nothing within emphasis of that kind, which shows no more.
    fn once(&self, wrap: Wrap) -> Wrap {
        let is_open = self.open.iter().any(
            |open| matches!(open, Open::Inlines(it, _) if discriminant(it) == discriminant(&wrap)),
        );
        if is_open { Wrap::Nothing } else { wrap }
    }

    /// The run of inlines that is open; in a tight list an item holds them
    /// without a paragraph of their own.
    fn inlines(&mut self) -> &mut Vec<Inline> {
        let blocks = match self.open.last() {
            Some(Open::Inlines(..)) => {
                let Some(Open::Inlines(_, inlines)) = self.open.last_mut() else {
                    unreachable!()
                };
                return inlines;
            }
            _ => self.open_blocks(),
        };
        if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
            blocks.push(Block::Paragraph(Vec::new()));
        }
        match blocks.last_mut() {
            Some(Block::Paragraph(inlines)) => inlines,
            _ => unreachable!("a paragraph was pushed just now"),
        }
    }

    fn block(&mut self, block: Block) {
        self.open_blocks().push(block);
    }

    fn open_blocks(&mut self) -> &mut Vec<Block> {
        let item = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Item(blocks) => Some(blocks),
            _ => None,
        });
        item.unwrap_or(&mut self.blocks)
    }
}

/// The text with a blank for each tab, and for the line break that `&#10;` stands
/// for: a reader sees no more of them.
fn blanks(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// Puts `inline` behind others: but for links, it becomes one with what is of its
/// kind, as both look. Marks of a kind side by side would be read as one anyway.
fn join(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (Some(Inline::Text(before)), Inline::Text(text))
        | (Some(Inline::Code(before)), Inline::Code(text)) => before.push_str(&text),
        (Some(Inline::Emphasis(before)), Inline::Emphasis(inner))
        | (Some(Inline::Strong(before)), Inline::Strong(inner)) => {
            for inline in inner {
                join(before, inline);
            }
        }
        (_, inline) => inlines.push(inline),
    }
}

fn code_block(kind: &CodeBlockKind<'_>) -> (Open, Option<Problem>) {
    let (language, problem) = match kind {
        CodeBlockKind::Indented => (String::new(), Some(Problem::IndentedCode)),
        CodeBlockKind::Fenced(info) => {
            let language = info.split([' ', ',']).next().unwrap_or_default();
            // What is no letter or digit is not printed, and marks alone name none.
            let is_named = language.contains(|it: char| it.is_ascii_alphanumeric());
            let missing = (!is_named).then_some(Problem::FenceWithoutLanguage);
            (language.to_owned(), missing)
        }
    };
    (Open::Code(language, String::new()), problem)
}

fn link(kind: LinkType, target: &str) -> (Open, Option<Problem>) {
    let inlines = |wrap| Open::Inlines(wrap, Vec::new());
    match (kind, Url::new(target)) {
        (LinkType::Inline | LinkType::Autolink, Some(url)) => (inlines(Wrap::Link(url)), None),
        (LinkType::Inline | LinkType::Autolink | LinkType::Email, _) => {
            (inlines(Wrap::Nothing), Some(Problem::LinkTarget))
        }
        _ => (inlines(Wrap::Nothing), Some(Problem::ReferenceLink)),
    }
}

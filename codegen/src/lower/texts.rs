//! Texts with a form inside: Markdown, and messages with placeholders.

use std::ops::ControlFlow;

use super::Lower;
use super::scalars::{scalar, trim_end};
use crate::lint::{bad_value, markdown_dialect, unknown_placeholder};
use crate::model::{Detail, Message, Piece, Prose};
use crate::prose::{self, Problem};
use crate::source::Spanned;
use crate::syntax::Fields;
use crate::yaml::Node;

/// Most findings in one text: each is looked for in all of it.
const MOST: usize = 20;

impl Lower<'_> {
    /// Markdown text.
    pub(super) fn prose(&mut self, fields: &mut Fields, key: &str) -> Option<Prose> {
        self.prose_at(fields, key).map(|it| it.value)
    }

    /// Markdown text and its place.
    pub(super) fn prose_at(&mut self, fields: &mut Fields, key: &str) -> Option<Spanned<Prose>> {
        let node = fields.take(key)?;
        self.prose_in(node)
    }

    /// A list of Markdown texts.
    pub(super) fn prose_list(&mut self, fields: &mut Fields, key: &str) -> Vec<Spanned<Prose>> {
        let nodes = fields.nodes(key).unwrap_or_default();
        nodes
            .into_iter()
            .filter_map(|node| self.prose_in(node))
            .collect()
    }

    fn prose_in(&mut self, node: Node) -> Option<Spanned<Prose>> {
        let Spanned { value, span } = scalar(node)?;
        let text = trim_end(value);
        let (source, report) = (self.source, &mut *self.report);
        let mut in_html = false;
        let before = report.len();
        let most = before + MOST;
        let value = prose::parse(&text, |problem, range| {
            if report.len() == most {
                return;
            }
            let (before, written) = text.split_at(range.start);
            let written = &written[..range.len()];
            // A closing tag belongs to the opening one, which was reported.
            if problem == Problem::Html && in_html && written.starts_with("</") {
                return;
            }
            in_html |= problem == Problem::Html;
            let line = written.lines().next().unwrap_or_default().trim_end();
            let nth = before.matches(line).count();
            markdown_dialect::raise(report, span.narrow_nth(source, line, nth), problem);
        });
        // `&#10;` and an empty block of code are no text either.
        if says_nothing(&value) && self.report.len() == before {
            bad_value::blank(self.report, span);
        }
        Some(Spanned { value, span })
    }

    /// A template whose placeholders name `details`, if those are known.
    pub(super) fn message(
        &mut self,
        fields: &mut Fields,
        key: &str,
        details: Option<&[Detail]>,
    ) -> Option<Message> {
        let Spanned { value: text, span } = self.line_at(fields, key)?;
        let mut message = Message {
            text,
            given: true,
            span,
            placeholders: Vec::new(),
        };
        let mut placeholders = Vec::new();
        let (mut at, mut closed) = (0, 0);
        let most = self.report.len() + MOST;
        for piece in message.pieces() {
            if self.report.len() == most {
                break;
            }
            let (before, rest) = message.text.as_str().split_at(at);
            let written = &rest[..length(piece)];
            at += written.len();
            let place =
                |part: &str| span.narrow_nth(self.source, part, before.matches(part).count());
            if at <= closed {
                continue;
            }
            if let Some(name) = doubled(rest) {
                let part = &rest[..name.len() + 4];
                closed = before.len() + part.len();
                unknown_placeholder::doubled(self.report, place(part), name);
                continue;
            }
            match piece {
                Piece::LoneBrace("{") => {
                    let end = rest[1..].find(['{', '}']).map(|end| end + 1);
                    let end = end.filter(|end| rest[*end..].starts_with('}'));
                    closed = end.map_or(closed, |end| at + end);
                    let part = &rest[..end.map_or(1, |end| end + 1)];
                    unknown_placeholder::lone_brace(self.report, place(part), part);
                }
                Piece::LoneBrace(brace) => {
                    unknown_placeholder::lone_brace(self.report, place(brace), brace);
                }
                Piece::Placeholder(name) => {
                    if placeholders.len() < MOST {
                        placeholders.push(place(written));
                    }
                    let known = details.unwrap_or_default().iter();
                    let known = known.map(|detail| detail.name.as_str());
                    if details.is_some() && known.clone().all(|detail| detail != name) {
                        unknown_placeholder::raise(self.report, place(written), name, known);
                    }
                }
                Piece::Literal(_) => {}
            }
        }
        message.placeholders = placeholders;
        Some(message)
    }
}

/// Whether a reader of a text sees nothing.
fn says_nothing(text: &Prose) -> bool {
    let mut look = |part: &str| {
        if part.trim().is_empty() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    text.try_for_each_text(&mut look).is_continue()
}

/// The name in `{{name}}` at the start of a text.
fn doubled(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("{{")?.split_once("}}")?;
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}

/// How many bytes of the template a piece takes.
fn length(piece: Piece<'_>) -> usize {
    match piece {
        Piece::Literal(text) | Piece::LoneBrace(text) => text.len(),
        Piece::Placeholder(name) => name.len() + 2,
    }
}

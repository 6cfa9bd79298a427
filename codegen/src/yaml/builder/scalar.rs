//! Scalars, and those that YAML can read, but not as anyone meant them.

use std::borrow::Cow;

use granit_parser::ScalarStyle;

use super::{Builder, OpenKind};
use crate::limits;
use crate::lint::{cut_by_comment, hidden_character, over_limit};
use crate::source::Span;
use crate::yaml::tree::{Key, Node, Pair, Style, Value};
use crate::yaml::{blanks, characters, comments};

impl<'a> Builder<'a, '_> {
    /// Places a scalar, or what stands in for one that is refused.
    pub(super) fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) {
        let text = if span.start == span.end {
            Cow::Borrowed("")
        } else {
            text
        };
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            _ => Style::Block,
        };
        let refused = text.len() > limits::SCALAR && {
            over_limit::scalar(self.report, span);
            true
        };
        let refused = refused
            || match style {
                Style::Plain => {
                    self.refuses_comment(&text, span) || self.refuses_blank_around(span)
                }
                Style::Quoted => self.refuses_hidden(&text, span),
                Style::Block => false,
            };
        if refused {
            return self.stand_in(span);
        }
        self.place(Node {
            span,
            value: Value::Scalar { text, style },
        });
    }

    /// Reports a comment that stands where plain text goes on, or instead of it.
    fn refuses_comment(&mut self, text: &str, span: Span) -> bool {
        if let Some((key, comment)) = self.comment_instead(text) {
            let written = self.text_at(comment).to_owned();
            cut_by_comment::instead(self.report, comment, &key, &written);
            return true;
        }
        let glued = comments::glued_to(self.text, span);
        if let Some(comment) = glued {
            cut_by_comment::raise(self.report, span, text, comment);
        }
        glued.is_some()
    }

    /// The key that has a comment where its value was meant to be, unless the
    /// value is the author's own affair.
    fn comment_instead(&self, text: &str) -> Option<(Cow<'a, str>, Span)> {
        if !text.is_empty() {
            return None;
        }
        let pending = |open: &super::Open<'a>| match &open.kind {
            OpenKind::Map(Some(Ok(key))) => Some(key.clone()),
            _ => None,
        };
        let is_own = |key: Key<'_>| key.text.starts_with("x-");
        if self.open.iter().filter_map(pending).any(is_own) {
            return None;
        }
        let key = pending(self.open.last()?)?;
        let comment = comments::instead_of_value(self.text, key.span)?;
        Some((key.text, comment))
    }

    /// Reports a blank at an end of plain text that is no space of YAML.
    fn refuses_blank_around(&mut self, span: Span) -> bool {
        let written = self.text_at(span);
        let blank = if self.is_ascii {
            None
        } else {
            blanks::around(written)
        };
        let Some(blank) = blank else { return false };
        let start = span.start as usize + blank.start;
        self.no_space(start, start + blank.len());
        if let Some((key, _)) = written.split_once(':') {
            self.broken_pair(key, span);
        }
        true
    }

    /// Keeps a key whose colon needs a space: it is not missing.
    fn broken_pair(&mut self, text: &'a str, span: Span) {
        if self.expects_key() {
            let value = Value::Broken;
            let text = Cow::Borrowed(text);
            let key = Key { text, span };
            self.pairs.push(Pair {
                key,
                value: Node { span, value },
            });
        }
    }

    /// Reports a hidden character that an escape makes: the text itself shows
    /// all others.
    fn refuses_hidden(&mut self, text: &str, span: Span) -> bool {
        let Some(hidden) = characters::first_hidden(text) else {
            return false;
        };
        let at = characters::escape_of(self.text_at(span), hidden);
        let (at, place) = at.map_or((span, hidden_character::Place::Text), |at| {
            let start = span.start as usize;
            let at = span.within(&(start + at.start..start + at.end));
            (at, hidden_character::Place::Escape)
        });
        hidden_character::escaped(self.report, at, hidden, place);
        true
    }
}

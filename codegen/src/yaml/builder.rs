//! Events to the tree, with a stack and no recursion.
//!
//! [`read`](super::read) hands each event on; what is refused on the way is
//! reported here, each at its place.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, ScalarStyle, ScanError, StructureStyle};

use super::repair::{self, Repair};
use super::tree::{Key, Layout, Node, Pair, Style, Value};
use super::{Origin, blanks, characters, commas, comments, duplicates, fault};
use crate::diag::Report;
use crate::limits;
use crate::lint::{cut_by_comment, hidden_character, over_limit, unsupported_yaml, yaml_syntax};
use crate::mend::Mend;
use crate::source::Span;

/// A list or map whose end has not come yet. What it holds so far stands on the
/// stacks of items and pairs, from `from` on.
struct Open<'a> {
    start: usize,
    layout: Layout,
    from: usize,
    kind: OpenKind<'a>,
}

enum OpenKind<'a> {
    List,
    /// With the key whose value has not come yet.
    Map(Option<Result<Key<'a>, Span>>),
}

/// Builds the tree from events with a stack of its own: no recursion.
pub(super) struct Builder<'a, 'r> {
    origin: Origin,
    text: &'a str,
    is_ascii: bool,
    report: &'r mut Report,
    open: Vec<Open<'a>>,
    items: Vec<Node<'a>>,
    pairs: Vec<Pair<'a>>,
    root: Option<Node<'a>>,
    documents: usize,
    /// Where the last anchor, alias or tag was refused.
    refused: Option<usize>,
    /// How many values there are so far, without keys.
    values: usize,
    /// A line that YAML can read, but not as anyone meant it: what follows is
    /// not read.
    broken: Option<Span>,
}

impl<'a, 'r> Builder<'a, 'r> {
    pub(super) fn new(origin: Origin, text: &'a str, report: &'r mut Report) -> Self {
        Self {
            origin,
            text,
            is_ascii: text.is_ascii(),
            report,
            open: Vec::new(),
            items: Vec::new(),
            pairs: Vec::new(),
            root: None,
            documents: 0,
            refused: None,
            values: 0,
            broken: None,
        }
    }

    /// Where the reading has to end, though YAML goes on.
    pub(super) fn broken(&self) -> Option<Span> {
        self.broken
    }

    /// The tree of the first document.
    pub(super) fn finish(self) -> Option<Node<'a>> {
        self.root
    }

    pub(super) fn event(&mut self, event: Event<'a>, at: granit_parser::Span) {
        let span = self.span(at);
        if let (Some(tag), true) = (at.tag_span(), event.is_node()) {
            unsupported_yaml::tag(self.report, self.span(tag));
            self.refused = Some(byte(tag.start));
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents == 2 {
                    unsupported_yaml::second_document(self.report, span);
                }
            }
            Event::Scalar(text, style, ..) => self.scalar(text, style, span),
            Event::SequenceStart(style, ..) => {
                self.start(at, style, OpenKind::List, self.items.len());
            }
            Event::MappingStart(style, ..) => {
                self.start(at, style, OpenKind::Map(None), self.pairs.len());
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(at),
            Event::Anchor(..) => {
                unsupported_yaml::anchor(self.report, span);
                self.refused = Some(byte(at.start));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let text = repair::emphasis(self.text, byte(at.start), self.flow());
                let finding = unsupported_yaml::alias(self.report, span);
                if let Some(text) = text {
                    finding.mend(Mend::Quote(self.origin.span(text.start, text.end)));
                }
                self.refused = Some(byte(at.start));
                self.stand_in(span);
            }
            _ => {}
        }
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) {
        if text.len() > limits::SCALAR {
            over_limit::scalar(self.report, span);
            return self.stand_in(span);
        }
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
        if let Some((key, comment)) = self.comment_instead(&text, style) {
            let written = self.text_at(comment).to_owned();
            cut_by_comment::instead(self.report, comment, &key, &written);
            return self.stand_in(span);
        }
        if style == Style::Plain
            && let Some(comment) = comments::glued_to(self.text, span)
        {
            cut_by_comment::raise(self.report, span, &text, comment);
            return self.stand_in(span);
        }
        if style == Style::Plain
            && !self.is_ascii
            && let Some(blank) = blanks::around(self.text_at(span))
        {
            let start = span.start as usize + blank.start;
            self.no_space(start, start + blank.len());
            if let Some((key, _)) = self.text_at(span).split_once(':') {
                self.broken_pair(Cow::Borrowed(key), span);
            }
            return self.stand_in(span);
        }
        // Only an escape can still make a character that the text does not show.
        if style == Style::Quoted
            && let Some(hidden) = characters::first_hidden(&text)
        {
            let at = characters::escape_of(self.text_at(span), hidden);
            let (at, place) = at.map_or((span, hidden_character::Place::Text), |at| {
                let start = span.start as usize;
                let at = span.within(&(start + at.start..start + at.end));
                (at, hidden_character::Place::Escape)
            });
            hidden_character::escaped(self.report, at, hidden, place);
            return self.stand_in(span);
        }
        self.place(Node {
            span,
            value: Value::Scalar { text, style },
        });
    }

    /// The key that has a comment where its value was meant to be, unless the
    /// value is the author's own affair.
    fn comment_instead(&self, text: &str, style: Style) -> Option<(Cow<'a, str>, Span)> {
        if style != Style::Plain || !text.is_empty() {
            return None;
        }
        let pending = |open: &Open<'a>| match &open.kind {
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

    /// Keeps a key whose colon needs a space: it is not missing.
    fn broken_pair(&mut self, text: Cow<'a, str>, span: Span) {
        if self.expects_key() {
            let value = Value::Broken;
            let key = Key { text, span };
            self.pairs.push(Pair {
                key,
                value: Node { span, value },
            });
        }
    }

    fn start(
        &mut self,
        at: granit_parser::Span,
        style: StructureStyle,
        kind: OpenKind<'a>,
        from: usize,
    ) {
        self.open.push(Open {
            start: byte(at.start),
            layout: layout(style),
            from,
            kind,
        });
    }

    fn end(&mut self, at: granit_parser::Span) {
        let Some(open) = self.open.pop() else { return };
        // A block collection "ends" where the next thing begins.
        let end = byte(at.end).min(self.text.len());
        let written = self
            .text
            .get(open.start..end)
            .unwrap_or_default()
            .trim_end();
        let span = self.origin.span(open.start, open.start + written.len());
        let value = match open.kind {
            OpenKind::List => Value::List {
                items: self.items.drain(open.from..).collect(),
                style: open.layout,
            },
            OpenKind::Map(_) => {
                let pairs = self.pairs.drain(open.from..).collect();
                let pairs = match open.layout {
                    Layout::Flow => commas::rejoin(pairs, self.text, self.report),
                    Layout::Block => pairs,
                };
                Value::Map(duplicates::joined(pairs, self.report))
            }
        };
        self.place(Node { span, value });
    }

    /// Puts a finished node where it belongs: into the open list or map, or at
    /// the root of the first document.
    fn place(&mut self, node: Node<'a>) {
        if self.expects_key()
            && self.text_at(node.span).bytes().any(|byte| byte == b'{')
            && let Some((fault, place)) = fault::in_key(self.text, node.span)
        {
            let span = self.origin.span(place.start, place.end);
            yaml_syntax::raise(self.report, span, &fault);
            self.broken = Some(span);
        }
        let span = node.span;
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenKind::List) => {
                self.items.push(bearable(node, self.report));
                self.values += 1;
            }
            Some(OpenKind::Map(pending)) => match pending.take() {
                None => *pending = Some(key(node, self.report)),
                Some(Ok(key)) => {
                    self.pairs.push(Pair { key, value: node });
                    self.values += 1;
                }
                Some(Err(_)) => {}
            },
            None if self.documents <= 1 => self.root = Some(node),
            None => {}
        }
        if self.values > limits::VALUES && self.broken.is_none() {
            over_limit::values(self.report, span);
            self.broken = Some(span);
        }
    }

    /// Puts something broken, which was reported, in the place of a node.
    fn stand_in(&mut self, span: Span) {
        let value = Value::Broken;
        self.place(Node { span, value });
    }

    /// Whether the next node is a key of a map.
    fn expects_key(&self) -> bool {
        let open = self.open.last().map(|open| &open.kind);
        matches!(open, Some(OpenKind::Map(None)))
    }

    /// Reports where the parser gave up, unless that only follows from what
    /// was refused on the same line; returns the place.
    pub(super) fn syntax(&mut self, error: &ScanError) -> usize {
        let at = error
            .marker()
            .byte_offset()
            .unwrap_or_default()
            .min(self.text.len());
        let refused = self.refused.and_then(|from| self.text.get(from..at));
        if refused.is_some_and(|text| !text.contains('\n')) {
            return at;
        }
        if let Some(blank) = blanks::near(self.text, at) {
            if self.refused != Some(blank.start) {
                self.no_space(blank.start, blank.end);
            }
            return at;
        }
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            let place = fault::one(self.text, at);
            over_limit::depth(self.report, self.origin.span(place.start, place.end));
            return at;
        }
        let flow = self.flow();
        let (fault, place) = fault::find(error.kind(), self.text, at, flow);
        let span = self.origin.span(place.start, place.end);
        let finding = yaml_syntax::raise(self.report, span, &fault);
        if let Some((piece, repair)) = repair::of(&fault, self.text, place, flow) {
            let piece = self.origin.span(piece.start, piece.end);
            finding.mend(match repair {
                Repair::Quote => Mend::Quote(piece),
                Repair::Text(text) => Mend::Text(piece, text),
                Repair::Write(text) => Mend::Write(piece, text),
            });
        }
        at
    }

    /// Where the innermost open `[` or `{` stands, if that is what is open.
    fn flow(&self) -> Option<usize> {
        let innermost = self.open.last();
        innermost
            .filter(|it| it.layout == Layout::Flow)
            .map(|it| it.start)
    }

    /// Reports a blank that is no space of YAML.
    fn no_space(&mut self, start: usize, end: usize) {
        let written = self.text.get(start..end).unwrap_or_default();
        hidden_character::blank(self.report, self.origin.span(start, end), written);
        self.refused = Some(start);
    }

    fn text_at(&self, span: Span) -> &'a str {
        let range = span.start as usize..span.end as usize;
        self.text.get(range).unwrap_or_default()
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        let (start, end) = (byte(span.start), byte(span.end));
        // A block scalar's span takes in the line break after its last line.
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let written = self.text.as_bytes().get(start..end).unwrap_or_default();
        let last = written.iter().rposition(|byte| !is_blank(byte));
        let written = last.map_or(0, |last| last + 1);
        self.origin.span(start, start + written)
    }
}

/// An item of a list, unless it is too large for one.
fn bearable<'a>(node: Node<'a>, report: &mut Report) -> Node<'a> {
    let span = node.span;
    if span.len() <= limits::ENTRY {
        return node;
    }
    over_limit::item(report, span);
    let value = Value::Broken;
    Node { span, value }
}

/// A map's key: text on one line. Anything else is reported.
fn key<'a>(node: Node<'a>, report: &mut Report) -> Result<Key<'a>, Span> {
    match node.value {
        Value::Scalar {
            text,
            style: Style::Plain,
        } if text == "<<" => {
            unsupported_yaml::merge_key(report, node.span);
            Err(node.span)
        }
        Value::Scalar { text, .. } => Ok(Key {
            text,
            span: node.span,
        }),
        Value::Broken => Err(node.span),
        Value::List { .. } | Value::Map(_) => {
            unsupported_yaml::complex_key(report, node.span);
            Err(node.span)
        }
    }
}

fn layout(style: StructureStyle) -> Layout {
    match style {
        StructureStyle::Block => Layout::Block,
        StructureStyle::Flow => Layout::Flow,
    }
}

fn byte(marker: granit_parser::Marker) -> usize {
    marker
        .byte_offset()
        .expect("the parser reads from a string, so it knows byte offsets")
}

//! Events to the tree, with a stack and no recursion.
//!
//! [`read`](super::read) hands each event on; what is refused on the way is
//! reported here, each at its place.

mod scalar;
mod syntax;

use granit_parser::{Event, StructureStyle};

use super::tree::{Key, Layout, Node, Pair, Style, Value};
use super::{Origin, commas, duplicates, fault, repair};
use crate::diag::Report;
use crate::limits;
use crate::lint::{hidden_character, over_limit, unsupported_yaml, yaml_syntax};
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
        let is_borne = self.bears(&open);
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
        let value = if is_borne { value } else { Value::Broken };
        self.place(Node { span, value });
    }

    /// Whether a list or map has no more than it may, which is reported else.
    fn bears(&mut self, open: &Open<'_>) -> bool {
        let beyond = open.from + limits::ITEMS;
        let span = match open.kind {
            OpenKind::List => self.items.get(beyond).map(|item| item.span),
            OpenKind::Map(_) => self.pairs.get(beyond).map(|pair| pair.key.span),
        };
        if let Some(span) = span {
            over_limit::items(self.report, span);
        }
        span.is_none()
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

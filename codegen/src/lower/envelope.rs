//! The envelope: constants and slots.

use super::scalars::constant;
use super::{Lost, Lower};
use crate::lint::{bad_value, conflicting_keys, envelope_without_code, nearest};
use crate::model::{CodeType, Constant, FieldType, Role, Shape, Slot};
use crate::source::Span;
use crate::syntax::{self, Fields, grammar};
use crate::yaml::{Key, Node, Pair, Style, Value};

impl Lower<'_> {
    pub(super) fn envelope(&mut self, fields: &mut Fields) -> Option<Shape> {
        let Pair { key, value } = fields.take_pair("envelope")?;
        let before = self.report.len();
        let shape = self.shape(value);
        self.names.slots = shape
            .slots()
            .iter()
            .map(|(key, _)| (*key).to_owned())
            .collect();
        if self.report.len() > before {
            // A slot that was reported may be any.
            self.names.slots_lost = Lost::Some;
        } else {
            envelope_without_code::check(&shape, key.span, self.report);
        }
        // No example is held against an envelope that was reported.
        (self.report.len() == before).then_some(shape)
    }

    fn shape(&mut self, node: Node) -> Shape {
        match node.value {
            Value::Scalar {
                text,
                style: Style::Plain,
            } if text.starts_with('$') => self.slot(&text, node.span),
            Value::Scalar { text, style } => Shape::Constant(constant(text, style)),
            Value::List { items, .. } => self.repeated(items, node.span),
            Value::Map(pairs) if pairs.iter().any(|pair| pair.key.text == "$slot") => self
                .long_slot(Node {
                    span: node.span,
                    value: Value::Map(pairs),
                }),
            Value::Map(pairs) => {
                let lower = |Pair { key, value }| self.member(key, value);
                Shape::Object(pairs.into_iter().map(lower).collect())
            }
            Value::Broken => Shape::Constant(Constant::Null),
        }
    }

    /// One key of the body; `$inline: details` puts the details' keys there.
    fn member(&mut self, key: Key, value: Node) -> (String, Shape) {
        let details = matches!(&value.value, Value::Scalar { text, .. } if text == "details");
        if key.text == "$inline" && details {
            return (
                key.text.into_owned(),
                Shape::Slot(Slot::of(Role::Inline, value.span)),
            );
        }
        match &*key.text {
            "$inline" => conflicting_keys::inline(self.report, value.span),
            text if text.starts_with('$') => {
                bad_value::envelope_key(self.report, key.span, text);
            }
            _ => {}
        }
        (key.text.into_owned(), self.shape(value))
    }

    /// A one-item list: one or more of that item.
    fn repeated(&mut self, items: Vec<Node>, span: Span) -> Shape {
        if items.len() != 1 {
            let message = "a list in the envelope has exactly one item";
            let help = "write one item; it stands for one or more of its kind";
            let at = items.get(1).map_or(span, |second| second.span);
            conflicting_keys::misplaced(self.report, at, message, help);
        }
        Shape::List(items.into_iter().map(|item| self.shape(item)).collect())
    }

    /// `$role optional nullable`.
    fn slot(&mut self, text: &str, span: Span) -> Shape {
        let mut words = text.split_ascii_whitespace();
        let role = words.next().unwrap_or_default().trim_start_matches('$');
        let mut slot = Slot::of(self.role(role, span), span);
        for word in words {
            match word {
                "optional" => slot.optional = true,
                "nullable" => slot.nullable = true,
                other => {
                    let at = span.narrow(self.source, other);
                    bad_value::slot_word(self.report, at, other, &["optional", "nullable"]);
                }
            }
        }
        Shape::Slot(slot)
    }

    fn long_slot(&mut self, node: Node) -> Shape {
        let span = node.span;
        let checked = syntax::check(node, &grammar::SLOT, self.report);
        let Some(mut fields) = checked else {
            return Shape::Slot(Slot::of(Role::Any, span));
        };
        let role = fields.text_of("$slot");
        let at = role.as_ref().map_or(span, |text| text.span);
        let role = role.map_or(Role::Any, |text| self.role(&text.value, at));
        let kind = fields.has("type").then(|| self.field_type(&mut fields));
        let mut slot = Slot {
            optional: self.boolean(&mut fields, "optional").unwrap_or(false),
            nullable: self.boolean(&mut fields, "nullable").unwrap_or(false),
            kind,
            unit: self.line(&mut fields, "unit"),
            description: self.line(&mut fields, "description"),
            ..Slot::of(role, at)
        };
        slot.example = self.example_of(&slot, &mut fields);
        Shape::Slot(slot)
    }

    fn example_of(&mut self, slot: &Slot, fields: &mut Fields) -> Option<Constant> {
        let is_null = |node: &Node| match &node.value {
            Value::Scalar { text, style } => constant(text.clone(), *style) == Constant::Null,
            _ => false,
        };
        let kind = match slot.role {
            _ if slot.nullable && fields.get("example").is_some_and(is_null) => FieldType::Any,
            Role::Code if slot.kind.is_none() => match self.names.code_type {
                CodeType::String => FieldType::String,
                CodeType::Integer => FieldType::Integer,
            },
            _ => slot.field_type(),
        };
        self.example(fields, &format!("${}", slot.role.word()), &kind)
    }

    /// What fills a slot; where that was reported, what was probably meant.
    fn role(&mut self, word: &str, span: Span) -> Role {
        let fills = |word| <Role as super::Word>::from_word(word).filter(|it| *it != Role::Inline);
        if let Some(role) = fills(word) {
            return role;
        }
        let words = <Role as super::Word>::WORDS.iter().copied();
        let slots = words.filter(|word| *word != Role::Inline.word());
        let at = span.narrow(self.source, word);
        bad_value::slot(self.report, at, word, slots.clone());
        nearest(word, slots).and_then(fills).unwrap_or(Role::Any)
    }
}

impl Slot {
    /// A slot with nothing else said about it.
    pub(crate) fn of(role: Role, span: Span) -> Self {
        Self {
            role,
            optional: false,
            nullable: false,
            kind: None,
            unit: None,
            description: None,
            example: None,
            span,
        }
    }
}

//! The envelope: constants and slots.

use super::Lower;
use super::scalars::constant;
use crate::lint::{bad_value, conflicting_keys};
use crate::model::{Constant, Role, Shape, Slot};
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
        let carries_code = |role| {
            matches!(
                role,
                Role::Code | Role::CodeNumber | Role::Status | Role::Type
            )
        };
        let has_code = shape
            .slots()
            .iter()
            .any(|(_, slot)| carries_code(slot.role));
        // A slot that was reported may be the one.
        if !has_code && self.report.len() == before {
            let message = "this envelope has no slot for the code";
            let help = "write `$code` where the code stands";
            conflicting_keys::misplaced(self.report, key.span, message, help);
        }
        Some(shape)
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
            return (key.text, Shape::Slot(Slot::of(Role::Inline)));
        }
        match key.text.as_str() {
            "$inline" => conflicting_keys::inline(self.report, value.span),
            text if text.starts_with('$') => {
                bad_value::envelope_key(self.report, key.span, text);
            }
            _ => {}
        }
        (key.text, self.shape(value))
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
        let mut slot = Slot::of(self.role(role, span).unwrap_or(Role::Any));
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
        let checked = syntax::check(node, &grammar::SLOT, self.report);
        let Some(mut fields) = checked else {
            return Shape::Slot(Slot::of(Role::Any));
        };
        let role = fields.text_of("$slot");
        let role = role.and_then(|text| self.role(&text.value, text.span));
        let kind = fields.has("type").then(|| self.field_type(&mut fields));
        Shape::Slot(Slot {
            optional: self.boolean(&mut fields, "optional").unwrap_or(false),
            nullable: self.boolean(&mut fields, "nullable").unwrap_or(false),
            kind,
            unit: self.line(&mut fields, "unit"),
            description: self.line(&mut fields, "description"),
            example: fields.constant("example"),
            ..Slot::of(role.unwrap_or(Role::Any))
        })
    }

    fn role(&mut self, word: &str, span: Span) -> Option<Role> {
        let role = <Role as super::Word>::from_word(word).filter(|role| *role != Role::Inline);
        if role.is_none() {
            let at = span.narrow(self.source, word);
            let words = <Role as super::Word>::WORDS.iter().copied();
            let slots = words.filter(|word| *word != "inline");
            bad_value::slot(self.report, at, word, slots);
        }
        role
    }
}

impl Slot {
    /// A slot with nothing else said about it.
    pub(crate) fn of(role: Role) -> Self {
        Self {
            role,
            optional: false,
            nullable: false,
            kind: None,
            unit: None,
            description: None,
            example: None,
        }
    }
}

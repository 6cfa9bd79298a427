//! Variants: further texts, or other advice, of one code.

use super::says::names_of;
use crate::lint::{bad_value, conflicting_keys, repeated_item, unknown_detail};
use crate::lower::Lower;
use crate::lower::once::each_once;
use crate::lower::typed::{Fit, Typed, typed};
use crate::model::{Constant, Detail, FieldType, Message, Name, Text, Variant};
use crate::source::{Span, Spanned};
use crate::syntax::Fields;

/// What tells one text of an entry from another.
type Mark = (Option<Text>, Option<(String, Constant)>);

impl Lower<'_> {
    /// The variants of the entry that has these details, and `own` as its message.
    pub(super) fn variants(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
        own: Option<&Message>,
    ) -> Vec<Variant> {
        let Some(nodes) = fields.nodes("variants").map(Vec::into_iter) else {
            return Vec::new();
        };
        let own = own.into_iter();
        let mut marks: Vec<Spanned<Mark>> = own
            .map(|own| mark(Some(own.text.clone()), None, own.span))
            .collect();
        let mut variants = Vec::new();
        for fields in nodes.filter_map(Fields::of) {
            let head = fields.head;
            let variant = self.variant(fields, details);
            let text = variant.message.as_ref().map(|it| it.text.clone());
            let at = variant.message.as_ref().map_or(head, |it| it.span);
            if text.is_some() || variant.when.is_some() {
                marks.push(mark(text, variant.when.clone(), at));
            }
            variants.push(variant);
        }
        each_once(marks, Mark::clone, |spans| {
            repeated_item::variant(self.report, spans);
        });
        variants
    }

    fn variant(&mut self, mut fields: Fields, details: Option<&[Detail]>) -> Variant {
        if !fields.has("message") && !fields.has("when") {
            let help = "a variant is told apart by its text or by a detail";
            conflicting_keys::neither(self.report, fields.head, ["message", "when"], help);
        }
        Variant {
            message: self.message(&mut fields, "message", details),
            when: self.condition(&mut fields, details),
            name: fields.text_of("name").map(|name| Name(name.value.into())),
            description: self.prose_at(&mut fields, "description"),
            causes: self.prose_list(&mut fields, "causes"),
            fix: self.prose_at(&mut fields, "fix"),
            retry: self.retry(&mut fields, details),
        }
    }

    /// The detail under `when`, and the value that it has.
    fn condition(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
    ) -> Option<(String, Constant)> {
        let mut when = fields.record("when")?;
        let Spanned { value: name, span } = when.text_of("detail")?;
        let known = details.unwrap_or_default();
        let detail = known.iter().find(|detail| detail.name == name);
        if details.is_some() && detail.is_none() {
            unknown_detail::raise(self.report, span, &name, names_of(known));
        }
        let kind = detail.map_or(&FieldType::Any, |detail| &detail.kind);
        let Typed { value, fit } = typed(kind, when.take("is")?)?;
        if fit == Fit::Differs {
            bad_value::never(self.report, &value, &name, kind);
        }
        Some((name.into_owned(), value.value))
    }
}

fn mark(text: Option<Text>, when: Option<(String, Constant)>, span: Span) -> Spanned<Mark> {
    let value = (text, when);
    Spanned { value, span }
}

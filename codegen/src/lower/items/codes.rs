//! Codes, with the names and identifiers that are made of them.

use std::borrow::Cow;

use super::says::names_of;
use crate::limits;
use crate::lint::{bad_code, no_identifier, over_limit, repeated_item, unknown_detail};
use crate::lower::once::each_once;
use crate::lower::{Lost, Lower};
use crate::model::{Code, CodeName, Detail, Ident, Name, Travels};
use crate::names;
use crate::source::{Span, Spanned};
use crate::syntax::Fields;
use crate::yaml::{Node, Pair, Value};

/// The texts of all codes that items define.
pub(in crate::lower) struct WrittenCodes<'a> {
    pub(in crate::lower) texts: Vec<Cow<'a, str>>,
    /// Whether others may have been lost where something was reported.
    pub(in crate::lower) lost: Lost,
}

/// What can be said about codes before any item is lowered.
pub(in crate::lower) fn written_codes<'a>(fields: &Fields<'a>) -> WrittenCodes<'a> {
    let mut codes = WrittenCodes {
        texts: Vec::new(),
        lost: Lost::None,
    };
    match (fields.get("errors"), fields.get("sections")) {
        (Some(errors), None) => codes.list(errors),
        (None, Some(sections)) => match &sections.value {
            Value::Map(pairs) => pairs.iter().for_each(|pair| codes.section(&pair.value)),
            _ => codes.lost = Lost::Some,
        },
        _ => codes.lost = Lost::Some,
    }
    codes
}

impl<'a> WrittenCodes<'a> {
    fn section(&mut self, section: &Node<'a>) {
        match child(section, "errors") {
            Some(errors) => self.list(errors),
            None => self.lost = Lost::Some,
        }
    }

    fn list(&mut self, errors: &Node<'a>) {
        let Value::List { items, .. } = &errors.value else {
            self.lost = Lost::Some;
            return;
        };
        self.texts.reserve(items.len());
        for item in items {
            match named(item).map(|it| (&*it.key.text, &it.value.value)) {
                Some(("ref", _)) => {}
                Some((_, Value::Scalar { text, .. })) => self.texts.push(text.clone()),
                Some((_, Value::List { items, .. })) => {
                    self.texts.extend(items.iter().filter_map(text));
                }
                _ => self.lost = Lost::Some,
            }
        }
    }
}

impl Lower<'_> {
    /// The codes of an item, each with its name and identifier.
    pub(super) fn codes(&mut self, fields: &mut Fields) -> Vec<CodeName> {
        let nodes = fields.nodes("code").unwrap_or_default();
        let several = nodes.len() > 1;
        let own_name = fields.text_of("name");
        if let (true, Some(name)) = (several, &own_name) {
            no_identifier::name_of_several(self.report, name.span);
        }
        let mut codes = Vec::with_capacity(nodes.len());
        for node in nodes {
            let Some(text) = self.code_text(node, "code") else {
                continue;
            };
            if let Some(code) = self.code(&text) {
                codes.push(self.named(code, text.span, own_name.as_ref().filter(|_| !several)));
            }
        }
        codes
    }

    pub(super) fn code(&mut self, text: &Spanned<Cow<'_, str>>) -> Option<Code> {
        let code = self.quiet_code(&text.value);
        let written = self.source.slice(text.span);
        let is_block = written.starts_with(['|', '>']);
        if text.value.len() > limits::CODE {
            over_limit::code(self.report, text.span, &text.value);
            return None;
        }
        if code.is_some() && written.contains('\n') && !is_block {
            bad_code::over_lines(self.report, text.span);
        } else if code.is_none() {
            bad_code::raise(self.report, text.span, &text.value, self.names.code_type);
        }
        if code.is_some() {
            self.spellings.code(&text.value);
        }
        code
    }

    pub(super) fn named(
        &mut self,
        code: Code,
        span: Span,
        own: Option<&Spanned<Cow<'_, str>>>,
    ) -> CodeName {
        let name = own.map_or_else(|| names::words_of(&code), |own| Name((*own.value).into()));
        let ident = names::upper_camel(name.as_str()).unwrap_or_else(|why| {
            let (at, what) = own.map_or((span, "code"), |own| (own.span, "name"));
            no_identifier::raise(self.report, at, what, name.as_str(), why);
            // One that no code gives, so that it collides with none.
            Ident(format!("Unnamed{}", span.start).into())
        });
        self.spellings.idents.add(ident.as_str().bytes());
        CodeName {
            code,
            name,
            ident,
            span,
            named_at: own.map_or(span, |own| own.span),
        }
    }

    /// Each variable part of a code is a detail that travels there.
    pub(super) fn check_pattern<'c>(
        &mut self,
        codes: impl Iterator<Item = (&'c Code, Span)>,
        details: Option<&[Detail]>,
    ) {
        let Some(details) = details else { return };
        for (code, span) in codes {
            let Code::Pattern(pattern) = code else {
                continue;
            };
            for part in pattern.details() {
                let at = span.narrow(self.source, &format!("{{{part}}}"));
                match details.iter().find(|detail| detail.name == *part) {
                    Some(detail) if detail.travels == Travels::Code => {}
                    Some(_) => unknown_detail::not_in_code(self.report, at, part),
                    None => unknown_detail::of_code(self.report, at, part, names_of(details)),
                }
            }
        }
    }

    pub(super) fn aliases(&mut self, fields: &mut Fields) -> Vec<Spanned<Code>> {
        self.code_list(fields, "aliases", "alias")
    }

    /// A list of codes, each of which is a `what`.
    pub(super) fn code_list(
        &mut self,
        fields: &mut Fields,
        key: &str,
        what: &str,
    ) -> Vec<Spanned<Code>> {
        let nodes = fields.nodes(key).unwrap_or_default().into_iter();
        let read = |node| {
            let text = self.code_text(node, key)?;
            let span = text.span;
            self.code(&text).map(|value| Spanned { value, span })
        };
        let codes = nodes.filter_map(read).collect();
        let raise = |spans| repeated_item::raise(self.report, spans, what);
        each_once(codes, Code::clone, raise)
    }
}

fn child<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    match &node.value {
        Value::Map(pairs) => pairs
            .iter()
            .find(|pair| pair.key.text == key)
            .map(|pair| &pair.value),
        _ => None,
    }
}

/// The line that says what an item is: a checked one has `code` or `ref`, and
/// never both.
fn named<'n, 'a>(item: &'n Node<'a>) -> Option<&'n Pair<'a>> {
    match &item.value {
        Value::Map(pairs) => pairs
            .iter()
            .find(|pair| matches!(&*pair.key.text, "code" | "ref")),
        _ => None,
    }
}

fn text<'a>(node: &Node<'a>) -> Option<Cow<'a, str>> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text.clone()),
        _ => None,
    }
}

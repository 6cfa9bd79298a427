//! What an item says: its texts, variants and examples, the headers and tags
//! that it names, and where it comes from.

use crate::lint::{self, Rule, conflicting_keys, unknown_detail, unknown_lint, unknown_tag};
use crate::lower::scalars::scalar;
use crate::lower::{Found, Lower};
use crate::model::{Code, Detail, Example, Name, Provenance, Texts, Url, Variant};
use crate::source::Spanned;
use crate::syntax::Fields;

/// Where an entry is documented, and how its facts are known.
#[derive(Default)]
pub(super) struct Written {
    pub(super) line: Option<Spanned<u32>>,
    pub(super) url: Option<Url>,
    pub(super) code: Option<Provenance>,
    pub(super) name: Provenance,
    pub(super) candidates: Vec<Code>,
}

impl Lower<'_> {
    pub(super) fn variants(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
    ) -> Vec<Variant> {
        let nodes = fields.nodes("variants").unwrap_or_default();
        nodes
            .into_iter()
            .filter_map(Fields::of)
            .map(|it| self.variant(it, details))
            .collect()
    }

    fn variant(&mut self, mut fields: Fields, details: Option<&[Detail]>) -> Variant {
        if !fields.has("message") && !fields.has("when") {
            let help = "a variant is told apart by its text or by a detail";
            conflicting_keys::neither(self.report, fields.head, ["message", "when"], help);
        }
        let when = fields.record("when").and_then(|mut when| {
            let detail = when.text_of("detail")?;
            if let Some(details) = details
                && names_of(details).all(|name| name != detail.value)
            {
                let known = names_of(details);
                unknown_detail::raise(self.report, detail.span, &detail.value, known);
            }
            Some((detail.value, when.constant("is")?))
        });
        Variant {
            message: self.message(&mut fields, "message", details),
            when,
            name: fields.text_of("name").map(|name| Name(name.value)),
            description: self.prose_at(&mut fields, "description"),
            causes: self.prose_list(&mut fields, "causes"),
            fix: self.prose_at(&mut fields, "fix"),
            retry: self.retry(&mut fields, details),
        }
    }

    pub(super) fn texts(&mut self, fields: &mut Fields) -> Texts {
        Texts {
            description: self.prose_at(fields, "description"),
            causes: self.prose_list(fields, "causes"),
            fix: self.prose_at(fields, "fix"),
            examples: self.examples(fields),
        }
    }

    pub(in crate::lower) fn examples(&mut self, fields: &mut Fields) -> Vec<Example> {
        let nodes = fields.nodes("examples").unwrap_or_default();
        let examples = nodes
            .into_iter()
            .filter_map(Fields::of)
            .filter_map(|mut fields| {
                let title = self.line(&mut fields, "title");
                let language = self.line(&mut fields, "language");
                let Spanned { value: text, span } = fields.text_of("text")?;
                Some(Example {
                    title: title?,
                    language: language?,
                    lines: span.lines_of(self.source, &text),
                    text,
                    span,
                })
            });
        examples.collect()
    }

    pub(super) fn header_names(&mut self, fields: &mut Fields) -> Vec<usize> {
        let nodes = fields.nodes("headers").unwrap_or_default().into_iter();
        let names: Vec<_> = nodes.filter_map(scalar).collect();
        names
            .into_iter()
            .filter_map(|it| self.known_header(&it.value, it.span))
            .collect()
    }

    pub(super) fn tag_names(&mut self, fields: &mut Fields) -> Vec<usize> {
        let nodes = fields.nodes("tags").unwrap_or_default();
        let mut tags = Vec::new();
        for Spanned { value, span } in nodes.into_iter().filter_map(scalar) {
            let declared = &self.names.tags;
            match declared.find(&value, str::eq) {
                Found::At(at) => tags.push(at),
                Found::Nowhere => {
                    unknown_tag::raise(self.report, span, &value, declared.known());
                }
                Found::Reported => {}
            }
        }
        tags
    }

    /// The lints that an entry silences.
    pub(super) fn allowed(&mut self, fields: &mut Fields) -> Vec<Spanned<&'static Rule>> {
        let nodes = fields.nodes("allow").unwrap_or_default();
        let mut allowed = Vec::new();
        for Spanned { value, span } in nodes.into_iter().filter_map(scalar) {
            match lint::rule(&value) {
                None => unknown_lint::raise(self.report, span, &value),
                Some(rule) if rule.level == lint::Level::Deny => {
                    unknown_lint::not_allowed(self.report, span, rule);
                }
                Some(value) => allowed.push(Spanned { value, span }),
            }
        }
        allowed
    }

    /// What `source` says.
    pub(super) fn written(&mut self, fields: &mut Fields) -> Written {
        let Some(mut fields) = fields.record("source") else {
            return Written::default();
        };
        let line = self.count_at(&mut fields, "line");
        let candidates = self.code_list(&mut fields, "candidates").into_iter();
        Written {
            line,
            url: self.url(&mut fields, "url"),
            code: self.word(&mut fields, "code"),
            name: self.word(&mut fields, "name").unwrap_or_default(),
            candidates: candidates.map(|it| it.value).collect(),
        }
    }
}

/// The names of an entry's details.
pub(super) fn names_of(details: &[Detail]) -> impl Iterator<Item = &str> {
    details.iter().map(|detail| detail.name.as_str())
}

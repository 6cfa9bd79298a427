//! What an item says: its texts, variants and examples, the headers and tags
//! that it names, and where it comes from.

use std::borrow::Cow;

use crate::lint::{self, Rule, bad_value, repeated_item, unknown_lint, unknown_tag};
use crate::lower::once::each_once;
use crate::lower::scalars::scalar;
use crate::lower::{Found, Lower};
use crate::model::{Code, Detail, Example, Provenance, Text, Texts, Url};
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
                let language = self.language(&mut fields);
                let Spanned { value: text, span } = fields.text_of("text")?;
                if text.trim().is_empty() {
                    bad_value::blank(self.report, span);
                }
                Some(Example {
                    title: title?,
                    language: language?,
                    lines: span.lines_of(self.source, &text),
                    text: text.into_owned(),
                    span,
                })
            });
        examples.collect()
    }

    /// One word, as after the fence of a Markdown code block.
    fn language(&mut self, fields: &mut Fields) -> Option<Text> {
        let Spanned { value, span } = self.line_at(fields, "language")?;
        if value.as_str().contains(char::is_whitespace) {
            let expected = "the language as one word, like `json`";
            bad_value::raise(self.report, span, "language", value.as_str(), expected);
        }
        Some(value)
    }

    pub(super) fn header_names(&mut self, fields: &mut Fields) -> Vec<usize> {
        let nodes = fields.nodes("headers").unwrap_or_default().into_iter();
        let names = nodes.filter_map(scalar).collect();
        let report = &mut *self.report;
        let raise = |spans| repeated_item::header(report, spans);
        let names = each_once(
            names,
            |name: &Cow<'_, str>| name.to_ascii_lowercase(),
            raise,
        );
        names
            .into_iter()
            .filter_map(|it| self.known_header(&it.value, it.span))
            .collect()
    }

    pub(super) fn tag_names(&mut self, fields: &mut Fields) -> Vec<usize> {
        let nodes = fields.nodes("tags").unwrap_or_default();
        let names = nodes.into_iter().filter_map(scalar).collect();
        let report = &mut *self.report;
        let raise = |spans| repeated_item::raise(report, spans, "tag");
        let mut tags = Vec::new();
        for Spanned { value, span } in each_once(names, Cow::clone, raise) {
            let declared = &self.names.tags;
            match declared.find(&value) {
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
        let raise = |spans| repeated_item::raise(self.report, spans, "lint");
        each_once(allowed, |rule| rule.id, raise)
    }

    /// What `source` says.
    pub(super) fn written(&mut self, fields: &mut Fields) -> Written {
        let Some(mut fields) = fields.record("source") else {
            return Written::default();
        };
        let expected = "the number of a line, counted from 1";
        let line = self.positive_at(&mut fields, "line", expected);
        let candidates = self.code_list(&mut fields, "candidates", "candidate");
        Written {
            line,
            url: self.url(&mut fields, "url"),
            code: self.word(&mut fields, "code"),
            name: self.word(&mut fields, "name").unwrap_or_default(),
            candidates: candidates.into_iter().map(|it| it.value).collect(),
        }
    }
}

/// The names of an entry's details.
pub(super) fn names_of(details: &[Detail]) -> impl Iterator<Item = &str> {
    details.iter().map(|detail| detail.name.as_str())
}

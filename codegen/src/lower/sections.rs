//! Sections, and the items that they or the catalog list.

use super::items::Item;
use super::rows::numbers;
use super::scalars::extensions;
use super::{Declared, Found, Lower};
use crate::lint::{bad_value, conflicting_keys, no_identifier, unknown_section, unknown_type};
use crate::mend::Mend;
use crate::model::{Deprecation, Id, Section, Status, Successor, Text};
use crate::names;
use crate::source::{Span, Spanned};
use crate::syntax::Fields;
use crate::yaml::{Key, Node, Pair, Value};

/// What a `use` names, which depends on where it stands.
#[derive(Clone, Copy)]
pub(super) enum SuccessorKind {
    Code,
    Section,
}

impl Lower<'_> {
    /// The sections, and all items in document order.
    pub(super) fn sections<'t>(
        &mut self,
        fields: &mut Fields<'t>,
    ) -> (Vec<Section>, Vec<Item<'t>>) {
        let head = fields.head;
        self.names.sections = Declared::of(fields, "sections", self.report);
        let errors = fields.take_pair("errors");
        let key = fields.take_pair("sections");
        let keys = ["sections", "errors"];
        let help =
            "a catalog has either `sections:`, each with its errors, or one plain list, `errors:`";
        let mut items = Vec::new();
        match (key, errors) {
            (Some(sections), Some(errors)) => {
                let spans = (errors.key.span, sections.key.span);
                conflicting_keys::either_or(self.report, spans.0, spans.1, keys, help);
                (Vec::new(), items)
            }
            (None, None) => {
                conflicting_keys::neither(self.report, head, keys, help);
                (Vec::new(), items)
            }
            (None, Some(errors)) => {
                list(errors.value).for_each(|node| {
                    items.push(Item {
                        section: None,
                        node,
                    });
                });
                (Vec::new(), items)
            }
            (Some(sections), None) => {
                let Value::Map(pairs) = sections.value.value else {
                    return (Vec::new(), items);
                };
                for (name, at) in section_names(&pairs) {
                    self.names.sections.declare(name, at);
                }
                let mut lowered = Vec::new();
                for pair in pairs {
                    let Some(fields) = Fields::of(pair.value) else {
                        continue;
                    };
                    let at = lowered.len();
                    if let Some((section, nodes)) = self.section(at, &pair.key, fields) {
                        lowered.push(section);
                        items.extend(nodes.map(|node| Item {
                            section: Some(at),
                            node,
                        }));
                    }
                }
                (lowered, items)
            }
        }
    }

    fn section<'t>(
        &mut self,
        at: usize,
        key: &Key<'_>,
        mut fields: Fields<'t>,
    ) -> Option<(Section, std::vec::IntoIter<Node<'t>>)> {
        let id = self.id(key, "section")?;
        let ident = match names::upper_camel(&key.text) {
            Ok(ident) => ident,
            Err(why) => {
                no_identifier::raise(self.report, key.span, "section", &key.text, why);
                return None;
            }
        };
        let errors = fields.take("errors");
        let (head, empty) = around(key.span, errors.as_ref());
        let nodes = errors.map_or_else(|| Vec::new().into_iter(), list);
        let statuses = self.statuses(&mut fields);
        let parent = self.parent(&mut fields);
        let section = Section {
            title: self
                .line(&mut fields, "title")
                .unwrap_or_else(|| super::stand_in(&id)),
            id,
            ident,
            description: self.prose(&mut fields, "description"),
            base_path: self.base_path(&mut fields),
            statuses: statuses
                .as_deref()
                .map(numbers)
                .or_else(|| parent.statuses()),
            written_statuses: statuses.unwrap_or_default(),
            parent: parent.at(),
            retry: self.retry(&mut fields, None),
            stage: self.word(&mut fields, "stage"),
            deprecated: self.deprecation(&mut fields, "deprecated", SuccessorKind::Section),
            examples: self.examples(&mut fields),
            extensions: extensions(fields),
            span: key.span,
            head,
            empty,
        };
        if let Some(successor) = section
            .deprecated
            .as_ref()
            .and_then(|it| it.successor.as_ref())
            && successor.value == Successor::Section(at)
        {
            bad_value::own_successor(self.report, successor.span, "section");
        }
        Some((section, nodes))
    }

    fn base_path(&mut self, fields: &mut Fields) -> Option<Text> {
        let Spanned { value, span } = fields.text_of("base-path")?;
        let expected = "a path that starts with `/`";
        let path = Text::of(value.clone())
            .ok()
            .filter(|_| value.starts_with('/'));
        if path.is_none() {
            let finding = bad_value::raise(self.report, span, "base-path", &value, expected);
            let is_path = !value.contains(['\n', '\t', ':', ' ']) && !value.starts_with('.');
            if is_path {
                finding.mend(Mend::Say(span, format!("/{value}")));
            }
        }
        path
    }

    /// The declared type under `type`.
    pub(super) fn parent(&mut self, fields: &mut Fields) -> Parent {
        let Some(Spanned { value, span }) = fields.text_of("type") else {
            return Parent::Unwritten;
        };
        let types = &self.names.types;
        match types.find(&value) {
            Found::At(at) => return Parent::At(at),
            Found::Nowhere => unknown_type::raise(self.report, span, &value, types.known()),
            Found::Reported => {}
        }
        Parent::Reported
    }

    pub(super) fn deprecation(
        &mut self,
        fields: &mut Fields,
        key: &str,
        kind: SuccessorKind,
    ) -> Option<Deprecation> {
        let span = fields.key(key)?;
        let mut fields = fields.record(key)?;
        Some(Deprecation {
            since: self.line(&mut fields, "since"),
            sunset: self.date(&mut fields, "sunset"),
            successor: self.successor(&mut fields, kind),
            note: self.line(&mut fields, "note"),
            span,
        })
    }

    fn successor(
        &mut self,
        fields: &mut Fields,
        kind: SuccessorKind,
    ) -> Option<Spanned<Successor>> {
        match kind {
            SuccessorKind::Code => {
                let Spanned { value, span } = self.code_named(fields, "use")?;
                let value = Successor::Code(value);
                Some(Spanned { value, span })
            }
            SuccessorKind::Section => {
                let Spanned { value, span } = fields.text_of("use")?;
                let sections = &self.names.sections;
                match sections.find(&value) {
                    Found::At(at) => {
                        let value = Successor::Section(at);
                        return Some(Spanned { value, span });
                    }
                    Found::Nowhere => {
                        unknown_section::raise(self.report, span, &value, sections.known());
                    }
                    Found::Reported => {}
                }
                None
            }
        }
    }
}

/// What `type` says.
#[derive(Clone, Copy)]
pub(super) enum Parent {
    At(usize),
    /// It was reported, or the declaration of the type was.
    Reported,
    Unwritten,
}

impl Parent {
    /// The position in the model's types.
    pub(super) fn at(self) -> Option<usize> {
        match self {
            Self::At(at) => Some(at),
            Self::Reported | Self::Unwritten => None,
        }
    }

    /// What stands for the statuses that an unknown type may give.
    pub(super) fn statuses(self) -> Option<Vec<Status>> {
        match self {
            Self::Reported => Some(vec![Status::http(500).expect("it is one")]),
            Self::At(_) | Self::Unwritten => None,
        }
    }
}

/// The names of all sections, each with its position in the model.
fn section_names(pairs: &[Pair]) -> Vec<(String, Option<usize>)> {
    let mut sound = 0..;
    let mut named = |pair: &Pair<'_>| {
        let lowers = matches!(pair.value.value, Value::Map(_))
            && Id::new(&pair.key.text).is_some()
            && names::upper_camel(&pair.key.text).is_ok();
        let at = if lowers { sound.next() } else { None };
        (pair.key.text.to_string(), at)
    };
    pairs.iter().map(&mut named).collect()
}

/// What a section says of itself, from its `id` to its list of errors; and
/// that list, if it is empty.
fn around(id: Span, errors: Option<&Node>) -> (Span, Option<Span>) {
    let list = errors.map(|node| node.span);
    let end = list.map_or(id.end, |span| span.start.max(id.end));
    let is_empty =
        |node: &Node| matches!(&node.value, Value::List { items, .. } if items.is_empty());
    (
        Span { end, ..id },
        list.filter(|_| errors.is_some_and(is_empty)),
    )
}

/// The items of a list that was not broken.
fn list(node: Node<'_>) -> std::vec::IntoIter<Node<'_>> {
    match node.value {
        Value::List { items, .. } => items.into_iter(),
        _ => Vec::new().into_iter(),
    }
}

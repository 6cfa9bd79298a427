//! Entries, refs and their listings.

mod codes;
mod listings;
mod says;
mod variants;

use std::sync::Arc;

pub(super) use self::codes::written_codes;
use self::listings::{Ref, settle_deprecations};
use super::rows::numbers;
use super::scalars::extensions;
use super::sections::SuccessorKind;
use super::{Lost, Lower};
use crate::lint::{bad_value, conflicting_keys};
use crate::model::{
    Code, Deprecation, Entry, EntryExtras, Listing, ListingExtras, Message, Section, Severity,
    Stage, Status, Successor, Type,
};
use crate::names;
use crate::syntax::Fields;
use crate::yaml::Node;

/// An item of a list of errors, not looked at yet.
pub(super) struct Item<'a> {
    pub(super) section: Option<usize>,
    pub(super) node: Node<'a>,
}

/// The item's section and what it and its type hand down.
struct Home<'a> {
    at: Option<usize>,
    section: Option<&'a Section>,
    types: &'a [Type],
}

impl Home<'_> {
    /// The statuses that the section hands down, else the type.
    fn statuses(&self, parent: Option<usize>) -> Option<Vec<Status>> {
        let section = self.section.and_then(|section| section.statuses.clone());
        let of_type = || self.types.get(parent?).map(|it| it.statuses.clone());
        section.or_else(|| of_type().filter(|statuses| !statuses.is_empty()))
    }
}

impl Lower<'_> {
    /// All entries and listings, in document order.
    pub(super) fn items(
        &mut self,
        items: Vec<Item<'_>>,
        sections: &[Section],
        types: &[Type],
    ) -> (Vec<Entry>, Vec<Listing>) {
        let mut entries = Vec::with_capacity(items.len());
        let mut listings: Vec<Listing> = Vec::with_capacity(items.len());
        let mut refs = Vec::new();
        for Item { section: at, node } in items {
            let Some(fields) = Fields::of(node) else {
                self.names.details_lost = Lost::Some;
                continue;
            };
            if fields.has("ref") {
                refs.push(Ref {
                    before: listings.len(),
                    section: at,
                    fields,
                });
                continue;
            }
            let home = Home {
                at,
                section: at.map(|at| &sections[at]),
                types,
            };
            match self.entry(fields, &home, entries.len()) {
                Some((entry, listing)) => {
                    entries.push(entry);
                    listings.push(listing);
                }
                None => self.names.details_lost = Lost::Some,
            }
        }
        let listings = self.listings(listings, refs, &mut entries);
        settle_deprecations(&mut entries, &listings, sections);
        (entries, listings)
    }

    fn entry(
        &mut self,
        mut fields: Fields,
        home: &Home<'_>,
        at: usize,
    ) -> Option<(Entry, Listing)> {
        self.one_end_of_life(&fields);
        let extent = fields.extent;
        let (could_be_ref, says_status) = (fields.could_be_ref(), fields.has("status"));
        let codes = self.codes(&mut fields);
        let span = codes.first()?.span;
        let line = self.line_of(span);
        let are_known = !fields.is_broken("details");
        if !are_known {
            self.names.details_lost = Lost::Some;
        }
        let details = self.details(&mut fields, "details");
        let known = are_known.then_some(details.as_slice());
        let aliases = self.aliases(&mut fields);
        let spelt = codes.iter().map(|it| (&it.code, it.span));
        let spelt = spelt.chain(aliases.iter().map(|it| (&it.value, it.span)));
        self.check_pattern(spelt, known);
        let own = self.parent(&mut fields);
        let parent = own.at().or_else(|| home.section?.parent);
        let written_statuses = self.statuses(&mut fields);
        let statuses = written_statuses.as_deref().map(numbers);
        let statuses = statuses.or_else(|| home.statuses(parent));
        let statuses = statuses.or_else(|| own.statuses());
        let no_status = statuses.as_ref().is_some_and(Vec::is_empty);
        let statuses = statuses.unwrap_or_default();
        // A ref does not take its section's status.
        let could_be_ref = could_be_ref.filter(|_| says_status || statuses.is_empty());
        let written = self.written(&mut fields);
        let phrase = self.phrase(&mut fields);
        let given = fields.has("message");
        let message = self.message(&mut fields, "message", known);
        let variants = self.variants(&mut fields, known, message.as_ref());
        let message = message.unwrap_or_else(|| Message {
            text: if given {
                // It was reported, and nothing may follow from it.
                super::known_text("?")
            } else {
                super::known_text(&names::in_words(&codes[0].name))
            },
            given,
            span,
            placeholders: Vec::new(),
        });
        let extras = EntryExtras {
            aliases,
            code_number: self.integer_at(&mut fields, "code-number"),
            phrase: phrase.clone(),
            user_message: self.message(&mut fields, "user-message", known),
            variants,
            retry: self.retry(&mut fields, known),
            headers: self.header_names(&mut fields),
            tags: self.tag_names(&mut fields),
            since: self.line(&mut fields, "since"),
            candidates: written.candidates.clone(),
            doc_url: self.url(&mut fields, "doc-url"),
            allow: self.allowed(&mut fields),
            could_be_ref,
            extensions: Vec::new(),
        };
        let entry = Entry {
            no_status,
            statuses: statuses.clone(),
            parent,
            severity: self.word(&mut fields, "kind").unwrap_or(Severity::Error),
            message,
            texts: self.texts(&mut fields),
            stage: self.stage(&mut fields, home),
            deprecated: self.end_of_life(&mut fields, "deprecated"),
            retired: self.end_of_life(&mut fields, "retired"),
            code_provenance: written.code.unwrap_or_default(),
            name_provenance: written.name,
            listings: Vec::with_capacity(1),
            details,
            codes,
            line,
            span,
            extras: EntryExtras {
                extensions: extensions(fields),
                ..extras
            }
            .boxed(),
        };
        self.other_successor(&entry);
        let listing = Listing {
            entry: at,
            section: home.at,
            statuses,
            written_statuses: written_statuses.unwrap_or_default(),
            texts: None,
            document_line: written.line,
            code_provenance: entry.code_provenance,
            line,
            span,
            extent,
            extras: ListingExtras {
                phrase,
                url: written.url,
                candidates: written.candidates,
                extensions: Vec::new(),
            }
            .boxed(),
        };
        Some((entry, listing))
    }

    fn one_end_of_life(&mut self, fields: &Fields) {
        if let (Some(deprecated), Some(retired)) = (fields.key("deprecated"), fields.key("retired"))
        {
            let help = "`deprecated` still works, `retired` is no longer sent: keep one of the two";
            let keys = ["deprecated", "retired"];
            conflicting_keys::either_or(self.report, retired, deprecated, keys, help);
        }
    }

    /// An entry is not its own successor.
    fn other_successor(&mut self, entry: &Entry) {
        let ends = [&entry.deprecated, &entry.retired].into_iter().flatten();
        for successor in ends.filter_map(|it| it.successor.as_ref()) {
            let is_own = |code: &Code| successor.value == Successor::Code(code.clone());
            if entry.codes.iter().any(|it| is_own(&it.code)) {
                bad_value::own_successor(self.report, successor.span, "error");
            }
        }
    }

    fn end_of_life(&mut self, fields: &mut Fields, key: &str) -> Option<Arc<Deprecation>> {
        self.deprecation(fields, key, SuccessorKind::Code)
            .map(Arc::new)
    }

    fn stage(&mut self, fields: &mut Fields, home: &Home<'_>) -> Stage {
        let own = self.word(fields, "stage");
        own.or_else(|| home.section?.stage).unwrap_or(Stage::Stable)
    }
}

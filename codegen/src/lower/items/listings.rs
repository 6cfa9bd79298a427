//! Listings: each entry at its own item, and at every `ref` to it.

use std::sync::Arc;

use crate::lint::{conflicting_keys, two_canonical_statuses};
use crate::lower::rows::numbers;
use crate::lower::scalars::extensions;
use crate::lower::{Lost, Lower};
use crate::map::Map;
use crate::model::{Code, Deprecation, Entry, Listing, ListingExtras, Section, Status};
use crate::source::Span;
use crate::syntax::Fields;

/// A ref whose entry may not have come yet.
pub(super) struct Ref<'a> {
    /// How many entries stand before it.
    pub(super) before: usize,
    pub(super) section: Option<usize>,
    pub(super) fields: Fields<'a>,
}

impl Lower<'_> {
    /// The listings of entries, each at its own item, and those of refs between
    /// them; joins both to their entries, and the refs' statuses to theirs.
    pub(super) fn listings(
        &mut self,
        own: Vec<Listing>,
        refs: Vec<Ref<'_>>,
        entries: &mut [Entry],
    ) -> Vec<Listing> {
        let mut canonical: Map<usize, (Span, Option<Status>)> = Map::new();
        let listings = if refs.is_empty() {
            own
        } else {
            self.with_refs(own, refs, entries, &mut canonical)
        };
        for (at, listing) in listings.iter().enumerate() {
            let places = &mut entries[listing.entry].listings;
            let own = listing.texts.is_none();
            places.insert(if own { 0 } else { places.len() }, at);
        }
        for (at, entry) in entries.iter_mut().enumerate() {
            let claimed = canonical.get(&at).and_then(|(_, status)| *status);
            // Nearly all stand at one place, which says all that there is.
            if entry.listings.len() > 1 || claimed.is_some() {
                entry.statuses = statuses_of(entry, claimed, &listings);
            }
        }
        listings
    }

    fn with_refs(
        &mut self,
        own: Vec<Listing>,
        refs: Vec<Ref<'_>>,
        entries: &[Entry],
        canonical: &mut Map<usize, (Span, Option<Status>)>,
    ) -> Vec<Listing> {
        let owners = owners(entries);
        let mut listings = Vec::with_capacity(own.len() + refs.len());
        let mut own = own.into_iter();
        let mut taken = 0;
        for it in refs {
            listings.extend(own.by_ref().take(it.before - taken));
            taken = it.before;
            listings.extend(self.reference(it.fields, it.section, entries, &owners, canonical));
        }
        listings.extend(own);
        listings
    }

    fn reference(
        &mut self,
        mut fields: Fields,
        section: Option<usize>,
        entries: &[Entry],
        owners: &Map<Code, usize>,
        canonical: &mut Map<usize, (Span, Option<Status>)>,
    ) -> Option<Listing> {
        let code = fields.take("ref")?;
        let code = self.code_text(code, "ref")?;
        let line = self.line_of(code.span);
        let extent = fields.extent;
        let written_statuses = self.statuses(&mut fields);
        let mut claim = fields.take_pair("canonical");
        if written_statuses.is_none()
            && let Some(claim) = claim.take()
        {
            conflicting_keys::canonical_without_status(self.report, claim.key.span);
        }
        let phrase = self.phrase(&mut fields);
        let texts = self.texts(&mut fields);
        let written = self.written(&mut fields);
        let extensions = extensions(fields);
        let named = self.quiet_code(&code.value);
        let owner = named.as_ref().and_then(|code| owners.get(code).copied());
        let Some(entry) = owner else {
            // What defines it may have been left out with its section.
            let is_written = named.is_some_and(|code| self.names.codes().contains(&code));
            if is_written || self.names.codes_lost == Lost::Some {
                return None;
            }
            self.unknown_code(code.span, &code.value);
            return None;
        };
        let statuses = written_statuses.as_deref().map(numbers);
        let statuses = statuses.unwrap_or_else(|| entries[entry].statuses.clone());
        if let Some(claim) = claim
            && self.boolean_in(claim.value, "canonical") == Some(true)
        {
            match canonical.get(&entry) {
                Some((first, _)) => {
                    two_canonical_statuses::raise(self.report, claim.key.span, *first, &code.value);
                }
                None => {
                    canonical.insert(entry, (claim.key.span, statuses.first().copied()));
                }
            }
        }
        let (document_line, url) = (written.line, written.url);
        let texts = Some(Box::new(texts));
        Some(Listing {
            entry,
            section,
            statuses,
            written_statuses: written_statuses.unwrap_or_default(),
            texts,
            document_line,
            code_provenance: written.code.unwrap_or(entries[entry].code_provenance),
            line,
            span: code.span,
            extent,
            extras: ListingExtras {
                phrase,
                url,
                candidates: written.candidates,
                extensions,
            }
            .boxed(),
        })
    }
}

/// The entry of each code; of those that share one, the first.
fn owners(entries: &[Entry]) -> Map<Code, usize> {
    let codes = entries.iter().enumerate().rev();
    let codes =
        codes.flat_map(|(at, entry)| entry.codes.iter().map(move |code| (code.code.clone(), at)));
    codes.collect()
}

/// The canonical status, then the rest in document order, each once.
fn statuses_of(entry: &Entry, canonical: Option<Status>, listings: &[Listing]) -> Vec<Status> {
    let mut places = entry.listings.clone();
    places.sort_unstable();
    let first = canonical.or(entry.status());
    let written = places
        .iter()
        .flat_map(|at| listings[*at].statuses.iter().copied());
    let mut statuses = Vec::new();
    for status in first.into_iter().chain(written) {
        if !statuses.contains(&status) {
            statuses.push(status);
        }
    }
    statuses
}

/// An entry without a word of its own is deprecated if all its sections are.
pub(super) fn settle_deprecations(
    entries: &mut [Entry],
    listings: &[Listing],
    sections: &[Section],
) {
    // One of each for all entries: it may be long, and they may be many.
    let shared = |section: &Section| section.deprecated.clone().map(Arc::new);
    let by_section: Vec<Option<Arc<Deprecation>>> = sections.iter().map(shared).collect();
    for entry in entries
        .iter_mut()
        .filter(|it| it.deprecated.is_none() && it.retired.is_none())
    {
        let of_listing = |at: &usize| by_section[listings[*at].section?].as_ref();
        let first = entry.listings.first().and_then(of_listing);
        let all = entry.listings.iter().all(|at| of_listing(at).is_some());
        entry.deprecated = first.filter(|_| all).cloned();
    }
}

//! What advice points at: the header, detail or slot that states a delay or a
//! new place. Advice of an entry can only name that entry's details, which is
//! checked where it stands; advice of a row, a type or a section holds for
//! many entries, so it is looked up here, when all of them are known.

use std::cell::LazyCell;
use std::ptr;

use super::{Lost, Lower};
use crate::lint::unclear_delay::{self, Value};
use crate::lint::unknown_detail;
use crate::map::{Map, Set};
use crate::model::{Catalog, Entry, Place, Shape};
use crate::source::{Span, Spanned};

/// A place that advice names.
pub(super) struct Pointer {
    /// Where the advice has its `do`.
    pub(super) advice: Span,
    pub(super) place: Spanned<Place>,
    pub(super) purpose: Purpose,
}

/// What is looked for there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Delay,
    NewPlace,
}

/// The entries that take each piece of advice, by the place of its `do`.
type Takers<'a> = Map<Span, Vec<&'a Entry>>;

impl Lower<'_> {
    /// Holds what advice names against what there is.
    pub(super) fn follow_pointers(&mut self, catalog: &Catalog) {
        // A header that says its unit needs none of them.
        let all = LazyCell::new(|| takers(catalog));
        let takers = |pointer: &Pointer| all.get(&pointer.advice).map_or(&[][..], Vec::as_slice);
        for pointer in std::mem::take(&mut self.pointers) {
            let values = match &pointer.place.value {
                Place::Header(at) => vec![Value::of_header(&catalog.headers[*at])],
                Place::Detail(name) => values(catalog, name, takers(&pointer)),
            };
            if values.is_empty() {
                self.unknown(catalog, &pointer.place, takers(&pointer));
            } else if pointer.purpose == Purpose::Delay {
                let unclear = values.iter().find(|value| value.is_unclear());
                if let Some(value) = unclear {
                    let of_one = match takers(&pointer) {
                        [entry] => Some(entry.span),
                        _ => None,
                    };
                    unclear_delay::raise(self.report, pointer.place.span, value, of_one);
                }
            }
        }
    }

    /// Advice for several entries names a detail that none of them has.
    fn unknown(&mut self, catalog: &Catalog, place: &Spanned<Place>, takers: &[&Entry]) {
        let Place::Detail(name) = &place.value else {
            return;
        };
        // A detail or slot that was reported may be the one.
        if self.names.details_lost == Lost::Some || self.names.slots_lost == Lost::Some {
            return;
        }
        let details = takers.iter().flat_map(|entry| &entry.details);
        let details = details.map(|detail| detail.name.as_str());
        let slots = catalog.envelope.iter().flat_map(Shape::slots);
        let known: Set<&str> = details.chain(slots.map(|(key, _)| key)).collect();
        let known = known.iter().copied();
        unknown_detail::of_shared_advice(self.report, place.span, name, known);
    }
}

/// The entries that take each piece of advice.
fn takers(catalog: &Catalog) -> Takers<'_> {
    let mut takers = Takers::new();
    for entry in &catalog.entries {
        let variants = entry.variants.iter().filter_map(|it| it.retry.as_ref());
        let with = entry.statuses.iter().map(|status| Some(*status));
        let without = entry.statuses.is_empty().then_some(None);
        let advice = with.chain(without);
        let advice = advice.filter_map(|status| catalog.advice(entry, status));
        let spans = variants.map(|it| it.span).chain(advice.map(|it| it.span));
        for span in spans {
            let takers = takers.or_insert(span, Vec::new());
            if takers.last().is_none_or(|last| !ptr::eq(*last, entry)) {
                takers.push(entry);
            }
        }
    }
    takers
}

/// The details and slots of that name.
fn values<'a>(catalog: &'a Catalog, name: &str, takers: &[&'a Entry]) -> Vec<Value<'a>> {
    let details = takers.iter().flat_map(|entry| &entry.details);
    let details = details.filter(|detail| detail.name == name);
    let slots = catalog.envelope.iter().flat_map(Shape::slots);
    let slots = slots.filter(|(key, _)| *key == name);
    let slots = slots.map(|(key, slot)| Value::of_slot(key, slot));
    details.map(Value::of_detail).chain(slots).collect()
}

//! Where a catalog holds what was reported.
//!
//! `lower` leaves out a broken part or lets a stand-in take its place. A lint
//! that would conclude something from what is *absent*, or from a default, asks
//! here first: one slip is one finding.

use crate::source::Span;

/// The errors in one catalog, and its top-level parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    /// Where each error begins, in order.
    errors: Vec<u32>,
    /// The top-level keys with all that is written there.
    parts: Vec<(String, Span)>,
}

impl Doubts {
    /// `errors` are the places of all errors so far in the catalog.
    pub(crate) fn new(errors: impl Iterator<Item = Span>, parts: Vec<(String, Span)>) -> Self {
        let mut errors: Vec<u32> = errors.map(|span| span.start).collect();
        errors.sort_unstable();
        Self { errors, parts }
    }

    /// Whether something in `extent` was reported.
    pub(crate) fn within(&self, extent: Span) -> bool {
        self.count(extent) > 0
    }

    /// Whether what the top-level `key` says, or that it is absent, may be due
    /// to something that was reported.
    pub(crate) fn about(&self, key: &str) -> bool {
        let in_parts: usize = self
            .parts
            .iter()
            .map(|(_, extent)| self.count(*extent))
            .sum();
        let part = self.parts.iter().find(|(name, _)| name == key);
        in_parts < self.errors.len() || part.is_some_and(|(_, extent)| self.within(*extent))
    }

    fn count(&self, extent: Span) -> usize {
        let before = |place: u32| self.errors.partition_point(|at| *at < place);
        before(extent.end.max(extent.start + 1)) - before(extent.start)
    }
}

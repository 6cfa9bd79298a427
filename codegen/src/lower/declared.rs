//! Names that are declared at one place and used at others.
//!
//! A slip in a declaration is one finding: what uses the name is not reported
//! on top of it.

use crate::diag::Report;
use crate::lint::{duplicate_key, nearest};
use crate::syntax::Fields;

/// Names that one key of the catalog declares.
#[derive(Default)]
pub(super) struct Declared {
    /// Each name with its position in the model; without one where its
    /// declaration was reported.
    pub(super) names: Vec<(String, Option<usize>)>,
    pub(super) lost: Lost,
}

/// Whether a declaration was reported without its name being known: then any
/// name may have been declared, and none is reported as unknown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Lost {
    #[default]
    None,
    Some,
}

/// What a name refers to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    At(usize),
    /// Its declaration was reported.
    Reported,
    Nowhere,
}

impl Declared {
    /// Names of which nothing was reported yet.
    pub(super) fn of(fields: &Fields, key: &str, report: &Report) -> Self {
        let part = fields.get(key).map(|node| node.span);
        let repeats = part.is_some_and(|part| duplicate_key::is_in(part, report));
        let lost = if fields.is_broken(key) || repeats {
            Lost::Some
        } else {
            Lost::None
        };
        Self {
            names: Vec::new(),
            lost,
        }
    }

    pub(super) fn find(&self, written: &str, same: impl Fn(&str, &str) -> bool) -> Found {
        let is_reported = |(name, at): &(String, Option<usize>)| {
            at.is_none() && nearest(written, [name.as_str()]).is_some()
        };
        match self.names.iter().find(|(name, _)| same(name, written)) {
            Some((_, Some(at))) => Found::At(*at),
            Some((_, None)) => Found::Reported,
            None if self.lost == Lost::Some => Found::Reported,
            // It may be the reported one without its slip.
            None if self.names.iter().any(is_reported) => Found::Reported,
            None => Found::Nowhere,
        }
    }

    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }
}

//! Names that are declared at one place and used at others.
//!
//! A slip in a declaration is one finding: what uses the name is not reported
//! on top of it.

use crate::diag::Report;
use crate::lint::{duplicate_key, nearest};
use crate::map::Map;
use crate::syntax::Fields;

/// Names that one key of the catalog declares.
#[derive(Default)]
pub(super) struct Declared {
    /// Each name with its position in the model; without one where its
    /// declaration was reported.
    names: Vec<(String, Option<usize>)>,
    /// The number of each name.
    numbers: Map<String, usize>,
    /// The same in lower case.
    in_lower_case: Map<String, usize>,
    /// Those whose declarations were reported.
    reported: Vec<usize>,
    lost: Lost,
}

/// Reported names among which no near one is looked for: a use may be of any.
const ENOUGH: usize = 100;

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
            lost,
            ..Self::default()
        }
    }

    /// Adds a name, and its position in the model if it has one.
    pub(super) fn declare(&mut self, name: String, at: Option<usize>) {
        let number = self.names.len();
        if at.is_none() {
            self.reported.push(number);
        }
        self.numbers.or_insert(name.clone(), number);
        self.in_lower_case
            .or_insert(name.to_ascii_lowercase(), number);
        self.names.push((name, at));
    }

    /// What a name refers to as it is written.
    pub(super) fn find(&self, written: &str) -> Found {
        self.found(written, self.numbers.get(written).copied())
    }

    /// The same in any case.
    pub(super) fn find_in_any_case(&self, written: &str) -> Found {
        // Nearly all are written as they are declared.
        let exact = self.numbers.get(written);
        let number = exact.or_else(|| self.in_lower_case.get(&written.to_ascii_lowercase()));
        self.found(written, number.copied())
    }

    fn found(&self, written: &str, number: Option<usize>) -> Found {
        match number.map(|at| self.names[at].1) {
            Some(Some(at)) => Found::At(at),
            Some(None) => Found::Reported,
            None if self.lost == Lost::Some || self.may_be_reported(written) => Found::Reported,
            None => Found::Nowhere,
        }
    }

    /// Whether it may be a reported one without its slip.
    fn may_be_reported(&self, written: &str) -> bool {
        let mut names = self.reported.iter().map(|at| self.names[*at].0.as_str());
        self.reported.len() > ENOUGH || names.any(|name| nearest(written, [name]).is_some())
    }

    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }
}

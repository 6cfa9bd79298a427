//! Mending sources with the edits that their findings carry.
//!
//! [`fix`] works in rounds: it applies edits that do not overlap, analyses the
//! new text and takes it only if it is better. So a slip that another one hid
//! is mended in a later round, and an edit that does harm is never seen by
//! anyone. The CLI shows the result or hands it to
//! [`rewrite`](crate::rewrite).
//!
//! Deliberately absent: the disk, and what is certainly right, which the rules
//! say ([`mend`](crate::mend)).

mod round;

use self::round::{Change, Reach, State, moved};
use crate::diag::Diagnostics;
use crate::limits;
use crate::lint::Rule;
use crate::source::{Position, Source};

/// Mends what is certain in one source. `check` analyses a text, as the run
/// did that found the mistakes; every change is held against what it says.
///
/// `None` if nothing can be mended. What is left is for the author, unless
/// [`Rest`] says otherwise.
///
/// ```
/// use errcat_codegen::{Config, Source, analyze_sources, fix};
///
/// let yaml = "
/// errcat: \"1\"
/// catalog: parcel
/// title: Parcel API errors
/// errors:
///   - code: PARCEL_NOT_FOUND
///     status: 404
///     mesage: There is no such parcel.
/// ";
/// let check = |source| analyze_sources(vec![source], &Config::default()).into_diagnostics();
/// let fixed = fix(&Source::new("parcel.yaml", yaml), check).unwrap();
/// assert!(fixed.text().contains("\nerrcat: 1\n"));
/// assert!(fixed.text().contains("\n    message: There"));
/// assert_eq!(fixed.mended().len(), 2);
/// ```
pub fn fix(source: &Source, check: impl Fn(Source) -> Diagnostics) -> Option<Fixed> {
    if !source.is_readable() {
        return None;
    }
    let mut state = State::of(check(source.clone()));
    let mut best = Best {
        reach: state.reach,
        errors: state.errors(),
        fixed: None,
    };
    let mut changes: Vec<Change> = Vec::new();
    let mut tries = limits::TRIES;
    while let Some((next, round)) = state.next(&check, &mut tries) {
        for change in &mut changes {
            change.at = moved(change.at, &round.edits);
        }
        changes.extend(round.mended);
        state = next;
        best.see(&state, &changes, source);
    }
    match (best.fixed, tries) {
        (fixed, 1..) => fixed,
        (None, 0) => Some(Fixed::untouched(source)),
        (Some(fixed), 0) => Some(Fixed {
            rest: Rest::Untried,
            ..fixed
        }),
    }
}

/// A source that was mended.
#[derive(Clone, Debug)]
pub struct Fixed {
    source: Source,
    text: String,
    mended: Vec<Mended>,
    rest: Rest,
}

/// Whether all was tried that may mend a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Yes: what is left can't be mended for certain.
    Tried,
    /// No: each try costs an analysis, so after
    /// [`MOST_TRIES`](crate::MOST_TRIES) no more are made.
    Untried,
}

impl Fixed {
    /// Nothing was mended, and not all was tried.
    fn untouched(source: &Source) -> Self {
        Self {
            source: source.clone(),
            text: source.text().to_owned(),
            mended: Vec::new(),
            rest: Rest::Untried,
        }
    }

    /// The source as it was read.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Its text as it should be.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether more might be mended.
    #[must_use]
    pub fn rest(&self) -> Rest {
        self.rest
    }

    /// What was mended, by its place in the new text; nothing only where all
    /// tries were in vain.
    #[must_use]
    pub fn mended(&self) -> &[Mended] {
        &self.mended
    }
}

/// One finding that was mended.
#[derive(Clone, Debug)]
pub struct Mended {
    rule: &'static Rule,
    position: Position,
    edits: Vec<(String, String)>,
}

impl Mended {
    /// The rule that had raised the finding.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Where the first edit stands in the new text.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// What was replaced, and by what; either may be empty.
    #[must_use]
    pub fn edits(&self) -> &[(String, String)] {
        &self.edits
    }
}

/// The last text that is no worse than the first: after it, mistakes came to
/// light that stayed.
struct Best {
    reach: Reach,
    errors: usize,
    fixed: Option<Fixed>,
}

impl Best {
    fn see(&mut self, state: &State, changes: &[Change], source: &Source) {
        if state.reach == self.reach && state.errors() > self.errors {
            return;
        }
        (self.reach, self.errors) = (state.reach, state.errors());
        let text = state.source();
        let mut changes: Vec<&Change> = changes.iter().collect();
        changes.sort_by_key(|change| change.at);
        let mended = changes.into_iter().map(|change| Mended {
            position: text.position(change.at),
            rule: change.rule,
            edits: change.edits.clone(),
        });
        self.fixed = Some(Fixed {
            source: source.clone(),
            text: text.text().to_owned(),
            mended: mended.collect(),
            rest: Rest::Tried,
        });
    }
}

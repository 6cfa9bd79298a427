//! One round of mending: which edits go together, and whether what comes of
//! them is better.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Edit, Report, Severity};
use crate::lint::Rule;
use crate::source::{Source, SourceId, Span};
use crate::yaml::{self, Stop};

/// A text with what was found in it.
pub(super) struct State {
    found: Diagnostics,
    pub(super) reach: Reach,
}

/// How far the reader came in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// It did not begin, and so many bytes follow the first hidden character.
    Hidden(Reverse<usize>),
    /// It gave up, with so many bytes to go.
    Stopped(Reverse<usize>),
    Parsed,
}

/// Edits of one round, and what they mend.
pub(super) struct Round {
    pub(super) edits: Vec<Edit>,
    pub(super) mended: Vec<Change>,
}

/// One finding that was mended, while its place may still move.
pub(super) struct Change {
    pub(super) rule: &'static Rule,
    pub(super) at: u32,
    pub(super) edits: Vec<(String, String)>,
}

impl State {
    pub(super) fn of(found: Diagnostics) -> Self {
        let reach = reach(&found.sources()[0]);
        Self { found, reach }
    }

    pub(super) fn source(&self) -> &Source {
        &self.found.sources()[0]
    }

    /// The state after one more round, if there is one.
    pub(super) fn next(
        &self,
        check: &impl Fn(Source) -> Diagnostics,
        tries: &mut u32,
    ) -> Option<(Self, Round)> {
        let all: Vec<&Diagnostic> = self
            .found
            .iter()
            .filter(|it| is_sound(it.edits()))
            .collect();
        let together = apart(&all);
        let alone = all.iter().map(|finding| vec![*finding]);
        let is_tried =
            |one: &[&Diagnostic]| together.len() == 1 && std::ptr::eq(one[0], together[0]);
        let alone = alone.filter(|one| !is_tried(one));
        std::iter::once(together.clone())
            .chain(alone)
            .filter(|findings| !findings.is_empty())
            .find_map(|findings| {
                *tries = tries.checked_sub(1)?;
                let round = self.round(&findings);
                let text = applied(self.source().text(), &round.edits);
                let next = Self::of(check(self.source().with_text(text)));
                next.is_better(self, &findings, &round)
                    .then_some((next, round))
            })
    }

    fn round(&self, findings: &[&Diagnostic]) -> Round {
        let all = findings.iter().flat_map(|finding| finding.edits());
        let mut edits: Vec<Edit> = all.cloned().collect();
        edits.sort_by_key(|edit| edit.span);
        let words = |edit: &Edit| {
            let replaced = self.source().slice(edit.span);
            (replaced.to_owned(), edit.text.clone())
        };
        let mended = findings.iter().map(|finding| Change {
            rule: finding.rule(),
            at: moved(finding.edits()[0].span.start, &edits),
            edits: finding.edits().iter().map(words).collect(),
        });
        Round {
            mended: mended.collect(),
            edits,
        }
    }

    /// Whether this came of mending `findings` in `before` and does no harm: the
    /// reader comes further, or as far, and all of them are gone.
    ///
    /// One may have hidden others, if those can be mended in their turn. Several
    /// must leave nothing but what was there: each alone may be right, and all
    /// of them together wrong.
    fn is_better(&self, before: &Self, findings: &[&Diagnostic], round: &Round) -> bool {
        if self.reach != before.reach {
            return self.reach > before.reach;
        }
        let stays = |finding: &&Diagnostic| {
            let at = moved(finding.span().start, &round.edits);
            let mut left = self.found.iter();
            left.any(|it| it.id() == finding.id() && it.span().start == at)
        };
        let harmless = if let [_] = findings {
            self.hopeless() <= before.hopeless()
        } else {
            let mended = findings.iter();
            let mended = mended.filter(|it| it.severity() == Severity::Error);
            self.errors() + mended.count() <= before.errors()
                && self.found.iter().len() + findings.len() <= before.found.iter().len()
        };
        self.reach == Reach::Parsed && harmless && !findings.iter().any(stays)
    }

    pub(super) fn errors(&self) -> usize {
        self.found.count(Severity::Error) + self.found.unshown()
    }

    /// The errors that nothing mends for certain.
    fn hopeless(&self) -> usize {
        let hopeless = self.found.iter().filter(|it| it.edits().is_empty());
        hopeless
            .filter(|it| it.severity() == Severity::Error)
            .count()
            + self.found.unshown()
    }
}

/// Most findings that are mended in one round.
const MOST_AT_ONCE: usize = 1_000;

/// As many findings as can be mended at once: of two whose edits overlap or
/// touch, the later waits for the next round. Two lines that go, one below the
/// other, may be all that stands under their key.
fn apart<'a>(findings: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    let mut taken: BTreeSet<Span> = BTreeSet::new();
    let mut kept = Vec::new();
    for finding in findings {
        let spans = || finding.edits().iter().map(|edit| edit.span);
        if kept.len() < MOST_AT_ONCE && spans().all(|span| is_free(span, &taken)) {
            taken.extend(spans());
            kept.push(*finding);
        }
    }
    kept
}

/// Whether no span overlaps or touches this one.
fn is_free(span: Span, taken: &BTreeSet<Span>) -> bool {
    let start = Span {
        end: span.start,
        ..span
    };
    let before = taken.range(..start).next_back();
    let after = taken.range(start..).next();
    before.is_none_or(|it| it.end < span.start) && after.is_none_or(|it| it.start > span.end)
}

/// Whether there are edits, sorted, in one source, none within another.
fn is_sound(edits: &[Edit]) -> bool {
    !edits.is_empty()
        && edits.iter().all(|edit| edit.span.source == SourceId(0))
        && edits.windows(2).all(|two| {
            let (first, second) = (two[0].span, two[1].span);
            first.end <= second.start && first.start < second.start
        })
}

fn applied(text: &str, edits: &[Edit]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        new.push_str(&text[from..edit.span.start as usize]);
        new.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    new.push_str(&text[from..]);
    new
}

/// Where a byte of the old text stands in the new one.
pub(super) fn moved(at: u32, edits: &[Edit]) -> u32 {
    let mut moved = i64::from(at);
    for edit in edits.iter().filter(|edit| edit.span.start < at) {
        let gone = edit.span.end.min(at) - edit.span.start;
        let come = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
        moved += come - i64::from(gone);
    }
    u32::try_from(moved).unwrap_or(0)
}

fn reach(source: &Source) -> Reach {
    let left = |at| Reverse(source.text().len().saturating_sub(at));
    match yaml::read(source, SourceId(0), &mut Report::default()) {
        Err(Stop::Hidden(at)) => Reach::Hidden(left(at)),
        Err(Stop::Syntax(at)) => Reach::Stopped(left(at)),
        Ok(_) => Reach::Parsed,
    }
}

//! One slip, one finding: those that say the same of several places are joined.

use super::{Diagnostic, Repeats};
use crate::map::Map;
use crate::source::SourceId;

/// Most related places that one finding points at.
const MOST_PLACES: usize = 4;

/// Makes one finding of those that show one slip at several places.
pub(super) fn join(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut firsts: Map<(SourceId, String), usize> = Map::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    for finding in findings {
        if finding.repeats == Repeats::Joined {
            let key = (finding.span.source, finding.message.clone());
            let first = *firsts.or_insert(key, kept.len());
            if let Some(first) = kept.get_mut(first) {
                first.repeated(&finding);
                continue;
            }
        }
        kept.push(finding);
    }
    for finding in kept.iter_mut().filter(|finding| finding.unshown > 0) {
        let count = finding.unshown;
        let places = if count == 1 { "place" } else { "places" };
        finding.help(format!("the same holds at {count} more {places}"));
    }
    kept
}

impl Diagnostic {
    /// Points at a place of a later finding that says the same.
    fn repeated(&mut self, other: &Self) {
        // Mended wholly or not at all.
        if self.mends.is_empty() || other.mends.is_empty() {
            self.mends.clear();
        } else {
            self.mends.extend_from_slice(&other.mends);
        }
        if self.related.len() < MOST_PLACES {
            self.related.push((other.span, "and here".to_owned()));
        } else {
            self.unshown += 1;
        }
    }
}

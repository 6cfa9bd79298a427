//! The end of the tree where YAML's syntax is broken.

use granit_parser::{ErrorKind, ScanError};

use super::Builder;
use crate::lint::{over_limit, yaml_syntax};
use crate::mend::Mend;
use crate::yaml::repair::{self, Repair};
use crate::yaml::{blanks, fault};

impl Builder<'_, '_> {
    /// Reports where the parser gave up, unless that only follows from what
    /// was refused on the same line; returns the place.
    pub(in crate::yaml) fn syntax(&mut self, error: &ScanError) -> usize {
        let at = error
            .marker()
            .byte_offset()
            .unwrap_or_default()
            .min(self.text.len());
        let refused = self.refused.and_then(|from| self.text.get(from..at));
        if refused.is_some_and(|text| !text.contains('\n')) {
            return at;
        }
        if let Some(blank) = blanks::near(self.text, at) {
            if self.refused != Some(blank.start) {
                self.no_space(blank.start, blank.end);
            }
            return at;
        }
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            let place = fault::one(self.text, at);
            over_limit::depth(self.report, self.origin.span(place.start, place.end));
            return at;
        }
        let flow = self.flow();
        let (fault, place) = fault::find(error.kind(), self.text, at, flow);
        let span = self.origin.span(place.start, place.end);
        let finding = yaml_syntax::raise(self.report, span, &fault);
        if let Some((piece, repair)) = repair::of(&fault, self.text, place, flow) {
            let piece = self.origin.span(piece.start, piece.end);
            finding.mend(match repair {
                Repair::Quote => Mend::Quote(piece),
                Repair::Text(text) => Mend::Text(piece, text),
                Repair::Write(text) => Mend::Write(piece, text),
            });
        }
        at
    }
}

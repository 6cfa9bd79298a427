//! What the stages of one run have found so far.
//!
//! Each stage adds to it; at the end of the run it becomes [`Diagnostics`].

use super::{Diagnostic, Diagnostics, Level, Levels, Repeats, Severity, join};
use crate::limits;
use crate::lint::{Rule, over_limit};
use crate::order::sort_by;
use crate::source::{Source, SourceId, Span};

/// Where the stages of one run put what they find.
#[derive(Debug, Default)]
pub(crate) struct Report {
    findings: Vec<Diagnostic>,
    /// How many of them are errors by nature, which no configuration changes.
    errors: usize,
    surplus: Surplus,
}

/// Errors beyond [`limits::ERRORS`]: they are counted, and the last one is kept
/// for its finder to go on with.
#[derive(Debug, Default)]
struct Surplus {
    count: usize,
    first: Option<Span>,
    last: Option<Box<Diagnostic>>,
}

impl Report {
    /// Adds a finding of `rule` at `span`; the caller goes on to explain it.
    pub(crate) fn raise(
        &mut self,
        rule: &'static Rule,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let finding = Diagnostic {
            rule,
            severity: rule.level.severity(),
            span,
            message: message.into(),
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            mends: Vec::new(),
            #[cfg(feature = "full")]
            edits: Vec::new(),
            entry: None,
            repeats: Repeats::Apart,
            unshown: 0,
        };
        if rule.level == Level::Deny {
            if self.errors == limits::ERRORS {
                self.surplus.count += 1;
                self.surplus.first.get_or_insert(span);
                return self.surplus.last.insert(Box::new(finding));
            }
            self.errors += 1;
        }
        let at = self.findings.len();
        self.findings.push(finding);
        &mut self.findings[at]
    }

    /// Takes back each finding about an entry that `is_allowed`, which hears of
    /// its rule and of the entry.
    pub(crate) fn silence(&mut self, mut is_allowed: impl FnMut(&Rule, Span) -> bool) {
        self.findings
            .retain(|it| it.entry.is_none_or(|entry| !is_allowed(it.rule, entry)));
    }

    /// The places of the errors in one source so far.
    pub(crate) fn errors_in(&self, source: SourceId) -> impl Iterator<Item = Span> {
        let errors = self
            .findings
            .iter()
            .filter(|it| it.severity == Severity::Error);
        let places = errors.map(|it| it.span);
        places.filter(move |span| span.source == source)
    }

    /// Whether `rule` found something in a part of a source.
    pub(crate) fn has(&self, rule: &Rule, part: Span) -> bool {
        let is_inside = |span: Span| {
            span.source == part.source && part.start <= span.start && span.end <= part.end
        };
        let is_it = |it: &Diagnostic| it.rule.id == rule.id && is_inside(it.span);
        self.findings.iter().any(is_it)
    }

    /// How many findings there are so far.
    pub(crate) fn len(&self) -> usize {
        self.findings.len() + self.surplus.count
    }

    /// The `at`th finding, to add to it.
    pub(crate) fn finding(&mut self, at: usize) -> &mut Diagnostic {
        match self.surplus.last.as_deref_mut() {
            Some(last) if at >= self.findings.len() => last,
            _ => &mut self.findings[at],
        }
    }

    /// Takes back all findings but the first `length`.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.surplus.count = length.saturating_sub(self.findings.len());
        let gone = self.findings.drain(length.min(self.findings.len())..);
        self.errors -= gone.filter(|it| it.rule.level == Level::Deny).count();
    }

    /// Ends the run: sets the levels that were asked for, sorts by file and
    /// position and joins the sources.
    pub(crate) fn finish(mut self, sources: Vec<Source>, levels: &Levels) -> Diagnostics {
        if let Some(first) = self.surplus.first.filter(|_| self.surplus.count > 0) {
            self.errors = 0;
            over_limit::errors(&mut self, first);
        }
        self.findings.retain_mut(|finding| {
            let level = levels.of(finding.rule);
            finding.severity = level.severity();
            level != Level::Allow
        });
        sort_by(&mut self.findings, Diagnostic::by_place);
        let mut findings = join::join(self.findings);
        for finding in &mut findings {
            #[cfg(feature = "full")]
            finding.write_edits(&sources);
            let cut = |span: &mut Span| *span = sources[span.source.0 as usize].first_line(*span);
            cut(&mut finding.span);
            finding.related.iter_mut().for_each(|(span, _)| cut(span));
            finding.make_visible();
        }
        let unshown = self.surplus.count;
        Diagnostics {
            sources,
            findings,
            unshown,
        }
    }
}

//! What errcat has to say about a catalog: findings, each with a place.
//!
//! Every stage adds to one [`Report`]; the run ends with [`Diagnostics`], which
//! owns the sources and so can render itself. Deliberately absent: the wording
//! of findings, which stands with each rule in [`lint`](crate::lint).

mod join;
mod render;
mod report;

use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;

pub use self::render::Look;
pub(crate) use self::report::Report;
use crate::lint::Rule;
use crate::mend::Mend;
use crate::order::sort_by;
use crate::sink::visible;
use crate::source::{Position, Source, Span};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth mending; outputs are written all the same.
    Warning,
    /// The catalog can't be compiled; nothing is written.
    Error,
}

/// What the configuration says about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Say nothing.
    Allow,
    /// Say it, and write the outputs all the same.
    Warn,
    /// Refuse to write anything.
    Deny,
}

impl Level {
    /// How much a finding weighs that is said at this level.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Allow | Self::Warn => Severity::Warning,
            Self::Deny => Severity::Error,
        }
    }
}

/// The levels of rules that the configuration sets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels(pub(crate) Vec<(&'static Rule, Level)>);

impl Levels {
    /// What the configuration says about `rule`, else the rule itself.
    pub(crate) fn of(&self, rule: &Rule) -> Level {
        let set = self.0.iter().find(|(known, _)| known.id == rule.id);
        set.map_or(rule.level, |(_, level)| *level)
    }
}

/// One finding: which rule, where, what is wrong, and what to do next.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    rule: &'static Rule,
    severity: Severity,
    span: Span,
    message: String,
    label: Option<String>,
    related: Vec<(Span, String)>,
    help: Vec<String>,
    /// What mends it, where that is certain: all of them together. The edits
    /// are what they come to in the source, which the end of the run knows.
    mends: Vec<Mend>,
    #[cfg(feature = "full")]
    edits: Vec<Edit>,
    /// Where the entry that this is about has its code.
    entry: Option<Span>,
    repeats: Repeats,
    /// How many places with the same slip are not in `related`.
    unshown: usize,
}

/// A replacement of text in a source. (Feature `full`.)
#[cfg(feature = "full")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where text is only put in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// What becomes of findings of one file that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repeats {
    /// Each place is a slip of its own.
    Apart,
    /// One slip shows at several places: one finding names them all.
    Joined,
}

impl Diagnostic {
    /// The rule's stable id, like `EC0101`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.rule.id
    }

    /// The rule that raised this.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Error or warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The key or value at fault.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What is wrong, in one sentence without its full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What is meant, right at the place at fault.
    #[must_use]
    pub fn label_text(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Places that explain the one at fault, and what is there.
    #[must_use]
    pub fn related_places(&self) -> &[(Span, String)] {
        &self.related
    }

    /// What to do next, one sentence each. After a line break, one may show
    /// lines to write.
    #[must_use]
    pub fn help_lines(&self) -> &[String] {
        &self.help
    }

    /// What mends this, where the right text is certain: all the edits
    /// together, in one source. Empty where only the author can know. (Feature
    /// `full`.)
    #[cfg(feature = "full")]
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Spells out what catalogs and names of files put into the words; what to
    /// do next has been so from the start.
    fn make_visible(&mut self) {
        let related = self.related.iter_mut().map(|(_, text)| text);
        std::iter::once(&mut self.message)
            .chain(&mut self.label)
            .chain(related)
            .for_each(|text| *text = visible(text));
    }

    /// Says, right under the place at fault, what is meant.
    pub(crate) fn label(&mut self, text: impl Into<String>) -> &mut Self {
        self.label = Some(text.into());
        self
    }

    /// Points at a second place that explains the first.
    pub(crate) fn related(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.related.push((span, text.into()));
        self
    }

    /// Says which entry this is about, by the place of its code: the entry may
    /// allow it.
    pub(crate) fn about(&mut self, entry: Span) -> &mut Self {
        self.entry = Some(entry);
        self
    }

    /// Joins this with other findings that say the same.
    pub(crate) fn joined(&mut self) -> &mut Self {
        self.repeats = Repeats::Joined;
        self
    }

    /// The order of findings: by file, position and rule.
    fn by_place(&self, other: &Self) -> Ordering {
        (self.span, self.id()).cmp(&(other.span, other.id()))
    }

    /// Writes the mends as edits; `sources` are those of the run.
    #[cfg(feature = "full")]
    fn write_edits(&mut self, sources: &[Source]) {
        self.edits = crate::mend::edits(&self.mends, sources);
    }

    /// Mends this, together with what was said before.
    pub(crate) fn mend(&mut self, mend: Mend) -> &mut Self {
        self.mends.push(mend);
        self
    }

    /// Says what to do next.
    pub(crate) fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.help.push(visible(&text.into()));
        self
    }

    /// Shows what to write, line by line.
    pub(crate) fn sample(&mut self, lines: &[String]) -> &mut Self {
        let lines: Vec<String> = lines.iter().map(|line| visible(line)).collect();
        self.help.push(match lines.as_slice() {
            [line] => format!("write it like `{line}`"),
            lines => format!("write it like this:\n{}", lines.join("\n")),
        });
        self
    }
}

/// All findings of a run, sorted by file and position, with the sources that
/// they point into.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    sources: Vec<Source>,
    findings: Vec<Diagnostic>,
    /// How many errors are left out, where there are too many.
    unshown: usize,
}

impl Diagnostics {
    /// These findings and those of a later report on the same sources.
    pub(crate) fn extended(self, report: Report) -> Self {
        let mut later = report.finish(self.sources, &Levels::default());
        later.findings.extend(self.findings);
        later.unshown += self.unshown;
        sort_by(&mut later.findings, Diagnostic::by_place);
        later
    }

    /// The findings in the order of files and positions.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.findings.iter()
    }

    /// Whether nothing at all was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings weigh `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Whether outputs may be written: there is no error.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many errors there are that are not among the findings: a run reports
    /// at most 10,000, and says so in one more.
    #[must_use]
    pub fn unshown(&self) -> usize {
        self.unshown
    }

    /// The sources of the run, sorted by path.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source that a span points into.
    #[must_use]
    pub fn source(&self, span: Span) -> &Source {
        &self.sources[span.source.0 as usize]
    }

    /// The line and column where a span starts.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        self.source(span).position(span.start)
    }

    /// The lines and columns where a span starts and where it ends: the end is
    /// the first character that no longer belongs to it.
    ///
    /// ```
    /// use errcat_codegen::{Config, Source, analyze_sources};
    ///
    /// let source = Source::new("parcel.yaml", "errcat: 1\ntitel: Parcel errors\n");
    /// let analysis = analyze_sources(vec![source], &Config::default());
    /// let found = analysis.diagnostics();
    /// let misspelt = found.iter().find(|it| it.message().contains("titel")).unwrap();
    /// let place = found.positions(misspelt.span());
    /// assert_eq!((place.start.line, place.start.column), (2, 1));
    /// assert_eq!((place.end.line, place.end.column), (2, 6));
    /// ```
    #[must_use]
    pub fn positions(&self, span: Span) -> Range<Position> {
        let source = self.source(span);
        source.position(span.start)..source.position(span.end)
    }

    /// The findings as people read them, in rustc's look.
    #[must_use]
    pub fn render(&self, look: Look) -> String {
        render::render(self, look)
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Look::Plain))
    }
}

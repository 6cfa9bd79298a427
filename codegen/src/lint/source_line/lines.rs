//! The lines that a catalog gives, held against its document.
//!
//! Called by [`check_documents`](crate::check_documents) for each catalog.

use super::RULE;
use crate::diag::Report;
use crate::documents::mention::{mentions, status_mentions};
use crate::lint::{shown, shown_line};
use crate::map::Map;
use crate::mend::Mend;
use crate::model::{Catalog, Code, Entry, Listing, Provenance, Span, Spanned, Status};

/// Holds the lines of one catalog against its document.
pub(crate) fn check(catalog: &Catalog, name: &str, text: &str, report: &mut Report) {
    let document = Document {
        name: shown(name),
        lines: text.lines().map(|line| line.replace("\\_", "_")).collect(),
        codes: catalog.entries.iter().flat_map(codes_of).collect(),
    };
    let mut vouched: Map<(u32, Status), Vec<Span>> = Map::new();
    for listing in &catalog.listings {
        let Some(written) = &listing.document_line else {
            continue;
        };
        let entry = &catalog.entries[listing.entry];
        match document.holds(written.value, entry, listing) {
            Held::Code => {}
            Held::Status(status, mentions) => {
                let before = vouched.or_insert((written.value, status), Vec::new());
                if before.len() >= mentions {
                    document.taken(written, entry, status, before[0], report);
                }
                before.push(written.span);
            }
            Held::Nothing => document.raise(written, entry, listing, report),
        }
    }
}

/// A document and what may stand in it.
struct Document<'a> {
    name: String,
    lines: Vec<String>,
    codes: Vec<&'a Code>,
}

/// What a line holds of a listing.
enum Held {
    Code,
    /// The status alone, and how often.
    Status(Status, usize),
    Nothing,
}

impl Document<'_> {
    fn holds(&self, line: u32, entry: &Entry, listing: &Listing) -> Held {
        let Some(text) = self.line(line) else {
            return Held::Nothing;
        };
        if self.names(text, entry) {
            return Held::Code;
        }
        if entry.code_provenance == Provenance::Documented && self.other(text).is_some() {
            return Held::Nothing;
        }
        let statuses = listing.statuses.iter();
        let mut counts = statuses.map(|status| (*status, status_mentions(text, *status)));
        match counts.find(|(_, mentions)| *mentions > 0) {
            Some((status, mentions)) => Held::Status(status, mentions),
            None => Held::Nothing,
        }
    }

    fn line(&self, line: u32) -> Option<&str> {
        let at = (line as usize).checked_sub(1)?;
        self.lines.get(at).map(String::as_str)
    }

    /// Whether a line names the entry.
    fn names(&self, text: &str, entry: &Entry) -> bool {
        codes_of(entry).any(|code| mentions(text, code, &self.codes))
    }

    /// The first code of the catalog that a line names.
    fn other(&self, text: &str) -> Option<&Code> {
        let mut codes = self.codes.iter().copied();
        codes.find(|code| mentions(text, code, &self.codes))
    }

    fn raise(&self, written: &Spanned<u32>, entry: &Entry, listing: &Listing, report: &mut Report) {
        let code = shown(&entry.code().to_string());
        let Spanned { value: line, span } = *written;
        let text = self.line(line);
        let message = match (text, text.and_then(|text| self.other(text))) {
            (None, _) => format!("`{}` has no line {line}", self.name),
            (Some(_), Some(other)) => {
                let other = shown(&other.to_string());
                format!(
                    "line {line} of `{}` is about `{other}`, not `{code}`",
                    self.name
                )
            }
            (Some(_), None) => match listing.statuses.first() {
                Some(status) => format!(
                    "line {line} of `{}` holds neither `{code}` nor its status, {status}",
                    self.name
                ),
                None => format!("line {line} of `{}` does not hold `{code}`", self.name),
            },
        };
        let label = match text {
            None => format!("it ends with line {}", self.lines.len()),
            Some(text) if text.trim().is_empty() => "this line is blank".to_owned(),
            Some(text) => format!("this line says \"{}\"", shown_line(text)),
        };
        let help = match self.nearest(line, entry) {
            Some(right) => format!("`{code}` stands on line {right}: write `line: {right}`"),
            None => "write the line on which the document lists this error".to_owned(),
        };
        let finding = report.raise(&RULE, span, message);
        finding.label(label).help(help);
        // An entry that is listed once, on the only line that names it.
        if let (&[_], &[right]) = (&entry.listings[..], &self.lines_of(entry)[..]) {
            finding.mend(Mend::Write(span, right.to_string()));
        }
    }

    /// The line nearest to `line` that names the entry.
    fn nearest(&self, line: u32, entry: &Entry) -> Option<u32> {
        let right = self.lines_of(entry).into_iter();
        right.min_by_key(|at| (at.abs_diff(line), *at))
    }

    /// The lines that name an entry.
    fn lines_of(&self, entry: &Entry) -> Vec<u32> {
        let numbered = (1u32..).zip(&self.lines);
        let right = numbered.filter(|(_, text)| self.names(text, entry));
        right.map(|(at, _)| at).collect()
    }

    /// The line's status vouches for another listing already.
    fn taken(
        &self,
        written: &Spanned<u32>,
        entry: &Entry,
        status: Status,
        first: Span,
        report: &mut Report,
    ) {
        let Spanned { value: line, span } = *written;
        let text = self.line(line).unwrap_or_default();
        let code = shown(&entry.code().to_string());
        let message = format!(
            "line {line} of `{}` does not hold `{code}`, and its status, {status}, is that of another listing",
            self.name
        );
        report
            .raise(&RULE, span, message)
            .label(format!("this line says \"{}\"", shown_line(text)))
            .related(first, "this listing stands there")
            .help("give each listing its own line; where one line lists two errors, it names both codes");
    }
}

fn codes_of(entry: &Entry) -> impl Iterator<Item = &Code> {
    let aliases = entry.aliases.iter().map(|alias| &alias.value);
    entry.codes.iter().map(|code| &code.code).chain(aliases)
}

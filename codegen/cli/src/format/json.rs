//! `json`: all that is known of each finding, in one object.
//!
//! `FORMATS.md` tells what the members mean, `findings.schema.json` where they
//! stand. Members are always there: what a finding lacks is `null` or `[]`.

use std::collections::BTreeSet;

use errcat_codegen::{Diagnostic, Diagnostics, Edit, Position, Severity, Source, Span};
use serde::Serialize;

use super::Report;

/// The edition of the format. A member that is taken away, or means something
/// else, makes a new one; a member that is added does not.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Object<'a> {
    version: u32,
    errcat: &'static str,
    summary: Summary,
    failure: Option<&'a str>,
    files: Vec<&'a str>,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    /// How many files have a finding.
    files: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    id: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    label: Option<&'a str>,
    help: &'a [String],
    file: &'a str,
    span: Extent,
    related: Vec<Related<'a>>,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    span: Extent,
    message: &'a str,
}

#[derive(Serialize)]
struct Change<'a> {
    file: &'a str,
    span: Extent,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Extent {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    byte: usize,
    line: u32,
    column: u32,
}

pub(super) fn render(report: Report<'_>) -> String {
    let found = report.found;
    let with_findings: BTreeSet<&str> = found
        .iter()
        .map(|finding| file(found, finding.span()))
        .collect();
    super::document(&Object {
        version: VERSION,
        errcat: env!("CARGO_PKG_VERSION"),
        summary: Summary {
            errors: found.count(Severity::Error),
            warnings: found.count(Severity::Warning),
            files: with_findings.len(),
        },
        failure: report.failure,
        files: found.sources().iter().map(Source::path).collect(),
        diagnostics: found.iter().map(|it| finding(found, it)).collect(),
    })
}

fn finding<'a>(found: &'a Diagnostics, finding: &'a Diagnostic) -> Finding<'a> {
    let related = |(span, message): &'a (Span, String)| Related {
        file: file(found, *span),
        span: extent(found, *span),
        message,
    };
    let replacement = |Edit { span, text }: &'a Edit| Change {
        file: file(found, *span),
        span: extent(found, *span),
        replacement: text,
    };
    Finding {
        id: finding.id(),
        name: finding.rule().name,
        severity: super::word(finding.severity()),
        message: finding.message(),
        label: finding.label_text(),
        help: finding.help_lines(),
        file: file(found, finding.span()),
        span: extent(found, finding.span()),
        related: finding.related_places().iter().map(related).collect(),
        edits: finding.edits().iter().map(replacement).collect(),
    }
}

fn file(found: &Diagnostics, span: Span) -> &str {
    found.source(span).path()
}

fn extent(found: &Diagnostics, span: Span) -> Extent {
    let (bytes, positions) = (span.bytes(), found.positions(span));
    Extent {
        start: place(bytes.start, positions.start),
        end: place(bytes.end, positions.end),
    }
}

fn place(byte: usize, Position { line, column }: Position) -> Place {
    Place { byte, line, column }
}

//! What was found in the catalogs, as subcommands report it.

use std::collections::BTreeSet;
use std::path::Path;

use clap::Args;
use errcat_codegen::{Analysis, Diagnostics, Severity};

use crate::console::Console;

/// What counts as wrong.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Strictness {
    /// Treat warnings as errors
    #[arg(long)]
    deny_warnings: bool,
}

/// Prints all findings in the catalogs of `places`. Returns the reason to stop
/// there, if there is one, as it reads after `error: `.
pub(crate) fn report(
    analysis: &Analysis,
    strictness: Strictness,
    places: &[&Path],
    console: &mut Console,
) -> Option<String> {
    read(analysis, console);
    console.findings(analysis.diagnostics());
    let is_empty = analysis.paths().next().is_none();
    if is_empty {
        console.warning(&no_catalogs(places));
    }
    let denied = "and `--deny-warnings` is set";
    match counts(analysis) {
        (1.., _) => Some(total(analysis)),
        (0, 1..) if strictness.deny_warnings => Some(format!("{}, {denied}", total(analysis))),
        (0, 0) if strictness.deny_warnings && is_empty => Some(format!("no catalogs, {denied}")),
        _ => None,
    }
}

/// Says which files were read, to those who ask for it.
pub(crate) fn read(analysis: &Analysis, console: &mut Console) {
    for path in analysis.paths() {
        console.detail(&format!("read     {path}"));
    }
}

/// What the catalogs hold, like `3 catalogs, 58 entries`.
pub(crate) fn contents(analysis: &Analysis) -> String {
    let catalogs = analysis.catalogs();
    let entries = catalogs.iter().map(|catalog| catalog.entries.len()).sum();
    let catalogs = counted(catalogs.len(), "catalog");
    match counts(analysis) {
        (_, 0) => format!("{catalogs}, {}", counted(entries, "entry")),
        (_, warnings) => {
            let warnings = counted(warnings, "warning");
            format!("{catalogs}, {}, {warnings}", counted(entries, "entry"))
        }
    }
}

/// A number with its noun.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

/// How much of what was found `--fix` mends, like `2 of these`, if it is any.
pub(crate) fn mendable(found: &Diagnostics) -> Option<String> {
    let all = found.iter().len();
    let mendable = found.iter().filter(|it| !it.edits().is_empty()).count();
    match (mendable, all) {
        (0, _) => None,
        (1, 1) => Some("it".to_owned()),
        (some, all) if some == all => Some(format!("all {all}")),
        (some, _) => Some(format!("{some} of these")),
    }
}

/// What was found, like `3 errors and 1 warning in 2 catalogs`.
fn total(analysis: &Analysis) -> String {
    let found = match counts(analysis) {
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => {
            let warnings = counted(warnings, "warning");
            format!("{} and {warnings}", counted(errors, "error"))
        }
    };
    let diagnostics = analysis.diagnostics();
    let files: BTreeSet<&str> = diagnostics
        .iter()
        .map(|finding| diagnostics.source(finding.span()).path())
        .collect();
    format!("{found} in {}", counted(files.len(), "catalog"))
}

fn no_catalogs(places: &[&Path]) -> String {
    let places: Vec<String> = places
        .iter()
        .map(|place| format!("`{}`", place.display()))
        .collect();
    let places = places.join(", ");
    format!("no catalogs in {places}: put `NAME.yaml` there, or start with `errcat init`")
}

/// How many errors and warnings there are.
fn counts(analysis: &Analysis) -> (usize, usize) {
    let diagnostics = analysis.diagnostics();
    let errors = diagnostics.count(Severity::Error);
    (errors, diagnostics.count(Severity::Warning))
}

//! What a run of `generate` did to each file, and the sum of it.

use std::path::Path;

use errcat_codegen::{Artifact, ChangeKind, Outcome};

use crate::console::Console;
use crate::findings::counted;

/// The files that are right already, one a line.
pub(super) fn unchanged(
    out: &Path,
    artifacts: &[Artifact],
    outcome: &Outcome,
    console: &mut Console,
) {
    for artifact in artifacts {
        let path = artifact.path();
        if !outcome.changes.iter().any(|change| change.path == path) {
            console.detail(&format!("kept     {}", out.join(path).display()));
        }
    }
}

/// The files that were written or removed, one a line.
pub(super) fn written(out: &Path, outcome: &Outcome, console: &mut Console) {
    for change in &outcome.changes {
        let what = match change.kind {
            ChangeKind::Created => "created",
            ChangeKind::Updated => "updated",
            ChangeKind::Removed => "removed",
        };
        console.note(&format!("{what}  {}", out.join(&change.path).display()));
    }
}

/// The files that are not as they should be, one a line.
pub(super) fn drifted(out: &Path, outcome: &Outcome, console: &mut Console) {
    for change in &outcome.changes {
        let what = match change.kind {
            ChangeKind::Created => "missing",
            ChangeKind::Updated => "stale  ",
            ChangeKind::Removed => "orphan ",
        };
        console.note(&format!("{what}  {}", out.join(&change.path).display()));
    }
}

/// How many files are not as they should be, like `2 of 11 files are out of
/// date`.
pub(super) fn stale(outcome: &Outcome) -> String {
    let number = outcome.changes.len();
    let files = counted(number + outcome.unchanged, "file");
    let verb = if number == 1 { "is" } else { "are" };
    format!("{number} of {files} {verb} out of date")
}

/// How many files were written, removed and left, like `2 files written, 9
/// unchanged`.
pub(super) fn summary(outcome: &Outcome) -> String {
    let removed = outcome
        .changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Removed)
        .count();
    let written = outcome.changes.len() - removed;
    let unchanged = outcome.unchanged;
    if outcome.changes.is_empty() {
        return match unchanged {
            1 => "1 file is up to date".to_owned(),
            _ => format!("all {unchanged} files are up to date"),
        };
    }
    // What is removed leaves the manifest, so something is always written.
    let mut parts = vec![format!("{} written", counted(written, "file"))];
    if removed > 0 {
        parts.push(format!("{removed} removed"));
    }
    if unchanged > 0 {
        parts.push(format!("{unchanged} unchanged"));
    }
    parts.join(", ")
}

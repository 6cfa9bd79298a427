//! The plan: everything a run is going to change, and every reason not to.
//!
//! Made by [`write`](super::write()) before it changes anything, so that a
//! refusal leaves the disk as it was.
//!
//! **Invariant:** nothing here changes the disk.

use std::path::Path;

use super::existing::{self, Existing};
use super::{Artifact, Change, ChangeKind, Outcome, Overwrite, manifest};
use crate::error::Error;
use crate::limits::{self, MIB};
use crate::map::Set;
use crate::order::sort_by;

/// What a run is going to do.
pub(super) struct Plan {
    /// What the caller is told.
    pub(super) outcome: Outcome,
    /// Every path that this run or an earlier one has listed.
    pub(super) known: Set<String>,
    /// Those of them that no artifact has any more.
    pub(super) dropped: Set<String>,
    /// What the manifest must say while files are being written: the earlier
    /// paths and the new ones. `None` if no path is new.
    pub(super) interim: Option<String>,
    /// Why it must not be carried out: the first file that must stay as it is.
    pub(super) refusal: Option<Error>,
}

/// A change, and why it must not be made.
type Found = (Change, Option<Error>);

/// Compares `artifacts` with what stands in `out`.
pub(super) fn plan(
    out: &Path,
    artifacts: &[Artifact],
    overwrite: Overwrite,
) -> Result<Plan, Error> {
    existing::check_folder(out)?;
    let paths: Set<String> = artifacts.iter().map(|file| file.path.clone()).collect();
    let manifest = Artifact::new(manifest::PATH, manifest::render(&paths));
    let old_manifest = existing::look(out, manifest::PATH, limits::FILE)?;
    let listed = old_manifest.as_ref().map(listed_in).unwrap_or_default();

    let mut found = Vec::new();
    found.extend(replacement(out, &manifest, old_manifest, overwrite));
    for artifact in artifacts {
        let old = existing::look(out, &artifact.path, artifact.text.len() + MIB)?;
        found.extend(replacement(out, artifact, old, overwrite));
    }
    let unchanged = artifacts.len() + 1 - found.len();
    found.extend(removals(out, &paths, &listed)?);
    let (mut changes, refusals): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    sort_by(&mut changes, |a: &Change, b: &Change| a.path.cmp(&b.path));

    let known: Set<String> = paths.iter().chain(listed.iter()).cloned().collect();
    let dropped = without(&known, &paths).cloned().collect();
    let interim = (known.len() > listed.len()).then(|| manifest::render(&known));
    Ok(Plan {
        outcome: Outcome { changes, unchanged },
        known,
        dropped,
        interim,
        refusal: refusals.into_iter().flatten().next(),
    })
}

/// Those of `these` that are not among `others`.
fn without<'a>(these: &'a Set<String>, others: &Set<String>) -> impl Iterator<Item = &'a String> {
    these.iter().filter(|path| !others.contains(*path))
}

/// What an earlier run listed; nothing if the file is somebody else's.
fn listed_in(manifest: &Existing) -> Set<String> {
    if manifest.is_whole && super::is_marked(&manifest.bytes) {
        manifest::parse(&manifest.bytes)
    } else {
        Set::new()
    }
}

/// The change that puts `artifact` in the place of `old`, if one is needed.
fn replacement(
    out: &Path,
    artifact: &Artifact,
    old: Option<Existing>,
    overwrite: Overwrite,
) -> Option<Found> {
    let change = |kind, before| Change {
        path: artifact.path.clone(),
        kind,
        before,
        after: Some(artifact.text.clone()),
    };
    let Some(old) = old else {
        return Some((change(ChangeKind::Created, None), None));
    };
    if old.is_whole && old.bytes == artifact.text.as_bytes() {
        return None;
    }
    let place = out.join(&artifact.path);
    let refusal = match overwrite {
        Overwrite::OnlyGenerated if !super::is_marked(&old.bytes) => Err(Error::path(
            &place,
            "exists, and errcat did not write what is in it",
            "move it away, or pass --force to replace it",
        )),
        _ => refuse_read_only(&place, &old, OUT_OF_DATE),
    };
    let change = change(ChangeKind::Updated, old.into_text());
    Some((change, refusal.err()))
}

/// The changes that take away what `listed` names and `paths` does not.
fn removals(out: &Path, paths: &Set<String>, listed: &Set<String>) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for path in without(listed, paths) {
        let place = out.join(path);
        // On a disk that ignores case this may be an output under its old name.
        let twin = paths.iter().find(|kept| kept.eq_ignore_ascii_case(path));
        if twin.is_some_and(|twin| existing::is_same_file(&place, &out.join(twin))) {
            continue;
        }
        let Some(old) = existing::look_leniently(out, path)? else {
            continue;
        };
        if !super::is_marked(&old.bytes) {
            continue; // A user took it over.
        }
        let refusal = refuse_read_only(&place, &old, OUT_OF_DATE);
        let change = Change {
            path: path.clone(),
            kind: ChangeKind::Removed,
            before: old.into_text(),
            after: None,
        };
        found.push((change, refusal.err()));
    }
    Ok(found)
}

const OUT_OF_DATE: &str = "is read-only, and its content is out of date";

/// Refuses to replace or remove a write-protected file. The system would not:
/// it asks for the folder's permission only.
pub(super) fn refuse_read_only(
    place: &Path,
    old: &Existing,
    problem: &'static str,
) -> Result<(), Error> {
    if old.is_read_only {
        return Err(Error::path(
            place,
            problem,
            "make it writable, or move it away",
        ));
    }
    Ok(())
}

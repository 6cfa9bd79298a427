//! Leftovers: temporary files of runs that were killed, and empty folders.
//!
//! [`write`](super::write()) sweeps up the files before it changes anything
//! and the folders after; [`rewrite`](super::rewrite()) the files beside its own. The difficulty is to spare the files of a run that
//! is still going on: one process may write from several threads, and a
//! process id says nothing across containers. A run that loses its file all
//! the same fails and leaves the old bytes in place.
//!
//! Nothing here fails: a leftover that stays does no harm.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::process;
use std::time::Duration;

use super::existing;
use crate::map::Set;

/// No run keeps a temporary file for anywhere near as long.
const STALE_AFTER: Duration = Duration::from_secs(60 * 60);

/// Removes the temporary files in `out` and in the folders of `paths` below it.
pub(super) fn remove_files(out: &Path, paths: &Set<String>) {
    let folders = paths
        .iter()
        .filter_map(|path| existing::parent(out, path).ok()?);
    let folders: Set<PathBuf> = folders.chain([out.to_owned()]).collect();
    for folder in folders.iter() {
        remove_files_in(folder);
    }
}

/// Removes the temporary files in one folder.
pub(super) fn remove_files_in(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten().filter(is_leftover) {
        let _ = fs::remove_file(entry.path());
    }
}

/// Removes the folders of `paths` below `out` that are empty, be it that their
/// last file was removed or that a killed run never wrote their first.
pub(super) fn remove_empty_folders(out: &Path, paths: &Set<String>) {
    // Behind a link nothing is ours.
    for path in paths
        .iter()
        .filter(|path| existing::parent(out, path).is_ok())
    {
        for (end, _) in path.rmatch_indices('/') {
            // The system removes no folder that still holds something.
            let _ = fs::remove_dir(out.join(&path[..end]));
        }
    }
}

/// The name of the `number`th temporary file of process `pid`. It is hidden,
/// and no artifact can have it.
pub(super) fn name(pid: u32, number: u64) -> String {
    format!(".errcat-{pid}-{number}.tmp")
}

/// The process id in a temporary file's name; `None` for any other name.
fn owner(name: &str) -> Option<u32> {
    let (pid, number) = name
        .strip_prefix(".errcat-")?
        .strip_suffix(".tmp")?
        .split_once('-')?;
    let (pid, number) = (pid.parse().ok()?, number.parse().ok()?);
    // Parsing also accepts `+1` and `01`, which we never write.
    (self::name(pid, number) == name).then_some(pid)
}

fn is_leftover(entry: &DirEntry) -> bool {
    let Some(pid) = entry.file_name().to_str().and_then(owner) else {
        return false;
    };
    // The metadata of an entry are its own, not those of a link's target.
    entry
        .metadata()
        .is_ok_and(|file| file.is_file() && (is_gone(pid) || is_old(&file)))
}

/// Whether there surely is no process `pid`. Only Linux tells without unsafe
/// code, and only where `/proc` is there to show our own process.
fn is_gone(pid: u32) -> bool {
    let exists = |pid: u32| Path::new("/proc").join(pid.to_string()).try_exists().ok();
    cfg!(target_os = "linux") && exists(process::id()) == Some(true) && exists(pid) == Some(false)
}

fn is_old(file: &fs::Metadata) -> bool {
    file.modified()
        .ok()
        .and_then(|time| time.elapsed().ok())
        .is_some_and(|age| age.checked_sub(STALE_AFTER).is_some())
}

//! Single changes to the disk, each of which happens whole or not at all.
//!
//! Called by [`write`](super::write()) once the plan stands. A file is staged
//! under a temporary name beside its place and then renamed over it, so a
//! reader, a kill or a full disk never meets half of it. What can fail for want
//! of space or rights is the staging, and that changes no file that anybody
//! knows: a run stages all before it renames the first.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use super::existing::if_there;
use super::leftovers;
use crate::error::Error;

/// Read-locked for as long as there are temporary files.
static UNDER_WAY: RwLock<()> = RwLock::new(());

/// Runs `end` at a moment when this process is not writing, and lets it not
/// begin to before that is done.
///
/// It is for a program that is told to stop: if `end` ends the process, no
/// temporary file stays behind. It waits for the files of a [`write`](crate::write())
/// or [`rewrite`](crate::rewrite()), nothing else. `end` must not write itself:
/// it would wait for its own end.
///
/// ```
/// let code = errcat_codegen::between_writes(|| 130);
/// assert_eq!(code, 130);
/// ```
pub fn between_writes<T>(end: impl FnOnce() -> T) -> T {
    let _none = UNDER_WAY.write().unwrap_or_else(PoisonError::into_inner);
    end()
}

/// Runs `work`, which has temporary files, as one that
/// [`between_writes`] waits for.
pub(super) fn under_way<T>(work: impl FnOnce() -> T) -> T {
    let _held = UNDER_WAY.read().unwrap_or_else(PoisonError::into_inner);
    work()
}

/// A file that is written, but not yet in its place. It goes away unless it is
/// [put](Self::put) there.
pub(super) struct Staged {
    pub(super) temporary: PathBuf,
    place: PathBuf,
}

/// How often a folder is made for a file whose folder others take away.
const TRIES: u32 = 16;

/// Writes `bytes` beside `place`, or while its folder is not there, in the
/// nearest one above: where the run after a kill looks for what is left. The file
/// gets the mode of the one it is to replace, or what the umask leaves of 0666.
pub(super) fn stage(place: &Path, bytes: &[u8]) -> Result<Staged, Error> {
    let mut above = place.ancestors().skip(1);
    // `Path::new("")` names no folder, but joined to a name it means this one.
    let is_folder = |it: &&Path| it.as_os_str().is_empty() || it.is_dir();
    let folder = above.find(is_folder).unwrap_or(place);
    let (temporary, file) = create_temporary(folder).map_err(Error::io("write", place))?;
    let staged = Staged {
        temporary,
        place: place.to_owned(),
    };
    fill(file, place, bytes).map_err(Error::io("write", place))?;
    Ok(staged)
}

impl Staged {
    /// Puts the file in its place, whatever is there, with the folders that it
    /// needs.
    pub(super) fn put(mut self) -> Result<(), Error> {
        let folder = self.place.parent().expect("a file's path has a parent");
        for _ in 0..TRIES {
            fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
            let moved = if_there(fs::rename(&self.temporary, &self.place));
            if moved.map_err(Error::io("write", &self.place))?.is_some() {
                // In another container somebody may already use the name again.
                self.temporary.clear();
                return Ok(());
            }
            // An overlapping run took the folder away, which was empty.
        }
        let gone = io::Error::from(io::ErrorKind::NotFound);
        Err(Error::io("write", &self.place)(gone))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.temporary.as_os_str().is_empty() {
            // Of two failures the first is the one to tell.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Removes the file at `path` below `out`.
pub(super) fn remove(out: &Path, path: &str) -> Result<(), Error> {
    let place = out.join(path);
    // An overlapping run may have been faster.
    let removed = if_there(fs::remove_file(&place));
    removed.map(|_| ()).map_err(Error::io("remove", &place))
}

/// Opens a new file under a name that no other run uses.
fn create_temporary(folder: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(leftovers::name(process::id(), number));
        match File::create_new(&path) {
            // A killed run had our process id, as in containers it often does.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => return result.map(|file| (path, file)),
        }
    }
}

/// Gives `file` the mode of what stands at `place`, then its content: a file
/// that others may not read must not be readable for a moment either.
fn fill(mut file: File, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = if_there(fs::symlink_metadata(place))?;
    if let Some(old) = old.filter(Metadata::is_file) {
        // Some disks know one mode only and refuse even a vain change.
        if old.permissions() != file.metadata()?.permissions() {
            file.set_permissions(old.permissions())?;
        }
    }
    file.write_all(bytes)
}

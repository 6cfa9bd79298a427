//! Single changes to the disk, each of which happens whole or not at all.
//!
//! Called by [`write`](super::write()) once the plan stands. A file is written
//! under a temporary name beside its place and renamed over it, so a reader, a
//! kill or a full disk never meets half of it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use super::leftovers;
use crate::error::Error;

/// Puts `bytes` at `place`, with the folders that it needs. The file gets the
/// mode of the one it replaces, or what the umask leaves of 0666.
pub(super) fn replace(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = place.parent().expect("a file's path has a parent");
    fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
    let (temporary, file) = create_temporary(folder).map_err(Error::io("write", place))?;
    fill(file, place, bytes)
        .and_then(|()| fs::rename(&temporary, place))
        .map_err(|error| {
            // The first failure is the one to tell.
            let _ = fs::remove_file(&temporary);
            Error::io("write", place)(error)
        })
}

/// Removes the file at `path` below `out`.
pub(super) fn remove(out: &Path, path: &str) -> Result<(), Error> {
    let place = out.join(path);
    match fs::remove_file(&place) {
        // An overlapping run was faster.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result.map_err(Error::io("remove", &place)),
    }
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
    match fs::symlink_metadata(place) {
        Ok(old) if old.is_file() => {
            // Some disks know one mode only and refuse even a vain change.
            if old.permissions() != file.metadata()?.permissions() {
                file.set_permissions(old.permissions())?;
            }
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    file.write_all(bytes)
}

//! What already stands in the output folder, seen without following links.
//!
//! The plan and the sweep for leftovers look through here, so that neither
//! reads, replaces or removes anything behind a symbolic link. Only regular
//! files are opened: a FIFO would hang, a device would never end.
//!
//! **Invariant:** nothing here changes the disk.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::limits;

/// A regular file in the place of an output.
pub(super) struct Existing {
    /// What it holds, up to the most that was asked for.
    pub(super) bytes: Vec<u8>,
    /// Whether that is all.
    pub(super) is_whole: bool,
    /// Whether nobody may write to it.
    pub(super) is_read_only: bool,
}

impl Existing {
    /// Its content as far as it is UTF-8, if all of it was read.
    pub(super) fn into_text(self) -> Option<String> {
        let text = String::from_utf8(self.bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        self.is_whole.then_some(text)
    }
}

/// Refuses an `out` that can't be the output folder. A missing one is fine.
pub(super) fn check_folder(out: &Path) -> Result<(), Error> {
    match fs::metadata(out) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(not_a_folder(out)),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io("read", out)(error)),
        Err(_) if fs::symlink_metadata(out).is_ok() => Err(Error::path(
            out,
            "is a symbolic link to nothing",
            "create the folder that it points to, or remove the link",
        )),
        Err(_) => Ok(()),
    }
}

/// Reads the file at `path` below `out`, and of a file that is longer than `most`
/// only its start: anything may lie there. `None` if there is nothing.
pub(super) fn look(out: &Path, path: &str, most: usize) -> Result<Option<Existing>, Error> {
    if parent(out, path)?.is_none() {
        return Ok(None);
    }
    look_at(&out.join(path), &OUTPUT, most)
}

/// What to do about something in a file's place that is no file.
pub(super) struct Advice {
    link: &'static str,
    irregular: &'static str,
}

const OUTPUT: Advice = Advice {
    link: "move it away, or choose another output folder: errcat does not write through links",
    irregular: "move it away: errcat writes an output there",
};

pub(super) const CATALOG: Advice = Advice {
    link: "pass the path of the file itself: errcat does not write through links",
    irregular: "pass the path of a file",
};

/// Reads the file at `place` as [`look`] does.
pub(super) fn look_at(
    place: &Path,
    advice: &Advice,
    most: usize,
) -> Result<Option<Existing>, Error> {
    let Some(metadata) = kind_of(place, advice)? else {
        return Ok(None);
    };
    if !metadata.is_file() {
        return Err(Error::path(
            place,
            "is not a regular file",
            advice.irregular,
        ));
    }
    // Where runs overlap, the other may have been faster.
    let bytes = if_there(start_of(place, most)).map_err(Error::io("read", place))?;
    Ok(bytes.map(|mut bytes| {
        let is_whole = bytes.len() <= most;
        bytes.truncate(most);
        Existing {
            bytes,
            is_whole,
            is_read_only: metadata.permissions().readonly(),
        }
    }))
}

/// What a file holds, and of a longer one a byte more than `most`.
fn start_of(place: &Path, most: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let file = File::open(place)?;
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What was found; `None` if there is nothing.
pub(super) fn if_there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// Like [`look`], for a path that only an old manifest names: what can't be an
/// output of ours (a link, a folder, a name too long for the disk) is nothing.
pub(super) fn look_leniently(out: &Path, path: &str) -> Result<Option<Existing>, Error> {
    match look(out, path, limits::FILE) {
        Err(Error::Path { .. }) => Ok(None),
        Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::InvalidFilename => {
            Ok(None)
        }
        found => found,
    }
}

/// The folder of `path`; `None` if it does not exist.
pub(super) fn parent(out: &Path, path: &str) -> Result<Option<PathBuf>, Error> {
    let mut folder = out.to_owned();
    for (end, _) in path.match_indices('/') {
        folder = out.join(&path[..end]);
        match kind_of(&folder, &OUTPUT)? {
            None => return Ok(None),
            Some(metadata) if metadata.is_dir() => {}
            Some(_) => return Err(not_a_folder(&folder)),
        }
    }
    Ok(Some(folder))
}

/// Whether two paths name one file, as `A` and `a` do on some disks.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    let identity = |path: &Path| {
        use std::os::unix::fs::MetadataExt;
        fs::symlink_metadata(path).map(|file| (file.dev(), file.ino()))
    };
    #[cfg(not(unix))]
    let identity = |path: &Path| path.canonicalize();
    matches!((identity(a), identity(b)), (Ok(a), Ok(b)) if a == b)
}

/// What stands at `place` itself; `None` if there is nothing.
fn kind_of(place: &Path, advice: &Advice) -> Result<Option<Metadata>, Error> {
    let found = if_there(fs::symlink_metadata(place)).map_err(Error::io("read", place))?;
    match found {
        Some(metadata) if metadata.is_symlink() => {
            Err(Error::path(place, "is a symbolic link", advice.link))
        }
        found => Ok(found),
    }
}

fn not_a_folder(place: &Path) -> Error {
    Error::path(
        place,
        "is not a folder",
        "move it away, or choose another output folder",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_there_is_nothing() {
        let failure = |kind| if_there::<()>(Err(io::Error::from(kind)));
        assert_eq!(failure(io::ErrorKind::NotFound).expect("nothing"), None);
        for kind in [
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::NotADirectory,
        ] {
            assert_eq!(failure(kind).expect_err("a failure").kind(), kind);
        }
        assert_eq!(if_there(Ok(1)).expect("something"), Some(1));
    }

    #[test]
    fn two_paths_name_one_file_or_two() {
        let folder = std::env::temp_dir().join(format!("errcat-twins-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let [a, b, twin] = ["a", "b", "twin"].map(|name| folder.join(name));
        fs::write(&a, "").expect("a file");
        fs::write(&b, "").expect("a file");
        fs::hard_link(&a, &twin).expect("a second name");
        assert!(is_same_file(&a, &twin));
        assert!(!is_same_file(&a, &b));
        assert!(!is_same_file(&a, &folder.join("c")));
        fs::remove_dir_all(&folder).expect("it is ours");
    }
}

//! Sources that were mended, back into their files.
//!
//! Called where `errcat check --fix` has mended catalogs. These files are the
//! author's, not ours: each is replaced whole or not at all, and only if it
//! still holds what was read.

use std::path::Path;

use super::atomic::Staged;
use super::existing::{self, Existing};
use super::{atomic, leftovers, plan};
use crate::error::Error;
use crate::fix::Fixed;
use crate::limits;

/// What some editors put before a text; it is no part of it.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Puts the new texts of mended sources in the place of the old ones. Line
/// breaks are those of the text, a byte order mark stays, and the file keeps
/// its mode. A hard link becomes a file of its own, and its other names keep
/// the old text: to write through it would leave half a file where the disk
/// fails.
///
/// # Errors
///
/// Returns [`Error::Path`] without having changed anything if one of the files
/// is gone, changed since it was read, read-only, a symbolic link or anything
/// else that is no regular file. Returns [`Error::Io`] if the disk fails; each
/// file is then old or new.
///
/// ```
/// use errcat_codegen::{Config, analyze_paths, analyze_sources, fix, rewrite};
///
/// let file = std::env::temp_dir().join(format!("rewrite{}.yaml", std::process::id()));
/// std::fs::write(&file, "errcat: \"1\"\r\n")?;
/// let found = analyze_paths(&[file.clone()], &Config::default())?.into_diagnostics();
/// let check = |source| analyze_sources(vec![source], &Config::default()).into_diagnostics();
/// let fixed = fix(&found.sources()[0], check).unwrap();
///
/// rewrite(&[&fixed])?;
/// assert_eq!(std::fs::read_to_string(&file)?, "errcat: 1\r\n");
/// assert!(rewrite(&[&fixed]).unwrap_err().to_string().contains("changed"));
/// # std::fs::remove_file(&file)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rewrite(fixed: &[&Fixed]) -> Result<(), Error> {
    let new: Result<Vec<(&Path, Vec<u8>)>, Error> =
        fixed.iter().map(|it| replacement(it)).collect();
    let new = new?;
    atomic::under_way(|| {
        for (file, _) in &new {
            leftovers::remove_files_in(folder_of(file));
        }
        let staged = new.iter().map(|(file, bytes)| atomic::stage(file, bytes));
        let staged: Vec<_> = staged.collect::<Result<_, _>>()?;
        staged.into_iter().try_for_each(Staged::put)
    })
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> &Path {
    let named = file.parent().filter(|folder| *folder != Path::new(""));
    named.unwrap_or(Path::new("."))
}

/// Most bytes of a catalog's file, with a byte order mark.
const LONGEST: usize = limits::FILE + BYTE_ORDER_MARK.len();

/// The file and what it is to hold, if it may be replaced.
fn replacement(fixed: &Fixed) -> Result<(&Path, Vec<u8>), Error> {
    let file = fixed.source().file();
    let Some(old) = existing::look_at(file, &existing::CATALOG, LONGEST)? else {
        return Err(changed(file, "is gone since it was read"));
    };
    let (mark, text) = split(&old);
    if text != fixed.source().text().as_bytes() {
        return Err(changed(file, "was changed since it was read"));
    }
    plan::refuse_read_only(file, &old, "is read-only, so it can't be mended")?;
    Ok((file, [mark, fixed.text().as_bytes()].concat()))
}

/// The byte order mark, if there is one, and the text.
fn split(old: &Existing) -> (&[u8], &[u8]) {
    let mark = old.bytes.starts_with(BYTE_ORDER_MARK);
    old.bytes
        .split_at(if mark { BYTE_ORDER_MARK.len() } else { 0 })
}

fn changed(file: &Path, problem: &'static str) -> Error {
    Error::path(file, problem, "run errcat again: nothing was mended")
}

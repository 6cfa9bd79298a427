//! A catalog that no file holds: standard input, or what an editor shows.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::{CATALOG, shown, source, whole};
use crate::diag::Report;
use crate::error::Error;
use crate::source::Source;

/// What is printed in the place of a path where there is none.
const NAMELESS: &str = "<stdin>";

/// The bytes of a catalog that are not on the disk, or not yet.
///
/// ```
/// use errcat_codegen::{Config, Unsaved, analyze_unsaved};
///
/// let unsaved = Unsaved::read("titel: Parcel errors".as_bytes(), None)?;
/// let analysis = analyze_unsaved(unsaved, &[], &Config::default())?;
/// assert_eq!(analysis.paths().collect::<Vec<_>>(), ["<stdin>"]);
/// assert!(!analysis.diagnostics().is_clean());
/// # Ok::<(), errcat_codegen::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Unsaved {
    path: Option<PathBuf>,
    bytes: Vec<u8>,
}

impl Unsaved {
    /// All that `from` gives. `path` is where it will be saved: findings print
    /// it, and the catalog's id is held against it. Without one, `<stdin>` is
    /// printed and the id may be any.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if it can't be read, [`Error::Path`] if it is too large.
    pub fn read(from: impl Read, path: Option<PathBuf>) -> Result<Self, Error> {
        let name = path.as_deref().unwrap_or(Path::new(NAMELESS));
        let bytes = whole(from, name, &CATALOG)?;
        Ok(Self { path, bytes })
    }

    /// Where it will be saved.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The `at`th source of the run.
    pub(super) fn source(self, at: usize, report: &mut Report) -> Source {
        match self.path {
            Some(path) => source(shown(&path), self.bytes, at, report),
            None => source(NAMELESS.to_owned(), self.bytes, at, report).without_file(),
        }
    }
}

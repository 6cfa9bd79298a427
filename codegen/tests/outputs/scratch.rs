//! A folder for files that a compiler reads.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::Artifact;

/// A folder that goes away with its owner.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A new one, whose name tells what it is for.
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("errcat-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders that it needs.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a scratch folder");
        fs::write(path, text).expect("a scratch file");
    }

    /// Writes outputs below `folder`.
    pub(crate) fn write_all(&self, folder: &str, artifacts: &[Artifact]) {
        for artifact in artifacts {
            self.write(&format!("{folder}/{}", artifact.path()), artifact.text());
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that stays behind fails no test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

//! A project on disk: only from there is a configuration read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use errcat_codegen::{CONFIG_FILE, Config, Error};

/// What errcat makes of these bytes as the project's configuration.
pub(crate) fn config(bytes: &[u8]) -> Result<Config, Error> {
    static FILE: Mutex<()> = Mutex::new(());
    let _alone = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    fs::write(root().join(CONFIG_FILE), bytes).expect("the project's folder can be written to");
    Config::load(root())
}

/// A folder of this process, in memory where the system has such a place. The
/// process is killed at its end, so the folder is one that the next may have.
pub(crate) fn root() -> &'static Path {
    static PROJECT: OnceLock<PathBuf> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let memory = Path::new("/dev/shm");
        let above = if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        };
        let folder = above.join(format!("errcat-fuzz-config-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    })
}

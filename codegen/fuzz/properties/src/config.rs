//! Any bytes as `errcat.yaml`: findings with places, or folders that lie below
//! the project's.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use errcat_codegen::{CONFIG_FILE, Config, Error};

use crate::findings;

/// Holds if `bytes` are refused with sound findings, or name folders inside the
/// project's.
///
/// # Panics
///
/// If it does not hold.
pub fn hold(bytes: &[u8]) {
    let root = project();
    fs::write(root.join(CONFIG_FILE), bytes).expect("the project's folder can be written to");
    match Config::load(root) {
        Ok(config) => {
            is_inside(root, config.catalogs());
            is_inside(root, config.out());
            assert_ne!(config.out(), config.catalogs(), "inputs are overwritten");
        }
        Err(Error::Config(found)) => {
            assert!(!found.is_clean(), "refused without an error");
            findings::hold(&found);
        }
        Err(other) => panic!("{other}"),
    }
}

fn is_inside(root: &Path, folder: &Path) {
    let below = folder.strip_prefix(root).expect("a folder of the project");
    let is_name = |part| matches!(part, Component::Normal(_));
    assert!(below.components().all(is_name), "{folder:?} leads out");
    assert!(below.file_name().is_some(), "{folder:?} is the project");
}

/// A folder of this process, in memory where the system has such a place. The
/// process is killed at its end, so the folder is one that the next may have.
fn project() -> &'static Path {
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

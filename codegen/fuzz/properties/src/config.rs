//! Any bytes as `errcat.yaml`: findings with places, or folders that lie below
//! the project's.

use std::path::{Component, Path};

use errcat_codegen::Error;

use crate::{findings, project};

/// Holds if `bytes` are refused with sound findings, or name folders inside the
/// project's.
///
/// # Panics
///
/// If it does not hold.
pub fn hold(bytes: &[u8]) {
    let root = project::root();
    match project::config(bytes) {
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

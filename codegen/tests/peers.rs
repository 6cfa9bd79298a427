//! The packages in `benches` that errcat is measured against are no members of
//! the workspace, so no other test would see them rot.

use std::fs;
use std::path::{Path, PathBuf};

const PEERS: [&str; 5] = [
    "peers",
    "cold-build/by-hand",
    "cold-build/errcat",
    "cold-build/prost-build",
    "cold-build/typify",
];

#[test]
fn each_is_a_workspace_of_its_own_that_nobody_publishes() {
    for folder in folders() {
        let manifest = read(&folder.join("Cargo.toml"));
        for line in ["[workspace]", "publish = false"] {
            assert!(manifest.contains(line), "{}: {line}", folder.display());
        }
    }
}

#[test]
fn the_path_to_this_package_leads_here() {
    let here = fs::canonicalize(env!("CARGO_MANIFEST_DIR")).expect("this package");
    let paths: Vec<PathBuf> = folders().filter_map(|it| path_of_this(&it)).collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
    for path in paths {
        assert_eq!(fs::canonicalize(&path).ok(), Some(here.clone()), "{path:?}");
    }
}

/// `--locked` would refuse a lock file that has fallen behind.
#[test]
fn their_lock_files_know_this_version_and_all_that_it_needs() {
    let manifest = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let needed = manifest
        .split_once("[dependencies]\n")
        .and_then(|(_, rest)| rest.split_once("\n\n"))
        .expect("dependencies")
        .0
        .lines()
        .map(|line| line.split(' ').next().expect("a name"));
    let needed: Vec<&str> = needed.collect();
    for folder in folders().filter(|it| path_of_this(it).is_some()) {
        let lock = read(&folder.join("Cargo.lock"));
        let this = lock
            .split("[[package]]")
            .find(|it| it.contains("name = \"errcat-codegen\""))
            .expect("this package");
        assert!(this.contains(&format!("version = {:?}", env!("CARGO_PKG_VERSION"))));
        for name in &needed {
            // The version follows where there are several.
            let listed = [format!("\"{name}\""), format!("\"{name} ")];
            let listed = listed.iter().any(|it| this.contains(it));
            assert!(listed, "{}: no {name}", folder.display());
        }
    }
}

fn folders() -> impl Iterator<Item = PathBuf> {
    let benches = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
    PEERS.iter().map(move |peer| benches.join(peer))
}

/// Where a peer expects this package, if it uses it.
fn path_of_this(folder: &Path) -> Option<PathBuf> {
    let manifest = read(&folder.join("Cargo.toml"));
    let (_, rest) = manifest.split_once("errcat-codegen = { path = \"")?;
    Some(folder.join(rest.split_once('"')?.0))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

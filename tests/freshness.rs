//! `generated/` is what the catalogs say: the build script's output and the
//! command line tool's are one, and both are committed as they are.

use std::fs;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_build_script_writes_the_committed_rust() {
    let compiled = Path::new(env!("OUT_DIR")).join("errcat");
    let committed = Path::new(ROOT).join("generated/rust");
    let names = |folder: &Path| {
        let files = fs::read_dir(folder).expect("the folder of the Rust files");
        let name = |file: std::io::Result<fs::DirEntry>| file.expect("a file").file_name();
        let mut names: Vec<_> = files
            .map(name)
            .filter(|name| name != "manifest.txt")
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&compiled), names(&committed));
    assert!(
        names(&committed).len() >= 3,
        "a shared module, an index and a catalog"
    );
    for name in names(&committed) {
        let read = |folder: &Path| fs::read_to_string(folder.join(&name)).expect("a Rust file");
        assert_eq!(read(&compiled), read(&committed), "{}", name.display());
    }
}

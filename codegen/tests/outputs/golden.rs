//! Outputs, byte for byte: a folder in `golden/` is a case, with its catalog
//! and what must come out of it. Adding a case adds no code.

use std::fs;
use std::path::Path;

use errcat_codegen::Target;

use crate::support;

/// What a catalog decides; the schemas do not depend on it.
const TARGETS: &[Target] = &[
    Target::Rust,
    Target::Markdown,
    Target::Json,
    Target::Vectors,
];

/// Does not depend on a catalog; the project's `generated/` pins it.
const SHARED: &str = "rust/errcat.rs";

#[test]
fn outputs_are_as_expected() {
    for case in support::cases("golden") {
        let expected = case.join("expected");
        let artifacts = support::compile(&case, TARGETS);
        for artifact in artifacts.iter().filter(|it| it.path() != SHARED) {
            support::assert_file(&expected.join(artifact.path()), artifact.text());
        }
        let written: Vec<&str> = artifacts
            .iter()
            .map(errcat_codegen::Artifact::path)
            .collect();
        for file in files(&expected, &expected) {
            assert!(
                written.contains(&file.as_str()),
                "{}: {file} is no output",
                case.display()
            );
        }
    }
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    for case in support::cases("golden") {
        assert_eq!(
            support::compile(&case, TARGETS),
            support::compile(&case, TARGETS)
        );
    }
}

/// The files below `folder`, as paths from `root`.
fn files(root: &Path, folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).expect("the expected outputs") {
        let path = item.expect("a file").path();
        if path.is_dir() {
            found.extend(files(root, &path));
        } else {
            let path = path.strip_prefix(root).expect("a file below the root");
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    found
}

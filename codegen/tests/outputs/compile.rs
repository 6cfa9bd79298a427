//! Generated Rust compiles in the strictest crates of every edition that a
//! user may have, with nothing but `core`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use errcat_codegen::{Artifact, Config, Source, Target, analyze_sources};

use crate::support;

const STRICT: &str = "//! A strict crate.\n#![no_std]\n\
    #![deny(warnings, missing_docs, unsafe_code, unreachable_pub, rust_2018_idioms, future_incompatible)]\n";

#[test]
fn every_golden_case_compiles_strictly_in_every_edition() {
    for case in support::cases("golden") {
        let name = case
            .file_name()
            .expect("a case has a name")
            .to_string_lossy()
            .into_owned();
        strictly(&name, &support::compile(&case, &[Target::Rust]));
    }
}

#[test]
fn a_catalog_that_lists_nothing_yet_compiles() {
    let yaml = "errcat: 1\ncatalog: later\ntitle: Nothing yet\nerrors: []\n";
    let analysis = analyze_sources(vec![Source::new("later.yaml", yaml)], &Config::default());
    strictly(
        "later",
        &analysis.emit(&[Target::Rust]).expect("a clean catalog"),
    );
}

fn strictly(name: &str, artifacts: &[Artifact]) {
    let folder = scratch(name);
    for artifact in artifacts {
        let path = folder.join(artifact.path());
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, artifact.text()).expect("a scratch file");
    }
    let main = folder.join("lib.rs");
    fs::write(&main, format!("{STRICT}include!(\"rust/mod.rs\");\n")).expect("a scratch file");
    for edition in ["2018", "2021", "2024"] {
        compiles(&main, edition, &folder);
    }
    documents(&main, &folder);
    fs::remove_dir_all(folder).expect("the scratch folder");
}

fn compiles(main: &Path, edition: &str, out: &Path) {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args([
            "--edition",
            edition,
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "--out-dir",
        ])
        .arg(out)
        .arg(main)
        .output()
        .expect("rustc runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && told.is_empty(),
        "edition {edition}:\n{told}"
    );
}

/// rustdoc has nothing to warn of, and takes no text for a test.
fn documents(main: &Path, out: &Path) {
    let rustdoc = || {
        let mut command = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
        command.args([
            "--edition",
            "2021",
            "--crate-name",
            "documented",
            "-D",
            "warnings",
        ]);
        command
    };
    let output = rustdoc()
        .arg("--out-dir")
        .arg(out.join("doc"))
        .arg(main)
        .output();
    let output = output.expect("rustdoc runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{told}");
    let output = rustdoc()
        .arg("--test")
        .arg(main)
        .output()
        .expect("rustdoc runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("running 0 tests"), "{told}");
}

fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("errcat-compile-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a scratch folder");
    folder
}

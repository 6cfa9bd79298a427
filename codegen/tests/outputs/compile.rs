//! Generated Rust compiles in the strictest crates of every edition that a
//! user may have, with nothing but `core`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use errcat_codegen::Target;

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
        let folder = scratch(&name);
        for artifact in support::compile(&case, &[Target::Rust]) {
            let path = folder.join(artifact.path());
            fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
            fs::write(path, artifact.text()).expect("a scratch file");
        }
        let main = folder.join("lib.rs");
        fs::write(&main, format!("{STRICT}include!(\"rust/mod.rs\");\n")).expect("a scratch file");
        for edition in ["2018", "2021", "2024"] {
            compiles(&main, edition, &folder);
        }
        fs::remove_dir_all(folder).expect("the scratch folder");
    }
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

fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("errcat-compile-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a scratch folder");
    folder
}

//! Generated Rust with the switches that need another crate, against the real
//! `serde` and `http`, in crates as Cargo makes them: one for each edition, in
//! which each switch stands alone, and all stand together. They take nothing
//! from `std`, and clippy has nothing to say.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use errcat_codegen::{Artifact, Target};

use crate::scratch::Scratch;
use crate::support;

/// Modules of each crate, and how they were written.
const MODULES: &[(&str, &str)] = &[
    ("serde", "{with: [serde]}"),
    ("http", "{with: [http]}"),
    ("owned", "{with: [alloc, serde]}"),
    ("all", "{with: [alloc, serde, http]}"),
    (
        "inside",
        "{with: [alloc, serde, http], self-contained: true}",
    ),
];

/// The golden cases that are taken in: codes that are text, and numbers.
const CASES: &[&str] = &["every_key", "switches", "numbers"];

const EDITIONS: [&str; 3] = ["2018", "2021", "2024"];

const STRICT: &str = "//! A strict crate.\n#![no_std]\n\
    #![deny(warnings, missing_docs, unsafe_code, unreachable_pub, rust_2018_idioms, future_incompatible)]\n\
    #![deny(clippy::all, clippy::pedantic)]\n";

#[test]
fn each_switch_compiles_alone_and_with_all_others() {
    let scratch = Scratch::new("crates");
    let members = EDITIONS.map(|edition| format!("\"e{edition}\""));
    let workspace = format!(
        "[workspace]\nresolver = \"2\"\nmembers = [{}]\n",
        members.join(", ")
    );
    scratch.write("Cargo.toml", &workspace);
    // The versions of this project, which are at hand.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, scratch.path().join("Cargo.lock")).expect("the lock file");
    for edition in EDITIONS {
        member(&scratch, edition);
    }
    cargo(&scratch, &["clippy", "--workspace", "--quiet"]);
}

fn member(scratch: &Scratch, edition: &str) {
    // clippy finds what a version of Rust does not have yet. Edition 2024 came
    // with 1.85.
    let rust = if edition == "2024" { "1.85" } else { "1.81" };
    let manifest = format!(
        "[package]\nname = \"e{edition}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\
         rust-version = \"{rust}\"\n\
         [dependencies]\nhttp = \"1\"\nserde = {{ version = \"1\", default-features = false }}\n"
    );
    scratch.write(&format!("e{edition}/Cargo.toml"), &manifest);
    let mut main = STRICT.to_owned();
    for (module, switches) in MODULES {
        let cases = CASES.iter().map(|case| {
            let folder = format!("{module}/{case}");
            scratch.write_all(
                &format!("e{edition}/src/{folder}"),
                &outputs(case, switches),
            );
            format!("/// Generated.\npub mod {case} {{ include!(\"{folder}/rust/mod.rs\"); }}\n")
        });
        let cases: String = cases.collect();
        writeln!(main, "/// Generated.\npub mod {module} {{\n{cases}}}").expect("a String");
    }
    scratch.write(&format!("e{edition}/src/lib.rs"), &main);
}

fn outputs(case: &str, switches: &str) -> Vec<Artifact> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let config = support::config(&format!("targets: {{rust: {switches}}}\n"));
    let analysis = support::analyze_text(&support::catalog(&golden.join(case)), &config);
    analysis.emit(&[Target::Rust]).expect("a clean catalog")
}

/// Cargo, with a target folder that is kept: the two crates are built once.
fn cargo(scratch: &Scratch, arguments: &[&str]) {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).arg("--offline");
    cargo.arg("--target-dir").arg(env!("CARGO_TARGET_TMPDIR"));
    cargo.current_dir(scratch.path()).env_remove("RUSTFLAGS");
    let output = cargo.output().expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{told}");
}

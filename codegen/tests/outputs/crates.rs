//! Generated Rust with the switches that need another crate, against the real
//! ones, in crates as Cargo makes them: one for each edition, in which each switch stands
//! alone, and all stand together. They take nothing from `std`, and clippy has
//! nothing to say. The switches for frameworks stand alone in `tests/http`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use errcat_codegen::{Artifact, Target, analyze_sources};

use crate::scratch::Scratch;
use crate::support;

/// Modules of each crate, and how they were written.
const MODULES: &[(&str, &str)] = &[
    ("serde", "{with: [serde]}"),
    ("http", "{with: [http]}"),
    ("owned", "{with: [alloc, serde]}"),
    ("errors", "{with: [typed]}"),
    ("client", "{with: [reqwest-middleware]}"),
    (
        "client_inside",
        "{with: [reqwest-middleware], self-contained: true}",
    ),
    (
        "all",
        "{with: [alloc, serde, http, typed, retry, axum, actix, problem]}",
    ),
    (
        "inside",
        "{with: [alloc, serde, http, typed, retry, axum, actix, problem], self-contained: true}",
    ),
    (
        "documented",
        "{with: [utoipa, tonic, retry], self-contained: true}",
    ),
];

/// The cases that are taken in: codes that are text, and numbers; error bodies
/// with details beside the other keys, several errors, types, without JSON.
const CASES: &[&str] = &[
    "golden/every_key",
    "golden/switches",
    "golden/numbers",
    "shapes/field_errors",
    "shapes/multi_error",
    "shapes/protocol_numbers",
    "shapes/typed",
    "shapes/twins",
    "shapes/variable",
    "shapes/xml",
];

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
         [dependencies]\nhttp-body = \"1\"\nreqwest-middleware = \"0.5\"\n\
         reqwest = {{ version = \"0.13\", default-features = false }}\n\
         tokio = {{ version = \"1\", default-features = false, features = [\"time\"] }}\n\
         http = \"1\"\nserde = {{ version = \"1\", default-features = false }}\n\
         axum = {{ version = \"0.8\", default-features = false }}\n\
         actix-web = {{ version = \"4.18\", default-features = false }}\n\
         tonic = {{ version = \"0.14\", default-features = false }}\n\
         tonic-types = \"0.14\"\n\
         utoipa = \"6\"\n\
         serde_json = {{ version = \"1\", default-features = false, features = [\"alloc\"] }}\n"
    );
    scratch.write(&format!("e{edition}/Cargo.toml"), &manifest);
    let mut main = STRICT.to_owned();
    for (module, switches) in MODULES {
        let folder = format!("e{edition}/src/{module}");
        scratch.write_all(&folder, &outputs(switches));
        let include = format!("include!(\"{module}/rust/mod.rs\");");
        writeln!(main, "/// Generated.\npub mod {module} {{ {include} }}").expect("a String");
    }
    scratch.write(&format!("e{edition}/src/lib.rs"), &main);
}

/// The modules of all cases.
fn outputs(switches: &str) -> Vec<Artifact> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let config = support::config(&format!("targets: {{rust: {switches}}}\n"));
    let sources = CASES
        .iter()
        .map(|case| support::source(&support::catalog(&tests.join(case))));
    let analysis = analyze_sources(sources.collect(), &config);
    analysis.emit(&[Target::Rust]).expect("clean catalogs")
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

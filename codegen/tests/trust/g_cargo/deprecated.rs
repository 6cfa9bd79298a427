//! Deprecated entries: who uses one is warned, and nobody else.

use std::env;
use std::path::Path;
use std::process::Command;

use errcat_codegen::{Config, Source, Target, analyze_sources};

use crate::scratch::Scratch;
use crate::table::row;

const CATALOG: &str = "\
errcat: 1
catalog: parcel
title: Parcels
errors:
  - code: LOST
    status: 404
    message: It is lost.
    deprecated: {use: GONE, note: \"\\\"] broken out\"}
  - code: GONE
    status: 410
    message: It is gone.
";

const SWITCHES: &str = "errcat: 1\ntargets: {rust: {deprecated-attribute: true, with: [alloc]}}\n";

#[test]
fn g79_deprecated_entries() {
    let scratch = Scratch::new("deprecated");
    scratch.write("errcat.yaml", SWITCHES);
    let config = Config::load(scratch.path()).expect("a configuration");
    let analysis = analyze_sources(vec![Source::new("parcel.yaml", CATALOG)], &config);
    scratch.write_all(
        "made",
        &analysis.emit(&[Target::Rust]).expect("a clean catalog"),
    );
    let module = "#![deny(warnings)]\npub mod errors { include!(\"made/rust/mod.rs\"); }\n";
    scratch.write("lib.rs", module);
    scratch.write(
        "user.rs",
        &format!(
            "{module}pub const CODE: errors::parcel::ErrorCode = errors::parcel::ErrorCode::Lost;\n"
        ),
    );
    let own = warnings(&scratch.path().join("lib.rs"));
    assert_eq!(own, [""; 0], "in our own impls");
    let user = warnings(&scratch.path().join("user.rs"));
    assert_eq!(user.len(), 1, "{user:?}");
    row(
        "G79",
        "an entry with `#[deprecated]`, in a crate that denies warnings; the same where the crate names it",
        "compiles; one warning, at the name",
        &format!("{} warnings; {}", own.len(), user.len()),
    );
}

/// What rustc says about a file that denies warnings, each in a line.
fn warnings(file: &Path) -> Vec<String> {
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
        ])
        .arg("--out-dir")
        .arg(file.with_extension("out"))
        .arg(file)
        .output()
        .expect("the compiler runs");
    let told = String::from_utf8_lossy(&output.stderr);
    let heads = told
        .lines()
        .filter(|it| it.starts_with("error: ") || it.starts_with("warning"));
    heads
        .filter(|it| !it.starts_with("error: aborting"))
        .map(str::to_owned)
        .collect()
}

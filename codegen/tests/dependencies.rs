//! Every user's build script compiles these crates, unoptimised.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

/// The library and 16 others.
const MOST: usize = 17;

#[test]
fn the_library_stays_light() {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "tree",
            "--package",
            "errcat-codegen",
            "--edges",
            "normal,build",
        ])
        .args([
            "--prefix",
            "none",
            "--format",
            "{p}",
            "--locked",
            "--offline",
            "--no-dedupe",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let name = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let crates: BTreeSet<String> = text.lines().map(name).collect();
    assert!(
        crates.len() > 1 && crates.len() <= MOST,
        "{} crates: {crates:#?}",
        crates.len()
    );
    for banned in ["serde_yaml", "unsafe-libyaml", "clap", "serde"] {
        assert!(
            !crates
                .iter()
                .any(|it| it.starts_with(&format!("{banned} "))),
            "{banned}"
        );
    }
}

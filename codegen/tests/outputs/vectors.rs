//! Vectors: the generated client sees in each response what they expect, for
//! every catalog whose body is JSON: the shipped ones, the golden cases, the
//! shapes and those for typed errors. All clients are compiled as one program
//! with the real `serde_json`; `tests/vectors/client.rs` is what it runs.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use errcat_codegen::{Source, Target, analyze_sources};
use serde_json::Value;

use crate::scratch::Scratch;
use crate::support;

const MANIFEST: &str = "[package]\nname = \"vectors\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
    [profile.dev]\ndebug = false\n\
    [dependencies]\nserde = {version = \"1\", default-features = false}\nserde_json = \"1\"\n\
    [workspace]\n";

#[test]
fn the_client_sees_what_vectors_expect() {
    let scratch = Scratch::new("vectors");
    let files = program(&scratch);
    build(&scratch);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for name in [
        "agentchat",
        "aicity",
        "remno",
        "parcel",
        "typed",
        "words",
        "multi_error",
    ] {
        assert!(names.contains(&name), "{name} has no vectors: {names:?}");
    }
    let told = run(&scratch);
    assert!(told.is_empty(), "{told}");

    // What is run must be able to fail: of each member, one wrong value is found.
    let mut missed = Vec::new();
    for (member, wrong) in WRONG {
        let wrong: Value = serde_json::from_str(wrong).expect("JSON");
        for (name, file) in &files {
            let mut file = file.clone();
            let vectors = file["vectors"].as_array_mut().expect("a list");
            let vector = vectors
                .iter_mut()
                .find(|it| it.pointer(member) != Some(&wrong));
            let Some(place) = vector.and_then(|it| it.pointer_mut(member)) else {
                panic!("{name}: no vector has {member}");
            };
            *place = wrong.clone();
            scratch.write(&format!("vectors/{name}.json"), &file.to_string());
        }
        let told = run(&scratch);
        for (name, file) in &files {
            if !told.contains(&format!("\"{name}\": ")) {
                missed.push(format!("{name}: {member}"));
            }
            scratch.write(&format!("vectors/{name}.json"), &file.to_string());
        }
    }
    assert!(missed.is_empty(), "these were not noticed: {missed:?}");
    let told = run(&scratch);
    assert!(told.is_empty(), "{told}");
}

/// A member of a vector, and a value that it may not have everywhere.
const WRONG: &[(&str, &str)] = &[
    ("/expect/outcome", "\"known\""),
    ("/expect/outcome", "\"unknown\""),
    ("/expect/outcome", "\"broken\""),
    ("/expect/code", "\"no such code\""),
    ("/expect/message", "\"no such message\""),
    ("/expect/field", "\"no_such_field\""),
    ("/expect/details", "{\"no_such_detail\": 1}"),
    (
        "/expect/details_fault",
        "{\"detail\": \"none\", \"problem\": \"missing\"}",
    ),
    ("/expect/request_id", "\"no such id\""),
    ("/expect/counts_as", "\"no such code\""),
    ("/expect/advice/action", "\"no such action\""),
    ("/expect/advice/delay_ms", "1"),
    ("/expect/advice/to", "\"nowhere\""),
    ("/expect/advice/scope", "\"transaction\""),
    ("/expect/advice/safe", "\"never\""),
    ("/expect/advice/attempts", "77"),
    ("/expect/advice/basis", "\"network\""),
    ("/expect/further", "[{\"code\": \"no such code\"}]"),
    ("/response/body", "\"<html>\""),
];

/// Writes a program that runs the vectors of all catalogs; gives them.
fn program(scratch: &Scratch) -> Vec<(String, Value)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let config = support::config("targets: {rust: {with: [typed]}, vectors: {}}\n");
    let sources = catalogs(&tests)
        .into_iter()
        .map(|text| support::source(&text));
    let has_vectors = |source: &Source| {
        let alone = analyze_sources(vec![source.clone()], &config);
        let vectors = alone.emit(&[Target::Vectors]).expect("a clean catalog");
        !vectors.is_empty()
    };
    let sources: Vec<Source> = sources.filter(has_vectors).collect();
    let analysis = analyze_sources(sources, &config);
    let artifacts = analysis.emit(config.targets()).expect("clean catalogs");
    scratch.write_all("src", &artifacts);
    let mut main =
        "mod api { include!(\"rust/mod.rs\"); }\nmod client;\n\nfn main() {\n".to_owned();
    let mut files = Vec::new();
    for catalog in analysis.catalogs() {
        let id = catalog.id.as_str();
        let mut readers = String::new();
        for entry in catalog.entries.iter().filter(|it| !it.details.is_empty()) {
            for code in &entry.codes {
                let ident = code.ident.as_str();
                let name = format!("api::{id}::{ident}");
                write!(
                    readers,
                    "(api::{id}::ErrorCode::{ident}, client::read::<{name}>), "
                )
                .expect("a String");
            }
        }
        writeln!(
            main,
            "    let text = std::fs::read_to_string(\"vectors/{id}.json\").expect(\"a file\");\n    \
             let file = serde_json::from_str(&text).expect(\"JSON\");\n    \
             let wrong = client::run::<api::{id}::ErrorCode>(&file, &[{readers}], |it| it.try_into().expect(\"a status\"));\n    \
             wrong.iter().for_each(|it| println!(\"{{it}}\"));"
        )
        .expect("a String");
        let path = format!("vectors/{id}.json");
        let artifact = artifacts.iter().find(|it| it.path() == path);
        let text = artifact.expect("its vectors").text();
        scratch.write(&path, text);
        files.push((id.to_owned(), serde_json::from_str(text).expect("JSON")));
    }
    scratch.write("src/main.rs", &format!("#![allow(deprecated)]\n{main}}}\n"));
    let client = fs::read_to_string(tests.join("vectors/client.rs")).expect("a client");
    scratch.write("src/client.rs", &client);
    scratch.write("Cargo.toml", MANIFEST);
    let lock = tests.join("../../Cargo.lock");
    fs::copy(lock, scratch.path().join("Cargo.lock")).expect("the lock file");
    files
}

/// The catalogs of this project and of its tests.
fn catalogs(tests: &Path) -> Vec<String> {
    let folder = |path: &Path| -> Vec<PathBuf> {
        let files = fs::read_dir(path).expect("a folder");
        files.map(|it| it.expect("a file").path()).collect()
    };
    let mut paths = folder(&tests.join("../../catalogs"));
    paths.extend(folder(&tests.join("typed")));
    for kind in ["golden", "shapes"] {
        paths.extend(
            support::cases(kind)
                .iter()
                .map(|case| case.join("catalog.yaml")),
        );
    }
    let is_catalog = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "yaml") && !path.ends_with("errcat.yaml")
    };
    paths.retain(is_catalog);
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a catalog");
    paths.iter().map(read).collect()
}

/// Builds the program, in a target folder of its own that is kept.
fn build(scratch: &Scratch) {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--offline", "--target-dir"]);
    cargo.arg(target());
    cargo.current_dir(scratch.path()).env_remove("RUSTFLAGS");
    let output = cargo.output().expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}

/// What the program says.
fn run(scratch: &Scratch) -> String {
    let mut program = Command::new(target().join("debug/vectors"));
    let output = program.current_dir(scratch.path()).output();
    let output = output.expect("it was built");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    String::from_utf8(output.stdout).expect("text")
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("vectors")
}

//! What looks right, compiled: by `rustc`, and by `rustdoc` for the blocks of
//! code that `cargo test` would run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::{Case, Outcome};

/// Compiles each source as a module of one crate; cases whose source does not
/// compile, or is run as a doctest, change their outcome.
pub fn compile(here: &Path, sources: &[(usize, String)], cases: &mut [Case]) {
    let folder = here.join("compiled/src/cases");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    for (case, source) in sources {
        let file = folder.join(format!("case{case}.rs"));
        fs::write(file, source).expect("a file can be written");
    }
    let mut left: BTreeSet<usize> = sources.iter().map(|(case, _)| *case).collect();
    // Some errors hide others, so it is asked until there are none.
    loop {
        list(&folder, &left);
        let failed = errors(here);
        if failed.is_empty() {
            break;
        }
        for (case, code, why) in failed {
            assert!(left.remove(&case), "case {case} fails twice: {why}");
            cases[case].outcome = Outcome::DidNotCompile(code);
            cases[case].seen = why;
        }
    }
    for (case, test) in doctests(here) {
        cases[case].outcome = Outcome::BrokeOut("a doctest");
        cases[case].seen = test;
    }
}

/// Writes the list of the modules.
fn list(folder: &Path, cases: &BTreeSet<usize>) {
    let modules = cases
        .iter()
        .map(|it| format!("#[rustfmt::skip]\npub mod case{it};\n"));
    let modules = modules.collect::<String>();
    fs::write(folder.join("mod.rs"), modules).expect("a file can be written");
}

/// The modules in which `rustc` finds errors: the code and the words of the first.
fn errors(here: &Path) -> Vec<(usize, String, String)> {
    let told = cargo(here, &["check", "--message-format=json"]);
    let told_text = String::from_utf8_lossy(&told.stdout).into_owned();
    let mut failed: Vec<(usize, String, String)> = Vec::new();
    for line in told_text.lines() {
        let message: Value = serde_json::from_str(line).expect("Cargo writes JSON");
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let text = message["message"].as_str().unwrap_or_default();
        let code = message["code"]["code"].as_str().unwrap_or("syntax");
        let spans = message["spans"].as_array().cloned().unwrap_or_default();
        let file = spans
            .iter()
            .find_map(|it| case_of(it["file_name"].as_str()?));
        if let Some(case) = file.filter(|it| failed.iter().all(|(case, ..)| case != it)) {
            failed.push((case, code.to_owned(), text.to_owned()));
        }
    }
    if failed.is_empty() {
        let error = String::from_utf8_lossy(&told.stderr);
        assert!(
            told.status.success(),
            "Cargo failed for another reason: {error}"
        );
    }
    failed
}

/// The modules in which `rustdoc` finds code to run.
fn doctests(here: &Path) -> Vec<(usize, String)> {
    let told = cargo(here, &["test", "--doc", "--", "--list"]);
    let error = String::from_utf8_lossy(&told.stderr);
    assert!(
        told.status.success(),
        "the doctests can't be listed: {error}"
    );
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    let tests = text.lines().filter(|line| line.ends_with(": test"));
    tests
        .filter_map(|line| Some((case_of(line)?, line.to_owned())))
        .collect()
}

fn cargo(here: &Path, arguments: &[&str]) -> Output {
    let (first, rest) = arguments.split_first().expect("a command");
    Command::new(env!("CARGO"))
        .args([first, "--quiet", "--locked", "--package", "compiled"])
        .args(rest)
        .current_dir(here)
        .output()
        .expect("Cargo can be run")
}

/// The case whose file is named in a text.
fn case_of(text: &str) -> Option<usize> {
    let (_, rest) = text.split_once("cases/case")?;
    rest.split(|it: char| !it.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

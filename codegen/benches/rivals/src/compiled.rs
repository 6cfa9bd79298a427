//! What looks right, compiled as the modules of one crate: by `rustc`, and by
//! `rustdoc` for the blocks of code that `cargo test` would run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Of modules, by their names.
pub struct Compiled {
    /// What does not compile: the code of the first error, and its words.
    pub failed: BTreeMap<String, (String, String)>,
    /// How many blocks of code in the docs of what compiles are tests.
    pub doctests: BTreeMap<String, usize>,
}

/// Compiles sources, each with the name of its module.
pub fn compile(here: &Path, sources: &[(String, String)]) -> Compiled {
    let folder = here.join("compiled/src/cases");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    for (name, source) in sources {
        fs::write(folder.join(format!("{name}.rs")), source).expect("a file can be written");
    }
    let mut left: BTreeSet<&str> = sources.iter().map(|(name, _)| name.as_str()).collect();
    let mut failed = BTreeMap::new();
    // Some errors hide others, so it is asked until there are none.
    loop {
        list(&folder, &left);
        let found = errors(here);
        if found.is_empty() {
            break;
        }
        for (name, (code, why)) in found {
            assert!(left.remove(name.as_str()), "{name} fails twice: {why}");
            failed.insert(name, (code, why));
        }
    }
    let doctests = doctests(here);
    Compiled { failed, doctests }
}

/// Writes the list of the modules.
fn list(folder: &Path, names: &BTreeSet<&str>) {
    let modules = names
        .iter()
        .map(|it| format!("#[rustfmt::skip]\npub mod {it};\n"));
    let modules = modules.collect::<String>();
    fs::write(folder.join("mod.rs"), modules).expect("a file can be written");
}

/// The modules in which `rustc` finds errors: the code and the words of the first.
fn errors(here: &Path) -> BTreeMap<String, (String, String)> {
    let told = cargo(here, &["check", "--message-format=json"]);
    let told_text = String::from_utf8_lossy(&told.stdout).into_owned();
    let mut failed = BTreeMap::new();
    for line in told_text.lines() {
        let message: Value = serde_json::from_str(line).expect("Cargo writes JSON");
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let text = message["message"].as_str().unwrap_or_default();
        let code = message["code"]["code"].as_str().unwrap_or("syntax");
        let spans = message["spans"].as_array().cloned().unwrap_or_default();
        let module = spans
            .iter()
            .find_map(|it| module(it["file_name"].as_str()?));
        if let Some(module) = module {
            failed
                .entry(module)
                .or_insert_with(|| (code.to_owned(), text.to_owned()));
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

/// How many blocks of code `rustdoc` would run in each module.
fn doctests(here: &Path) -> BTreeMap<String, usize> {
    let told = cargo(here, &["rustdoc", "--", "--test", "--test-args=--list"]);
    let error = String::from_utf8_lossy(&told.stderr);
    assert!(
        told.status.success(),
        "the doctests can't be listed: {error}"
    );
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    let mut doctests = BTreeMap::new();
    for module in text
        .lines()
        .filter(|it| it.ends_with(": test"))
        .filter_map(module)
    {
        *doctests.entry(module).or_default() += 1;
    }
    doctests
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

/// The module whose file is named in a text.
fn module(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("src/cases/")?;
    let (name, _) = rest.split_once(".rs")?;
    Some(name.to_owned())
}

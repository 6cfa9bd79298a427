//! Every finding, word for word.
//!
//! A folder of `tests/ui` is a rule; a file in it, `CASE.yaml`, is a catalog
//! that raises the rule (`CASE.errcat.yaml` is a configuration), and
//! `CASE.stderr` is what errcat says. Adding a case adds no code:
//! `BLESS=1 cargo test --test ui` writes what is missing or has changed. The
//! folder `rendering` is about how findings look, whichever they are.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::RULES;
use support::Findings;

/// The folder that is no rule.
const RENDERING: &str = "rendering";

#[test]
fn every_case_says_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differences = Vec::new();
    for case in cases() {
        let expected = case.expected();
        let text = case.run().text;
        if bless {
            fs::write(&expected, text).expect("the expectation can be written");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&text) {
            differences.push(format!("{}, but errcat says:\n{text}", expected.display()));
        }
    }
    let help = "(accept with BLESS=1)";
    assert!(differences.is_empty(), "{help}\n{}", differences.join("\n"));
}

#[test]
fn every_expectation_has_a_case() {
    let known: BTreeSet<PathBuf> = cases().iter().map(Case::expected).collect();
    for folder in folders() {
        for path in list(&folder).filter(|path| has_ending(path, "stderr")) {
            assert!(known.contains(&path), "{} has no case", path.display());
        }
    }
}

#[test]
fn every_case_raises_the_rule_of_its_folder() {
    for case in cases().iter().filter(|case| case.rule != RENDERING) {
        let ids = case.run().ids;
        let rule = errcat_codegen::rule(&case.rule);
        let id = rule.map(|rule| rule.id);
        assert!(id.is_some(), "{}: there is no such rule", case.rule);
        assert!(
            ids.iter().any(|raised| Some(*raised) == id),
            "{}: {ids:?}",
            case.path.display()
        );
    }
}

#[test]
fn every_rule_has_a_case() {
    let with: BTreeSet<String> = cases().into_iter().map(|case| case.rule).collect();
    for rule in RULES {
        assert!(with.contains(rule.name), "{}: no case", rule.name);
    }
    assert!(with.contains(RENDERING), "no case of {RENDERING}");
}

/// One input and the folder that it lies in.
struct Case {
    rule: String,
    path: PathBuf,
}

impl Case {
    fn run(&self) -> Findings {
        let bytes = fs::read(&self.path).expect("a case can be read");
        let name = file_name(&self.path);
        if name.ends_with(".errcat.yaml") {
            support::configuration(&bytes)
        } else {
            support::catalog(&name, &bytes)
        }
    }

    fn expected(&self) -> PathBuf {
        self.path.with_extension("stderr")
    }
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in folders() {
        let rule = file_name(&folder);
        cases.extend(
            list(&folder)
                .filter(|path| has_ending(path, "yaml"))
                .map(|path| Case {
                    rule: rule.clone(),
                    path,
                }),
        );
    }
    assert!(!cases.is_empty(), "there are no cases");
    cases
}

fn folders() -> Vec<PathBuf> {
    list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui")).collect()
}

/// What is in a folder, sorted.
fn list(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let items = fs::read_dir(folder).expect("the folder of the cases can be listed");
    let mut paths: Vec<PathBuf> = items
        .map(|item| item.expect("its items can be listed").path())
        .collect();
    paths.sort();
    paths.into_iter()
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it == ending)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().expect("a case has a name");
    name.to_str().expect("its name is ASCII").to_owned()
}

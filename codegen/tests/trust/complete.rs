//! The list is complete: each case has a row or a reason why not, and each row
//! a test of its number.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The groups of the list, up to their last cases.
const GROUPS: [(char, u32); 8] = [
    ('A', 17),
    ('B', 29),
    ('C', 49),
    ('D', 59),
    ('E', 66),
    ('F', 72),
    ('G', 79),
    ('H', 87),
];

/// Groups of which no case may be left out.
const WHOLE: [char; 3] = ['A', 'C', 'D'];

const MOST_REASONS: usize = 8;

#[test]
fn every_case_has_a_row_or_a_reason() {
    let page = page();
    let rows = rows(&page);
    let reasons = reasons(&page);
    let missing: Vec<String> = cases()
        .filter(|case| !rows.contains_key(case) && !reasons.contains(case))
        .collect();
    assert!(missing.is_empty(), "neither row nor reason: {missing:?}");
    assert!(reasons.len() <= MOST_REASONS, "{reasons:?}");
    for reason in &reasons {
        assert!(!reason.starts_with(WHOLE), "{reason} must be tested");
    }
}

#[test]
fn every_row_has_a_test_of_its_number() {
    let tests = tests();
    let rows = rows(&page());
    let known: Vec<String> = cases().collect();
    for (case, count) in &rows {
        assert_eq!(*count, 1, "{case} has several rows");
        assert!(known.contains(case), "{case} is no case of the list");
        let number: u32 = case[1..].parse().expect("a number");
        let head = format!("{}{number:02}_", case[..1].to_ascii_lowercase());
        let named = tests.iter().filter(|name| name.starts_with(&head));
        assert!(named.count() > 0, "{case} has no test `{head}..`");
    }
    assert!(rows.len() > 20, "the rows are not found");
}

/// A case as the tables have it, such as `A1`.
fn cases() -> impl Iterator<Item = String> {
    let group = |number: u32| {
        let mut groups = GROUPS.iter().filter(move |(_, last)| number <= *last);
        groups.next().expect("a group").0
    };
    let (_, last) = GROUPS[GROUPS.len() - 1];
    (1..=last).map(move |number| format!("{}{number}", group(number)))
}

/// The cases that have rows, and how many.
fn rows(page: &str) -> BTreeMap<String, usize> {
    let mut rows = BTreeMap::new();
    for line in page.lines().filter_map(|line| line.strip_prefix("| ")) {
        let case = line.split(" |").next().unwrap_or_default();
        if is_case(case) {
            *rows.entry(case.to_owned()).or_insert(0) += 1;
        }
    }
    rows
}

/// The cases of the lines `- **G75.** ..` below "Why not".
fn reasons(page: &str) -> Vec<String> {
    let section = page.split("\n### Why not\n").nth(1);
    let section = section.expect("SECURITY.md says why not");
    let lines = section
        .lines()
        .take_while(|line| !line.starts_with('#'))
        .filter_map(|line| line.strip_prefix("- **")?.split(".**").next());
    lines
        .inspect(|case| assert!(is_case(case), "{case:?} is no case"))
        .map(str::to_owned)
        .collect()
}

fn is_case(text: &str) -> bool {
    let number = text.strip_prefix(|it: char| it.is_ascii_uppercase());
    number.is_some_and(|it| it.parse::<u32>().is_ok())
}

/// The names of the functions of both folders of tests that bear `#[test]`.
fn tests() -> Vec<String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = Vec::new();
    for folder in ["tests/trust", "cli/tests/trust"] {
        for file in sources(&package.join(folder)) {
            let text = fs::read_to_string(&file).expect("a source");
            let functions = text.split("#[test]\n").skip(1);
            names.extend(functions.filter_map(|it| {
                let name = it.split("fn ").nth(1)?.split('(').next()?;
                Some(name.to_owned())
            }));
        }
    }
    names
}

/// The sources below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("a source").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found
}

fn page() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("SECURITY.md");
    fs::read_to_string(page).expect("codegen/SECURITY.md can be read")
}

//! What README shows first is what errcat prints, of lines that a catalog holds.

use std::fs;
use std::path::Path;

use super::golden::in_this_project;

#[test]
fn readme_shows_what_is_printed() {
    let console = fence("console");
    let (command, shown) = console.split_once('\n').expect("a command and its output");
    let what = command
        .strip_prefix("$ errcat explain ")
        .expect("`explain`");
    let ran = in_this_project(&[what]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    assert_eq!(shown, ran.out);
}

#[test]
fn readme_shows_lines_of_the_catalog_in_order() {
    let catalog = read("catalogs/agentchat.yaml");
    let yaml = fence("yaml");
    let (head, lines) = yaml.split_once('\n').expect("a comment, then lines");
    assert_eq!(head, "# catalogs/agentchat.yaml, shortened");
    assert!((8..=14).contains(&lines.lines().count()), "about ten lines");
    let mut rest = catalog.lines();
    for line in lines.lines() {
        // What belongs to an entry is found before the next one begins.
        let is_inside = line.starts_with("        ");
        let found = rest.find(|it| *it == line || (is_inside && it.starts_with("      - ")));
        assert_eq!(found, Some(line), "shown is what stands there");
    }
}

/// The first fence of README in a language.
fn fence(language: &str) -> String {
    let text = read("README.md");
    let (_, after) = text
        .split_once(&format!("```{language}\n"))
        .expect("a fence");
    let (fence, _) = after.split_once("```").expect("it ends");
    fence.to_owned()
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).expect("a file of this project")
}

//! A. Hostile YAML. What takes a process (A4 on a small stack, A5, the memory
//! of A1 and A2) is among the tests of the tool, which also reads all of
//! [`hostile_yaml`](crate::hostile_yaml) through each of its ways in.

mod characters;
mod scalars;
mod sizes;

use std::time::{Duration, Instant};

use errcat_codegen::{Config, Source};

use crate::hostile_yaml;
use crate::input::{analysis, analysis_of, found, ids, refused};
use crate::table::row;

/// Refuses the inputs of a case, as a catalog and as a configuration, each
/// within `patience`; returns what is raised, by name.
fn refuse(case: &str, patience: Duration) -> String {
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    for input in hostile_yaml::of(case) {
        let before = Instant::now();
        let analysis = analysis_of(&input.bytes);
        let taken = before.elapsed();
        assert!(taken < patience, "{case}, {}: {taken:?}", input.name);
        let ids = refused(&input.name, &analysis).join(" ");
        if let Ok(text) = String::from_utf8(input.bytes) {
            let found = Config::check(Source::new("errcat.yaml", text));
            assert!(!found.is_clean(), "{case}, {}", input.name);
        }
        match seen.iter_mut().find(|it| it.0 == ids) {
            Some((_, names)) => names.push(input.name),
            None => seen.push((ids, vec![input.name])),
        }
    }
    let line = |(ids, names): &(String, Vec<String>)| match seen.len() {
        1 => ids.clone(),
        _ => format!("{ids}: {}", names.join(", ")),
    };
    seen.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// Time enough for a slow machine that does other things, and far from what a
/// bomb would take.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn a01_alias_bomb() {
    let seen = refuse("A1", Duration::from_millis(100).max(PATIENCE / 10));
    let seen = format!("{seen}; nothing is expanded");
    row(
        "A1",
        "alias bomb, 9 x 9 levels",
        "an error in 100 ms and 64 MiB",
        &seen,
    );
}

#[test]
fn a02_one_text_many_times() {
    let seen = refuse("A2", PATIENCE);
    row(
        "A2",
        "a text of 1 MB, aliased 10,000 times",
        "an error",
        &seen,
    );
}

#[test]
fn a03_alias_of_itself_or_of_nothing() {
    row(
        "A3",
        "alias of itself, of nothing",
        "an error",
        &refuse("A3", PATIENCE),
    );
}

#[test]
fn a04_deep_nesting() {
    let input = "200,000 levels of `- `, `[`, `{a: `, `? `; 5,000 of indentation";
    row(
        "A4",
        input,
        "an error in 1 s, no abort, also on a stack of 512 KiB",
        &refuse("A4", PATIENCE),
    );
}

#[test]
fn a06_nothing_in_the_file() {
    let seen = refuse("A6", PATIENCE);
    row(
        "A6",
        "empty, only comments, `---`, `null`",
        "an error",
        &seen,
    );
}

#[test]
fn a07_two_documents() {
    let seen = refuse("A7", PATIENCE);
    row("A7", "two documents", "an error", &seen);
    let second = "errcat: 1\ncatalog: hostile\ntitle: T\nerrors: []\n---\nerrcat: 1\n";
    assert_eq!(found(&analysis(second)), ["EC0003 5:1"]);
}

#[test]
fn a08_duplicate_keys() {
    let seen = refuse("A8", PATIENCE);
    for input in hostile_yaml::of("A8").iter().take(3) {
        let analysis = analysis_of(&input.bytes);
        let finding = analysis.diagnostics().iter().next().expect("one");
        let [(first, _)] = finding.related_places() else {
            panic!("{}: the first place, too", input.name);
        };
        assert!(first.bytes().end <= finding.span().bytes().start);
    }
    let verbatim = "errcat: 1\ncatalog: hostile\ntitle: T\nerrors: []\nx-a: {1: b, 0x1: c}\n";
    let json = crate::input::output(&analysis(verbatim), "json/hostile.json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let own = serde_json::json!({"1": "b", "0x1": "c"});
    assert!(holds(&json, &own), "as text, `1` and `0x1` differ");
    let seen = format!("{seen}; both places are shown; `1` and `0x1` are two texts");
    row(
        "A8",
        "duplicate keys: `1`/`0x1`, quoted/plain",
        "an error with both places",
        &seen,
    );
}

/// Whether a part of `json` is `part`.
fn holds(json: &serde_json::Value, part: &serde_json::Value) -> bool {
    json == part
        || match json {
            serde_json::Value::Array(items) => items.iter().any(|it| holds(it, part)),
            serde_json::Value::Object(members) => members.values().any(|it| holds(it, part)),
            _ => false,
        }
}

#[test]
fn a09_merge_key() {
    row("A9", "merge key", "an error", &refuse("A9", PATIENCE));
}

#[test]
fn a10_tags() {
    row("A10", "tags", "an error", &refuse("A10", PATIENCE));
}

#[test]
fn a16_unknown_and_misspelt_keys() {
    let seen = refuse("A16", PATIENCE);
    let misspelt = hostile_yaml::of("A16").swap_remove(0);
    let analysis = analysis_of(&misspelt.bytes);
    let unknown = analysis.diagnostics().iter().find(|it| it.id() == "EC0010");
    let help = unknown.expect("it is found").help_lines();
    assert_eq!(help, ["did you mean `status`?"]);
    assert_eq!(ids(&analysis), ["EC0010"], "nothing follows from the slip");
    row(
        "A16",
        "unknown and misspelt keys",
        "an error with a suggestion",
        &format!("{seen}; did you mean `status`?"),
    );
}

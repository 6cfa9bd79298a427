//! A new entry changes only its own lines: no line of the old outputs goes or
//! changes, and none of them moves past another.

use std::fmt::Write as _;

use errcat_codegen::{Config, Source, Target, analyze_sources};

const RICH: &str = "  - code: RICH
    status: [409, 410]
    message: \"It is {why}.\"
    user-message: Sorry.
    description: When it happens.
    causes: [\"One.\", \"Two.\"]
    fix: What to do.
    retry: {do: stop}
    details:
      why: {type: string}
    headers: [Retry-After]
    tags: [privacy]
    since: \"2\"
    stage: beta
    aliases: [RICHER]
    source: {line: 7, code: inferred, candidates: [POOR]}
";

#[test]
fn a_new_entry_adds_lines_and_changes_none() {
    let without = outputs("");
    let with = outputs(RICH);
    assert_eq!(without.len(), with.len());
    for ((path, before), (_, after)) in without.iter().zip(&with) {
        let mut later = after.lines();
        for line in before.lines() {
            assert!(
                later.any(|it| it == line),
                "{path}: `{line}` has changed or moved"
            );
        }
        let added = after.lines().count() - before.lines().count();
        assert!(
            added > 0 || path == "rust/errcat.rs" || path == "rust/mod.rs",
            "{path}"
        );
        assert!(added < 150, "{path}: {added} lines for one entry");
    }
}

/// The outputs of ten plain entries, with `entry` in their middle.
fn outputs(entry: &str) -> Vec<(String, String)> {
    let mut yaml =
        "errcat: 1\ncatalog: plain\ntitle: Plain\nheaders: {Retry-After: {unit: seconds}}\n\
        tags: {privacy: Hides whether it exists.}\nerrors:\n"
            .to_owned();
    for number in 0..10 {
        if number == 5 {
            yaml.push_str(entry);
        }
        writeln!(
            yaml,
            "  - {{code: PLAIN_{number}, status: 400, message: Nothing to add.}}"
        )
        .expect("a String takes all text");
    }
    let analysis = analyze_sources(vec![Source::new("plain.yaml", yaml)], &Config::default());
    let artifacts = analysis.emit(&[Target::Rust, Target::Markdown, Target::Json]);
    let artifacts = artifacts.unwrap_or_else(|error| panic!("{error}"));
    artifacts
        .iter()
        .map(|it| (it.path().to_owned(), it.text().to_owned()))
        .collect()
}

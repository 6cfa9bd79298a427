//! An entry that comes, changes or goes changes only its own lines: no line of
//! the others goes or changes, and none of them moves past another. The numbers
//! of the hash table, which stand together at the end of a file, are the
//! exception.

use std::fmt::Write as _;

use errcat_codegen::{Config, Source, Target, analyze_sources};

const RICH: &str = "      - code: RICH
        status: [409, 410]
        type: rich
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
        deprecated: {since: \"3\"}
        source: {line: 7, code: inferred, candidates: [POOR]}
";

/// How many plain entries there are around it.
const PLAIN: usize = 10;

#[test]
fn an_entry_that_comes_or_goes_takes_only_its_own_lines_along() {
    let without = outputs(0, "");
    for place in [0, 1, PLAIN / 2, PLAIN] {
        let with = outputs(place, RICH);
        assert_eq!(without.len(), with.len());
        for ((path, before), (_, after)) in without.iter().zip(&with) {
            assert_within(path, before, after);
            let added = after.lines().count() - before.lines().count();
            assert!(
                added > 0 || path == "rust/errcat.rs" || path == "rust/mod.rs",
                "{path}"
            );
            let most = if path.starts_with("vectors/") {
                600
            } else {
                150
            };
            assert!(added < most, "{path}: {added} lines for one entry");
        }
    }
}

#[test]
fn an_entry_that_changes_keeps_all_lines_of_others() {
    let without = outputs(0, "");
    let before = outputs(PLAIN / 2, RICH);
    for (was, is) in [
        ("It is {why}.", "It is as it is, {why}."),
        ("status: [409, 410]", "status: 410"),
        (
            "causes: [\"One.\", \"Two.\"]",
            "causes: [\"None.\", \"One.\"]",
        ),
        ("        retry: {do: stop}\n", ""),
        ("        type: rich\n", ""),
        ("        deprecated: {since: \"3\"}\n", ""),
        ("        tags: [privacy]\n", ""),
        ("code: RICH", "code: WEALTHY"),
        ("aliases: [RICHER]", "aliases: [RICHER, RICHEST]"),
    ] {
        assert!(RICH.contains(was), "{was}");
        let after = outputs(PLAIN / 2, &RICH.replacen(was, is, 1));
        for ((path, others), (_, after)) in without.iter().zip(&after) {
            assert_within(path, others, after);
        }
        assert_ne!(before, after, "{was}");
        // Where no spelling changes, neither does the hash table.
        if !was.contains("code") && !was.contains("aliases") {
            assert_eq!(hashes(&before), hashes(&after), "{was}");
        }
    }
}

/// Each line of `before` stands in `after`, in the same order.
fn assert_within(path: &str, before: &str, after: &str) {
    let mut later = after.lines();
    for line in before.lines().filter(|line| !is_hash(line)) {
        assert!(
            later.any(|it| it == line),
            "{path}: `{line}` has changed or moved"
        );
    }
}

/// The lines of the hash table.
fn hashes(outputs: &[(String, String)]) -> Vec<&str> {
    let lines = outputs.iter().flat_map(|(_, text)| text.lines());
    lines.filter(|line| is_hash(line)).collect()
}

/// Whether a line of Rust holds numbers of the hash table.
fn is_hash(line: &str) -> bool {
    let numbers = |it: &str| {
        it.bytes()
            .all(|it| it.is_ascii_digit() || b", ".contains(&it))
    };
    line.ends_with(',') && line.contains(", ") && numbers(line)
}

/// The outputs of plain entries in two sections, with `entry` before the one
/// that is numbered `place`, or after the last.
fn outputs(place: usize, entry: &str) -> Vec<(String, String)> {
    let mut yaml =
        "errcat: 1\ncatalog: plain\ntitle: Plain\n\
        envelope: {code: $code, message: $message, details: $details optional}\nheaders: {Retry-After: {unit: seconds}}\n\
        tags: {privacy: Hides whether it exists.}\ntypes: {rich: {}}\n\
        statuses: {400: {client-class: PlainError}}\n\
        sections:\n  first:\n    title: First\n    errors:\n"
            .to_owned();
    for number in 0..PLAIN {
        if number == place {
            yaml.push_str(entry);
        }
        writeln!(
            yaml,
            "      - {{code: PLAIN_{number}, status: 400, message: Nothing to add.}}"
        )
        .expect("a String takes all text");
        if number == PLAIN / 2 {
            yaml.push_str("  second:\n    title: Second\n    errors:\n");
        }
    }
    if place == PLAIN {
        yaml.push_str(entry);
    }
    let analysis = analyze_sources(vec![Source::new("plain.yaml", yaml)], &Config::default());
    let artifacts = analysis.emit(&[
        Target::Rust,
        Target::Markdown,
        Target::Json,
        Target::Vectors,
    ]);
    let artifacts = artifacts.unwrap_or_else(|error| panic!("{error}"));
    artifacts
        .iter()
        .map(|it| (it.path().to_owned(), it.text().to_owned()))
        .collect()
}

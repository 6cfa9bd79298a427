//! A17: inputs at their limits and beyond.

use std::fmt::Write as _;
use std::fs;

use errcat_codegen::{Config, Diagnostic, Error, Source, analyze_paths, analyze_sources};

use crate::input::{HEAD, analysis, found, output, refused};
use crate::scratch::Scratch;
use crate::table::row;

/// A mebibyte.
const MIB: usize = 1024 * 1024;

/// A catalog of so many codes.
fn codes(count: usize) -> String {
    let mut text = format!("{HEAD}errors:\n");
    for number in 0..count {
        let entry = "status: 400, message: The parcel has come to grief on tour";
        writeln!(text, "  - {{code: CODE_{number}, {entry} {number}.}}").expect("it is memory");
    }
    text
}

#[test]
fn a17_a_message_of_50_mb() {
    let text = format!(
        "{HEAD}errors:\n  - code: A\n    status: 400\n    message: {}\n",
        "m".repeat(50_000_000)
    );
    let analysis = analysis(&text);
    assert_eq!(found(&analysis), ["EC0008 7:14"]);
    assert_eq!(refused("a message", &analysis), ["EC0008"]);
}

#[test]
fn a17_a_run_reads_10_000_catalogs_and_no_more() {
    let scratch = Scratch::new("trust-catalogs");
    let path = |number: usize| format!("catalogs/c{number}.yaml");
    (0..=10_000).for_each(|number| scratch.write(&path(number), ""));
    let folder = [scratch.path().join("catalogs")];
    let read = || analyze_paths(&folder, &Config::default());
    let Err(Error::Path { problem, .. }) = read() else {
        panic!("they are too many");
    };
    assert_eq!(
        problem,
        "this is one catalog more than the 10,000 that a run reads"
    );
    fs::remove_file(scratch.path().join(path(0))).expect("it was written");
    let found = read().expect("they are as many as may be");
    assert_eq!(found.diagnostics().sources().len(), 10_000);
}

#[test]
fn a17_what_is_over_a_limit_has_a_place() {
    let text = |size: usize| format!("{HEAD}description: {}\nerrors: []\n", "m".repeat(size));
    assert_eq!(found(&analysis(&text(MIB))), NOTHING);
    assert_eq!(found(&analysis(&text(MIB + 1))), ["EC0008 4:14"]);
    let nested = |levels: usize| {
        format!(
            "{HEAD}errors: []\nx-a: {}{}\n",
            "[".repeat(levels),
            "]".repeat(levels)
        )
    };
    assert_eq!(found(&analysis(&nested(64))), NOTHING);
    assert_eq!(found(&analysis(&nested(65))), ["EC0008 5:70"]);
    let code = |size: usize| {
        let code = "M".repeat(size);
        format!("{HEAD}errors:\n  - {{code: {code}, name: M, status: 400, message: It is bad.}}\n")
    };
    assert_eq!(found(&analysis(&code(1024))), NOTHING);
    assert_eq!(found(&analysis(&code(1025))), ["EC0008 5:12"]);
    let file = format!("{HEAD}{}", "#".repeat(64 * MIB));
    assert_eq!(found(&analysis(&file)), ["EC0008 1:1"]);
    let found = Config::check(Source::new("errcat.yaml", file));
    assert_eq!(
        found.iter().map(Diagnostic::id).collect::<Vec<_>>(),
        ["EC0008"]
    );
}

/// No finding.
const NOTHING: [&str; 0] = [];

#[test]
fn a17_what_entries_share_is_bounded() {
    let phrase = "m".repeat(MIB);
    let entries = |count: usize| {
        let text = codes(count);
        let statuses = format!("{HEAD}statuses: {{400: {{phrase: {phrase}}}}}\n");
        text.replacen(HEAD, &statuses, 1)
    };
    assert_eq!(found(&analysis(&entries(50))), NOTHING);
    assert_eq!(found(&analysis(&entries(70))), ["EC0008 4:12"]);
}

#[test]
fn a17_a_list_or_map_of_more_than_65_534() {
    let beyond = 65_535;
    let aliases: Vec<String> = (0..beyond - 1).map(|it| format!("A{it}")).collect();
    let aliases = aliases.join(", ");
    let entry = "{code: A, status: 400, message: M., aliases: ";
    let of_aliases = format!("{HEAD}errors:\n  - {entry}[{aliases}]}}\n");
    // The code and its aliases are one more than tables can number.
    assert_eq!(found(&analysis(&of_aliases)).len(), 1);
    assert!(found(&analysis(&of_aliases))[0].starts_with("EC0008 5:"));
    let types: Vec<String> = (0..beyond).map(|it| format!("  t{it}: {{}}\n")).collect();
    let types = types.concat();
    let of_types = analysis(&format!("{HEAD}types:\n{types}errors: []\n"));
    assert_eq!(found(&of_types), ["EC0008 65539:3"]);
}

#[test]
fn a17_errors_are_shown_up_to_a_number() {
    let text = format!("{HEAD}errors:\n{}", "  - 1\n".repeat(10_005));
    let analysis = analysis(&text);
    assert_eq!(found(&analysis).len(), 10_001);
    assert_eq!(found(&analysis)[10_000], "EC0008 10005:5");
    assert_eq!(analysis.diagnostics().unshown(), 5);
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn a17_many_codes_and_values() {
    let analysis_of_many = analysis(&codes(60_000));
    assert_eq!(found(&analysis_of_many), NOTHING);
    let json = output(&analysis_of_many, "json/hostile.json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["entries"].as_array().map(Vec::len), Some(60_000));
    for (name, count) in [("65,534", 65_534), ("65,535", 65_535)] {
        let text = codes(count);
        let sources = vec![Source::new("hostile.yaml", text)];
        let found = found(&analyze_sources(sources, &Config::default()));
        let expected: &[&str] = if count > 65_534 {
            &["EC0008 65539:5"]
        } else {
            &NOTHING
        };
        assert_eq!(found, expected, "{name}");
    }
    // Four texts, the outer list, and 1,900 lists of 1,050 texts stand before the rest.
    let lists = format!("[{}],", "a,".repeat(1_050)).repeat(1_900);
    let values = |rest: usize| {
        let rest = "a,".repeat(rest);
        format!("{HEAD}errors: []\nx-a: [{lists}{rest}]\n")
    };
    assert_eq!(found(&analysis(&values(3_095))), NOTHING);
    assert_eq!(found(&analysis(&values(3_096))), ["EC0008 5:6"]);
    row(
        "A17",
        "60,000 codes, a message of 50 MB, 65,535 codes",
        "a stated limit",
        "60,000 codes and 65,534 work; EC0008 at 65,535 codes, 1 MiB of a text, 2,000,000 values",
    );
}

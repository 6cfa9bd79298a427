//! What is printed, to the letter: of the shipped catalogs, of one with every
//! key, of one with advice at every level, and of one with hostile texts.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Project, Ran};

/// Advice at every level of one entry, and of another a little less.
const LADDER: &str = "\
errcat: 1
catalog: ladder
title: Ladder errors
statuses:
  429: {phrase: Too Many Requests, retry: {do: wait, delay: {seconds: 5}}}
  503: {phrase: Service Unavailable}
  4xx: {retry: {do: change}}
  5xx: {retry: {do: backoff}}
  other: {retry: {do: act, note: \"Ask us\"}}
types:
  limits: {retry: {do: backoff, attempts: 2}}
sections:
  rungs:
    title: Rungs
    retry: {do: change, scope: account}
    errors:
      - code: TOP_RUNG
        type: limits
        status: 429
        message: You stand on the top rung.
        retry:
          do: stop
      - {code: LOW_RUNG, type: limits, status: 429, message: You stand on the lowest rung.}
  floor:
    title: Floor
    errors:
      - {code: ON_THE_FLOOR, type: limits, status: 429, message: You stand on the floor.}
      - {code: BELOW, status: [429, 503, 418, 302], message: You are below the floor.}
";

#[test]
fn the_shipped_catalogs() {
    for (name, arguments) in [
        ("stops", ["COLD_CAP_EXCEEDED"].as_slice()),
        ("two_statuses", &["CONVERSATION_NOT_FOUND"]),
        ("listed_often", &["NOT_AGENT_OWNER"]),
        ("inferred", &["aicity::NOT_FOUND"]),
        ("derived", &["MISSING_API_KEY"]),
        ("two_codes", &["CAPTCHA_FAILED"]),
        ("deprecated", &["REQUEST_NOT_FOUND"]),
        ("no_advice", &["INSUFFICIENT_FUNDS"]),
        ("all_catalogs", &["RATE_LIMITED"]),
        ("status", &["429"]),
        ("class", &["5xx"]),
        ("network", &["network"]),
        ("other", &["other"]),
        ("lint", &["EC0204"]),
        ("lint_warning", &["missing-message"]),
    ] {
        let ran = in_this_project(arguments);
        assert_eq!(ran.code, Some(0), "{name}: {ran:?}");
        expect(name, &ran.out);
    }
}

#[test]
fn a_catalog_with_every_key() {
    let project = Project::empty();
    project.put("catalogs/parcel.yaml", golden_catalog("every_key"));
    for (name, what) in [
        ("key_not_found", "PARCEL_NOT_FOUND"),
        ("key_variants", "PARCEL_REJECTED"),
        ("key_value", "SLOW_DOWN_30"),
        ("key_alias", "SLOW_DOWN"),
        ("key_redirect", "PARCEL_MOVED"),
        ("key_reserved", "PICKUP_TAKEN"),
        ("key_deprecated", "PAYMENT_FAILED"),
        ("key_retired", "InvoiceLost"),
        ("key_row", "402"),
        ("key_row_without_entry", "501"),
        ("key_class", "4xx"),
    ] {
        let ran = project.run_changing_nothing(&["explain", what]);
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{name}");
        expect(name, &ran.out);
    }
}

#[test]
fn advice_at_every_level() {
    let project = Project::with(&[LADDER]);
    for (name, what) in [
        ("ladder_entry", "TOP_RUNG"),
        ("ladder_section", "LOW_RUNG"),
        ("ladder_type", "ON_THE_FLOOR"),
        ("ladder_rows", "BELOW"),
        ("ladder_other", "other"),
    ] {
        let ran = project.run(&["explain", what]);
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{name}");
        expect(name, &ran.out);
    }
}

#[test]
fn hostile_texts() {
    let project = Project::empty();
    project.put("catalogs/hostile.yaml", golden_catalog("hostile"));
    let what = ["/*", "Error", "Err", "x-y-z-3!", "größe", "400"];
    let ran = project.run(&[&["explain"], what.as_slice()].concat());
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    expect("hostile", &ran.out);
    let long = format!(
        "errcat: 1\ncatalog: long\ntitle: Long\nstatuses:\n  429: {{description: {}, \
         retry: {{do: stop, note: {}}}}}\nerrors:\n  - {{code: {}, status: 429, message: {}}}\n",
        "a ".repeat(5000),
        "b ".repeat(5000),
        "C".repeat(100),
        "日".repeat(200),
    );
    let project = Project::with(&[&long]);
    let ran = project.run(&["explain", "429", &"C".repeat(100)]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let quoted: Vec<&str> = ran
        .out
        .lines()
        .filter(|line| line.contains("| .."))
        .collect();
    assert_eq!(quoted.len(), 2, "{quoted:?}");
    for line in quoted {
        assert!(line.contains(" retry: {do: stop, note: b b"), "{line}");
        assert!(line.ends_with("..") && line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn every_code_of_the_shipped_catalogs() {
    let list = in_this_project_with("list", &["-q"]);
    let mut codes: Vec<String> = Vec::new();
    for line in list.out.lines() {
        let mut cells = line.split('\t');
        let (id, own) = (cells.next().expect("an id"), cells.next().expect("codes"));
        codes.extend(own.split(" / ").map(|code| format!("{id}::{code}")));
    }
    codes.sort();
    codes.dedup();
    assert!(codes.len() > 130, "{} codes", codes.len());
    let arguments: Vec<&str> = codes.iter().map(String::as_str).collect();
    let ran = in_this_project(&arguments);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    for code in &codes {
        let title = format!("{code} · ");
        let titled = ran.out.lines().filter(|line| line.starts_with(&title));
        assert_eq!(titled.count(), 1, "{code}");
    }
    assert!(!ran.out.contains(|c: char| c.is_control() && c != '\n'));
    for line in ran.out.lines() {
        let is_long = line.chars().count() > 80;
        assert!(!is_long || !line.trim().contains(' '), "{line}");
    }
}

/// Runs the program on the catalogs that errcat ships.
pub(super) fn in_this_project(what: &[&str]) -> Ran {
    in_this_project_with("explain", what)
}

fn in_this_project_with(subcommand: &str, arguments: &[&str]) -> Ran {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let project = Project::empty();
    let mut command = project.command(&[&[subcommand], arguments].concat());
    let output = command.current_dir(root).output();
    Ran::from(output.expect("the program can be started"))
}

fn golden_catalog(case: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    fs::read_to_string(folder.join(case).join("catalog.yaml")).expect("a golden case")
}

#[track_caller]
fn expect(name: &str, printed: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = path.join(format!("tests/cli/explain/{name}.txt"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, printed).expect("the expectation can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(printed, expected, "{name}: `BLESS=1` accepts it");
}

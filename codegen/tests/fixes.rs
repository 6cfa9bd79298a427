//! What `check --fix` makes of a broken catalog.
//!
//! A file of `tests/fixes`, `CASE.yaml`, is a catalog with slips, and
//! `CASE.fixed` the same mended; `BLESS=1 cargo test --test fixes` writes what
//! is missing or has changed. And every case of `tests/ui` is held to what an
//! edit promises, whichever rule it comes from.

#[path = "support/documents.rs"]
mod documents;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{
    Config, Diagnostic, Diagnostics, Edit, Severity, Source, analyze_sources, check_documents, fix,
};

#[test]
fn every_case_is_mended_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differences = Vec::new();
    let cases = cases("tests/fixes");
    assert!(cases.len() >= 8, "{cases:?}");
    for path in cases {
        let source = source(&path).expect("a case is UTF-8");
        let check = checker(&path);
        let Some(fixed) = fix(&source, &check) else {
            panic!("{}: nothing is mended", path.display());
        };
        let expected = path.with_extension("fixed");
        if bless {
            fs::write(&expected, fixed.text()).expect("the expectation can be written");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(fixed.text()) {
            differences.push(format!("{}:\n{}", expected.display(), fixed.text()));
        }
        let again = Source::new(source.path(), fixed.text());
        assert!(fix(&again, &check).is_none(), "{}: again", path.display());
    }
    let help = "(accept with BLESS=1)";
    assert!(differences.is_empty(), "{help}\n{}", differences.join("\n"));
}

#[test]
fn a_mended_case_is_clean() {
    for path in cases("tests/fixes") {
        let source = source(&path).expect("a case is UTF-8");
        let check = checker(&path);
        assert!(!check(source.clone()).is_empty(), "{}", path.display());
        let text = fs::read_to_string(path.with_extension("fixed")).expect("it was blessed");
        let left = check(Source::new(source.path(), text));
        assert!(left.is_empty(), "{}\n{left}", path.display());
    }
}

/// The edits of each finding of each case, applied alone.
#[test]
fn edits_mend_their_finding_and_do_no_harm() {
    let (mut rules, mut problems) = (BTreeSet::new(), Vec::new());
    for path in ui_cases() {
        let Some(source) = source(&path) else {
            continue;
        };
        let check = checker(&path);
        let found = check(source.clone());
        for finding in found.iter().filter(|it| !it.edits().is_empty()) {
            let what = format!("{}: {}", path.display(), finding.message());
            let text = applied(&source, finding.edits(), &what);
            let left = check(Source::new(source.path(), text.clone()));
            let problem = harm(&path, &found, &left, finding);
            problems.extend(problem.map(|it| format!("{it}: {what}\n{text}\n{left}")));
            rules.insert(finding.id());
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(rules.len() >= 15, "only {rules:?}");
}

/// A slip in a declaration makes every right use of the name a finding: mending
/// those would spread it.
#[test]
fn names_of_the_authors_choice_are_never_mended() {
    let text = "\
errcat: 1
catalog: seats
title: Seat API errors
envelope: {code: $code, message: $message, details: $details}
headers:
  Retry-Aftr: {unit: seconds}
types:
  bookng_error: {status: 409}
tags:
  mony: About money.
sections:
  bookngs:
    title: Bookings
    deprecated: {use: seats}
    errors:
      - code: RATE_LIMTED
        status: 429
        message: \"Seat {seat} is not yours.\"
        details:
          set: {type: string}
        headers: [Retry-After]
        tags: [money]
        retry: {do: wait, delay: {header: Retry-After}}
      - code: \"SOLD_{seat}\"
        message: It is sold.
        type: booking_error
        details:
          set: {type: string, in: code}
  seatz:
    title: Seats
    errors:
      - ref: RATE_LIMITED
      - code: SEAT_GONE
        status: 410
        message: This seat was taken out.
        retired: {use: RATE_LIMITED}
";
    let source = Source::new("seats.yaml", text);
    let found = analyze_sources(vec![source], &Config::default()).into_diagnostics();
    let ids: BTreeSet<&str> = found.iter().map(Diagnostic::id).collect();
    for id in [
        "EC0105", "EC0106", "EC0107", "EC0108", "EC0109", "EC0110", "EC0303",
    ] {
        assert!(ids.contains(id), "{id}: {found}");
    }
    for finding in &found {
        assert!(finding.edits().is_empty(), "{}", finding.message());
    }
}

/// All the edits that errcat applies, to each case: what it does comes to the
/// same as the edits, and twice is as good as once.
#[test]
fn mending_ends_and_stays() {
    let mut mended = 0;
    for path in ui_cases() {
        let Some(source) = source(&path) else {
            continue;
        };
        let check = checker(&path);
        let carries = check(source.clone())
            .iter()
            .any(|it| !it.edits().is_empty());
        let Some(fixed) = fix(&source, &check) else {
            assert!(!carries, "{}: its edits are refused", path.display());
            continue;
        };
        assert_ne!(fixed.text(), source.text());
        assert!(!fixed.mended().is_empty());
        let again = Source::new(source.path(), fixed.text());
        assert!(fix(&again, &check).is_none(), "{}", path.display());
        mended += 1;
    }
    assert!(mended >= 40, "only {mended} cases are mended");
}

#[test]
fn the_places_are_those_of_the_new_text() {
    let path = Path::new("tests/fixes/quotes.yaml");
    let fixed = fix(&source(path).expect("it is UTF-8"), checker(path)).expect("it is mended");
    let lines: Vec<&str> = fixed.text().lines().collect();
    assert!(fixed.mended().len() >= 5);
    for mended in fixed.mended() {
        let line = lines[mended.position().line as usize - 1];
        let column = mended.position().column as usize - 1;
        let rest: String = line.chars().skip(column).collect();
        let (_, new) = &mended.edits()[0];
        assert!(rest.starts_with(new), "{new}: {line}");
    }
}

/// Whatever stands there, nothing panics, and there are no more errors after
/// than before, unless the reader comes further.
#[test]
fn no_text_comes_out_worse() {
    let mut mended = 0;
    for path in cases("tests/fixes") {
        let source = source(&path).expect("a case is UTF-8");
        let check = checker(&path);
        for (at, character) in source.text().char_indices().step_by(13) {
            let (before, rest) = source.text().split_at(at);
            let after = &rest[character.len_utf8()..];
            let noise = ["", "\"", ": ", "é #", "[", "\n"][at % 6];
            let text = format!("{before}{noise}{after}");
            let found = check(Source::new(source.path(), text.clone()));
            let Some(fixed) = fix(&found.sources()[0], &check) else {
                continue;
            };
            let left = check(Source::new(source.path(), fixed.text()));
            let is_read = |found: &Diagnostics| !found.iter().any(|it| HIDING.contains(&it.id()));
            let errors = |found: &Diagnostics| found.count(Severity::Error);
            let no_worse = !is_read(&found) || is_read(&left) && errors(&left) <= errors(&found);
            assert!(no_worse, "{text}\n{found}\n{}\n{left}", fixed.text());
            mended += 1;
        }
    }
    assert!(mended >= 100, "only {mended} were mended");
}

/// Two lines that each may go, but not both without their key: a few rounds
/// mend all of them, not one round each.
#[test]
fn neighbours_are_mended_in_few_rounds() {
    let entry = |at: u32| {
        let facts = format!("  - code: LOST_{at}\n    status: 404\n    message: Parcel {at}.\n");
        let allow = "    allow:\n      - EC0302\n      - EC0304\n";
        (format!("{facts}{allow}"), facts)
    };
    let (written, meant): (Vec<String>, Vec<String>) = (0..300).map(entry).unzip();
    let head = "errcat: 1\ncatalog: rounds\ntitle: Parcel API errors\nerrors:\n";
    let source = Source::new("rounds.yaml", format!("{head}{}", written.concat()));
    let analyses = Cell::new(0);
    let check = |source| {
        analyses.set(analyses.get() + 1);
        analyze_sources(vec![source], &Config::default()).into_diagnostics()
    };
    let fixed = fix(&source, check).expect("it is mended");
    assert_eq!(fixed.text(), format!("{head}{}", meant.concat()));
    assert!(analyses.get() < 10, "{} analyses", analyses.get());
}

/// What may end the reading of a text.
const HIDING: [&str; 3] = ["EC0001", "EC0002", "EC0003"];

/// What is wrong with a text in which `finding` was mended.
fn harm(
    path: &Path,
    found: &Diagnostics,
    left: &Diagnostics,
    finding: &Diagnostic,
) -> Option<&'static str> {
    let said = |it: &Diagnostic| (it.id(), it.message().to_owned());
    let same = |all: &Diagnostics| all.iter().filter(|it| said(it) == said(finding)).count();
    let errors = |all: &Diagnostics| all.count(Severity::Error);
    let was_error = usize::from(finding.severity() == Severity::Error);
    if left.iter().any(|it| it.id() == "EC0001") {
        Some("it can't be read")
    } else if same(left) >= same(found) {
        Some("the finding is still there")
    } else if errors(left) + was_error > errors(found) && !uncovers(path) {
        Some("there is a new error")
    } else {
        None
    }
}

/// Whether a case has a second mistake that can't be seen before the first is
/// mended.
fn uncovers(path: &Path) -> bool {
    UNCOVER.iter().any(|case| path.ends_with(case))
}

const UNCOVER: [&str; 1] = ["yaml-syntax/starts_with_brace.yaml"];

/// The text with the edits applied, by a second and simpler way: from the last
/// to the first.
fn applied(source: &Source, edits: &[Edit], what: &str) -> String {
    let mut text = source.text().to_owned();
    let mut after = text.len();
    for edit in edits.iter().rev() {
        let old = source.slice(edit.span);
        let start = old.as_ptr() as usize - source.text().as_ptr() as usize;
        assert!(start + old.len() <= after, "edits overlap: {what}");
        text.replace_range(start..start + old.len(), &edit.text);
        assert_eq!(&text[..start], &source.text()[..start], "{what}");
        after = start;
    }
    text
}

/// What finds the mistakes of a case and of what becomes of it.
fn checker(path: &Path) -> impl Fn(Source) -> Diagnostics + use<> {
    let is_configuration = path.to_string_lossy().ends_with(".errcat.yaml");
    let documents = source(path).map(|source| documents::of(source.text()));
    let documents = documents.unwrap_or_default();
    move |source: Source| {
        if is_configuration {
            return Config::check(source);
        }
        let analysis = analyze_sources(vec![source], &Config::default());
        check_documents(analysis, &documents).into_diagnostics()
    }
}

/// The source at a path; `None` if it is no text.
fn source(path: &Path) -> Option<Source> {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let bytes = fs::read(whole).expect("a case can be read");
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.expect("its name is ASCII");
    let name = if name.ends_with(".errcat.yaml") {
        "errcat.yaml"
    } else {
        name
    };
    let text = String::from_utf8(bytes).ok()?;
    Some(Source::new(name, text))
}

fn ui_cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut cases: Vec<PathBuf> = list(&folder).iter().flat_map(|it| cases_in(it)).collect();
    cases.sort();
    assert!(cases.len() >= 200, "only {} cases", cases.len());
    cases
}

fn cases(folder: &str) -> Vec<PathBuf> {
    cases_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
}

fn cases_in(folder: &Path) -> Vec<PathBuf> {
    let mut paths = list(folder);
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    paths
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let items = fs::read_dir(folder).expect("the folder of the cases can be listed");
    let paths = items.map(|item| item.expect("its items can be listed").path());
    paths.collect()
}

//! `errcat check --format`: each format word for word, and on which stream.
//!
//! A folder of `tests/formats` is a case: a project, and in `expected` what
//! each format prints about it. `BLESS=1 cargo test` writes what has changed;
//! `tests/formats/run` holds the same texts against the schemas.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{PARCEL, Project, Ran, SILENT};

/// The formats on standard error, and on standard output.
const REPORTS: [&str; 2] = ["human", "short"];
const DATA: [&str; 3] = ["json", "github", "sarif"];

#[test]
fn each_format_says_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differences = Vec::new();
    for case in cases() {
        let project = copied(&case);
        for format in REPORTS.iter().chain(&DATA) {
            let ran = project.run_changing_nothing(&["check", "--format", format]);
            let text = printed(format, &ran);
            let expected = case.join("expected").join(format);
            if bless {
                let folder = case.join("expected");
                fs::create_dir_all(folder).expect("the folder can be made");
                fs::write(&expected, text).expect("the expectation can be written");
            } else if fs::read_to_string(&expected).ok().as_deref() != Some(text) {
                differences.push(format!("{}, but it says:\n{text}", expected.display()));
            }
        }
    }
    let help = "(accept with BLESS=1)";
    assert!(differences.is_empty(), "{help}\n{}", differences.join("\n"));
}

#[test]
fn every_format_ends_with_the_same_line_and_code() {
    for case in cases() {
        let project = copied(&case);
        let human = project.run(&["check"]);
        for format in REPORTS.iter().chain(&DATA) {
            let ran = project.run(&["check", "--format", format]);
            assert_eq!(verdict(&ran), verdict(&human), "{format}");
            assert_eq!(ran.code, human.code, "{format}");
        }
    }
}

/// The last line but for the hint, which is for people.
fn verdict(ran: &Ran) -> Option<&str> {
    let mut lines = ran.err.lines().rev();
    lines.find(|line| !line.ends_with("can be mended by `errcat check --fix`"))
}

#[test]
fn data_is_alone_on_standard_output_and_never_coloured() {
    let project = copied(&Path::new(FOLDER).join("broken"));
    for format in DATA {
        let plain = project.run(&["check", "--format", format]);
        let arguments = ["check", "--color=always", "--deny-warnings", "-v"];
        let ran = project.run(&[&arguments[..], &["--format", format]].concat());
        assert_eq!(ran.out, plain.out, "{format}");
        assert!(!ran.out.contains('\x1b'), "{format}");
        assert!(
            ran.err.starts_with("no `errcat.yaml`: defaults are used\n"),
            "{ran:?}"
        );
        let quiet = project.run(&["check", "-q", "--format", format]);
        assert_eq!((quiet.out, quiet.err), (plain.out, plain.err), "{format}");
    }
}

#[test]
fn short_lines_are_coloured_on_demand() {
    let project = Project::with(&[SILENT]);
    let ran = project.run(&["check", "--format=short", "--color=always"]);
    assert!(
        ran.err
            .starts_with("catalogs/silent.yaml:5:11: \x1b[1;93mwarning[EC0301]\x1b[0m: "),
        "{ran:?}"
    );
}

#[test]
fn lines_to_write_stay_on_the_one_line_of_a_short_finding() {
    let project = Project::empty();
    let catalog = "errcat: 1\ncatalog: parcel\ntitle: T\nerrors:\n  code: PARCEL_LOST\n";
    project.put("catalogs/parcel.yaml", catalog);
    let ran = project.run(&["check", "--format=short"]);
    let help = "(help: write it like this: errors: - code: PARCEL_LOST)\n";
    let first = ran.err.split_inclusive('\n').next();
    assert!(first.is_some_and(|line| line.ends_with(help)), "{ran:?}");
}

#[test]
fn denied_warnings_stay_warnings_in_data() {
    let project = Project::with(&[SILENT]);
    let ran = project.run(&["check", "--format=github", "--deny-warnings"]);
    assert!(ran.out.starts_with("::warning file="), "{ran:?}");
    let denied = "error: 1 warning in 1 catalog, and `--deny-warnings` is set\n";
    assert_eq!((ran.err.as_str(), ran.code), (denied, Some(1)));
}

#[test]
fn a_failure_is_told_in_data_too() {
    let project = Project::empty();
    let reason = "`catalogs`: there is no such folder of catalogs; create it, or name another one \
                  as `catalogs:` in errcat.yaml";
    for (format, part) in [
        ("json", format!("\n  \"failure\": \"{reason}\",\n")),
        ("github", format!("::error title=errcat::{reason}\n")),
        (
            "sarif",
            format!(
                "\"executionSuccessful\": false,\n          \"toolExecutionNotifications\": [\n            {{\n              \"level\": \"error\",\n              \"message\": {{\n                \"text\": \"{reason}.\"\n"
            ),
        ),
    ] {
        let ran = project.run(&["check", "--format", format]);
        assert!(ran.out.contains(&part), "{ran:?}");
        assert_eq!(ran.err, format!("error: {reason}\n"));
        assert_eq!(ran.code, Some(2));
    }
    let ran = project.run(&["check", "--format=json", "--root", "gone"]);
    assert!(
        ran.out.contains("`gone`: there is no such folder"),
        "{ran:?}"
    );
}

#[test]
fn an_unknown_format_is_refused_with_a_suggestion() {
    let project = Project::with(&[PARCEL]);
    let ran = project.run(&["check", "--format", "sarf"]);
    let tip = "tip: a similar value exists: 'sarif'";
    assert!(ran.err.contains(tip), "{ran:?}");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats");

/// The folders of the cases.
fn cases() -> Vec<PathBuf> {
    let items = fs::read_dir(FOLDER).expect("the folder of the cases can be listed");
    let paths = items.map(|item| item.expect("its items can be listed").path());
    let mut cases: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 3, "there are cases");
    cases
}

/// The project of a case, away from the configuration of errcat's own.
fn copied(case: &Path) -> Project {
    let project = Project::empty();
    let root = case.join("project");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(&folder).expect("a case can be listed") {
            let path = item.expect("a case can be listed").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("it lies below");
            let name = name.to_str().expect("names are UTF-8");
            project.put(name, fs::read(&path).expect("a case can be read"));
        }
    }
    project
}

/// What a format prints, on its own stream.
fn printed<'a>(format: &str, ran: &'a Ran) -> &'a str {
    if DATA.contains(&format) {
        assert_eq!(ran.err.lines().count(), 1, "{format}: the line at the end");
        &ran.out
    } else {
        assert_eq!(ran.out, "", "{format}");
        &ran.err
    }
}

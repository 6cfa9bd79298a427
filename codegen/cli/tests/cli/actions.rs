//! `errcat check` in GitHub Actions: annotations, and a log that can be read
//! and gives no orders.

use std::process::Stdio;

use crate::support::{PARCEL, Project, Ran, SILENT};

/// Runs the program as a step of a workflow whose checkout is the project.
fn run(project: &Project, folder: &str, arguments: &[&str]) -> Ran {
    let mut command = project.command(arguments);
    command.current_dir(project.at(folder));
    command.env("GITHUB_ACTIONS", "true");
    command.env("GITHUB_WORKSPACE", project.at("."));
    Ran::from(command.output().expect("the program can be started"))
}

#[test]
fn annotations_are_printed_and_the_log_can_be_read() {
    let project = Project::with(&[SILENT]);
    let human = project.run(&["check"]);
    let github = project.run(&["check", "--format=github"]);
    let ran = run(&project, ".", &["check"]);
    assert!(
        ran.out
            .starts_with("::warning file=catalogs/silent.yaml,line=5,")
    );
    ran.expect(0, &github.out, &human.err);
}

#[test]
fn a_format_that_is_asked_for_is_alone() {
    let project = Project::with(&[SILENT]);
    for format in ["human", "short", "json", "sarif", "github"] {
        let arguments = ["check", "--format", format];
        let elsewhere = project.run(&arguments);
        let ran = run(&project, ".", &arguments);
        ran.expect(0, &elsewhere.out, &elsewhere.err);
    }
}

#[test]
fn it_must_be_true() {
    let project = Project::with(&[SILENT]);
    for value in ["", "false", "1"] {
        let mut command = project.command(&["check"]);
        let output = command.env("GITHUB_ACTIONS", value).output();
        let ran = Ran::from(output.expect("the program can be started"));
        assert_eq!(ran.out, "", "{value}");
    }
}

#[test]
fn only_check_annotates() {
    let project = Project::with(&[SILENT]);
    assert_eq!(run(&project, ".", &["generate"]).out, "");
}

#[test]
fn paths_start_at_the_root_of_the_repository() {
    let project = Project::empty();
    project.put("api/v1/catalogs/silent.yaml", SILENT);
    project.put("api/v2/README.md", "");
    for (folder, arguments) in [
        ("api/v1", ["check"].as_slice()),
        ("api", &["check", "--root", "v1"]),
        ("api/v2", &["check", "../v1/catalogs/silent.yaml"]),
    ] {
        let ran = run(&project, folder, arguments);
        let start = "::warning file=api/v1/catalogs/silent.yaml,line=5,";
        assert!(ran.out.starts_with(start), "{ran:?}");
        let sarif = run(&project, folder, &[arguments, &["--format=sarif"]].concat());
        let uri = "\"uri\": \"api/v1/catalogs/silent.yaml\"";
        assert!(sarif.out.contains(uri), "{sarif:?}");
    }
}

#[test]
fn a_catalog_gives_the_runner_no_orders() {
    let project = Project::with(&[]);
    let orders = "::error::a\\n::error::b\\r##[error]c%0A::error::d";
    let text = PARCEL
        .replace("PARCEL_LOST", &format!("\"{orders}\""))
        .replace("title:", &format!("? \"{orders}\"\n: 1\ntitle:"));
    project.put("catalogs/parcel.yaml", &text);
    let ran = run(&project, ".", &["check"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let annotations: Vec<&str> = ran.out.lines().collect();
    assert!(annotations.len() >= 2, "{ran:?}");
    for line in annotations {
        assert!(
            line.starts_with("::error file=catalogs/parcel.yaml,line="),
            "{line}"
        );
        let (properties, _) = line[2..].split_once("::").expect("a command has two parts");
        assert!(
            properties.ends_with(|it: char| it.is_ascii_lowercase()),
            "{line}"
        );
    }
    assert!(ran.err.contains("## [error]c"), "{ran:?}");
    for line in ran.err.lines() {
        assert!(!line.trim_start().starts_with("::"), "{line}");
        assert!(!line.contains("##["), "{line}");
    }
}

#[test]
fn a_diff_gives_the_runner_no_orders() {
    let order = "description: |\n      ::error::a\n      ##[error]b";
    let slip = "errcat: 1\ncatalog: orders\ntitle: Parcel errors\nerrors:\n";
    let entry = "  - code: PARCEL_LOST\n    status: 410\n    mesage: Nobody has it.\n";
    let project = Project::with(&[&format!("{slip}{entry}    {order}\n")]);
    let ran = run(&project, ".", &["check", "--diff"]);
    assert!(ran.out.contains("+    message: Nobody"), "{ran:?}");
    assert!(ran.out.contains("error::a"), "{ran:?}");
    for line in ran.out.lines() {
        assert!(!line.trim_start().starts_with("::"), "{line}");
        assert!(!line.contains("##["), "{line}");
    }
}

#[test]
#[cfg(unix)]
fn a_name_of_a_file_gives_no_orders_either() {
    let project = Project::empty();
    project.put("catalogs/a\n::error::b,c:%\x1b[31m.yaml", SILENT);
    let ran = run(&project, ".", &["check"]);
    let file = "::error file=catalogs/a%0A%3A%3Aerror%3A%3Ab%2Cc%3A%25\\u{1b}[31m.yaml,line=2,";
    assert!(ran.out.starts_with(file), "{ran:?}");
    for line in ran.out.lines().chain(ran.err.lines()) {
        assert!(!line.starts_with("::error::"), "{line}");
        assert!(!line.contains('\x1b'), "{line}");
    }
    assert!(
        ran.err
            .contains(" --> catalogs/a\\n::error::b,c:%\\u{1b}[31m.yaml:2:10\n")
    );
}

#[test]
fn a_reader_that_is_gone_ends_the_data_quietly() {
    let project = Project::with(&[SILENT]);
    for format in ["json", "github", "sarif"] {
        let (reader, writer) = std::io::pipe().expect("a pipe can be made");
        drop(reader);
        let mut command = project.command(&["check", "--format", format]);
        let output = command.stdout(Stdio::from(writer)).output();
        let ran = Ran::from(output.expect("the program can be started"));
        ran.expect(0, "", "1 catalog, 1 entry, 1 warning: no errors\n");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let project = Project::with(&[SILENT]);
    let full = std::fs::File::options().write(true).open("/dev/full");
    let mut command = project.command(&["check", "-q", "--format=json"]);
    let output = command
        .stdout(Stdio::from(full.expect("Linux has it")))
        .output();
    Ran::from(output.expect("the program can be started")).expect_failure(
        "cannot write standard output: No space left on device (os error 28); \
         free some space and run errcat again",
    );
}

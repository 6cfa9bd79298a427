//! `errcat check`: which catalogs it reads, what it says, and that it only looks.

use crate::support::{BROKEN, PARCEL, PICKUP, Project, SILENT};

#[test]
fn sound_catalogs_are_clean() {
    let project = Project::with(&[PARCEL, PICKUP]);
    let ran = project.run_changing_nothing(&["check"]);
    ran.expect(0, "", "2 catalogs, 3 entries: no errors\n");
    project.run(&["check", "-q"]).expect(0, "", "");
}

#[test]
fn three_mistakes_at_once_are_three_findings_at_their_places() {
    let project = Project::with(&[PARCEL]);
    let text = PARCEL
        .replace("title:", "titel: x\ntitle:")
        .replace("status: 404", "status: 4004")
        .replace("PARCEL_LOST", "PARCEL_NOT_FOUND");
    project.put("catalogs/parcel.yaml", text);
    let ran = project.run_changing_nothing(&["check"]);
    let places: Vec<_> = ran
        .err
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .collect();
    assert_eq!(
        places,
        [
            "catalogs/parcel.yaml:3:1",
            "catalogs/parcel.yaml:7:13",
            "catalogs/parcel.yaml:9:11"
        ]
    );
    assert_eq!(ran.last_line(), "error: 3 errors in 1 catalog");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
}

#[test]
fn a_finding_looks_like_a_compilers() {
    let project = Project::with(&[]);
    let twice = PARCEL.replace("PARCEL_LOST", "PARCEL_NOT_FOUND");
    project.put("catalogs/parcel.yaml", twice);
    let ran = project.run(&["check"]);
    assert!(ran.err.starts_with("error[EC0101]: "), "{ran:?}");
    assert!(
        ran.err.contains("\n --> catalogs/parcel.yaml:8:11\n"),
        "{ran:?}"
    );
    assert!(
        ran.err.ends_with("\n\nerror: 1 error in 1 catalog\n"),
        "{ran:?}"
    );
}

#[test]
fn warnings_alone_are_clean_unless_they_are_denied() {
    let project = Project::with(&[PARCEL, SILENT]);
    let ran = project.run(&["check"]);
    assert!(ran.err.starts_with("warning[EC0301]: "), "{ran:?}");
    assert_eq!(
        ran.last_line(),
        "2 catalogs, 3 entries, 1 warning: no errors"
    );
    assert_eq!(ran.code, Some(0));
    let ran = project.run(&["check", "--deny-warnings"]);
    assert_eq!(
        ran.last_line(),
        "error: 1 warning in 1 catalog, and `--deny-warnings` is set"
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn paths_restrict_the_run_to_themselves() {
    let project = Project::with(&[PARCEL, BROKEN]);
    let ran = project.run(&["check", "catalogs/parcel.yaml"]);
    ran.expect(0, "", "1 catalog, 2 entries: no errors\n");
    let ran = project.run(&["check", "catalogs/broken.yaml"]);
    assert_eq!(ran.last_line(), "error: 2 errors in 1 catalog");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_path_is_a_file_or_a_folder_and_counts_once() {
    let project = Project::with(&[PARCEL]);
    project.put("drafts/pickup.yaml", PICKUP);
    let ran = project.run(&["check", "drafts"]);
    ran.expect(0, "", "1 catalog, 1 entry: no errors\n");
    let ran = project.run(&[
        "check",
        "-v",
        "drafts",
        "./drafts/pickup.yaml",
        "catalogs/parcel.yaml",
        "catalogs",
    ]);
    ran.expect(
        0,
        "",
        "no `errcat.yaml`: defaults are used\n\
         read     catalogs/parcel.yaml\n\
         read     drafts/pickup.yaml\n\
         2 catalogs, 3 entries: no errors\n",
    );
}

#[test]
fn paths_need_no_folder_of_catalogs() {
    let project = Project::empty();
    project.put("parcel.yaml", PARCEL);
    let ran = project.run(&["check", "parcel.yaml"]);
    ran.expect(0, "", "1 catalog, 2 entries: no errors\n");
}

#[test]
fn paths_start_at_the_current_folder_and_lints_at_the_root() {
    let project = Project::empty();
    project.put(
        "api/errcat.yaml",
        "errcat: 1\nlints: {missing-message: deny}\n",
    );
    project.put("silent.yaml", SILENT);
    let ran = project.run(&["check", "silent.yaml"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = project.run(&["check", "--root", "api", "silent.yaml"]);
    assert!(ran.err.starts_with("error[EC0301]: "), "{ran:?}");
    assert_eq!(ran.last_line(), "error: 1 error in 1 catalog");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_path_that_is_no_catalog_is_refused() {
    let project = Project::with(&[PARCEL]);
    project.put("README.md", "# Parcel\n");
    project
        .run(&["check", "README.md"])
        .expect_failure("`README.md`: catalogs end in `.yaml`; rename the file");
    project
        .run(&["check", "catalogs", "gone.yaml"])
        .expect_failure(
            "cannot read `gone.yaml`: No such file or directory (os error 2); check the path",
        );
}

#[test]
fn places_without_catalogs_are_said_plainly() {
    let project = Project::with(&[]);
    let advice = "put `NAME.yaml` there, or start with `errcat init`";
    let ran = project.run(&["check"]);
    let warning = format!("warning: no catalogs in `catalogs`: {advice}\n");
    ran.expect(
        0,
        "",
        &format!("{warning}0 catalogs, 0 entries: no errors\n"),
    );
    project.put("a/README.md", "");
    project.put("b/README.md", "");
    let ran = project.run(&["check", "--deny-warnings", "a", "b"]);
    let warning = format!("warning: no catalogs in `a`, `b`: {advice}\n");
    let denied = "error: no catalogs, and `--deny-warnings` is set\n";
    ran.expect(1, "", &format!("{warning}{denied}"));
}

#[test]
fn no_bytes_make_it_panic() {
    let project = Project::with(&[]);
    let flood = "[".repeat(100_000);
    for bytes in [
        b"".as_slice(),
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf",
        b"errcat: 1\n\0",
        b"- - -\n?",
        b"{a: *b}",
        flood.as_bytes(),
    ] {
        project.put("catalogs/odd.yaml", bytes);
        for command in ["check", "generate"] {
            let ran = project.run(&[command]);
            assert_eq!(ran.code, Some(1), "{ran:?}");
            assert!(ran.err.contains("--> catalogs/odd.yaml:"), "{ran:?}");
        }
    }
    assert!(!project.at("generated").exists());
}

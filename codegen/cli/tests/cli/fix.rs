//! `errcat check --fix` and `--diff`: what is written, what is left alone, and
//! what is said of it.

use std::fs;

use crate::support::{PARCEL, Project};

/// A catalog with three slips, of which two have one right answer.
const SLIPS: &str = "\
errcat: 1
catalog: slips
title: Parcel errors
# All of them.
errors:
  - code: PARCEL_LOST   # who knows
    status: \"410\"
    mesage: Nobody has seen it.
  - code: PARCEL_GONE
    status: 4100
    message: Nobody has it.
";

const MENDED: &str = "\
errcat: 1
catalog: slips
title: Parcel errors
# All of them.
errors:
  - code: PARCEL_LOST   # who knows
    status: 410
    message: Nobody has seen it.
  - code: PARCEL_GONE
    status: 4100
    message: Nobody has it.
";

const DIFF: &str = "\
--- catalogs/slips.yaml
+++ catalogs/slips.yaml
@@ -4,8 +4,8 @@
 # All of them.
 errors:
   - code: PARCEL_LOST   # who knows
-    status: \"410\"
-    mesage: Nobody has seen it.
+    status: 410
+    message: Nobody has seen it.
   - code: PARCEL_GONE
     status: 4100
     message: Nobody has it.
";

/// The same without the slip that only its author can mend.
fn mendable() -> String {
    SLIPS.replace("4100", "410")
}

#[test]
fn what_is_certain_is_mended_and_the_rest_is_reported() {
    let project = Project::with(&[SLIPS, PARCEL]);
    let ran = project.run(&["check", "--fix"]);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "fixed catalogs/slips.yaml:7:13: `\"410\"` -> `410` [EC0013]",
            "fixed catalogs/slips.yaml:8:5: `mesage` -> `message` [EC0010]",
            "error[EC0201]: `4100` is not an HTTP status",
        ]
    );
    assert_eq!(ran.last_line(), "error: 1 error in 1 catalog");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(project.read("catalogs/slips.yaml"), MENDED);
    assert_eq!(project.read("catalogs/parcel.yaml"), PARCEL);
    let again = project.run_changing_nothing(&["check", "--fix"]);
    assert!(!again.err.contains("fixed"), "{again:?}");
}

#[test]
fn a_project_that_is_mended_wholly_is_clean() {
    let project = Project::with(&[&mendable()]);
    let ran = project.run(&["check", "--fix"]);
    assert_eq!(ran.last_line(), "1 catalog, 2 entries: no errors");
    assert_eq!(ran.code, Some(0));
    project.put("catalogs/slips.yaml", mendable());
    project.run(&["check", "--fix", "-q"]).expect(0, "", "");
    assert_eq!(
        project.read("catalogs/slips.yaml"),
        MENDED.replace("4100", "410")
    );
}

#[test]
fn only_the_paths_that_are_named_are_mended() {
    let project = Project::with(&[&mendable()]);
    let other = mendable().replace("slips", "others");
    project.put("drafts/others.yaml", &other);
    let ran = project.run(&["check", "--fix", "catalogs/slips.yaml"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(project.read("drafts/others.yaml"), other);
    let ran = project.run(&["check", "--fix", "drafts"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        project
            .read("drafts/others.yaml")
            .contains("    message: Nobody has seen")
    );
}

#[test]
fn the_difference_is_shown_and_nothing_is_written() {
    let project = Project::with(&[SLIPS]);
    let ran = project.run_changing_nothing(&["check", "--diff"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), DIFF));
    assert!(ran.err.starts_with("error[EC0013]: "), "{ran:?}");
    assert_eq!(
        ran.last_line(),
        "2 of these can be mended by `errcat check --fix`"
    );
    project.put("catalogs/slips.yaml", MENDED);
    let ran = project.run_changing_nothing(&["check", "--diff"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(1), ""),
        "an error is left"
    );
    project.put("catalogs/slips.yaml", MENDED.replace("4100", "410"));
    let ran = project.run_changing_nothing(&["check", "--diff"]);
    ran.expect(0, "", "1 catalog, 2 entries: no errors\n");
}

#[test]
fn a_warning_that_can_be_mended_is_a_difference() {
    let project = Project::with(&[]);
    let text = PARCEL.replace(
        "    status: 410\n",
        "    status: 410\n    allow: [EC0301]\n",
    );
    project.put("catalogs/parcel.yaml", &text);
    let ran = project.run(&["check"]);
    assert_eq!(ran.last_line(), "it can be mended by `errcat check --fix`");
    assert_eq!(ran.code, Some(0));
    assert_eq!(project.run(&["check", "--diff"]).code, Some(1));
    assert_eq!(project.run(&["check", "--fix"]).code, Some(0));
    assert_eq!(project.read("catalogs/parcel.yaml"), PARCEL);
}

#[test]
fn without_fix_a_hint_says_what_could_be_done() {
    let project = Project::with(&[SLIPS]);
    let ran = project.run_changing_nothing(&["check"]);
    let last: Vec<&str> = ran.err.lines().rev().take(2).collect();
    assert_eq!(
        last,
        [
            "2 of these can be mended by `errcat check --fix`",
            "error: 3 errors in 1 catalog",
        ]
    );
    let quiet = project.run(&["check", "--quiet"]);
    assert_eq!(quiet.last_line(), "error: 3 errors in 1 catalog");
    project.put("api/catalogs/slips.yaml", mendable());
    let ran = project.run(&["check", "--root", "api"]);
    assert_eq!(
        ran.last_line(),
        "all 2 can be mended by `errcat check --fix --root api`"
    );
}

#[test]
fn line_breaks_and_the_mark_before_the_text_stay() {
    let project = Project::with(&[]);
    let dos = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let lists = SLIPS.replace("4100", "410\n    causes: [Sold., Eaten.]");
    project.put("catalogs/slips.yaml", dos(&lists));
    let shown = project.run(&["check", "--diff"]).out;
    assert!(shown.contains("\r\n-    status: \"410\"\r\n"), "{shown:?}");
    assert!(!shown.contains("\\r"), "{shown:?}");
    assert_eq!(project.run(&["check", "--fix"]).code, Some(0));
    let block = "410\n    causes:\n      - Sold.\n      - Eaten.";
    let expected = dos(&MENDED.replace("4100", block));
    assert_eq!(project.read("catalogs/slips.yaml"), expected);
}

#[test]
fn a_file_in_the_working_folder_is_mended_and_what_a_kill_left_there_goes() {
    let project = Project::with(&[]);
    project.put("slips.yaml", mendable());
    // No process has the largest number.
    project.put(".errcat-4294967295-0.tmp", "half");
    let ran = project.run(&["check", "--fix", "slips.yaml"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(project.read("slips.yaml"), MENDED.replace("4100", "410"));
    assert!(!project.at(".errcat-4294967295-0.tmp").exists());
}

#[test]
fn the_configuration_is_mended_first() {
    let project = Project::with(&[]);
    project.put("errcat.yaml", "errcat: '1'\ncatalog: errors # here\n");
    project.put("errors/slips.yaml", mendable());
    let ran = project.run_changing_nothing(&["check", "--diff"]);
    let diff = "-errcat: '1'\n-catalog: errors # here\n+errcat: 1\n+catalogs: errors # here\n";
    assert!(ran.out.ends_with(diff), "{ran:?}");
    assert_eq!(ran.code, Some(2));
    let ran = project.run(&["check", "--fix"]);
    assert!(
        ran.err
            .starts_with("fixed errcat.yaml:1:9: `'1'` -> `1` [EC0013]\n"),
        "{ran:?}"
    );
    assert_eq!(ran.last_line(), "1 catalog, 2 entries: no errors");
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        project.read("errcat.yaml"),
        "errcat: 1\ncatalogs: errors # here\n"
    );
}

#[test]
fn lines_of_documents_are_mended_where_one_is_right() {
    let project = Project::with(&[]);
    let text = PARCEL
        .replace("errors:\n", "source: {document: parcel.txt}\nerrors:\n")
        .replace(
            "    status: 410\n",
            "    status: 410\n    source: {line: 1} # here\n",
        );
    project.put("catalogs/parcel.yaml", &text);
    project.put("docs/parcel.txt", "Errors\n\n410 PARCEL_LOST\n");
    let ran = project.run(&["check", "--documents", "docs", "--fix"]);
    assert!(
        ran.err
            .starts_with("fixed catalogs/parcel.yaml:11:20: `1` -> `3` [EC0401]\n")
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        project.read("catalogs/parcel.yaml"),
        text.replace("line: 1", "line: 3")
    );
}

#[test]
fn a_hidden_character_reaches_no_terminal() {
    let project = Project::with(&[]);
    let text = PARCEL.replace("Nobody", "No\u{200b}body");
    project.put("catalogs/parcel.yaml", &text);
    let shown = project.run(&["check", "--diff"]).out;
    assert!(
        shown.contains("-    message: No\\u{200b}body has"),
        "{shown}"
    );
    let ran = project.run(&["check", "--fix"]);
    assert!(ran.err.contains("deleted `\\u{200b}` [EC0002]"), "{ran:?}");
    assert_eq!(project.read("catalogs/parcel.yaml"), PARCEL);
}

#[test]
fn what_does_not_go_together_is_refused() {
    let project = Project::with(&[&mendable()]);
    let both = project.run_changing_nothing(&["check", "--fix", "--diff"]);
    assert_eq!(both.code, Some(2));
    for format in ["json", "github", "sarif"] {
        let ran = project.run_changing_nothing(&["check", "--diff", "--format", format]);
        assert!(
            ran.err.starts_with("error: `--diff` and this `--format` "),
            "{ran:?}"
        );
        assert_eq!(ran.code, Some(2));
    }
    let ran = project.run_changing_nothing(&["check", "--fix", "-"]);
    ran.expect_failure(
        "`--fix` writes files, and `-` is none; `--diff` shows what it would change",
    );
}

#[test]
fn what_a_pipe_brings_is_compared() {
    let project = Project::with(&[]);
    project.put("piped", mendable());
    let piped = fs::File::open(project.at("piped")).expect("it was put there");
    let mut command = project.command(&["check", "--diff", "-"]);
    let output = command.stdin(piped).output().expect("it can be started");
    let shown = String::from_utf8(output.stdout).expect("it is UTF-8");
    assert!(shown.starts_with("--- <stdin>\n"), "{shown}");
    assert!(
        shown.contains("\n+    message: Nobody has seen it.\n"),
        "{shown}"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn formats_for_programs_report_what_is_left() {
    let project = Project::with(&[SLIPS]);
    let ran = project.run(&["check", "--fix", "--format", "json"]);
    assert!(
        ran.out.contains("\"EC0201\"") && !ran.out.contains("\"EC0010\""),
        "{ran:?}"
    );
    assert_eq!(project.read("catalogs/slips.yaml"), MENDED);
    project.put("catalogs/slips.yaml", SLIPS);
    let ran = project.run(&["check", "--format", "short"]);
    assert_eq!(ran.last_line(), "error: 3 errors in 1 catalog");
}

#[cfg(unix)]
mod files {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(project: &Project, path: &str) -> u32 {
        let facts = fs::metadata(project.at(path)).expect("it is there");
        facts.permissions().mode() & 0o777
    }

    fn set_mode(project: &Project, path: &str, mode: u32) {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(project.at(path), permissions).expect("it is ours");
    }

    #[test]
    fn a_file_keeps_its_mode() {
        let project = Project::with(&[&mendable()]);
        set_mode(&project, "catalogs/slips.yaml", 0o640);
        assert_eq!(project.run(&["check", "--fix"]).code, Some(0));
        assert_eq!(mode(&project, "catalogs/slips.yaml"), 0o640);
        assert_eq!(project.files("catalogs"), ["catalogs/slips.yaml"]);
    }

    #[test]
    fn a_read_only_file_and_a_link_stop_the_run_before_it_writes() {
        let project = Project::with(&[&mendable()]);
        let other = mendable().replace("slips", "zebra");
        project.put("catalogs/zebra.yaml", other);
        set_mode(&project, "catalogs/zebra.yaml", 0o444);
        let ran = project.run_changing_nothing(&["check", "--fix"]);
        ran.expect_failure(
            "`catalogs/zebra.yaml`: is read-only, so it can't be mended; make it writable, or move it away",
        );
        fs::rename(project.at("catalogs/zebra.yaml"), project.at("zebra")).expect("it is ours");
        symlink("../zebra", project.at("catalogs/zebra.yaml")).expect("links can be made");
        let ran = project.run_changing_nothing(&["check", "--fix"]);
        ran.expect_failure(
            "`catalogs/zebra.yaml`: is a symbolic link; pass the path of the file itself: errcat does not write through links",
        );
    }
}

#[test]
fn the_advice_to_mend_names_what_was_looked_at() {
    let project = Project::with(&[]);
    project.put("other/slips.yaml", SLIPS);
    let ran = project.run(&["check", "other"]);
    assert!(
        ran.err
            .ends_with("2 of these can be mended by the same command with `--fix`\n"),
        "{ran:?}"
    );
}

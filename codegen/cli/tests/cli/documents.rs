//! `errcat check --documents`: what a catalog says about the lines of a
//! document, held against the document.

use crate::support::{PARCEL, PICKUP, Project};

/// A rendered table, with no blanks between its cells.
const TABLE: &str =
    "Errors\n\n404PARCEL_NOT_FOUNDNo parcel has this ID.\n410PARCEL_LOSTIt’s gone.\n";

fn transcribed(lines: [u32; 2]) -> String {
    let source = |line: u32| format!("    source: {{line: {line}}}\n");
    format!(
        "errcat: 1\ncatalog: table\ntitle: Table\nsource: {{document: errors.txt}}\nerrors:\n\
         \x20 - code: PARCEL_NOT_FOUND\n    status: 404\n    message: No parcel has this ID.\n{}\
         \x20 - code: PARCEL_LOST\n    status: 410\n    message: It left the map.\n{}",
        source(lines[0]),
        source(lines[1])
    )
}

#[test]
fn lines_that_hold_their_errors_are_clean() {
    let project = Project::with(&[&transcribed([3, 4]), PARCEL]);
    project.put("papers/errors.txt", TABLE);
    let ran = project.run_changing_nothing(&["check", "--documents", "papers"]);
    ran.expect(0, "", "2 catalogs, 4 entries: no errors\n");
}

#[test]
fn a_line_that_holds_another_error_is_found_with_the_right_one() {
    let project = Project::with(&[&transcribed([3, 3])]);
    project.put("papers/errors.txt", TABLE);
    let ran = project.run_changing_nothing(&["check", "--documents", "papers"]);
    assert!(
        ran.err.starts_with(
            "error[EC0401]: line 3 of `errors.txt` is about `PARCEL_NOT_FOUND`, not `PARCEL_LOST`\n"
        ),
        "{ran:?}"
    );
    assert!(
        ran.err.contains("--> catalogs/table.yaml:13:20\n"),
        "{ran:?}"
    );
    let help = "= help: `PARCEL_LOST` stands on line 4: write `line: 4`\n";
    assert!(ran.err.contains(help), "{ran:?}");
    assert!(
        ran.err.contains("\nerror: 1 error in 1 catalog\n"),
        "{ran:?}"
    );
    assert_eq!(ran.code, Some(1));
    // Without the document nothing can be said.
    project.run(&["check", "-q"]).expect(0, "", "");
}

#[test]
fn a_catalog_without_a_document_is_passed_over() {
    let project = Project::with(&[&transcribed([3, 4]), PICKUP]);
    project.put("papers/errors.txt", TABLE);
    project
        .run(&["check", "-v", "--documents", "papers"])
        .expect(
            0,
            "",
            "no `errcat.yaml`: defaults are used\n\
             `pickup.yaml` names no document: its lines are not checked\n\
             read     papers/errors.txt\n\
             read     catalogs/pickup.yaml\n\
             read     catalogs/table.yaml\n\
             2 catalogs, 3 entries: no errors\n",
        );
}

#[test]
fn a_document_that_is_not_there_stops_the_run() {
    let project = Project::with(&[&transcribed([3, 4])]);
    project
        .run(&["check", "--documents", "papers"])
        .expect_failure(
            "`papers`: there is no such folder; pass the folder of the documents as `--documents`",
        );
    project.put("papers/other.txt", TABLE);
    project
        .run(&["check", "--documents", "papers"])
        .expect_failure(
            "`papers/errors.txt`: there is no such document; put it there, name its folder as \
             `--documents`, or mend `source.document`",
        );
    project.put("papers/errors.txt/part.txt", TABLE);
    project
        .run(&["check", "--documents", "papers"])
        .expect_failure(
            "`papers/errors.txt`: this is no regular file; put the document there as a file",
        );
}

#[test]
fn a_document_outside_the_folder_is_not_read() {
    let outside = transcribed([3, 4]).replace("errors.txt", "../errors.txt");
    let project = Project::with(&[&outside]);
    project.put("errors.txt", TABLE);
    project.put("papers/errors.txt", TABLE);
    project
        .run(&["check", "--documents", "papers"])
        .expect_failure(
            "`papers/../errors.txt`: this document lies outside the folder of documents; write \
             its name alone as `source.document`",
        );
}

#[test]
fn a_document_need_not_be_utf_8_and_steers_no_terminal() {
    let project = Project::with(&[&transcribed([2, 2])]);
    project.put(
        "papers/errors.txt",
        b"\xff\n404 \x1b[31mred\r\n410 \xe9PARCEL_LOST\n",
    );
    let ran = project.run(&["check", "--documents", "papers"]);
    assert!(
        ran.err.contains("this line says \"404 \u{fffd}[31mred\"\n"),
        "{ran:?}"
    );
    let help = "`PARCEL_LOST` stands on line 3: write `line: 3`\n";
    assert!(ran.err.contains(help), "{ran:?}");
    assert!(
        ran.err.contains("\nerror: 1 error in 1 catalog\n"),
        "{ran:?}"
    );
}

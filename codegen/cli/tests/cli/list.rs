//! `errcat list`: what a line says, which lines there are, and in what order.

use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::{BROKEN, PARCEL, PICKUP, Project, Ran, SILENT};

/// Sections, advice at every level, several statuses, two codes, a ref.
const DEPOT: &str = "\
errcat: 1
catalog: depot
title: Depot errors
statuses:
  404: {phrase: Not Found, retry: {do: change}}
  410: {phrase: Gone, retry: {do: stop}}
  5xx: {retry: {do: backoff}}
sections:
  doors:
    title: Doors
    errors:
      - code: DOOR_NOT_FOUND
        status: 404
        message: There is no such door.
        allow: [EC0205]
      - code: [BELL_NEEDED, BELL_BROKEN]
        status: [503, 404]
        message: Ring the bell.
        allow: [EC0205]
  keys:
    title: Keys
    errors:
      - ref: DOOR_NOT_FOUND
        status: 410
        source: {code: derived, candidates: [DOOR_GONE]}
      - code: KEY_LOST
        status: 418
        message: Nobody has the key.
        source: {code: inferred}
        allow: [EC0207]
";

/// Numbers as codes and as statuses.
const METER: &str = "\
errcat: 1
catalog: meter
title: Meter errors
code-type: integer
http: false
errors:
  - {code: -32000, name: metering, status: -1, message: The meter fails.}
  - {code: 7, name: empty, message: The meter is empty.}
";

#[test]
fn a_listing_is_a_line_in_document_order() {
    let project = Project::with(&[PICKUP, DEPOT]);
    let ran = project.run_changing_nothing(&["list"]);
    ran.expect(
        0,
        "depot\tDOOR_NOT_FOUND\t404\tdoors\tchange\tThere is no such door.\n\
         depot\tBELL_NEEDED / BELL_BROKEN\t503, 404\tdoors\tbackoff\tRing the bell.\n\
         depot\tDOOR_NOT_FOUND\t410\tkeys\tstop\tThere is no such door.\n\
         depot\tKEY_LOST\t418\tkeys\t-\tNobody has the key.\n\
         pickup\tPICKUP_TAKEN\t409\t-\t-\tAnother courier took it.\n",
        "depot: 4 listings, pickup: 1 listing\n",
    );
    let quiet = project.run(&["list", "-q", "--format", "table"]);
    quiet.expect(0, &ran.out, "");
}

#[test]
fn filters_narrow_the_list_and_say_so() {
    let project = Project::with(&[PARCEL, DEPOT, METER]);
    for (arguments, codes, told) in [
        (
            ["--catalog", "parcel"].as_slice(),
            ["PARCEL_NOT_FOUND", "PARCEL_LOST"].as_slice(),
            "parcel: 2 listings\n",
        ),
        (
            &["--section", "keys"],
            &["DOOR_NOT_FOUND", "KEY_LOST"],
            "depot: 2 of 4 listings, meter: 0 of 2 listings, parcel: 0 of 2 listings\n",
        ),
        (
            &["--status", "404"],
            &[
                "DOOR_NOT_FOUND",
                "BELL_NEEDED / BELL_BROKEN",
                "PARCEL_NOT_FOUND",
            ],
            "depot: 2 of 4 listings, meter: 0 of 2 listings, parcel: 1 of 2 listings\n",
        ),
        (
            &["--status", "-1"],
            &["-32000"],
            "depot: 0 of 4 listings, meter: 1 of 2 listings, parcel: 0 of 2 listings\n",
        ),
        (
            &["--retryable", "--catalog", "depot"],
            &["BELL_NEEDED / BELL_BROKEN"],
            "depot: 1 of 4 listings\n",
        ),
        (
            &["--catalog", "depot", "--section", "keys", "--status", "410"],
            &["DOOR_NOT_FOUND"],
            "depot: 1 of 4 listings\n",
        ),
        (
            &["--catalog", "parcel", "--catalog", "meter"],
            &["-32000", "7", "PARCEL_NOT_FOUND", "PARCEL_LOST"],
            "meter: 2 listings, parcel: 2 listings\n",
        ),
        (
            &[
                "--status",
                "410",
                "--status",
                "418",
                "--section",
                "keys",
                "--section",
                "doors",
            ],
            &["DOOR_NOT_FOUND", "KEY_LOST"],
            "depot: 2 of 4 listings, meter: 0 of 2 listings, parcel: 0 of 2 listings\n",
        ),
        (
            &["--catalog", "parcel", "--status", "418"],
            &[],
            "parcel: 0 of 2 listings\n",
        ),
    ] {
        let ran = project.run(&[&["list"], arguments].concat());
        let listed: Vec<&str> = ran
            .out
            .lines()
            .map(|line| line.split('\t').nth(1).expect("a line has columns"))
            .collect();
        assert_eq!(listed, codes, "{arguments:?}");
        assert_eq!(
            (ran.err.as_str(), ran.code),
            (told, Some(0)),
            "{arguments:?}"
        );
    }
}

#[test]
fn json_is_an_array_of_objects() {
    let project = Project::with(&[DEPOT, METER]);
    let ran = project.run_changing_nothing(&["list", "--format", "json"]);
    assert_eq!(ran.err, "depot: 4 listings, meter: 2 listings\n");
    assert_eq!(ran.code, Some(0));
    let listed: Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(6));
    assert_eq!(
        listed[1],
        json!({
            "catalog": "depot", "code": "BELL_NEEDED", "codes": ["BELL_NEEDED", "BELL_BROKEN"],
            "name": "BELL_NEEDED", "code_source": "documented", "candidates": [], "section": "doors",
            "status": 503, "statuses": [503, 404], "reason": null,
            "advice": "backoff", "retryable": true, "message": "Ring the bell.", "line": 16,
        })
    );
    assert_eq!(
        [
            &listed[2]["status"],
            &listed[2]["reason"],
            &listed[2]["retryable"]
        ],
        [&json!(410), &json!("Gone"), &json!(false)]
    );
    assert_eq!(
        [&listed[0]["code_source"], &listed[0]["candidates"]],
        [&json!("documented"), &json!([])]
    );
    assert_eq!(
        [&listed[2]["code_source"], &listed[2]["candidates"]],
        [&json!("derived"), &json!(["DOOR_GONE"])],
        "a ref is known in a way of its own"
    );
    assert_eq!(
        [&listed[3]["code_source"], &listed[3]["retryable"]],
        [&json!("inferred"), &Value::Null]
    );
    assert_eq!(
        [
            &listed[4]["code"],
            &listed[4]["status"],
            &listed[4]["section"]
        ],
        [&json!(-32000), &json!(-1), &Value::Null]
    );
    assert_eq!(listed[5]["status"], Value::Null);
    let none = project.run(&["list", "-q", "--format", "json", "--status", "1"]);
    none.expect(0, "[]\n", "");
}

#[test]
fn the_shipped_catalogs_have_all_their_listings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.to_str().expect("tests use plain names");
    let project = Project::empty();
    let ran = project.run(&["list", "--root", root]);
    assert_eq!(
        ran.last_line(),
        "agentchat: 30 listings, aicity: 95 listings, remno: 14 listings"
    );
    assert_eq!(ran.out.lines().count(), 30 + 95 + 14);
}

#[test]
fn ids_that_no_catalog_has_are_refused() {
    let project = Project::with(&[DEPOT, PARCEL]);
    for (arguments, line) in [
        (
            ["--catalog", "parcl"].as_slice(),
            "no catalog `parcl`; did you mean `parcel`?",
        ),
        (
            &["--catalog", "parcel", "--catalog", "letters"],
            "no catalog `letters`; the catalogs are `depot` and `parcel`",
        ),
        (
            &["--section", "door"],
            "no section `door`; did you mean `doors`?",
        ),
        (
            &["--section", "keys", "--section", "windows"],
            "no section `windows`; the sections are `doors` and `keys`",
        ),
        (
            &["--catalog", "parcel", "--section", "keys"],
            "no section `keys`; there are no sections here",
        ),
    ] {
        project
            .run(&[&["list"], arguments].concat())
            .expect_failure(line);
    }
    let project = Project::with(&[PARCEL]);
    project
        .run(&["list", "--catalog", "a\u{1b}[2J"])
        .expect_failure("no catalog `a\\u{1b}[2J`; the only catalog is `parcel`");
}

#[test]
fn nothing_of_a_broken_catalog_is_listed() {
    let project = Project::with(&[PARCEL, BROKEN]);
    let ran = project.run_changing_nothing(&["list", "--catalog", "parcel"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.last_line(),
        "error: 2 errors in 1 catalog; nothing was listed"
    );
}

#[test]
fn warnings_do_not_keep_from_listing() {
    let project = Project::with(&[SILENT]);
    let ran = project.run(&["list"]);
    assert_eq!(ran.out, "silent\tSAYS_NOTHING\t400\t-\t-\tSays nothing.\n");
    assert!(ran.err.starts_with("warning[EC0301]: "), "{ran:?}");
    assert_eq!((ran.last_line(), ran.code), ("silent: 1 listing", Some(0)));
}

#[test]
fn no_catalogs_are_no_listings() {
    let ran = Project::with(&[]).run(&["list"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(ran.last_line(), "0 listings");
}

#[test]
fn a_project_that_cannot_be_read_is_a_failure() {
    let ran = Project::empty().run(&["list"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("`catalogs`"), "{ran:?}");
}

#[test]
fn a_reader_that_is_gone_ends_the_list_quietly() {
    let project = Project::with(&[PARCEL]);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let mut command = project.command(&["list", "-q"]);
    let output = command.stdout(Stdio::from(writer)).output();
    Ran::from(output.expect("the program can be started")).expect(0, "", "");
}

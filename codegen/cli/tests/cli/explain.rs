//! `errcat explain`: what it says, to the letter, and what it says of a slip.
//!
//! Each file in `explain` is what one command prints; `BLESS=1` accepts what
//! is printed now.

mod golden;
mod readme;

use std::process::Stdio;

use errcat_codegen::RULES;

use crate::support::{BROKEN, PARCEL, PICKUP, Project, Ran, SILENT};

/// Numbers as codes and as statuses, one of them as both.
const METER: &str = "\
errcat: 1
catalog: meter
title: Meter errors
code-type: integer
http: false
statuses:
  404: {retry: {do: stop}}
errors:
  - {code: -32000, name: metering, status: 404, message: The meter fails.}
  - {code: 404, name: empty, status: -1, message: The meter is empty.}
";

#[test]
fn a_number_is_a_code_and_a_status() {
    let project = Project::with(&[METER]);
    for (arguments, titles) in [
        (["-32000"].as_slice(), ["meter::-32000 · 404"].as_slice()),
        (&["--", "-32000"], &["meter::-32000 · 404"]),
        (&["-1"], &["meter · -1"]),
        (&["404"], &["meter::404 · -1", "meter · 404"]),
        (&["meter::404"], &["meter::404 · -1", "meter · 404"]),
        (
            &["Metering", "404"],
            &["meter::-32000 · 404", "meter::404 · -1", "meter · 404"],
        ),
    ] {
        let ran = project.run(&[&["explain"], arguments].concat());
        assert_eq!(self::titles(&ran), titles, "{arguments:?}");
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{arguments:?}");
    }
}

#[test]
fn names_count_in_any_case_unless_one_is_exact() {
    let other = "\
errcat: 1
catalog: other
title: Other errors
errors:
  - {code: parcel_lost, status: 404, name: gone, message: Lost.}
  - {code: PARCEL-TAKEN, status: 409, aliases: [TAKEN], message: Taken.}
";
    let project = Project::with(&[PARCEL, other]);
    for (what, titles) in [
        ("PARCEL_LOST", ["parcel::PARCEL_LOST · 410"].as_slice()),
        ("parcel_lost", &["other::parcel_lost · 404"]),
        (
            "Parcel_Lost",
            &["other::parcel_lost · 404", "parcel::PARCEL_LOST · 410"],
        ),
        ("ParcelNotFound", &["parcel::PARCEL_NOT_FOUND · 404"]),
        ("parcelnotfound", &["parcel::PARCEL_NOT_FOUND · 404"]),
        ("gone", &["other::parcel_lost · 404"]),
        ("TAKEN", &["other::PARCEL-TAKEN · 409"]),
        ("parcel::Parcel_lost", &["parcel::PARCEL_LOST · 410"]),
        ("other::4XX", &["other · 4xx"]),
        ("other::5XX", &[]),
        ("other::409", &["other · 409"]),
    ] {
        let ran = project.run(&["explain", "-q", what]);
        assert_eq!(self::titles(&ran), titles, "{what}");
        let code = i32::from(titles.is_empty());
        assert_eq!(ran.code, Some(code), "{what}");
    }
}

#[test]
fn what_several_catalogs_have_is_shown_for_each() {
    let project = Project::with(&[PARCEL, PICKUP, &PARCEL.replace("parcel", "depot")]);
    let ran = project.run_changing_nothing(&["explain", "PARCEL_LOST"]);
    assert_eq!(
        titles(&ran),
        ["depot::PARCEL_LOST · 410", "parcel::PARCEL_LOST · 410"]
    );
    assert_eq!(
        ran.err,
        "`PARCEL_LOST` is in 2 catalogs; `errcat explain depot::PARCEL_LOST` asks one\n"
    );
    let quiet = project.run(&["explain", "-q", "PARCEL_LOST"]);
    quiet.expect(0, &ran.out, "");
    let one = project.run(&["explain", "depot::PARCEL_LOST"]);
    assert_eq!((titles(&one).len(), one.err.as_str()), (1, ""));
}

#[test]
fn a_slip_is_told_with_what_is_near() {
    let project = Project::with(&[PARCEL, PICKUP]);
    for (what, line) in [
        (
            "PARCEL_LOTS",
            "no code `PARCEL_LOTS`; did you mean `PARCEL_LOST`?",
        ),
        (
            "ParcelLots",
            "no code `ParcelLots`; did you mean `ParcelLost`?",
        ),
        ("411", "no status or code `411`; did you mean `410`?"),
        (
            "9xx",
            "no status or code `9xx`; `errcat list` shows all codes",
        ),
        (
            "network",
            "no row `network`: no catalog has it in its table of statuses",
        ),
        ("EC010", "no lint `EC010`; did you mean `EC0010`?"),
        (
            "EC9876543",
            "no lint `EC9876543`; `errcat explain lints` lists them",
        ),
        (
            "duplicate-cod",
            "no code `duplicate-cod`; did you mean `duplicate-code`?",
        ),
        ("hello", "no code `hello`; `errcat list` shows all codes"),
        ("", "no code ``; `errcat list` shows all codes"),
        (
            "parcle::PARCEL_LOST",
            "no catalog `parcle`; did you mean `parcel`?",
        ),
        (
            "pickup::PICKUP_TAEN",
            "no code `PICKUP_TAEN` in the catalog `pickup`; did you mean `pickup::PICKUP_TAKEN`?",
        ),
        (
            "pickup::PARCEL_LOST",
            "no code `PARCEL_LOST` in the catalog `pickup`; `errcat list` shows all codes",
        ),
        (
            "a\u{1b}[2J",
            "no code `a\\u{1b}[2J`; `errcat list` shows all codes",
        ),
    ] {
        let ran = project.run_changing_nothing(&["explain", what]);
        ran.expect(1, "", &format!("error: {line}\n"));
    }
}

#[test]
fn the_rest_is_explained_where_one_is_unknown() {
    let project = Project::with(&[PARCEL]);
    let ran = project.run(&["explain", "PARCEL_LOTS", "PARCEL_LOST", "x", "410"]);
    assert_eq!(titles(&ran), ["parcel::PARCEL_LOST · 410", "parcel · 410"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.err,
        "error: no code `PARCEL_LOTS`; did you mean `PARCEL_LOST`?\n\
         error: no code `x`; `errcat list` shows all codes\n"
    );
}

#[test]
fn nothing_of_a_broken_catalog_is_explained_but_lints_are() {
    let project = Project::with(&[PARCEL, BROKEN]);
    let ran = project.run_changing_nothing(&["explain", "PARCEL_LOST"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("error[EC"), "{ran:?}");
    assert_eq!(
        ran.last_line(),
        "error: 2 errors in 1 catalog; nothing was explained"
    );
    let ran = project.run(&["explain", "EC0010"]);
    assert_eq!(titles(&ran), ["EC0010 · unknown-key"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
}

#[test]
fn a_lint_needs_no_project_and_a_code_does() {
    let empty = Project::empty();
    for what in ["EC0101", "ec0101", "duplicate-code"] {
        let ran = empty.run_changing_nothing(&["explain", what]);
        assert_eq!(titles(&ran), ["EC0101 · duplicate-code"], "{what}");
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{what}");
    }
    empty.run(&["explain", "EC0102x"]).expect(
        1,
        "",
        "error: no lint `EC0102x`; did you mean `EC0102`?\n",
    );
    let ran = empty.run(&["explain", "PARCEL_LOST"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("`catalogs`"), "{ran:?}");
    let bare = Project::with(&[]);
    bare.run(&["explain", "PARCEL_LOST"]).expect(
        1,
        "",
        "error: no code `PARCEL_LOST`; there are no catalogs here\n",
    );
}

#[test]
fn a_code_with_the_name_of_a_lint_is_shown_beside_it() {
    let yaml = PARCEL.replace("PARCEL_LOST", "duplicate-code");
    let ran = Project::with(&[&yaml]).run(&["explain", "duplicate-code"]);
    assert_eq!(
        titles(&ran),
        ["EC0101 · duplicate-code", "parcel::duplicate-code · 410"]
    );
}

#[test]
fn warnings_are_not_repeated() {
    let project = Project::with(&[SILENT]);
    let ran = project.run(&["explain", "SAYS_NOTHING"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let said = "Says nothing. (The catalog gives no message: this is the code in words.)";
    assert_eq!(ran.out.lines().nth(1), Some(said));
}

#[test]
fn every_lint_is_explained() {
    let project = Project::empty();
    let ids = RULES.iter().map(|rule| rule.id);
    let arguments: Vec<&str> = ["explain"].into_iter().chain(ids).collect();
    let ran = project.run(&arguments);
    let expected: Vec<String> = RULES
        .iter()
        .map(|it| format!("{} · {}", it.id, it.name))
        .collect();
    assert_eq!(titles(&ran), expected);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    for part in ["\n\nReported:\n    ", "\n\nRight:\n    "] {
        assert_eq!(ran.out.matches(part).count(), RULES.len(), "{part:?}");
    }
    for line in ran.out.lines().filter(|line| !line.starts_with("    ")) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn colours_are_all_that_they_add() {
    let project = Project::with(&[PARCEL]);
    let plain = project.run(&["explain", "PARCEL_LOST", "EC0101"]);
    let coloured = project.run(&["explain", "PARCEL_LOST", "EC0101", "--color", "always"]);
    assert!(
        coloured
            .out
            .starts_with("\u{1b}[1mparcel::PARCEL_LOST · 410\u{1b}[0m\n")
    );
    assert!(coloured.out.contains("\n\u{1b}[1mWhy\u{1b}[0m          "));
    let bare = coloured
        .out
        .replace("\u{1b}[1m", "")
        .replace("\u{1b}[0m", "");
    assert_eq!(bare, plain.out);
}

#[test]
fn a_reader_that_is_gone_ends_it_quietly() {
    let project = Project::with(&[PARCEL]);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let mut command = project.command(&["explain", "PARCEL_LOST", "EC0101"]);
    let output = command.stdout(Stdio::from(writer)).output();
    Ran::from(output.expect("the program can be started")).expect(0, "", "");
}

#[test]
fn a_text_gives_a_runner_no_orders() {
    let yaml = PARCEL.replace("Nobody has seen it.", "\"::error::nobody has seen it\"");
    let project = Project::with(&[&yaml]);
    let mut command = project.command(&["explain", "PARCEL_LOST"]);
    let output = command.env("GITHUB_ACTIONS", "true").output();
    let ran = Ran::from(output.expect("the program can be started"));
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("error::nobody has seen it"), "{ran:?}");
    assert!(
        !ran.out
            .lines()
            .any(|line| line.trim_start().starts_with("::")),
        "{ran:?}"
    );
}

/// The first line of each part, which has no label and two things in it.
fn titles(ran: &Ran) -> Vec<&str> {
    let mut lines = ran.out.lines();
    let mut before = Some("");
    let mut titles = Vec::new();
    for line in lines.by_ref() {
        let is_title = line.contains(" · ") && !line.starts_with(' ');
        if is_title && before == Some("") {
            titles.push(line);
        }
        before = Some(line);
    }
    titles
}

#[test]
fn all_lints_are_listed_without_a_project() {
    let ran = Project::empty().run_changing_nothing(&["explain", "lints"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for rule in errcat_codegen::RULES {
        let line = format!("{} {}", rule.id, rule.name);
        assert!(ran.out.lines().any(|it| it == line), "{line}");
    }
}

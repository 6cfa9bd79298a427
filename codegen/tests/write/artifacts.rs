//! What is a bug of the caller's: bad artifacts.

use std::panic;

use errcat_codegen::{Artifact, Mode, Overwrite, write};

use crate::support::{MARK, Place, artifact, marked};

#[test]
fn a_path_is_made_of_plain_segments() {
    for path in ["a", "a.md", "A/b-c/d_e.f.rs", "-", "0/1"] {
        assert_eq!(artifact(path, "").path(), path);
    }
    let bad = [
        "",
        "/",
        "/etc/x",
        "a/",
        "a//b",
        "../x",
        "a/../b",
        ".",
        "a/.",
        ".git/x",
        "a/.hidden",
        "a.",
        "a./b",
        "a\\b",
        "C:\\x",
        "C:x",
        "a b",
        "a\nb",
        "a\0b",
        "ä",
        "a%2e",
        "~",
        "a*",
    ];
    for path in bad {
        let result = panic::catch_unwind(|| artifact(path, ""));
        let message = *result.expect_err(path).downcast::<String>().expect(path);
        assert!(message.contains("relative and portable"), "{message}");
    }
}

#[test]
fn the_mark_stands_within_the_first_1024_bytes() {
    let space = |length| format!("{}{MARK}", " ".repeat(length));
    let last = 1_024 - MARK.len();
    assert_eq!(Artifact::new("a", space(last)).text(), space(last));
    for text in [space(last + 1), String::new(), "generated".to_owned()] {
        panic::catch_unwind(|| Artifact::new("a", text)).expect_err("it is not marked");
    }
}

#[test]
fn artifacts_that_cannot_stand_side_by_side_on_every_disk_are_a_bug() {
    let pairs = [
        ("a.md", "a.md"),
        ("docs/Card.md", "docs/card.md"),
        ("docs", "docs/card.md"),
        ("Docs", "docs/x/card.md"),
        ("a.md", "manifest.txt"),
        ("a.md", "Manifest.TXT"),
        ("a.md", "manifest.txt/a.md"),
    ];
    for (a, b) in pairs {
        let place = Place::new();
        let artifacts = [artifact(a, ""), artifact(b, "")];
        let out = place.out();
        let result = panic::catch_unwind(|| {
            write(&out, &artifacts, Mode::Write, Overwrite::Anything).map(drop)
        });
        assert!(result.is_err(), "{a} {b}");
        assert!(!out.exists(), "{a} {b}");
    }
}

#[test]
fn a_file_name_may_be_the_beginning_of_another() {
    let place = Place::new();
    place.run(&[
        artifact("card", ""),
        artifact("card.md", ""),
        artifact("cards/x", ""),
    ]);
    assert_eq!(place.read("cards/x"), marked(""));
}

//! What ends up on the disk when nothing is in the way.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;

use errcat_codegen::{Change, ChangeKind, Error, Mode, Outcome, Overwrite, write};

use crate::support::{Place, artifact, kinds, manifest, marked, names, snapshot};

#[test]
fn a_missing_output_folder_is_created_with_its_parents() {
    let place = Place::new();
    let out = place.beside("deep/er/out");
    write(
        &out,
        &[artifact("a/b.md", "x")],
        Mode::Write,
        Overwrite::OnlyGenerated,
    )
    .expect("nothing is in the way");
    assert_eq!(names(&out), ["a", "a/b.md", "manifest.txt"]);
    assert_eq!(
        fs::read_to_string(out.join("a/b.md")).ok(),
        Some(marked("x"))
    );
}

#[test]
fn an_empty_output_path_is_the_current_folder() {
    // Nothing is written: the test's own working folder is no place for it.
    let changes = |out: &str| {
        write(Path::new(out), &[], Mode::Check, Overwrite::Anything).expect("it is a folder")
    };
    assert_eq!(changes(""), changes("."));
    // `Cargo.toml` lies there, which an unresolved empty path would not see.
    let cargo = [artifact("Cargo.toml", "")];
    let found = write(Path::new(""), &cargo, Mode::Check, Overwrite::OnlyGenerated);
    let kinds = found.map(|it| it.changes[0].kind);
    assert_eq!(kinds.ok(), Some(ChangeKind::Updated));
}

#[test]
fn the_outcome_tells_every_change_with_its_texts_sorted_by_path() {
    let place = Place::new();
    place.run(&[
        artifact("same.md", "s"),
        artifact("b.md", "old"),
        artifact("gone.md", "g"),
    ]);
    let artifacts = [
        artifact("same.md", "s"),
        artifact("z.md", "z"),
        artifact("b.md", "new"),
        artifact("a/z", "a"),
    ];
    let change = |path: &str, kind, before, after| Change {
        path: path.into(),
        kind,
        before,
        after,
    };
    let expected = Outcome {
        changes: vec![
            change("a/z", ChangeKind::Created, None, Some(marked("a"))),
            change(
                "b.md",
                ChangeKind::Updated,
                Some(marked("old")),
                Some(marked("new")),
            ),
            change("gone.md", ChangeKind::Removed, Some(marked("g")), None),
            change(
                "manifest.txt",
                ChangeKind::Updated,
                Some(manifest(&["b.md", "gone.md", "same.md"])),
                Some(manifest(&["a/z", "b.md", "same.md", "z.md"])),
            ),
            change("z.md", ChangeKind::Created, None, Some(marked("z"))),
        ],
        unchanged: 1,
    };
    assert_eq!(place.run_in(Mode::Check, &artifacts), expected);
    assert_eq!(place.run(&artifacts), expected);
    for change in &expected.changes {
        assert_eq!(
            fs::read_to_string(place.at(&change.path)).ok(),
            change.after
        );
    }
}

#[test]
fn the_order_of_the_artifacts_changes_nothing() {
    let (a, b) = (artifact("a.md", "a"), artifact("b/b.md", "b"));
    let (one, two) = (Place::new(), Place::new());
    assert_eq!(one.run(&[a.clone(), b.clone()]), two.run(&[b, a]));
    assert_eq!(one.read("manifest.txt"), two.read("manifest.txt"));
}

#[test]
fn check_writes_nothing_and_returns_what_write_would() {
    let place = Place::new();
    let first = [
        artifact("a.md", "1"),
        artifact("b.md", "1"),
        artifact("c/d.md", "1"),
    ];
    let fresh = place.run_in(Mode::Check, &first);
    assert!(!place.out().exists());
    assert_eq!(fresh.unchanged, 0);
    assert!(
        fresh
            .changes
            .iter()
            .all(|change| change.kind == ChangeKind::Created)
    );
    assert_eq!(place.run(&first), fresh);

    place.put(".errcat-4294967295-0.tmp", "a leftover");
    let second = [
        artifact("a.md", "2"),
        artifact("b.md", "1"),
        artifact("e/f.md", "1"),
    ];
    let before = snapshot(&place.out());
    let checked = place.run_in(Mode::Check, &second);
    assert_eq!(snapshot(&place.out()), before);
    assert_eq!(place.run(&second), checked);
    assert_eq!(
        kinds(&checked),
        [
            ("a.md", ChangeKind::Updated),
            ("c/d.md", ChangeKind::Removed),
            ("e/f.md", ChangeKind::Created),
            ("manifest.txt", ChangeKind::Updated),
        ]
    );
}

#[test]
fn a_second_run_touches_nothing() {
    let place = Place::new();
    let artifacts = [artifact("a.md", "a"), artifact("b/c.md", "c")];
    place.run(&artifacts);
    let before = snapshot(&place.out());
    let outcome = place.run(&artifacts);
    assert_eq!(
        outcome,
        Outcome {
            changes: Vec::new(),
            unchanged: 3
        }
    );
    assert_eq!(snapshot(&place.out()), before);
}

#[test]
fn only_files_whose_bytes_differ_are_written() {
    let place = Place::new();
    place.run(&[artifact("a.md", "a"), artifact("b.md", "b")]);
    let before = snapshot(&place.out());
    place.run(&[artifact("a.md", "a"), artifact("b.md", "B")]);
    let after = snapshot(&place.out());
    for same in ["a.md", "manifest.txt"] {
        assert_eq!(after[&place.at(same)], before[&place.at(same)], "{same}");
    }
    assert_eq!(place.read("b.md"), marked("B"));
}

#[test]
fn a_file_is_replaced_and_not_written_into() {
    let place = Place::new();
    place.run(&[artifact("a.md", "old")]);
    // Whoever holds the old file, as a reader does, keeps the old bytes.
    let holder = place.beside("holder");
    fs::hard_link(place.at("a.md"), &holder).expect("the disk knows hard links");
    place.run(&[artifact("a.md", "new")]);
    assert_eq!(fs::read_to_string(holder).ok(), Some(marked("old")));
    assert_eq!(place.read("a.md"), marked("new"));
    assert_eq!(names(&place.out()), ["a.md", "manifest.txt"]);
}

#[test]
fn the_output_folder_may_be_a_link_to_a_folder() {
    let place = Place::new();
    fs::create_dir(place.beside("real")).expect("the name is unused");
    symlink("real", place.out()).expect("the name is unused");
    place.run(&[artifact("a.md", "a")]);
    assert_eq!(names(&place.beside("real")), ["a.md", "manifest.txt"]);
    assert!(place.out().is_symlink());
}

#[test]
fn an_old_file_of_any_size_is_replaced_and_told_without_its_content() {
    let place = Place::new();
    let long = marked("") + &"\0".repeat(2 * 1024 * 1024);
    place.put("a.md", long.as_bytes());
    let outcome = place.run(&[artifact("a.md", "new")]);
    assert_eq!(outcome.changes[0].before, None);
    assert_eq!(place.read("a.md"), marked("new"));
    // What begins as an output is due and goes on is none.
    place.put(
        "a.md",
        (marked("new") + &"\0".repeat(2 * 1024 * 1024)).as_bytes(),
    );
    assert_eq!(place.run(&[artifact("a.md", "new")]).changes.len(), 1);
    assert_eq!(place.read("a.md"), marked("new"));
}

#[test]
fn an_old_file_that_is_not_utf8_is_told_lossily_and_replaced() {
    let place = Place::new();
    place.put("a.md", [marked("").as_bytes(), b"\xff\n"].concat());
    let outcome = place.run(&[artifact("a.md", "new")]);
    assert_eq!(outcome.changes[0].before, Some(marked("") + "\u{fffd}\n"));
    assert_eq!(place.read("a.md"), marked("new"));
}

#[test]
fn files_that_errcat_does_not_own_are_left_alone() {
    let place = Place::new();
    // The mark alone makes no orphan: only what the manifest lists is ours.
    let theirs = [
        place.put("notes.md", "mine"),
        place.put("docs/copy.md", marked("copy")),
    ];
    let before = snapshot(&place.out());
    place.run(&[artifact("docs/a.md", "a")]);
    place.run(&[]);
    let after = snapshot(&place.out());
    for path in theirs {
        assert_eq!(after[&path], before[&path]);
    }
}

#[test]
fn a_path_too_long_for_a_temporary_file_is_an_io_error() {
    let place = Place::new();
    let mut out = place.out();
    while out.as_os_str().len() < 4_080 {
        let left = 4_080 - out.as_os_str().len();
        out.push("x".repeat(left.saturating_sub(1).clamp(1, 200)));
    }
    fs::create_dir_all(&out).expect("the path is short enough");
    let error = write(&out, &[], Mode::Write, Overwrite::OnlyGenerated)
        .expect_err("the temporary file's path exceeds 4,095 bytes");
    let message = format!("cannot write `{}`: ", out.join("manifest.txt").display());
    assert!(error.to_string().starts_with(&message), "{error}");
}

#[test]
fn io_errors_name_the_path() {
    let place = Place::new();
    File::create(place.beside("file")).expect("the name is unused");
    let long = "x".repeat(300);
    fs::create_dir(place.out()).expect("the name is unused");
    let cases = [
        ("/proc/errcat".into(), "a", "create", "/proc/errcat".into()),
        (
            place.beside("file/out"),
            "a",
            "read",
            place.beside("file/out"),
        ),
        (place.out(), &long, "read", place.at(&long)),
        // A missing folder gives the length away only when it is there.
        (
            place.beside("new"),
            &long,
            "write",
            place.beside("new").join(&long),
        ),
    ];
    for (out, name, action, path) in cases {
        let error = write(
            &out,
            &[artifact(name, "")],
            Mode::Write,
            Overwrite::OnlyGenerated,
        )
        .expect_err("it can't be written");
        let message = format!("cannot {action} `{}`: ", path.display());
        assert!(error.to_string().starts_with(&message), "{error}");
        assert!(matches!(error, Error::Io { .. }), "{error:?}");
    }
    assert!(names(&place.out()).is_empty());
    assert!(!place.beside("new").exists());
}

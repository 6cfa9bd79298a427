//! What may stand in an output's place and is not replaced.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use errcat_codegen::Overwrite::{Anything, OnlyGenerated};
use errcat_codegen::{ChangeKind, Mode, write};

use crate::support::{MARK, Place, artifact, kinds, manifest, marked};

#[test]
fn a_file_without_the_mark_is_refused() {
    let late = format!("{}{MARK}", " ".repeat(1_005));
    for text in ["mine", "", &late] {
        let place = Place::new();
        let path = place.put("docs/a.md", text);
        let problem =
            "exists, and errcat did not write what is in it; move it away, or pass --force";
        place.assert_kept(
            &[artifact("docs/a.md", "x")],
            OnlyGenerated,
            (&path, problem),
        );
    }
}

#[test]
fn a_file_without_the_mark_is_replaced_by_force() {
    let place = Place::new();
    place.put("a.md", "mine");
    let outcome = write(
        &place.out(),
        &[artifact("a.md", "x")],
        Mode::Write,
        Anything,
    )
    .expect("force allows it");
    assert_eq!(outcome.changes[0].kind, ChangeKind::Updated);
    assert_eq!(outcome.changes[0].before.as_deref(), Some("mine"));
    assert_eq!(place.read("a.md"), marked("x"));
}

#[test]
fn a_file_with_the_mark_is_replaced_although_no_manifest_lists_it() {
    let place = Place::new();
    place.put("a.md", marked("old"));
    let outcome = place.run(&[artifact("a.md", "new")]);
    let expected = [
        ("a.md", ChangeKind::Updated),
        ("manifest.txt", ChangeKind::Created),
    ];
    assert_eq!(kinds(&outcome), expected);
    assert_eq!(place.read("a.md"), marked("new"));
}

#[test]
fn a_manifest_of_somebody_else_is_refused_and_by_force_replaced_unread() {
    let place = Place::new();
    let theirs = place.put("manifest.txt", "notes.md\n");
    let notes = place.put("notes.md", marked("ours no more"));
    let problem = "exists, and errcat did not write what is in it";
    place.assert_kept(&[], OnlyGenerated, (&theirs, problem));
    write(&place.out(), &[], Mode::Write, Anything).expect("force allows it");
    assert_eq!(place.read("manifest.txt"), manifest(&[]));
    assert!(notes.exists());
}

#[test]
fn a_read_only_file_is_refused_also_by_force() {
    for overwrite in [OnlyGenerated, Anything] {
        let place = Place::new();
        let path = place.put("a.md", marked("old"));
        fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("it is ours");
        let problem = "is read-only, and its content is out of date; make it writable";
        place.assert_kept(&[artifact("a.md", "new")], overwrite, (&path, problem));
    }
}

#[test]
fn a_read_only_file_that_is_right_is_no_problem() {
    let place = Place::new();
    let path = place.put("a.md", marked("right"));
    fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("it is ours");
    let outcome = place.run(&[artifact("a.md", "right")]);
    assert_eq!(outcome.unchanged, 1);
    assert_eq!(
        fs::metadata(path).map(|file| file.mode() & 0o777).ok(),
        Some(0o444)
    );
}

#[test]
fn a_link_is_refused_wherever_it_points() {
    let targets = [
        "../elsewhere.md",
        "b.md",
        "../missing",
        "a.md",
        "/dev/null",
        "../folder",
    ];
    for target in targets {
        for overwrite in [OnlyGenerated, Anything] {
            let place = Place::new();
            place.put("b.md", marked("inside"));
            fs::write(place.beside("elsewhere.md"), marked("outside")).expect("it is ours");
            fs::create_dir(place.beside("folder")).expect("the name is unused");
            let path = place.at("a.md");
            symlink(target, &path).expect("the name is unused");
            let artifacts = [artifact("a.md", "x")];
            place.assert_refused(&artifacts, overwrite, (&path, "is a symbolic link"));
        }
    }
}

#[test]
fn a_linked_manifest_is_refused() {
    let place = Place::new();
    let target = place.beside("list.txt");
    fs::write(&target, manifest(&["b.md"])).expect("it is ours");
    place.put("b.md", marked("b"));
    symlink(&target, place.at("manifest.txt")).expect("the name is unused");
    let path = place.at("manifest.txt");
    place.assert_refused(&[], Anything, (&path, "is a symbolic link"));
}

#[test]
fn a_link_in_between_is_refused_wherever_it_points() {
    for target in ["../elsewhere", "real", "../missing", ".", "/dev/null"] {
        let place = Place::new();
        fs::create_dir(place.beside("elsewhere")).expect("the name is unused");
        fs::write(place.beside("elsewhere/a.md"), marked("outside")).expect("it is ours");
        place.prepare("real/x");
        let link = place.at("docs");
        symlink(target, &link).expect("the name is unused");
        for path in ["docs/a.md", "docs/deep/er/a.md"] {
            let artifacts = [artifact(path, "x")];
            place.assert_refused(&artifacts, Anything, (&link, "is a symbolic link"));
        }
    }
}

#[test]
fn a_folder_is_refused() {
    for content in [None, Some("file")] {
        let place = Place::new();
        let path = place.prepare("a.md/x").with_file_name("");
        if let Some(name) = content {
            place.put(&format!("a.md/{name}"), "mine");
        }
        assert!(path.is_dir());
        let artifacts = [artifact("a.md", "x")];
        place.assert_refused(&artifacts, Anything, (&path, "is not a regular file"));
    }
}

#[test]
fn a_file_in_place_of_a_folder_is_refused() {
    let place = Place::new();
    let path = place.put("docs", marked("ours"));
    place.assert_refused(
        &[artifact("docs/a.md", "x")],
        Anything,
        (&path, "is not a folder"),
    );
}

#[test]
fn a_fifo_or_socket_is_refused_without_opening_it() {
    let place = Place::new();
    let fifo = place.prepare("a.md");
    let made = Command::new("mkfifo").arg(&fifo).status();
    assert!(made.is_ok_and(|status| status.success()));
    place.assert_refused(
        &[artifact("a.md", "x")],
        Anything,
        (&fifo, "is not a regular file"),
    );

    let socket = place.at("b.md");
    let _listener = UnixListener::bind(&socket).expect("the name is unused");
    place.assert_refused(
        &[artifact("b.md", "x")],
        Anything,
        (&socket, "is not a regular file"),
    );
}

#[test]
fn an_output_folder_that_is_none_is_refused() {
    let place = Place::new();
    File::create(place.out()).expect("the name is unused");
    place.assert_refused(&[], Anything, (&place.out(), "is not a folder"));

    let place = Place::new();
    let made = Command::new("mkfifo").arg(place.out()).status();
    assert!(made.is_ok_and(|status| status.success()));
    place.assert_refused(&[], Anything, (&place.out(), "is not a folder"));

    let place = Place::new();
    symlink("missing", place.out()).expect("the name is unused");
    place.assert_refused(
        &[],
        Anything,
        (&place.out(), "is a symbolic link to nothing"),
    );
}

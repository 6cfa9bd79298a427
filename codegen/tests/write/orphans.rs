//! Orphans: files of an earlier run that no artifact claims any more.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use errcat_codegen::{ChangeKind, Mode, Outcome, Overwrite};

use crate::support::{Place, artifact, kinds, manifest, marked, names};

#[test]
fn an_orphan_is_reported_by_check_and_removed_by_write() {
    let place = Place::new();
    place.run(&[artifact("a.md", "a"), artifact("b.md", "b")]);
    let left = [artifact("a.md", "a")];
    let checked = place.run_in(Mode::Check, &left);
    assert!(place.at("b.md").exists());
    assert_eq!(place.run(&left), checked);
    let expected = [
        ("b.md", ChangeKind::Removed),
        ("manifest.txt", ChangeKind::Updated),
    ];
    assert_eq!(kinds(&checked), expected);
    assert_eq!(names(&place.out()), ["a.md", "manifest.txt"]);
    assert_eq!(place.read("manifest.txt"), manifest(&["a.md"]));
}

#[test]
fn folders_that_become_empty_go_along_up_to_the_output_folder() {
    let place = Place::new();
    place.run(&[
        artifact("a/b/c/1.md", ""),
        artifact("a/b/c/2.md", ""),
        artifact("d/3.md", ""),
    ]);
    place.put("a/mine.md", "mine");
    place.run(&[]);
    assert_eq!(names(&place.out()), ["a", "a/mine.md", "manifest.txt"]);
}

#[test]
fn a_folder_that_stays_in_use_is_not_made_anew() {
    let place = Place::new();
    place.run(&[artifact("docs/old.md", "")]);
    fs::set_permissions(place.at("docs"), Permissions::from_mode(0o701)).expect("it is ours");
    place.run(&[artifact("docs/young.md", "")]);
    let mode = fs::metadata(place.at("docs")).map(|folder| folder.permissions().mode() & 0o777);
    assert_eq!(mode.ok(), Some(0o701));
    assert_eq!(names(&place.at("docs")), ["young.md"]);
}

#[test]
fn an_orphan_that_a_user_took_over_is_left_alone_and_forgotten() {
    let place = Place::new();
    place.run(&[artifact("a.md", "a"), artifact("b.md", "b")]);
    place.put("b.md", "mine now");
    let left = [artifact("a.md", "a")];
    assert_eq!(
        kinds(&place.run(&left)),
        [("manifest.txt", ChangeKind::Updated)]
    );
    assert_eq!(place.read("b.md"), "mine now");
    assert_eq!(place.read("manifest.txt"), manifest(&["a.md"]));
    // Also not when it looks like ours again: nothing lists it.
    place.put("b.md", marked("b"));
    assert_eq!(
        place.run(&left),
        Outcome {
            changes: Vec::new(),
            unchanged: 2
        }
    );
    assert!(place.at("b.md").exists());
}

#[test]
fn an_orphan_that_became_a_link_or_a_folder_is_left_alone() {
    let place = Place::new();
    place.run(&[
        artifact("a.md", ""),
        artifact("b.md", ""),
        artifact("c/d.md", ""),
    ]);
    let elsewhere = place.beside("elsewhere");
    fs::rename(place.at("c"), &elsewhere).expect("it was written");
    symlink(&elsewhere, place.at("c")).expect("the name is unused");
    fs::rename(place.at("a.md"), elsewhere.join("a.md")).expect("it was written");
    symlink(elsewhere.join("a.md"), place.at("a.md")).expect("the name is unused");
    fs::remove_file(place.at("b.md")).expect("it was written");
    fs::create_dir(place.at("b.md")).expect("the name is unused");
    assert_eq!(
        kinds(&place.run(&[])),
        [("manifest.txt", ChangeKind::Updated)]
    );
    assert_eq!(names(&place.out()), ["a.md", "b.md", "c", "manifest.txt"]);
    assert_eq!(names(&elsewhere), ["a.md", "d.md"]);
}

#[test]
fn an_orphan_that_is_gone_is_not_reported() {
    let place = Place::new();
    place.run(&[artifact("a.md", ""), artifact("b/c.md", "")]);
    fs::remove_dir_all(place.at("b")).expect("it was written");
    let outcome = place.run(&[artifact("a.md", "")]);
    assert_eq!(kinds(&outcome), [("manifest.txt", ChangeKind::Updated)]);
}

#[test]
fn a_read_only_orphan_is_refused() {
    let place = Place::new();
    place.run(&[artifact("b.md", "")]);
    let path = place.at("b.md");
    fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("it is ours");
    place.assert_kept(&[], Overwrite::Anything, (&path, "is read-only"));
}

#[test]
fn an_orphan_that_differs_from_an_artifact_by_case_only_is_removed() {
    let place = Place::new();
    place.run(&[artifact("Card.md", "")]);
    place.run(&[artifact("card.md", "")]);
    assert_eq!(names(&place.out()), ["card.md", "manifest.txt"]);
}

#[test]
fn an_orphan_that_is_an_artifact_under_another_case_is_kept() {
    let place = Place::new();
    place.run(&[artifact("Card.md", "")]);
    // What a disk that ignores case would show: two names of one file.
    fs::hard_link(place.at("Card.md"), place.at("card.md")).expect("the disk knows hard links");
    let outcome = place.run(&[artifact("card.md", "")]);
    assert_eq!(kinds(&outcome), [("manifest.txt", ChangeKind::Updated)]);
    assert_eq!(names(&place.out()), ["Card.md", "card.md", "manifest.txt"]);
}

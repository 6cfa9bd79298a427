//! What a run meets only where another one overlaps, or on disks that are not at
//! hand: the pieces that deal with it, one by one. `tests/write` holds the rest.

use std::fs;
use std::path::{Path, PathBuf};

use super::plan::{self, Plan};
use super::rewrite::folder_of;
use super::{
    Artifact, Change, ChangeKind, MARK, Outcome, Overwrite, atomic, existing, manifest, stages,
};
use crate::error::Error;
use crate::map::Set;

/// A folder of this test, which goes away with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("errcat-unit-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder of this test");
        Self(folder)
    }

    /// A file in it.
    fn file(&self, name: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, name).expect("a file of this test");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder of this test");
    let name = |it: fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.flatten().map(name).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_file_whose_folder_was_taken_away_gets_it_anew() {
    let folder = Folder::new("anew");
    let staged = atomic::stage(&folder.0.join("a/b.md"), b"new").expect("there is room");
    staged.put().expect("the folder is made");
    assert_eq!(names(&folder.0), ["a"]);
    assert_eq!(
        fs::read(folder.0.join("a/b.md")).expect("it is there"),
        b"new"
    );
}

#[test]
fn a_bare_name_lies_in_the_current_folder() {
    assert_eq!(folder_of(Path::new("a.yaml")), Path::new("."));
    assert_eq!(folder_of(Path::new("b/a.yaml")), Path::new("b"));
    assert_eq!(folder_of(Path::new("/a.yaml")), Path::new("/"));
}

#[test]
fn an_interim_manifest_is_due_where_a_path_is_new() {
    let folder = Folder::new("interim");
    let plan = |path: &str| {
        let artifact = Artifact::new(path, MARK);
        plan::plan(&folder.0, &[artifact], Overwrite::OnlyGenerated).expect("a plan")
    };
    let listed = manifest::render(&Set::from_iter(["b.md".to_owned()]));
    fs::write(folder.0.join(manifest::PATH), listed).expect("it is our folder");
    let interim = plan("a.md").interim.expect("a path is new");
    assert!(
        interim.contains("a.md") && interim.contains("b.md"),
        "{interim}"
    );
    assert_eq!(plan("b.md").interim, None);
}

#[test]
fn a_file_that_another_run_took_for_a_leftover_is_a_failure() {
    let folder = Folder::new("lost");
    let staged = atomic::stage(&folder.0.join("a.md"), b"new").expect("there is room");
    fs::remove_file(&staged.temporary).expect("it was staged");
    let Err(Error::Io { action, path, .. }) = staged.put() else {
        panic!("there is nothing to put");
    };
    assert_eq!((action, path), ("write", folder.0.join("a.md")));
    assert_eq!(names(&folder.0), [""; 0]);
}

#[test]
fn what_another_run_has_removed_is_removed() {
    let folder = Folder::new("removed");
    let place = folder.file("a.md");
    for _ in 0..2 {
        atomic::remove(&folder.0, "a.md").expect("it is gone");
        assert!(!place.exists());
    }
    folder.file("file");
    let failed = atomic::remove(&folder.0, "file/a.md").expect_err("no folder");
    assert!(matches!(
        failed,
        Error::Io {
            action: "remove",
            ..
        }
    ));
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_link_is_not_that_of_a_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("link");
    let place = folder.0.join("a.md");
    std::os::unix::fs::symlink(folder.file("b"), &place).expect("a link");
    let staged = atomic::stage(&place, b"new").expect("there is room");
    let mode = fs::metadata(&staged.temporary).expect("it is staged");
    assert_eq!(mode.permissions().mode() & 0o111, 0);
}

#[test]
fn two_names_of_one_file_are_told_from_two_files() {
    let folder = Folder::new("same");
    let (a, b, c) = (folder.file("a"), folder.0.join("b"), folder.file("c"));
    fs::hard_link(&a, &b).expect("another name");
    #[cfg(unix)]
    assert!(existing::is_same_file(&a, &b));
    assert!(existing::is_same_file(&a, &a));
    assert!(!existing::is_same_file(&a, &c));
    assert!(!existing::is_same_file(&a, &folder.0.join("d")));
}

#[test]
fn what_a_manifest_names_and_no_disk_can_hold_is_nothing() {
    let folder = Folder::new("lenient");
    folder.file("a");
    let look = |path: &str| existing::look_leniently(&folder.0, path);
    assert!(look("a").expect("a file").is_some());
    assert!(look("b").expect("nothing").is_none());
    assert!(look("a/b").expect("behind a file").is_none());
    assert!(look(&"c".repeat(300)).expect("too long a name").is_none());
    // Any other failure is one.
    assert!(look("a\0b").is_err());
}

#[test]
fn a_manifest_that_is_right_from_the_start_is_written_once() {
    let folder = Folder::new("once");
    let stages = |interim: &str| {
        let change = |path: &str, after: &str| Change {
            path: path.to_owned(),
            kind: ChangeKind::Created,
            before: None,
            after: Some(after.to_owned()),
        };
        let changes = vec![change("a.md", "new"), change(manifest::PATH, "a.md")];
        let plan = Plan {
            outcome: Outcome {
                changes,
                unchanged: 0,
            },
            known: Set::from_iter(["a.md".to_owned()]),
            dropped: Set::new(),
            interim: Some(interim.to_owned()),
            refusal: None,
        };
        let stages = stages::stage(&folder.0, &plan).expect("there is room");
        (stages.first.len(), stages.last.is_some())
    };
    assert_eq!(stages("a.md"), (2, false));
    assert_eq!(stages("a.md b.md"), (2, true));
}

#[test]
fn an_output_gives_its_text_away() {
    let text = format!("<!-- {MARK} -->");
    assert_eq!(Artifact::new("a.md", text.clone()).into_text(), text);
}

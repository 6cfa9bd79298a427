//! Temporary files that a killed run left behind.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::{self, Command};
use std::time::{Duration, SystemTime};

use errcat_codegen::{Mode, Overwrite, write};

use crate::support::{Place, artifact, child, child_out, manifest, marked, names};

/// The process id of a process that has ended.
fn dead() -> u32 {
    let mut child = Command::new("true").spawn().expect("there is a `true`");
    let pid = child.id();
    child.wait().expect("it is our child");
    pid
}

fn age(place: &Place, path: &str, minutes: u64) {
    let time = SystemTime::now() - Duration::from_secs(60 * minutes);
    let file = File::options().write(true).open(place.at(path));
    file.and_then(|file| file.set_modified(time))
        .expect("it is ours");
}

#[test]
#[cfg(target_os = "linux")]
fn those_of_dead_processes_are_removed_from_every_folder_of_ours() {
    let place = Place::new();
    let artifacts = [artifact("a.md", ""), artifact("docs/deep/b.md", "")];
    place.run(&artifacts);
    let name = format!(".errcat-{}-7.tmp", dead());
    // `old` is the folder of an artifact that only the manifest remembers.
    place.put(
        "manifest.txt",
        manifest(&["a.md", "docs/deep/b.md", "old/c.md"]),
    );
    for folder in ["", "docs/deep/", "old/", "theirs/"] {
        place.put(&format!("{folder}{name}"), "half");
    }
    place.run(&artifacts);
    let theirs = format!("theirs/{name}");
    assert_eq!(
        names(&place.out()),
        [
            "a.md",
            "docs",
            "docs/deep",
            "docs/deep/b.md",
            "manifest.txt",
            "theirs",
            &theirs
        ]
    );
}

#[test]
fn an_empty_folder_that_a_killed_run_made_is_removed() {
    let place = Place::new();
    for folder in ["a/b", "c", "theirs"] {
        fs::create_dir_all(place.at(folder)).expect("the name is unused");
    }
    place.put("manifest.txt", manifest(&["a/b/1.md", "c/d/2.md"]));
    place.run(&[]);
    assert_eq!(names(&place.out()), ["manifest.txt", "theirs"]);
}

#[test]
fn those_of_living_processes_are_left_for_an_hour() {
    let place = Place::new();
    place.run(&[]);
    let mut other = Command::new("sleep")
        .arg("600")
        .spawn()
        .expect("there is a `sleep`");
    let mut expected = Vec::new();
    for pid in [process::id(), other.id()] {
        for (number, minutes) in [(900_001, 0), (900_002, 59), (900_003, 61)] {
            let name = format!(".errcat-{pid}-{number}.tmp");
            place.put(&name, "half");
            age(&place, &name, minutes);
            if minutes < 60 {
                expected.push(name);
            }
        }
    }
    expected.push("manifest.txt".to_owned());
    expected.sort();
    place.run(&[]);
    other
        .kill()
        .and_then(|()| other.wait())
        .expect("it is our child");
    assert_eq!(names(&place.out()), expected);
}

#[test]
fn what_only_resembles_one_is_left_alone() {
    let place = Place::new();
    let pid = dead();
    let alike = [
        format!(".errcat-{pid}-x.tmp"),
        format!(".errcat-{pid}-1.tmp.md"),
        format!(".errcat-{pid}-+1.tmp"),
        format!(".errcat-0{pid}-1.tmp"),
        format!(".errcat-{pid}-1-1.tmp"),
        format!(".errcat-{pid}.tmp"),
        format!("errcat-{pid}-1.tmp"),
        ".errcat-99999999999-1.tmp".to_owned(),
        ".errcat--.tmp".to_owned(),
    ];
    for name in &alike {
        place.put(name, "");
        age(&place, name, 120);
    }
    fs::create_dir(place.at(&format!(".errcat-{pid}-2.tmp"))).expect("the name is unused");
    symlink("x", place.at(&format!(".errcat-{pid}-3.tmp"))).expect("the name is unused");
    let before = names(&place.out());
    place.run(&[]);
    let mut after = names(&place.out());
    after.retain(|name| name != "manifest.txt");
    assert_eq!(after, before);
}

#[test]
fn those_behind_a_link_are_left_alone() {
    let place = Place::new();
    let name = format!(".errcat-{}-1.tmp", dead());
    fs::create_dir(place.beside("elsewhere")).expect("the name is unused");
    fs::write(place.beside("elsewhere").join(&name), "").expect("it is ours");
    symlink("../elsewhere", place.prepare("linked")).expect("the name is unused");
    place.put("manifest.txt", manifest(&["linked/a.md"]));
    place.run(&[]);
    assert_eq!(names(&place.beside("elsewhere")), [name]);
}

#[test]
fn a_name_that_a_leftover_holds_is_not_used() {
    let place = Place::new();
    let output = child(
        "exec \"$@\"",
        "leftovers::child_with_a_used_id",
        place.out(),
    )
    .output()
    .expect("there is a shell");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(place.read("a.md"), marked("a"));
    let mut left = names(&place.out());
    left.retain(|name| name.starts_with(".errcat-"));
    assert_eq!(left.len(), 20);
    for name in left {
        assert_eq!(place.read(&name), "half");
    }
}

#[test]
#[ignore = "the child process of the test above, with a fresh counter"]
fn child_with_a_used_id() {
    if let Some(out) = child_out() {
        fs::create_dir(&out).expect("the name is unused");
        // Young and of our own id: they can't be told from a live run's.
        for number in 0..20 {
            let name = format!(".errcat-{}-{number}.tmp", process::id());
            fs::write(out.join(name), "half").expect("it is ours");
        }
        let artifacts = [artifact("a.md", "a")];
        write(&out, &artifacts, Mode::Write, Overwrite::OnlyGenerated)
            .expect("nothing is in the way");
    }
}

//! What may stand in the place of an output.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use errcat_codegen::MARK;

use super::{OUTPUT, change, out_of_date, refused};
use crate::support::{PARCEL, PICKUP, Project};
use crate::table::row;

#[test]
fn d51_an_output_is_a_link() {
    let targets = ["inside.json", "../../outside.json", "../../missing.json"];
    let seen = targets.map(|target| {
        let project = out_of_date();
        for file in ["generated/json/inside.json", "outside.json"] {
            project.put(file, format!("{{\"//\": \"{MARK}\"}}\n"));
        }
        fs::remove_file(project.at(OUTPUT)).expect("it was generated");
        symlink(target, project.at(OUTPUT)).expect("the name is unused");
        // Nothing at all is changed, so the target is not either.
        refused(&project, &["generate"], "is a symbolic link");
        let seen = refused(&project, &["generate", "--force"], "is a symbolic link");
        assert!(!project.at("missing.json").exists());
        assert!(project.at(OUTPUT).is_symlink());
        seen
    });
    row(
        "D51",
        "an output is a link to a file inside, to one outside, to nothing; also with `--force`",
        "exit 2; what it points to is never written",
        &seen.join(", "),
    );
}

#[test]
fn d52_the_output_folder_is_a_link() {
    let project = Project::with(&[PARCEL]);
    fs::create_dir(project.at("real")).expect("the name is unused");
    symlink("real", project.at("generated")).expect("the name is unused");
    let generated = project.run(&["generate"]);
    assert_eq!(generated.code, Some(0), "{generated:?}");
    assert!(project.at("real/json/parcel.json").is_file());
    assert!(project.at("generated").is_symlink());

    // A link further down would lead out of the folder that was asked for.
    change(&project);
    fs::rename(project.at("real/json"), project.at("elsewhere")).expect("it was generated");
    symlink("../elsewhere", project.at("real/json")).expect("the name is unused");
    let below = refused(&project, &["generate"], "is a symbolic link");

    let project = Project::with(&[PARCEL]);
    symlink("missing", project.at("generated")).expect("the name is unused");
    let dangling = refused(&project, &["generate"], "is a symbolic link to nothing");
    row(
        "D52",
        "`out` is a link to a folder; a folder in it is one; `out` is a link to nothing",
        "written to the folder; exit 2; exit 2",
        &["written", &below, &dangling].join(", "),
    );
}

#[test]
fn d53_a_file_of_somebody_else() {
    let project = Project::with(&[PARCEL]);
    project.put(OUTPUT, "{\"by\": \"hand\"}\n");
    let seen = refused(
        &project,
        &["generate"],
        "errcat did not write what is in it",
    );
    let forced = project.run(&["generate", "--force"]);
    assert_eq!(forced.code, Some(0), "{forced:?}");
    assert!(project.read(OUTPUT).contains(MARK));
    row(
        "D53",
        "a file without our mark in an output's place; the same with `--force`",
        "exit 2; replaced",
        &[&seen, "replaced"].join(", "),
    );
}

#[test]
fn d54_outputs_that_are_no_longer_wanted() {
    let project = Project::with(&[PARCEL, PICKUP]).generated();
    let unlisted = "generated/json/copy.json";
    project.put(unlisted, project.read("generated/json/pickup.json"));
    fs::remove_file(project.at("catalogs/pickup.yaml")).expect("it is ours");
    let checked = project.run_changing_nothing(&["generate", "--check"]);
    let orphans: Vec<&str> = checked
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("orphan   "))
        .collect();
    assert!(
        orphans.contains(&"generated/json/pickup.json"),
        "{checked:?}"
    );
    let generated = project.run(&["generate"]);
    assert_eq!(generated.code, Some(0), "{generated:?}");
    for orphan in &orphans {
        assert!(!project.at(orphan).exists(), "{orphan}");
    }
    assert!(project.at(unlisted).exists());
    let (check, count) = (checked.code.expect("it ended by itself"), orphans.len());
    row(
        "D54",
        "outputs of a catalog that is gone; a copy of one that the manifest does not list",
        "`--check` exits with 1 and names them, a run removes them; the copy stays",
        &format!("exit {check}, {count} named; {count} removed; kept"),
    );
}

#[test]
fn d58_a_folder_in_the_place_of_an_output() {
    let full = Project::with(&[PARCEL]);
    full.put(&format!("{OUTPUT}/mine.txt"), "mine");
    let empty = Project::with(&[PARCEL]);
    fs::create_dir_all(empty.at(OUTPUT)).expect("the name is unused");
    let fifo = Project::with(&[PARCEL]);
    fs::create_dir_all(fifo.at("generated/json")).expect("the name is unused");
    let made = Command::new("mkfifo").arg(fifo.at(OUTPUT)).status();
    assert!(made.is_ok_and(|status| status.success()));
    let reason = "is not a regular file";
    let seen = [full, empty, fifo].map(|it| refused(&it, &["generate", "--force"], reason));
    row(
        "D58",
        "a folder in an output's place, full, empty; a FIFO there; with `--force`",
        "exit 2, nothing written, no hang",
        &seen.join(", "),
    );
}

//! What can't run ends with one line that names the path and says what to do,
//! with exit code 2, and with nothing written.

use std::fs;

use crate::support::{PARCEL, Project};

#[test]
fn a_missing_folder_of_catalogs() {
    let project = Project::empty();
    for arguments in [
        ["generate"].as_slice(),
        &["generate", "--check"],
        &["check"],
    ] {
        project.run_changing_nothing(arguments).expect_failure(
            "`catalogs`: there is no such folder of catalogs; create it, or name another one as \
             `catalogs:` in errcat.yaml",
        );
    }
}

#[test]
fn a_missing_root() {
    let project = Project::empty();
    for command in ["generate", "check", "init"] {
        project
            .run_changing_nothing(&[command, "--root", "nowhere"])
            .expect_failure(
                "`nowhere`: there is no such folder; pass the project's folder as `--root`",
            );
    }
}

#[test]
fn a_catalog_that_is_no_file() {
    let project = Project::with(&[PARCEL]);
    fs::create_dir(project.at("catalogs/folder.yaml")).expect("the name is unused");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "`catalogs/folder.yaml`: this is no regular file; move it out of the folder",
    );
}

#[test]
fn a_catalog_with_another_ending() {
    let project = Project::with(&[PARCEL]);
    project.put("catalogs/pickup.yml", "errcat: 1\n");
    project
        .run_changing_nothing(&["check"])
        .expect_failure("`catalogs/pickup.yml`: catalogs end in `.yaml`; rename the file");
}

#[test]
#[cfg(target_os = "linux")]
fn a_catalog_that_cannot_be_read() {
    let project = Project::with(&[PARCEL]);
    let link = project.at("catalogs/loop.yaml");
    std::os::unix::fs::symlink(&link, &link).expect("the name is unused");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "cannot read `catalogs/loop.yaml`: Too many levels of symbolic links (os error 40); \
         mend that and run errcat again",
    );
}

#[test]
#[cfg(unix)]
fn a_line_break_in_a_name_stays_on_the_line() {
    let project = Project::with(&[PARCEL]);
    std::os::unix::fs::symlink("nothing", project.at("catalogs/a\nb.yaml"))
        .expect("the name is unused");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "cannot read `catalogs/a\\nb.yaml`: No such file or directory (os error 2); \
         check the path",
    );
}

#[test]
fn a_file_that_errcat_did_not_write() {
    let project = Project::with(&[PARCEL]);
    project.put("generated/json/parcel.json", "{}\n");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "`generated/json/parcel.json`: exists, and errcat did not write what is in it; move it away, \
         or pass --force to replace it",
    );
    let drift = project.run_changing_nothing(&["generate", "--check"]);
    assert!(
        drift.err.contains("stale    generated/json/parcel.json\n"),
        "{drift:?}"
    );
    assert_eq!(drift.code, Some(1));
    let ran = project.run(&["generate", "--force"]);
    assert!(
        ran.err.contains("updated  generated/json/parcel.json\n"),
        "{ran:?}"
    );
    assert_eq!(ran.code, Some(0));
    assert!(
        project
            .read("generated/json/parcel.json")
            .contains("PARCEL_LOST")
    );
}

#[test]
fn an_output_folder_that_is_a_file() {
    let project = Project::with(&[PARCEL]);
    project.put("generated", "");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "`generated`: is not a folder; move it away, or choose another output folder",
    );
}

#[test]
fn an_output_that_is_read_only() {
    let project = Project::with(&[PARCEL]).generated();
    let path = "generated/json/parcel.json";
    project.put(path, project.read(path) + "by hand\n");
    let mut permissions = fs::metadata(project.at(path))
        .expect("it exists")
        .permissions();
    permissions.set_readonly(true);
    fs::set_permissions(project.at(path), permissions).expect("it is ours");
    project.run_changing_nothing(&["generate"]).expect_failure(
        "`generated/json/parcel.json`: is read-only, and its content is out of date; make it \
         writable, or move it away",
    );
}

#[test]
fn a_broken_configuration() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\ncatalog: catalogs\nout: ../up\n");
    for arguments in [
        ["generate"].as_slice(),
        &["generate", "--stdout", "json"],
        &["check"],
        &["check", "catalogs/parcel.yaml"],
    ] {
        let ran = project.run_changing_nothing(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(" --> errcat.yaml:2:1\n"), "{ran:?}");
        assert!(ran.err.contains(" --> errcat.yaml:3:6\n"), "{ran:?}");
        assert_eq!(
            ran.last_line(),
            "error: `errcat.yaml` has 2 errors; `errcat check --fix` can mend 1 of these: nothing was done"
        );
    }
}

#[test]
fn a_configuration_that_cannot_be_read() {
    let project = Project::with(&[PARCEL]);
    fs::create_dir(project.at("errcat.yaml")).expect("the name is unused");
    let ran = project.run_changing_nothing(&["generate"]);
    assert!(
        ran.err
            .starts_with("error: `errcat.yaml`: this is no regular file; "),
        "{ran:?}"
    );
    assert_eq!(ran.code, Some(2));
}

//! `errcat check` and `errcat.yaml`: as an argument, empty, or in the folder
//! around.

use crate::support::{PARCEL, Project};

#[test]
fn a_configuration_among_the_paths_is_checked_as_one() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\n");
    let ran = project.run_changing_nothing(&["check", "errcat.yaml"]);
    ran.expect(
        0,
        "",
        "the configuration has no errors; `errcat check` alone looks at the catalogs\n",
    );
    let ran = project.run(&["check", "errcat.yaml", "catalogs/parcel.yaml"]);
    ran.expect(0, "", "1 catalog, 2 entries: no errors\n");
    project.put("api/errcat.yaml", "errcat: 1\nout: ../up\n");
    let ran = project.run(&["check", "--format=short", "api/errcat.yaml"]);
    assert!(
        ran.err.starts_with("api/errcat.yaml:2:6: error[EC0013]: "),
        "{ran:?}"
    );
    assert_eq!(
        ran.last_line(),
        "error: `api/errcat.yaml` has 1 error; mend it first: nothing was done"
    );
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_configuration_beside_catalogs_is_no_catalog() {
    let project = Project::empty();
    project.put("errcat.yaml", "errcat: 1\n");
    project.put("parcel.yaml", PARCEL);
    let ran = project.run(&["check", "."]);
    ran.expect(0, "", "1 catalog, 2 entries: no errors\n");
    let ran = project.run(&["check", "gone/errcat.yaml"]);
    assert!(
        ran.err
            .starts_with("error: cannot read `gone/errcat.yaml`: "),
        "{ran:?}"
    );
}

#[test]
fn an_empty_configuration_is_told_what_to_hold() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "\n");
    let ran = project.run(&["check", "--format", "short"]);
    let line = "errcat.yaml:1:1: error[EC0006]: this configuration is empty (help: start with \
                `errcat: 1`, or delete the file: without it, defaults are used)\n";
    assert!(ran.err.starts_with(line), "{ran:?}");
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_folder_of_a_project_leads_to_its_root() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\n");
    project.put("api/v1/README.md", "");
    for (folder, arguments, here, there) in [
        (
            ".",
            ["check", "--root", "api/v1"].as_slice(),
            "api/v1/",
            ".",
        ),
        ("api", &["check"], "", ".."),
        ("api/v1", &["check"], "", "../.."),
        ("api/v1", &["generate"], "", "../.."),
        ("api/v1", &["list"], "", "../.."),
    ] {
        let mut command = project.command(arguments);
        let output = command.current_dir(project.at(folder)).output();
        let ran = crate::support::Ran::from(output.expect("the program can be started"));
        ran.expect_failure(&format!(
            "there is no `{here}errcat.yaml`, but there is `{there}/errcat.yaml`; pass `--root {there}`"
        ));
    }
}

#[test]
fn a_catalog_that_is_checked_far_from_its_project_says_so() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\n");
    let mut command = project.command(&["check", "parcel.yaml"]);
    let output = command.current_dir(project.at("catalogs")).output();
    let ran = crate::support::Ran::from(output.expect("the program can be started"));
    ran.expect(
        0,
        "",
        "no `errcat.yaml`: defaults are used, not `../errcat.yaml`; `--root ..` uses it\n\
         1 catalog, 2 entries: no errors\n",
    );
}

#[test]
fn a_slip_that_can_be_mended_is_told_with_the_command() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\nlints: {missing-fix: error}\n");
    let ran = project.run(&["check", "--format=short"]);
    assert_eq!(
        ran.last_line(),
        "error: `errcat.yaml` has 1 error; `errcat check --fix` can mend it: nothing was done"
    );
    assert_eq!(ran.code, Some(2));
    let fixed = project.run(&["check", "--fix"]);
    assert!(fixed.err.contains("`error` -> `deny`"), "{fixed:?}");
}

#[test]
fn a_file_where_a_folder_belongs_is_told_as_one() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\ncatalogs: catalogs/parcel.yaml\n");
    project.run(&["check"]).expect_failure(
        "`catalogs/parcel.yaml`: this is a file, and `catalogs:` in errcat.yaml names a \
         folder; name the folder that the file is in",
    );
}

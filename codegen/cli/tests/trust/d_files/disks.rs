//! Disks that are read-only, closed or full.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::{OUTPUT, out_of_date, refused};
use crate::shell::{contents, end, run, run_with_mounts, temporary, without_rights};
use crate::support::{PARCEL, Project};
use crate::table::row;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

/// Runs `generate` without root's rights; it must end with exit code 2, this
/// reason, and nothing changed.
fn denied(project: &Project, reason: &str) -> String {
    let before = contents(&project.at("generated"));
    let output = run(project, &format!("{}$errcat generate", without_rights()));
    let (code, line) = end(&output);
    assert_eq!(code, Some(2), "{line}");
    assert!(line.contains(reason), "{line}");
    assert!(contents(&project.at("generated")) == before, "{line}");
    assert_eq!(temporary(&project.at("")), [""; 0]);
    "exit 2".to_owned()
}

#[test]
fn d55_what_must_not_be_written() {
    let mut seen = Vec::new();
    let project = out_of_date();
    set_mode(&project.at(OUTPUT), 0o444);
    seen.push(refused(&project, &["generate"], "is read-only"));

    let project = out_of_date();
    set_mode(&project.at("generated/json"), 0o555);
    seen.push(denied(&project, "Permission denied"));
    set_mode(&project.at("generated/json"), 0o755);

    let project = Project::with(&[PARCEL]);
    set_mode(&project.at(""), 0o555);
    seen.push(denied(
        &project,
        "cannot create `generated`: Permission denied",
    ));
    set_mode(&project.at(""), 0o755);

    let project = out_of_date();
    set_mode(&project.at("catalogs/parcel.yaml"), 0o000);
    let reason = "cannot read `catalogs/parcel.yaml`: Permission denied";
    seen.push(denied(&project, reason));

    let project = out_of_date();
    let before = contents(&project.at("generated"));
    let script = "mount --bind generated generated && mount -o remount,bind,ro generated && $errcat generate";
    let Some(output) = run_with_mounts(&project, script) else {
        return;
    };
    let (code, line) = end(&output);
    assert_eq!(code, Some(2), "{line}");
    assert!(line.contains("Read-only file system"), "{line}");
    assert!(
        line.ends_with("use a place that can be written to"),
        "{line}"
    );
    assert!(contents(&project.at("generated")) == before, "{line}");
    seen.push("exit 2".to_owned());
    row(
        "D55",
        "read-only: an output, its folder, the project's folder; a catalog that must not be read; EROFS",
        "exit 2, nothing changed",
        &seen.join(", "),
    );
}

/// A catalog whose outputs exceed 64 KiB, in the place of one whose do not.
fn grow(project: &Project) {
    use std::fmt::Write as _;
    let mut catalog = PARCEL.to_owned();
    for number in 0..400 {
        let entry =
            format!("  - code: PARCEL_LOST_{number}\n    status: 410\n    message: It is gone.\n");
        write!(catalog, "{entry}").expect("a String");
    }
    project.put("catalogs/parcel.yaml", catalog);
}

fn small() -> Project {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\ntargets: {json: {}}\n");
    project
}

#[test]
fn d56_a_full_disk() {
    let mut seen = Vec::new();
    for limit in ["trap '' XFSZ; ", ""] {
        let project = small().generated();
        let before = contents(&project.at("generated"));
        grow(&project);
        let output = run(&project, &format!("{limit}ulimit -f 8; $errcat generate"));
        let (code, line) = end(&output);
        assert!(line.contains("File too large"), "{line}");
        assert!(contents(&project.at("generated")) == before, "{line}");
        assert_eq!(temporary(&project.at("")), [""; 0]);
        seen.push(format!("exit {}", code.expect("it ended by itself")));
    }

    let project = small();
    fs::create_dir(project.at("generated")).expect("the name is unused");
    grow(&project);
    fs::rename(project.at("catalogs/parcel.yaml"), project.at("large")).expect("it is ours");
    project.put("catalogs/parcel.yaml", PARCEL);
    // The disk goes away with the script, so it keeps what is compared.
    let script = "set -e; mount -t tmpfs -o size=64k none generated
        $errcat generate -q; cp -r generated old
        cp large catalogs/parcel.yaml
        if $errcat generate; then exit 70; else code=$?; fi
        cp -r generated new; exit $code";
    let Some(output) = run_with_mounts(&project, script) else {
        return;
    };
    let (code, line) = end(&output);
    assert!(line.contains("No space left on device"), "{line}");
    assert!(
        line.ends_with("free some space and run errcat again"),
        "{line}"
    );
    let old = contents(&project.at("old"));
    assert!(old.contains_key("json/parcel.json"));
    assert!(contents(&project.at("new")) == old, "{line}");
    assert_eq!(temporary(&project.at("new")), [""; 0]);
    seen.push(format!("exit {}", code.expect("it ended by itself")));
    row(
        "D56",
        "`ulimit -f` with SIGXFSZ ignored and not; a full disk of 64 KiB",
        "exit 2, the old bytes, no temporary file",
        &seen.join(", "),
    );
}

#[test]
fn a_first_catalog_that_does_not_fit_is_not_left_half_written() {
    let project = Project::empty();
    let output = run(&project, "trap '' XFSZ; ulimit -f 0; $errcat init");
    assert_eq!(end(&output).0, Some(2));
    assert_eq!(
        contents(&project.at("")).into_keys().collect::<Vec<_>>(),
        [""; 0]
    );
    assert_eq!(project.run(&["init", "-q"]).code, Some(0));
}

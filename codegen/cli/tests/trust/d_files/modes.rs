//! Temporary files, and the modes of what is written.

use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use super::{OUTPUT, change};
use crate::shell::{run, shell, temporary};
use crate::support::{PARCEL, Project};
use crate::table::row;

#[test]
fn d57_temporary_files_and_modes() {
    let mut seen = vec![temporary_files()];
    let modes = ["022", "027", "000"].map(|umask| {
        let project = Project::with(&[PARCEL]);
        run(&project, &format!("umask {umask}; $errcat generate"));
        mode(&project)
    });
    seen.push(modes.join(" "));
    let kept = [0o600, 0o640, 0o755].map(|old| {
        let project = Project::with(&[PARCEL]).generated();
        fs::set_permissions(project.at(OUTPUT), Permissions::from_mode(old)).expect("it is ours");
        change(&project);
        run(&project, "umask 022; $errcat generate");
        assert!(project.read(OUTPUT).contains("gone for good"));
        mode(&project)
    });
    seen.push(kept.join(" "));
    row(
        "D57",
        "temporary files of two runs at once; new files under umask 022, 027, 000; old ones of mode 600, 640, 755",
        "each in its output's folder, or above while that is not there, no name twice, none left; 0666 less the umask; the old one's mode",
        &seen.join("; "),
    );
}

fn mode(project: &Project) -> String {
    let facts = fs::metadata(project.at(OUTPUT)).expect("it was generated");
    format!("{:o}", facts.permissions().mode() & 0o7777)
}

/// Looks at the output folder while two runs fill it, as often as it can.
fn temporary_files() -> String {
    let (mut names, mut at_once) = (BTreeSet::new(), false);
    for _ in 0..50 {
        let project = Project::with(&[PARCEL]);
        for number in 0..20 {
            let id = format!("c{number}");
            let catalog = PARCEL.replace("catalog: parcel", &format!("catalog: {id}"));
            project.put(&format!("catalogs/{id}.yaml"), catalog);
        }
        let script = "$errcat generate -q & $errcat generate -q & wait";
        let mut both = shell(&project, script)
            .stderr(Stdio::null())
            .spawn()
            .expect("there is bash");
        while both.try_wait().expect("it is our child").is_none() {
            names.extend(temporary(&project.at("generated")));
        }
        assert_eq!(temporary(&project.at("generated")), [""; 0]);
        assert!(project.at("generated/rust/c19.rs").is_file());
        let writers = names.iter().filter_map(|name| name.split('-').nth(1));
        at_once = writers.collect::<BTreeSet<_>>().len() > 1;
        if at_once {
            break;
        }
    }
    assert!(at_once, "no two runs were met: {names:?}");
    let mut files = BTreeSet::new();
    for name in &names {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        assert!(
            ["", "docs", "json", "rust", "schema"].contains(&folder),
            "{name}"
        );
        assert!(files.insert(file.to_owned()), "{file} is there twice");
    }
    "in place, unique, 0 left".to_owned()
}

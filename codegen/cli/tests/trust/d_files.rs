//! D. Paths and files.

mod disks;
mod modes;
mod names;
mod places;

use crate::support::{PARCEL, Project};

/// The one output that most cases put in danger.
const OUTPUT: &str = "generated/json/parcel.json";

/// A project whose outputs are of another catalog than it has now.
fn out_of_date() -> Project {
    let project = Project::with(&[PARCEL]).generated();
    change(&project);
    project
}

/// Changes the catalog, so that the next run has to replace its outputs.
fn change(project: &Project) {
    let changed = PARCEL.replace("Nobody has seen it.", "It is gone for good.");
    project.put("catalogs/parcel.yaml", changed);
}

/// Runs `generate`, which must change nothing and end with this code and, in
/// its last line, this reason.
#[track_caller]
fn refused(project: &Project, arguments: &[&str], reason: &str) -> String {
    let ran = project.run_changing_nothing(arguments);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.last_line().contains(reason), "{ran:?}");
    "exit 2".to_owned()
}

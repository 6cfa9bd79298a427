//! Where `errcat check --fix` ends: hard links, and catalogs with so many slips
//! that not all can be tried.

use std::fs;

use crate::support::{PARCEL, Project};

#[test]
fn a_hard_link_becomes_a_file_of_its_own() {
    let slip = PARCEL.replacen("errcat: 1", "errcat: \"1\"", 1);
    let project = Project::with(&[&slip]);
    let other = project.at("other.yaml");
    fs::hard_link(project.at("catalogs/parcel.yaml"), &other).expect("the disk knows links");
    let ran = project.run(&["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(project.read("catalogs/parcel.yaml"), PARCEL);
    assert_eq!(project.read("other.yaml"), slip);
}

#[test]
fn the_help_names_the_most_tries() {
    let help = Project::with(&[PARCEL]).run(&["check", "--help"]);
    let most = format!("After {} tries", errcat_codegen::MOST_TRIES);
    assert!(help.out.contains(&most), "{help:?}");
}

/// A catalog of slips that can only be mended one by one, each after many vain
/// tries: what seems to mend the codes at its start makes them one code.
fn slips(count: usize) -> String {
    let code = |code: &str| {
        format!("  - code: {code}\n    status: 400\n    message: There is no such parcel.\n")
    };
    let mut text = "errcat: 1\ncatalog: slips\ntitle: Slips\nerrors:\n".to_owned();
    text.push_str(&code("LOST"));
    text.push_str(&code("\" LOST \"").repeat(48));
    for number in 0..count {
        let entry = code(&format!("CODE_{number}")).replace("status: 400", "status: \"400\"");
        text.push_str(&entry);
    }
    text
}

#[test]
fn what_was_not_tried_is_said() {
    let project = Project::with(&[&slips(12)]);
    let untried = "warning: mending `catalogs/slips.yaml` ended after 500 tries, and not all was \
                   tried; run it again for what is left\n";
    let shown = project.run_changing_nothing(&["check", "--diff", "-q"]);
    assert!(shown.err.contains(untried), "{}", shown.err);
    let ran = project.run(&["check", "--fix", "-q"]);
    assert!(ran.err.starts_with(untried), "{}", ran.err);
    let left = |text: &str| text.matches("status: \"400\"").count();
    let first = left(&project.read("catalogs/slips.yaml"));
    assert!((1..12).contains(&first), "{first} are left");
    let again = project.run(&["check", "--fix", "-q"]);
    assert!(!again.err.contains("500 tries"), "{}", again.err);
    assert_eq!(left(&project.read("catalogs/slips.yaml")), 0);
}

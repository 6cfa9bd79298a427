//! Little to stand on: no reader, no streams, no variables, no memory.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::shell::{ERRCAT, contents, end, run};
use crate::support::{PARCEL, Project};
use crate::table::row;

const SCRIPTS: &[(&str, &str)] = &[
    ("standard output closed", "$errcat generate >&-"),
    ("standard error closed", "$errcat generate 2>&-"),
    ("all streams closed", "$errcat generate <&- >&- 2>&-"),
    ("no HOME", "unset HOME; $errcat generate"),
    ("a HOME that is not there", "HOME=/nowhere $errcat generate"),
];

#[test]
fn e65_streams_and_variables() {
    let clean = contents(&Project::with(&[PARCEL]).generated().at("generated"));
    let mut seen = vec!["a pipe that nobody reads"];
    let script = "$errcat generate --stdout rust | true; exit ${PIPESTATUS[0]}";
    let (code, line) = end(&run(&Project::with(&[PARCEL]), script));
    assert_eq!((code, line.as_str()), (Some(0), ""));
    for (what, script) in SCRIPTS {
        let project = Project::with(&[PARCEL]);
        let (code, line) = end(&run(&project, script));
        assert_eq!(code, Some(0), "{what}: {line}");
        assert!(contents(&project.at("generated")) == clean, "{what}");
        seen.push(what);
    }
    let project = Project::with(&[PARCEL]);
    let mut bare = Command::new(ERRCAT);
    bare.arg("generate").current_dir(project.at("")).env_clear();
    let status = bare.stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()));
    assert!(contents(&project.at("generated")) == clean);
    seen.push("no variables at all");
    let (inputs, others) = (seen.join("; "), seen.len() - 1);
    row(
        "E65",
        &inputs,
        "exit 0, the same bytes",
        &format!("exit 0; then exit 0 and the same bytes, {others} times"),
    );
}

/// The shipped catalogs, and one that is deep and has 1,000 entries more.
fn large() -> Project {
    let project = Project::with(&[&deep()]);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogs");
    for file in fs::read_dir(shipped).expect("the shipped catalogs") {
        let file = file.expect("a catalog");
        let name = file.file_name().into_string().expect("a plain name");
        let text = fs::read(file.path()).expect("a catalog");
        project.put(&format!("catalogs/{name}"), text);
    }
    project
}

fn deep() -> String {
    let mut catalog = PARCEL.replace("catalog: parcel", "catalog: deep");
    for number in 0..1_000 {
        let entry = format!("  - code: LOST_{number}\n    status: 410\n    message: It is gone.\n");
        catalog.push_str(&entry);
    }
    let (open, close) = ("{a: ".repeat(55), "}".repeat(55));
    writeln!(catalog, "    x-deep: {open}1{close}").expect("a String");
    let lists = "- ".repeat(6);
    writeln!(catalog, "    description: |\n      {lists}deep").expect("a String");
    catalog
}

#[test]
fn e66_little_memory_and_small_stacks() {
    let project = large();
    let (code, line) = end(&run(&project, "$errcat generate -q"));
    assert_eq!(code, Some(0), "{line}");
    let clean = contents(&project.at("generated"));
    for limit in ["-s 512", "-v 262144", "-s 512 -v 262144"] {
        let project = large();
        let (code, line) = end(&run(
            &project,
            &format!("ulimit {limit}; $errcat generate -q"),
        ));
        assert_eq!(code, Some(0), "{limit}: {line}");
        assert!(contents(&project.at("generated")) == clean, "{limit}");
    }
    row(
        "E66",
        "the shipped catalogs, and one of 1,000 entries and 55 levels: `ulimit -s 512`, `-v 262144`, both",
        "no abort, the same bytes",
        "the same bytes, so 3 times",
    );
}

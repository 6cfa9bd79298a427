//! Names that would lead elsewhere, or nowhere.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;

use crate::support::{PARCEL, Project};
use crate::table::row;

/// Ids that are paths, or that no disk holds; each as YAML has it, and as the
/// name of a file that could have it.
const IDS: &[(&str, Option<&str>)] = &[
    ("../x", None),
    ("/etc/x", None),
    ("a/b", None),
    (r"C:\x", Some(r"C:\x")),
    ("..%2f", Some("..%2f")),
    ("\"a\\0b\"", None),
    (LONG, None),
];

/// 300 bytes.
const LONG: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// The ids of the errors of a run that wrote nothing.
fn errors(project: &Project) -> String {
    let ran = project.run_changing_nothing(&["generate"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let ids = ran.err.lines().filter_map(|line| {
        let id = line.strip_prefix("error[")?.split(']').next()?;
        Some(id.to_owned())
    });
    let place = " --> catalogs/";
    assert!(ran.err.contains(place), "no file:line:column: {ran:?}");
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn d50_an_id_that_is_a_path() {
    assert_eq!(LONG.len(), 300);
    let mut seen = Vec::new();
    for (id, file) in IDS {
        let catalog = PARCEL.replace("catalog: parcel", &format!("catalog: {id}"));
        let project = Project::empty();
        let name = file.unwrap_or("parcel");
        project.put(&format!("catalogs/{name}.yaml"), catalog);
        seen.push(errors(&project));
    }
    for folder in ["../x", "/etc/x", "a/../../b"] {
        let project = Project::with(&[PARCEL]);
        project.put("errcat.yaml", format!("errcat: 1\nout: {folder}\n"));
        let ran = project.run_changing_nothing(&["generate"]);
        assert!(ran.err.contains(" --> errcat.yaml:2:6\n"), "{ran:?}");
        seen.push(format!("exit {}", ran.code.expect("it ended by itself")));
    }
    row(
        "D50",
        "id `../x`, `/etc/x`, `a/b`, `C:\\x`, `..%2f`, with NUL, of 300 bytes; `out:` `../x`, `/etc/x`, `a/../../b`",
        "an error, nothing written; exit 2 for `out:`",
        &seen.join(", "),
    );
}

#[test]
fn d59_names_that_are_not_utf8_or_very_long() {
    let mut seen = Vec::new();
    let odd = OsStr::from_bytes(b"parcel\xff.yaml");
    let project = Project::with(&[]);
    fs::write(project.at("catalogs").join(odd), PARCEL).expect("the disk takes any bytes");
    // No snapshot: its paths are text.
    let ran = project.run(&["generate"]);
    assert!(!project.at("generated").exists());
    assert!(ran.err.contains("error[EC0017]"), "{ran:?}");
    assert!(ran.err.contains("`parcel\u{fffd}.yaml`"), "{ran:?}");
    seen.push("EC0017".to_owned());

    let project = Project::with(&[PARCEL]);
    let root = project.at("").join(OsStr::from_bytes(b"root\xff"));
    fs::create_dir(&root).expect("the disk takes any bytes");
    fs::rename(project.at("catalogs"), root.join("catalogs")).expect("the name is unused");
    let mut command = project.command(&["generate", "-q"]);
    let status = command.current_dir(&root).status();
    assert!(status.is_ok_and(|status| status.success()));
    assert!(root.join("generated/json/parcel.json").is_file());
    seen.push("written".to_owned());

    let project = Project::with(&[PARCEL]);
    let long = "x".repeat(4_096);
    let ran = project.run_changing_nothing(&["generate", "--root", &long]);
    assert!(ran.last_line().contains("there is no such folder"));
    seen.push(format!("exit {}", ran.code.expect("it ended by itself")));

    let deep = vec!["x".repeat(200); 21].join("/");
    project.put("errcat.yaml", format!("errcat: 1\nout: {deep}\n"));
    let ran = project.run_changing_nothing(&["generate"]);
    assert!(ran.last_line().contains("File name too long"), "{ran:?}");
    seen.push(format!("exit {}", ran.code.expect("it ended by itself")));
    row(
        "D59",
        "a catalog named `parcel\\xff.yaml`; a root named `root\\xff`; a root of 4,096 characters; an output of more",
        "an error; written; exit 2; exit 2, nothing written",
        &seen.join(", "),
    );
}

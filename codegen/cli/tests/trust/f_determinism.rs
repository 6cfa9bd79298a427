//! F. Determinism.

mod builds;
mod runs;
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{PARCEL, PICKUP, Project};

/// Catalogs of many kinds, by file name: hostile text, every key of the
/// language, numbers as codes, and plain ones.
fn catalogs() -> BTreeMap<String, String> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut found: BTreeMap<String, String> = ["hostile", "every_key", "minimal"]
        .into_iter()
        .map(|case| golden.join(case).join("catalog.yaml"))
        .map(|file| fs::read_to_string(file).expect("a golden catalog"))
        .map(|text| (format!("{}.yaml", id(&text)), text))
        .collect();
    for text in [PARCEL, PICKUP] {
        let text = text.replace("catalog: ", "catalog: plain_");
        found.insert(format!("{}.yaml", id(&text)), text);
    }
    assert_eq!(found.len(), 5);
    found
}

fn id(text: &str) -> &str {
    let line = text.lines().find_map(|line| line.strip_prefix("catalog: "));
    let id = line.and_then(|line| line.split(['#', ' ']).next());
    id.expect("a catalog has an id")
}

/// One of the catalogs shows that a message may end so.
const CONFIG: &str = "errcat: 1\nlints: {stray-quote: allow}\n";

/// A project with all of them.
fn project() -> Project {
    let project = Project::with(&[]);
    project.put("errcat.yaml", CONFIG);
    for (name, text) in catalogs() {
        project.put(&format!("catalogs/{name}"), text);
    }
    project
}

/// The SHA-256 of files, with their names.
fn sha256(files: &BTreeMap<String, Vec<u8>>) -> String {
    assert!(!files.is_empty(), "the sum of nothing");
    let mut sum = Command::new("sha256sum")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("there is `sha256sum`");
    let mut to = sum.stdin.take().expect("it is piped");
    for (name, bytes) in files {
        let head = format!("{name} {}\n", bytes.len());
        to.write_all(head.as_bytes()).expect("it reads all");
        to.write_all(bytes).expect("it reads all");
    }
    drop(to);
    let output = sum.wait_with_output().expect("it is our child");
    String::from_utf8(output.stdout).expect("a number")
}

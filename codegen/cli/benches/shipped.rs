//! The three shipped catalogs through the command line tool, beside
//! `errcat --version`, which only starts; and whether a second `generate`
//! leaves every file alone.
//!
//! `cargo bench -p errcat --bench shipped`

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

#[path = "../../benches/support/measure.rs"]
mod measure;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::time::SystemTime;
use std::{env, fs, io};

use measure::{in_turns, work};

const ROUNDS: usize = 101;
/// What a run may take: so many times a start, and so many seconds more.
const WANTED: (f64, f64) = (1.5, 0.015);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::temp_dir().join(format!("errcat-shipped-{}", process::id()));
    let [kept, emptied] = ["kept", "emptied"].map(|name| folder.join(name));
    project(&kept)?;
    project(&emptied)?;
    errcat(&kept, &["generate"]);
    let before = written(&kept.join("generated"))?;
    let rounds = in_turns(
        ROUNDS,
        [
            work(|| errcat(&kept, &["--version"])),
            work(|| errcat(&kept, &["check"])),
            work(|| errcat(&kept, &["generate"])),
            work(|| generate_all(&emptied)),
        ],
    );
    let after = written(&kept.join("generated"))?;
    assert!(before.len() > 9, "there are outputs");
    assert!(before == after, "a second `generate` has written");
    let names = [
        "--version",
        "check",
        "generate, nothing to write",
        "generate, all to write",
    ];
    let limit = rounds.seconds(0) * WANTED.0 + WANTED.1;
    println!("| errcat | median | to `--version` | wanted |");
    println!("|---|---|---|---|");
    for (at, name) in names.iter().enumerate() {
        println!(
            "| {name} | {:.1} ms | {:.2} x | {:.1} ms |",
            rounds.seconds(at) * 1e3,
            rounds.ratio(at, 0),
            limit * 1e3
        );
    }
    println!(
        "\nA second `generate` left all {} files alone.",
        after.len()
    );
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// The shipped catalogs and their configuration, without outputs.
fn project(folder: &Path) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::create_dir_all(folder.join("catalogs"))?;
    fs::copy(root.join("errcat.yaml"), folder.join("errcat.yaml"))?;
    for catalog in fs::read_dir(root.join("catalogs"))? {
        let catalog = catalog?;
        fs::copy(
            catalog.path(),
            folder.join("catalogs").join(catalog.file_name()),
        )?;
    }
    Ok(())
}

fn errcat(project: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(arguments)
        .current_dir(project)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.is_ok_and(|it| it.success()), "{arguments:?}");
}

/// Outputs that are gone once this is dropped, outside the time.
struct Outputs(PathBuf);

impl Drop for Outputs {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("outputs of the bench's own");
    }
}

fn generate_all(project: &Path) -> Outputs {
    errcat(project, &["generate"]);
    Outputs(project.join("generated"))
}

/// Each file below a folder, and when it was written.
fn written(folder: &Path) -> io::Result<BTreeMap<PathBuf, SystemTime>> {
    let mut files = BTreeMap::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            files.extend(written(&path)?);
        } else {
            files.insert(path.clone(), fs::metadata(&path)?.modified()?);
        }
    }
    Ok(files)
}

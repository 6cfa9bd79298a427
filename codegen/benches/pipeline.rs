//! The whole pipeline, from a file to Rust, Markdown and JSON, beside the bare
//! event loop of the YAML parser on the same file; and its peak memory, which
//! Linux tells a process of itself.
//!
//! `cargo bench -p errcat-codegen --bench pipeline`

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

#[path = "support/catalog.rs"]
mod catalog;
#[path = "support/codes.rs"]
mod codes;
#[path = "support/measure.rs"]
mod measure;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use errcat_codegen::{Artifact, Config, Target, analyze_paths};
use granit_parser::Parser;
use measure::{in_turns, work};

const SIZES: [u32; 4] = [100, 1_000, 10_000, 60_000];
/// Between these the time for an entry may hardly grow.
const GROWTH: [u32; 2] = [1_000, 60_000];
const MEMORY: &str = "--memory-of";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    if let Some(at) = arguments.iter().position(|it| it == MEMORY) {
        return memory_of(Path::new(&arguments[at + 1]));
    }
    let folder = env::temp_dir().join(format!("errcat-bench-{}", std::process::id()));
    println!("| entries | file | events | pipeline | ratio | an entry | peak memory |");
    println!("|---|---|---|---|---|---|---|");
    let mut growth = Vec::new();
    for entries in SIZES {
        let path = folder.join(entries.to_string()).join("city.yaml");
        fs::create_dir_all(path.parent().expect("it has a folder"))?;
        fs::write(&path, catalog::catalog(usize::try_from(entries)?))?;
        let each = row(entries, &path)?;
        if GROWTH.contains(&entries) {
            growth.push(each);
        }
    }
    let [few, many] = GROWTH;
    println!(
        "\nAn entry of {many} takes {:.2} x the time of one of {few}.",
        growth[1] / growth[0]
    );
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// One line of the table; gives the time for an entry.
fn row(entries: u32, path: &Path) -> Result<f64, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let rounds = usize::try_from(200_000 / entries)?.clamp(7, 101);
    let times = in_turns(rounds, [work(|| events(&text)), work(|| pipeline(path))]);
    let each = times.seconds(1) / f64::from(entries);
    let output = Command::new(env::current_exe()?)
        .arg(MEMORY)
        .arg(path)
        .output()?;
    let peak: u32 = String::from_utf8(output.stdout)?.trim().parse()?;
    let size = u32::try_from(text.len())?;
    println!(
        "| {entries} | {} kB | {:.2} ms | {:.2} ms | {:.2} | {:.1} us | {:.1} MB, {:.1} x the file |",
        size / 1000,
        times.seconds(0) * 1e3,
        times.seconds(1) * 1e3,
        times.ratio(1, 0),
        each * 1e6,
        f64::from(peak) / 1024.0,
        f64::from(peak) * 1024.0 / f64::from(size),
    );
    Ok(each)
}

/// The parser alone, over all of the text.
fn events(text: &str) -> usize {
    let events = Parser::new_from_str(text);
    events.inspect(|event| assert!(event.is_ok())).count()
}

/// From the file to all texts.
fn pipeline(path: &Path) -> Vec<Artifact> {
    let analysis = analyze_paths(&[PathBuf::from(path)], &Config::default());
    let analysis = analysis.expect("the file can be read");
    let artifacts = analysis.into_outputs(&[Target::Rust, Target::Markdown, Target::Json]);
    artifacts.unwrap_or_else(|error| panic!("{error}"))
}

/// Prints the most memory, in KiB, that this process has held after one run.
fn memory_of(path: &Path) -> Result<(), Box<dyn Error>> {
    let artifacts = pipeline(path);
    assert!(!artifacts.is_empty(), "there are outputs");
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|it| it.split_whitespace().next());
    println!("{}", peak.ok_or("this system does not tell")?);
    Ok(())
}

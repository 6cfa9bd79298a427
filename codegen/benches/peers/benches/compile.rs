//! What it costs to compile a catalog's module at `-O`, as it is generated,
//! beside an enum of the same codes with strum's and thiserror's derives,
//! which knows no status, advice, cause or fix. rustc alone, without Cargo.
//!
//! `cargo bench --manifest-path codegen/benches/peers/Cargo.toml --bench compile`

#[path = "../../support/process.rs"]
mod process;

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use process::{Cost, run};

/// Codes, and how often each is compiled.
const SIZES: [(u32, usize); 2] = [(1_000, 7), (10_000, 3)];
const LIMIT: Duration = Duration::from_secs(180);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let scratch = env::temp_dir().join(format!("errcat-compile-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    println!("| codes | module | wall | CPU | peak memory |");
    println!("|---|---|---|---|---|");
    for (codes, rounds) in SIZES {
        let sources = Path::new(env!("OUT_DIR")).join(codes.to_string());
        let ours = krate(&scratch, "ours", &sources.join("rust/mod.rs"))?;
        let derived = krate(&scratch, "derived", &sources.join("derived.rs"))?;
        let [ours, derived] = in_turns(rounds, [&ours, &derived], &scratch)?;
        println!("| {codes} | errcat | {} |", cells(ours));
        println!("| {codes} | strum + thiserror | {} |", cells(derived));
        println!("{}", verdict(codes, ours, derived));
    }
    fs::remove_dir_all(scratch)?;
    Ok(())
}

/// A crate that holds nothing but this file.
fn krate(scratch: &Path, name: &str, source: &Path) -> Result<PathBuf> {
    let path = scratch.join(format!("{name}.rs"));
    fs::write(&path, format!("//! {name}.\ninclude!({source:?});\n"))?;
    Ok(path)
}

/// The medians of both; `None` where the limit was passed once.
fn in_turns(rounds: usize, crates: [&Path; 2], out: &Path) -> Result<[Option<Cost>; 2]> {
    let mut costs = [Some(Vec::new()), Some(Vec::new())];
    for _ in 0..rounds {
        for (krate, costs) in crates.iter().zip(&mut costs) {
            let Some(measured) = costs else { continue };
            match run(&mut rustc(krate, out)?, LIMIT)? {
                Some(cost) => measured.push(cost),
                None => *costs = None,
            }
        }
    }
    Ok(costs.map(|it| it.map(median)))
}

fn median(costs: Vec<Cost>) -> Cost {
    let of = |figure: fn(&Cost) -> f64| {
        let mut figures: Vec<f64> = costs.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Cost {
        seconds: of(|it| it.seconds),
        cpu: of(|it| it.cpu),
        megabytes: of(|it| it.megabytes),
    }
}

fn rustc(krate: &Path, out: &Path) -> Result<Command> {
    let exe = env::current_exe()?;
    let compiled = exe.parent().ok_or("a program lies in a folder")?;
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc
        .args([
            "-O",
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--out-dir",
        ])
        .arg(out)
        .arg("-L")
        .arg(compiled)
        .arg(krate);
    for name in ["strum", "thiserror"] {
        let mut dependency = OsString::from(format!("{name}="));
        dependency.push(newest(compiled, name)?);
        rustc.arg("--extern").arg(dependency);
    }
    Ok(rustc)
}

/// The library of this name that Cargo compiled last.
fn newest(folder: &Path, name: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if file.starts_with(&format!("lib{name}-")) && file.ends_with(".rlib") {
            found.push((fs::metadata(&path)?.modified()?, path));
        }
    }
    let (_, path) = found
        .into_iter()
        .max()
        .ok_or("it was compiled for this bench")?;
    Ok(path)
}

fn cells(cost: Option<Cost>) -> String {
    cost.map_or_else(
        || format!("more than {} s | | ", LIMIT.as_secs()),
        |it| {
            format!(
                "{:.2} s | {:.2} s | {:.0} MB",
                it.seconds, it.cpu, it.megabytes
            )
        },
    )
}

fn verdict(codes: u32, ours: Option<Cost>, derived: Option<Cost>) -> String {
    match (ours, derived) {
        (Some(ours), Some(derived)) => format!(
            "| {codes} | ratio | {:.2} x | {:.2} x | {:.2} x |",
            ours.seconds / derived.seconds,
            ours.cpu / derived.cpu,
            ours.megabytes / derived.megabytes
        ),
        _ => format!("| {codes} | ratio | none | | |"),
    }
}

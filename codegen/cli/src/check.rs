//! `errcat check`: look for mistakes, write nothing.

use std::path::{Path, PathBuf};

use clap::Args;
use errcat_codegen::{analyze_paths, analyze_with};

use crate::console::Console;
use crate::findings::{self, Strictness};
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Look for mistakes in catalogs, and write nothing
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Catalogs to check, files or folders [default: the folder in errcat.yaml]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

const LONG: &str = "\
Look for mistakes in catalogs, and write nothing.

All mistakes of all catalogs are reported in one run, each with its place and
what to do about it. Exits with 1 if there is an error.

A PATH is a `.yaml` file or a folder of them, seen from the current folder.";

const EXAMPLES: &str = "\
Examples:
  errcat check                         every catalog of the project
  errcat check catalogs/parcel.yaml    one catalog
  errcat check --deny-warnings         in CI";

pub(crate) fn run(check: &Check, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let config = project::config(root, console)?;
    let (analysis, places) = if check.paths.is_empty() {
        (analyze_with(&config)?, vec![config.catalogs()])
    } else {
        let places = check.paths.iter().map(PathBuf::as_path).collect();
        (analyze_paths(&check.paths, &config)?, places)
    };
    if let Some(reason) = findings::report(&analysis, check.strictness, &places, console) {
        console.error(&reason);
        return Ok(Verdict::Findings);
    }
    let contents = findings::contents(&analysis);
    console.note(&format!("{contents}: no errors"));
    Ok(Verdict::Clean)
}

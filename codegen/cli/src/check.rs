//! `errcat check`: look for mistakes, write nothing.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use errcat_codegen::{Analysis, Documents, Error, analyze_paths, analyze_with, check_documents};

use crate::console::Console;
use crate::findings::{self, Strictness};
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Look for mistakes in catalogs, and write nothing
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Catalogs, or folders of them [default: those of the project]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Hold `source: {line: ..}` against the documents in DIR
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

const LONG: &str = "\
Look for mistakes in catalogs, and write nothing.

All mistakes of all catalogs are reported in one run, each with its place and
what to do about it. Exits with 1 if there is an error.

A PATH is a `.yaml` file or a folder of them, seen from the current folder.

With --documents, each line that a catalog names must hold its error: the code
or, where the document lost its headings, the status. DIR holds the documents
under the names that catalogs give them as `source: {document: NAME}`.";

const EXAMPLES: &str = "\
Examples:
  errcat check                       every catalog of the project
  errcat check catalogs/parcel.yaml  one catalog
  errcat check --deny-warnings       in CI
  errcat check --documents docs/api  also hold them against what they transcribe";

pub(crate) fn run(check: &Check, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let config = project::config(root, console)?;
    let (analysis, places) = if check.paths.is_empty() {
        (analyze_with(&config)?, vec![config.catalogs()])
    } else {
        let places = check.paths.iter().map(PathBuf::as_path).collect();
        (analyze_paths(&check.paths, &config)?, places)
    };
    let analysis = match &check.documents {
        Some(folder) => against_documents(analysis, folder, console)?,
        None => analysis,
    };
    if let Some(reason) = findings::report(&analysis, check.strictness, &places, console) {
        console.error(&reason);
        return Ok(Verdict::Findings);
    }
    let contents = findings::contents(&analysis);
    console.note(&format!("{contents}: no errors"));
    Ok(Verdict::Clean)
}

/// The analysis with what the documents in `folder` tell about its lines.
fn against_documents(
    analysis: Analysis,
    folder: &Path,
    console: &mut Console,
) -> Result<Analysis, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Library(Error::Path {
            path: folder.to_owned(),
            problem: "there is no such folder",
            help: "pass the folder of the documents as `--documents`",
        }));
    }
    let documents = Documents::read(folder, &analysis)?;
    for catalog in analysis.catalogs() {
        console.detail(&match &catalog.origin.document {
            Some(name) => format!("read     {}", folder.join(name.as_str()).display()),
            None => format!(
                "`{}` names no document: its lines are not checked",
                catalog.file
            ),
        });
    }
    Ok(check_documents(analysis, &documents))
}

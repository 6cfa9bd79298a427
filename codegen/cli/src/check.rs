//! `errcat check`: look for mistakes, write nothing.

mod inputs;

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use errcat_codegen::{
    Analysis, Config, Diagnostics, Documents, Error, analyze_paths, analyze_unsaved, analyze_with,
    check_documents,
};

use self::inputs::Catalogs;
use crate::console::Console;
use crate::findings::{self, Strictness};
use crate::format::Format;
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Look for mistakes in catalogs, and write nothing
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Files, folders, or `-` for a pipe [default: the project's catalogs]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    /// Findings as human, short, json, github or sarif
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<Format>,
    /// The file that `-` will be saved as
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    stdin_path: Option<PathBuf>,
    /// Hold `source: {line: ..}` against files in DIR
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

const LONG: &str = "\
Look for mistakes in catalogs, and write nothing.

All mistakes of all catalogs are reported in one run, each with its place and
what to do about it. Exits with 1 if there is an error.

A PATH is a `.yaml` file or a folder of them, seen from the current folder, or
`-` for a catalog on standard input: findings call it `<stdin>`, or what
--stdin-path says, and then its name must be the catalog's id, as on the disk.
An `errcat.yaml` among them is checked as a configuration.

FORMAT is one of
  human   the lines at fault, underlined, with advice; to standard error
  short   FILE:LINE:COLUMN: error[ID]: message, a line each; to standard error
  json    one object; to standard output
  github  annotations of GitHub Actions; to standard output
  sarif   SARIF 2.1.0, for code scanning; to standard output
The default is human; in GitHub Actions it is github, with human in the log.
FORMATS.md, in the sources of errcat, says what each of them promises.

With --documents, each line that a catalog names must hold its error: the code
or, where the document lost its headings, the status. DIR holds the documents
under the names that catalogs give them as `source: {document: NAME}`.";

const EXAMPLES: &str = "\
Examples:
  errcat check                       every catalog of the project
  errcat check catalogs/parcel.yaml  one catalog
  errcat check --deny-warnings       in CI
  errcat check --format short        in an editor
  errcat check --format short -      what a pipe brings
  errcat check --documents docs/api  also hold them against what they transcribe";

pub(crate) fn run(check: &Check, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let inputs = inputs::of(&check.paths, check.stdin_path.as_deref())?;
    for folder in &inputs.configured {
        Config::load(folder)?;
    }
    let places: Vec<&Path> = check.paths.iter().map(PathBuf::as_path).collect();
    let config = match inputs.catalogs {
        Catalogs::OfProject => project::config(root, console)?,
        _ => project::settings(root, console)?,
    };
    let (analysis, places) = match inputs.catalogs {
        Catalogs::OfProject => (analyze_with(&config)?, vec![config.catalogs()]),
        Catalogs::None => return Ok(only_configured(console)),
        Catalogs::At(paths) => (analyze_paths(&paths, &config)?, places),
        Catalogs::Piped(piped, paths) => (analyze_unsaved(piped, &paths, &config)?, places),
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

impl Check {
    /// How findings are printed.
    pub(crate) fn formats(&self) -> Vec<Format> {
        Format::chosen(self.format)
    }
}

/// No catalog was asked for, and the configurations were read.
fn only_configured(console: &mut Console) -> Verdict {
    console.findings(&Diagnostics::default());
    console.note("the configuration has no errors; `errcat check` alone looks at the catalogs");
    Verdict::Clean
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

//! `errcat check`: look for mistakes, and mend what is certain if asked to.

mod fix;
mod inputs;

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use errcat_codegen::{
    Analysis, Config, Diagnostics, Documents, Error, analyze_paths, analyze_unsaved, analyze_with,
    check_documents,
};

use self::fix::{Fate, Fixing};
use self::inputs::{Catalogs, Inputs};
use crate::console::Console;
use crate::findings::{self, Strictness};
use crate::format::{Channel, Format};
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Look for mistakes in catalogs, and mend some with --fix
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
    fixing: Fixing,
    #[command(flatten)]
    strictness: Strictness,
}

const LONG: &str = "\
Look for mistakes in catalogs, and mend some with --fix.

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
under the names that catalogs give them as `source: {document: NAME}`.

With --fix, mistakes with one right answer are mended in the files: a misspelt
word, a missing pair of quotes. Nothing else in them changes, and the run
reports what is left. A file that changed meanwhile, a symbolic link and a
read-only file stay as they are. A hard link becomes a file of its own: its
other names keep the old text. After 500 tries at one file the run stops
mending it, and says so.

With --diff, what --fix would change goes to standard output as a unified diff;
exits with 1 if that is anything, or if there is an error.";

const EXAMPLES: &str = "\
Examples:
  errcat check                       every catalog of the project
  errcat check catalogs/parcel.yaml  one catalog
  errcat check --deny-warnings       in CI
  errcat check --diff                what --fix would change
  errcat check --format short        in an editor
  errcat check --format short -      what a pipe brings
  errcat check --documents docs/api  also hold them against what they transcribe";

pub(crate) fn run(check: &Check, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let fate = check.fixing.fate();
    let inputs = inputs::of(&check.paths, check.stdin_path.as_deref())?;
    refuse_misfits(fate, check.format, &inputs)?;
    for folder in &inputs.configured {
        fix::configuration(fate, console, |_| Ok(Config::load(folder)?))?;
    }
    let config = fix::configuration(fate, console, |console| match inputs.catalogs {
        Catalogs::OfProject => project::config(root, console),
        _ => project::settings(root, console),
    })?;
    if matches!(inputs.catalogs, Catalogs::None) {
        return Ok(only_configured(console));
    }
    let (mut analysis, mut documents) = read(check, &inputs, &config)?;
    let fixed = fate.map(|_| fix::catalogs(&analysis, &config, &documents));
    let fixed = fixed.unwrap_or_default();
    if fate == Some(Fate::Written) && !fixed.is_empty() {
        fix::carry_out(Fate::Written, &fixed, console)?;
        // What is left is what the files now hold.
        (analysis, documents) = read(check, &inputs, &config)?;
    }
    let analysis = check_documents(analysis, &documents);
    tell_documents(check, &analysis, console);
    let verdict = report(check, &config, &analysis, console);
    if fate == Some(Fate::Shown) {
        fix::carry_out(Fate::Shown, &fixed, console)?;
    }
    if fate != Some(Fate::Written) && check.formats().contains(&Format::Human) {
        fix::hint(analysis.diagnostics(), &how_to_mend(&inputs, root), console);
    }
    Ok(
        if fate == Some(Fate::Shown) && fixed.iter().any(fix::changes) {
            Verdict::Findings
        } else {
            verdict
        },
    )
}

impl Check {
    /// How findings are printed. Annotations would stand in the way of a diff.
    pub(crate) fn formats(&self) -> Vec<Format> {
        let beside_diff = || (self.fixing.fate() == Some(Fate::Shown)).then_some(Format::Human);
        Format::chosen(self.format.or_else(beside_diff))
    }
}

/// Refuses what can't be done together.
fn refuse_misfits(
    fate: Option<Fate>,
    format: Option<Format>,
    inputs: &Inputs,
) -> Result<(), Failure> {
    let reason = match (fate, &inputs.catalogs, format.map(Format::channel)) {
        (Some(Fate::Written), Catalogs::Piped(..), _) => {
            "`--fix` writes files, and `-` is none; `--diff` shows what it would change"
        }
        (Some(Fate::Shown), _, Some(Channel::Data)) => {
            "`--diff` and this `--format` both write to standard output; leave one of them out"
        }
        _ => return Ok(()),
    };
    Err(Failure::Arguments(reason.to_owned()))
}

/// What carries out the mends of what was looked at, as it is said after `can be
/// mended`.
fn how_to_mend(inputs: &Inputs, root: &Path) -> String {
    match inputs.catalogs {
        Catalogs::OfProject => format!(" by {}", project::command("check --fix", root)),
        Catalogs::At(_) | Catalogs::None => " by the same command with `--fix`".to_owned(),
        Catalogs::Piped(..) => "; `--diff` shows how".to_owned(),
    }
}

/// No catalog was asked for, and the configurations were read.
fn only_configured(console: &mut Console) -> Verdict {
    console.findings(&Diagnostics::default());
    console.note("the configuration has no errors; `errcat check` alone looks at the catalogs");
    Verdict::Clean
}

/// The catalogs that were asked for, and the documents that they name.
fn read(check: &Check, inputs: &Inputs, config: &Config) -> Result<(Analysis, Documents), Failure> {
    let analysis = match &inputs.catalogs {
        Catalogs::OfProject => analyze_with(config)?,
        Catalogs::None => analyze_paths(&[], config)?,
        Catalogs::At(paths) => analyze_paths(paths, config)?,
        Catalogs::Piped(piped, paths) => analyze_unsaved(piped.clone(), paths, config)?,
    };
    let documents = match &check.documents {
        Some(folder) if folder.is_dir() => Documents::read(folder, &analysis)?,
        Some(folder) => {
            return Err(Failure::Library(Error::Path {
                path: folder.clone(),
                problem: "there is no such folder",
                help: "pass the folder of the documents as `--documents`",
            }));
        }
        None => Documents::default(),
    };
    Ok((analysis, documents))
}

fn report(check: &Check, config: &Config, analysis: &Analysis, console: &mut Console) -> Verdict {
    let places = if check.paths.is_empty() {
        vec![config.catalogs()]
    } else {
        check.paths.iter().map(PathBuf::as_path).collect()
    };
    if let Some(reason) = findings::report(analysis, check.strictness, &places, console) {
        console.error(&reason);
        return Verdict::Findings;
    }
    let contents = findings::contents(analysis);
    console.note(&format!("{contents}: no errors"));
    Verdict::Clean
}

fn tell_documents(check: &Check, analysis: &Analysis, console: &mut Console) {
    let Some(folder) = &check.documents else {
        return;
    };
    for catalog in analysis.catalogs() {
        console.detail(&match &catalog.origin.document {
            Some(name) => format!("read     {}", folder.join(name.as_str()).display()),
            None => format!(
                "`{}` names no document: its lines are not checked",
                catalog.file
            ),
        });
    }
}

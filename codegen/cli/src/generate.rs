//! `errcat generate`: write the outputs, compare them, or print one target's.

mod report;

use std::path::Path;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use errcat_codegen::{Analysis, Artifact, Config, Mode, Overwrite, Target, analyze_with, write};

use crate::console::Console;
use crate::diff;
use crate::findings::{self, Strictness};
use crate::interrupt;
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Write the outputs that errcat.yaml asks for
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Generate {
    /// Write nothing; exit with 1 if anything is out of date
    #[arg(long)]
    check: bool,
    /// Print one target: rust, markdown, json, schema, vectors
    #[arg(long, value_name = "TARGET", value_parser = targets())]
    #[arg(hide_possible_values = true)]
    #[arg(conflicts_with_all = ["check", "force"])]
    stdout: Option<Target>,
    /// Replace files that errcat did not write, too
    #[arg(long, conflicts_with = "check")]
    force: bool,
    #[command(flatten)]
    strictness: Strictness,
}

const LONG: &str = "\
Write the outputs that errcat.yaml asks for.

Only files whose content changes are written, and only if no catalog has an
error. Outputs that are no longer wanted are removed; files that errcat did not
write are left alone.

With --check, the difference goes to standard output as a unified diff, and a
list of the files that are missing, stale or orphaned to standard error.

With --stdout, a target's only file is printed as it is; of several, each
follows a line `==> NAME <==`, as `head` prints them.";

const EXAMPLES: &str = "\
Examples:
  errcat generate                       write what has changed
  errcat generate --check               in CI: are the committed outputs fresh?
  errcat generate --stdout rust | less  look before you write";

/// What is done with the outputs.
#[derive(Clone, Copy)]
enum Task {
    Write(Overwrite),
    Compare,
    Print(Target),
}

pub(crate) fn run(args: &Generate, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let task = args.task();
    let config = project::config(root, console)?;
    let analysis = analyze_with(&config)?;
    let places = [config.catalogs()];
    if let Some(reason) = findings::report(&analysis, args.strictness, &places, console) {
        let effect = match task {
            Task::Write(_) => "nothing was written",
            Task::Compare => "nothing was compared",
            Task::Print(_) => "nothing was printed",
        };
        console.error(&format!("{reason}; {effect}"));
        return Ok(Verdict::Findings);
    }
    match task {
        Task::Write(overwrite) => write_all(&config, analysis, overwrite, console),
        Task::Compare => compare(&config, analysis, root, console),
        Task::Print(target) => print(&analysis.into_outputs(&[target])?, console),
    }
}

impl Generate {
    fn task(&self) -> Task {
        match (self.stdout, self.check, self.force) {
            (Some(target), ..) => Task::Print(target),
            (None, true, _) => Task::Compare,
            (None, false, true) => Task::Write(Overwrite::Anything),
            (None, false, false) => Task::Write(Overwrite::OnlyGenerated),
        }
    }
}

fn write_all(
    config: &Config,
    analysis: Analysis,
    overwrite: Overwrite,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    let contents = findings::contents(&analysis);
    let artifacts = analysis.into_outputs(config.targets())?;
    interrupt::finish_writing_first();
    let outcome = write(config.out(), &artifacts, Mode::Write, overwrite)?;
    report::unchanged(config.out(), &artifacts, &outcome, console);
    report::written(config.out(), &outcome, console);
    console.note(&format!("{contents}: {}", report::summary(&outcome)));
    Ok(Verdict::Clean)
}

fn compare(
    config: &Config,
    analysis: Analysis,
    root: &Path,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    let contents = findings::contents(&analysis);
    let artifacts = analysis.into_outputs(config.targets())?;
    let outcome = write(
        config.out(),
        &artifacts,
        Mode::Check,
        Overwrite::OnlyGenerated,
    )?;
    report::unchanged(config.out(), &artifacts, &outcome, console);
    if outcome.changes.is_empty() {
        console.note(&format!("{contents}: {}", report::summary(&outcome)));
        return Ok(Verdict::Clean);
    }
    for change in &outcome.changes {
        // Of a file that comes or goes, all lines are the difference, and its
        // name says as much.
        if let (Some(before), Some(after)) = (&change.before, &change.after) {
            let path = config.out().join(&change.path).display().to_string();
            console.data(&diff::unified(&path, [before, after], console.data_look()))?;
        }
    }
    report::drifted(config.out(), &outcome, console);
    let (stale, out) = (report::stale(&outcome), config.out().display());
    let command = project::command("generate", root);
    console.error(&format!(
        "{stale} in `{out}`; run {command} and commit the result"
    ));
    Ok(Verdict::Findings)
}

/// As `head` does: a name before each file, if there are several.
fn print(artifacts: &[Artifact], console: &mut Console) -> Result<Verdict, Failure> {
    if let [only] = artifacts {
        console.data(only.text())?;
        return Ok(Verdict::Clean);
    }
    for (at, artifact) in artifacts.iter().enumerate() {
        let gap = if at == 0 { "" } else { "\n" };
        console.data(&format!("{gap}==> {} <==\n", artifact.path()))?;
        console.data(artifact.text())?;
    }
    Ok(Verdict::Clean)
}

/// The targets' names, for help, suggestions and parsing.
fn targets() -> impl TypedValueParser<Value = Target> {
    let names = Target::ALL.iter().map(|target| target.name());
    PossibleValuesParser::new(names)
        .map(|name| Target::from_name(&name).expect("clap lets only the names of targets through"))
}

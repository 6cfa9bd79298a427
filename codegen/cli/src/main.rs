//! `errcat`, the command line of the compiler for error catalogs.
//!
//! Here arguments become a call of one subcommand, and its answer becomes an
//! exit code; each subcommand has a file of its own. What they do is done by
//! the library: here are only choices, words and streams.
//!
//! Deliberately absent: the network, and every setting that `errcat.yaml` has.

mod check;
mod colour;
mod completions;
mod console;
mod diff;
mod explain;
mod findings;
mod format;
mod generate;
mod init;
mod interrupt;
mod list;
mod man;
mod project;
mod schema;
mod verdict;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};

use crate::colour::When;
use crate::console::{Console, Volume};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let parsed = command()
        .color(colour::for_help(&arguments).into())
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => answer(&cli),
        Err(help) => {
            console::print_help(&help);
            u8::try_from(help.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
    }
}

/// The compiler for error catalogs: YAML to Rust, Markdown and JSON
#[derive(Parser)]
#[command(name = "errcat", version, arg_required_else_help = true)]
#[command(disable_help_subcommand = true, after_help = AFTER)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "\
Examples:
  errcat init      start with a first catalog
  errcat check     look for mistakes
  errcat generate  write Rust, Markdown, JSON and schemas

Exit codes:
  0  all is well; there may be warnings
  1  a mistake in a catalog, or outputs that are out of date
  2  errcat could not run: its arguments, its configuration or the disk

Terminals get colours unless NO_COLOR is set; --color overrules that.
`errcat COMMAND --help` tells more, with examples.";

#[derive(Args)]
#[command(next_help_heading = "Everywhere")]
struct Options {
    /// The folder where errcat.yaml stands
    #[arg(long, global = true, display_order = 100)]
    #[arg(value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    root: PathBuf,
    /// Colour the output: auto, always or never
    #[arg(long, global = true, display_order = 101)]
    #[arg(
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    color: When,
    /// Report findings and failures only
    #[arg(short, long, global = true, display_order = 102)]
    #[arg(conflicts_with = "verbose")]
    quiet: bool,
    /// Report also what was read and what was left as it is
    #[arg(short, long, global = true, display_order = 103)]
    verbose: bool,
}

#[derive(Subcommand)]
enum Command {
    Generate(generate::Generate),
    Check(check::Check),
    List(list::List),
    Explain(explain::Explain),
    Init(init::Init),
    Schema(schema::Print),
    Completions(completions::Completions),
    Man(man::Manual),
}

/// What errcat takes, for parsing, completions and the manual.
fn command() -> clap::Command {
    man::naming_pages(Cli::command())
}

fn answer(cli: &Cli) -> ExitCode {
    let mut console = Console::new(cli.options.volume(), cli.options.color);
    if let Command::Check(check) = &cli.command {
        console = console.with_formats(check.formats());
    }
    let answer = project::root(&cli.options.root).and_then(|root| match &cli.command {
        Command::Generate(generate) => generate::run(generate, root, &mut console),
        Command::Check(check) => check::run(check, root, &mut console),
        Command::List(list) => list::run(list, root, &mut console),
        Command::Explain(explain) => explain::run(explain, root, &mut console),
        Command::Init(init) => init::run(init, root, &mut console),
        Command::Schema(print) => schema::run(print, &mut console),
        Command::Completions(shell) => completions::run(shell, command(), &mut console),
        Command::Man(manual) => man::run(manual, command(), &mut console),
    });
    match answer.and_then(|verdict| console.flush().map(|()| verdict)) {
        Ok(verdict) => verdict.into(),
        Err(failure) => {
            failure.tell(&mut console);
            failure.into()
        }
    }
}

impl Options {
    fn volume(&self) -> Volume {
        match (self.quiet, self.verbose) {
            (true, _) => Volume::Quiet,
            (false, true) => Volume::Verbose,
            (false, false) => Volume::Normal,
        }
    }
}

//! `errcat completions SHELL`: the script that makes a shell complete errcat's
//! commands, options and their values.
//!
//! Deliberately absent: the ids of a project's catalogs and sections. A script
//! is installed once, for all projects.

use clap::Args;
use clap_complete::{Shell, generate};

use crate::console::Console;
use crate::verdict::{Failure, Verdict};

/// Print a script with which a shell completes errcat
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// One of bash, elvish, fish, powershell and zsh
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    shell: Shell,
}

const LONG: &str = "\
Print a script with which a shell completes errcat.

Save it where your shell looks for completions, and open a new shell; do so
again with each new version of errcat. Commands, options and the words that an
option takes are completed; ids of catalogs and sections are not.";

const EXAMPLES: &str = "\
Examples:
  errcat completions bash > ~/.local/share/bash-completion/completions/errcat
  errcat completions fish > ~/.config/fish/completions/errcat.fish
  errcat completions zsh > ~/.zfunc/_errcat  where `fpath` holds ~/.zfunc
  errcat completions powershell >> $PROFILE
  errcat completions elvish >> ~/.config/elvish/rc.elv";

pub(crate) fn run(
    completions: &Completions,
    mut command: clap::Command,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(completions.shell, &mut command, name, &mut script);
    console.data(&String::from_utf8_lossy(&script))?;
    Ok(Verdict::Clean)
}

//! `errcat man`: the manual, a page for errcat and one for each command.
//!
//! A page is made of what `--help` is made of; its examples stand as they are,
//! line by line. Pages have no date: the same program prints the same bytes.
//!
//! Deliberately absent: writing them somewhere. Where pages belong is for the
//! packager to say.

use std::io;

use clap::builder::{PossibleValuesParser, Resettable};
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::console::Console;
use crate::verdict::{Failure, Verdict};

/// Print a page of the manual
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Manual {
    /// The command whose page it is [default: errcat itself]
    #[arg(value_name = "COMMAND", hide_possible_values = true)]
    command: Option<String>,
}

const LONG: &str = "\
Print a page of the manual, for `man` to show.

The page errcat(1) names the commands; each has a page of its own, like
errcat-check(1).";

const EXAMPLES: &str = "\
Examples:
  errcat man | man -l -                                 read it at once
  errcat man > ~/.local/share/man/man1/errcat.1         for `man errcat`
  errcat man check > ~/.local/share/man/man1/errcat-check.1";

/// The arguments of errcat, which know by themselves no list of commands, with
/// the commands that have a page: for help, suggestions and parsing.
pub(crate) fn naming_pages(errcat: Command) -> Command {
    let names: Vec<String> = errcat
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    errcat.mut_subcommand("man", |man| {
        man.mut_arg("command", |argument| {
            argument.value_parser(PossibleValuesParser::new(names))
        })
    })
}

pub(crate) fn run(
    manual: &Manual,
    mut errcat: Command,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    errcat.build();
    let source = errcat.render_version();
    let command = match &manual.command {
        None => errcat,
        Some(name) => errcat
            .find_subcommand(name)
            .expect("clap lets only the names of commands through")
            .clone(),
    };
    let page = page(command, source.trim()).expect("a Vec takes all bytes");
    console.data(&page)?;
    Ok(Verdict::Clean)
}

fn page(command: Command, source: &str) -> io::Result<String> {
    let help = command.get_after_help().map(ToString::to_string);
    let is_whole = command.has_subcommands();
    let name = command.get_display_name().unwrap_or(command.get_name());
    let title = name.to_uppercase();
    // Its examples and exit codes get sections of their own below.
    let command = command.after_help(Resettable::Reset);
    let synopsis = values(&command);
    let mut text = Vec::new();
    let man = Man::new(command)
        .title(title)
        .date("\"\"")
        .source(source)
        .manual("errcat manual");
    man.render(&mut text)?;
    let mut end = Roff::new();
    sections(&help.unwrap_or_default(), &mut end);
    if !is_whole {
        end.control("SH", ["SEE ALSO"]);
        end.text([bold("errcat"), roman("(1)")]);
    }
    end.to_writer(&mut text)?;
    let mut page = literal(&String::from_utf8_lossy(&text));
    for (option, with_value) in synopsis {
        page = page.replacen(&option, &with_value, 1);
    }
    Ok(page)
}

/// Options in the synopsis, which leaves out that they take a value; and the
/// same with it.
fn values(command: &Command) -> Vec<(String, String)> {
    let arguments = command.get_arguments();
    let valued = arguments.filter(|argument| argument.get_action().takes_values());
    let named = valued.filter_map(|argument| {
        let name = argument.get_value_names()?.first()?;
        Some((argument.get_long()?, name))
    });
    let replaced = named.map(|(long, value)| {
        let option = format!("[\\fB\\-\\-{}\\fR", long.replace('-', "\\-"));
        let with_value = format!("{option} \\fI<{value}>\\fR]");
        (format!("{option}]"), with_value)
    });
    replaced.collect()
}

/// What follows the options in a help text: `Heading:` with indented lines,
/// which stay as they are, and paragraphs.
fn sections(help: &str, page: &mut Roff) {
    for block in help.split("\n\n") {
        let mut lines = block.lines().peekable();
        if let Some(heading) = lines.peek().and_then(|line| line.strip_suffix(':')) {
            page.control("SH", [heading.to_uppercase().as_str()]);
            page.control("nf", []);
            for line in lines.skip(1) {
                page.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
            }
            page.control("fi", []);
        } else {
            page.control("PP", []);
            for line in lines {
                page.text([roman(line)]);
            }
        }
    }
}

/// Characters that a typesetter would take for accents, as they are.
fn literal(page: &str) -> String {
    page.replace('`', "\\(ga").replace('~', "\\(ti")
}

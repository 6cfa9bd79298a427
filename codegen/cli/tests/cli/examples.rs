//! Command lines that people are told to type, in help texts and in README:
//! how to find them, and a project that has what they name.

use crate::support::{PARCEL, Project, Ran};

/// A project that has every file, id and status that an example names.
fn project() -> Project {
    let project = Project::with(&[PARCEL]);
    project.put("docs/api/errors.txt", "");
    project
}

/// Runs an example, which must be able to do its work: it may find mistakes,
/// but its arguments must make sense and what it names must be there.
pub(crate) fn run(example: &str) -> Ran {
    let words: Vec<&str> = example.split_whitespace().skip(1).collect();
    let ran = project().run(&words);
    assert!(matches!(ran.code, Some(0 | 1)), "{example}: {ran:?}");
    ran
}

/// The command of errcat that a line begins with, up to what a shell does with
/// its output or what a comment says about it.
pub(crate) fn command(line: &str) -> Option<&str> {
    let line = line.trim();
    let ends = ["  ", " | ", " > ", " >> ", " && ", " # "];
    let end = ends.iter().filter_map(|end| line.find(end)).min();
    let command = end.map_or(line, |end| &line[..end]);
    let is_one = command == "errcat" || command.starts_with("errcat ");
    assert!(
        !is_one || !command.contains(['"', '\'']),
        "tests read no quotes: {line}"
    );
    is_one.then_some(command)
}

/// The names of the subcommands, as the help lists them.
pub(crate) fn subcommands() -> Vec<String> {
    let help = Project::empty().run(&["--help"]).out;
    let (_, list) = help.split_once("\nCommands:\n").expect("it lists them");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next());
    let names: Vec<String> = names.map(str::to_owned).collect();
    assert!(names.len() >= 7, "{names:?}");
    names
}

#[test]
fn a_command_ends_where_the_shell_or_a_comment_takes_over() {
    for (line, found) in [
        (
            "  errcat list --catalog parcel | cut -f2  codes",
            Some("errcat list --catalog parcel"),
        ),
        ("errcat schema > a.json", Some("errcat schema")),
        ("errcat check", Some("errcat check")),
        ("errcats check", None),
        ("run errcat check", None),
    ] {
        assert_eq!(command(line), found, "{line}");
    }
}

//! `errcat man`: pages that hold what `--help` says, and that `man` can show.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::examples;
use crate::support::Project;

/// The page of errcat and those of its commands, with what asks for them.
fn pages() -> Vec<(Vec<String>, String)> {
    let project = Project::empty();
    let commands = examples::subcommands().into_iter().map(|name| vec![name]);
    let asked = std::iter::once(Vec::new()).chain(commands);
    let page = |command: Vec<String>| {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let ran = project.run_changing_nothing(&[&["man"], words.as_slice()].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
        (command, ran.out)
    };
    asked.map(page).collect()
}

/// A page without its markup: what a person may search it for.
fn shown(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with(['.', '\'']));
    let mut text = lines.collect::<Vec<_>>().join("\n");
    for (markup, shown) in [
        ("\\fB", ""),
        ("\\fI", ""),
        ("\\fR", ""),
        ("\\-", "-"),
        ("\\(ga", "`"),
        ("\\(ti", "~"),
        ("\\*(Aq", "'"),
        ("\\&", ""),
    ] {
        text = text.replace(markup, shown);
    }
    text
}

#[test]
fn a_page_holds_each_option_and_each_example_of_the_help() {
    let project = Project::empty();
    for (command, page) in pages() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let help = project.run(&[words.as_slice(), &["-h"]].concat()).out;
        let shown = shown(&page);
        let options = help
            .split([' ', ',', '\n'])
            .filter(|word| word.starts_with("--"));
        let options: Vec<&str> = options.filter(|word| word.len() > 2).collect();
        assert!(options.len() >= 5, "{command:?}: {options:?}");
        for option in options {
            assert!(shown.contains(option), "{command:?}: {option}");
        }
        let (_, rest) = help.split_once("\nExamples:\n").expect("it has examples");
        for example in rest.lines().take_while(|line| !line.is_empty()) {
            let line = format!("\n{}\n", example.trim());
            assert!(shown.contains(&line), "{command:?}: {example}");
        }
        assert!(
            !shown.contains('\\'),
            "{command:?}: markup that is not known here"
        );
    }
}

#[test]
fn a_page_bears_its_name_and_the_version_but_no_date() {
    for (command, page) in pages() {
        let names: Vec<&str> = std::iter::once("errcat")
            .chain(command.iter().map(String::as_str))
            .collect();
        let title = names.join("-").to_uppercase();
        let version = env!("CARGO_PKG_VERSION");
        let line = format!(".TH {title} 1 \"\" \"errcat {version}\" \"errcat manual\"\n");
        assert!(page.contains(&line), "{page}");
    }
}

#[test]
fn a_page_has_no_request_that_man_does_not_know() {
    const KNOWN: [&str; 12] = [
        ".ie", ".el", ".TH", ".SH", ".TP", ".PP", ".RS", ".RE", ".IP", ".br", ".nf", ".fi",
    ];
    for (command, page) in pages() {
        for line in page.lines().filter(|line| line.starts_with(['.', '\''])) {
            let request = line.split(' ').next().expect("a line has a start");
            assert!(KNOWN.contains(&request), "{command:?}: {line}");
        }
    }
}

/// Where groff is at hand, it must have nothing to complain of.
#[test]
fn groff_sets_each_page_without_a_warning() {
    for (command, page) in pages() {
        let mut groff = Command::new("groff");
        groff.args(["-ww", "-man", "-Tascii"]);
        groff
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let Ok(mut running) = groff.spawn() else {
            return;
        };
        let mut input = running.stdin.take().expect("it is piped");
        input.write_all(page.as_bytes()).expect("groff reads");
        drop(input);
        let output = running.wait_with_output().expect("groff ends");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && told.is_empty(),
            "{command:?}: {told}"
        );
        let set = String::from_utf8_lossy(&output.stdout);
        assert!(set.contains("\n       errcat "), "{command:?}: {set}");
    }
}

#[test]
fn a_command_that_is_none_is_refused_with_a_suggestion() {
    let ran = Project::empty().run_changing_nothing(&["man", "chek"]);
    assert!(
        ran.err.contains("tip: a similar value exists: 'check'"),
        "{ran:?}"
    );
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn a_synopsis_says_which_options_take_a_value() {
    let ran = Project::empty().run(&["man", "check"]);
    let page = shown(&ran.out);
    for option in [
        "[--root <DIR>]",
        "[--stdin-path <FILE>]",
        "[--fix] [--diff]",
    ] {
        assert!(page.contains(option), "{option}: {page}");
    }
}

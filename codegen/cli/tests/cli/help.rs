//! Help texts, to the letter: `help/` holds them as people see them. `BLESS=1`
//! accepts what changed; read it aloud first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::examples;
use crate::support::Project;

/// What a terminal shows in a line at least.
const WIDTH: usize = 80;

/// Every help text, by the name of its file.
fn helps() -> BTreeMap<String, String> {
    let project = Project::empty();
    let mut helps = BTreeMap::new();
    let mut add = |name: &str, before: &[&str]| {
        for (flag, length) in [("-h", "short"), ("--help", "long")] {
            let ran = project.run(&[before, &[flag]].concat());
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{name} {flag}");
            helps.insert(format!("{name}.{length}.txt"), ran.out);
        }
    };
    add("errcat", &[]);
    for name in examples::subcommands() {
        add(&name, &[&name]);
    }
    helps
}

#[test]
fn every_help_is_the_one_that_was_read_and_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/help");
    let helps = helps();
    if env::var_os("BLESS").is_some() {
        for path in kept(&folder) {
            fs::remove_file(path).expect("a file can be removed");
        }
        for (name, text) in &helps {
            fs::write(folder.join(name), text).expect("a file can be written");
        }
    }
    let names: Vec<PathBuf> = helps.keys().map(|name| folder.join(name)).collect();
    assert_eq!(kept(&folder), names, "BLESS=1 brings them into line");
    for (name, text) in &helps {
        let kept = fs::read_to_string(folder.join(name)).expect("it was listed");
        assert_eq!(text, &kept, "{name}: BLESS=1 accepts it");
    }
}

/// The files of the folder, sorted.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the folder can be listed");
    let paths = files.map(|file| file.expect("the folder can be listed").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    for (name, text) in helps() {
        for line in text.lines() {
            let width = line.chars().count();
            assert!(width <= WIDTH, "{name}: {width} characters: {line}");
        }
    }
}

#[test]
fn every_help_has_examples_and_each_of_them_works() {
    for (name, text) in helps() {
        let (_, rest) = text.split_once("\nExamples:\n").expect(&name);
        let lines = rest.lines().take_while(|line| !line.is_empty());
        let found: Vec<&str> = lines.filter_map(examples::command).collect();
        let (subcommand, _) = name.split_once('.').expect("files have endings");
        let own = |it: &&str| subcommand == "errcat" || it.split(' ').nth(1) == Some(subcommand);
        assert!(!found.is_empty(), "{name}: no examples");
        assert!(found.iter().all(own), "{name}: {found:?}");
        for example in found {
            examples::run(example);
        }
    }
}

#[test]
fn every_word_that_an_option_takes_is_in_its_help() {
    let project = Project::empty();
    let mut seen = 0;
    for name in examples::subcommands() {
        let help = project.run(&[&name, "-h"]).out;
        let takes_value = |line: &&str| line.contains("--") && line.contains(" <");
        for line in help.lines().filter(takes_value) {
            let mut parts = line.split([' ', ',']);
            let option = parts.find(|it| it.starts_with("--")).expect("it has one");
            let refused = project.run(&[&name, option, "\u{1}"]).err;
            let Some((_, rest)) = refused.split_once("[possible values: ") else {
                continue;
            };
            let (words, _) = rest.split_once(']').expect("the list ends");
            for word in words.split(", ") {
                assert!(line.contains(word), "{name}: {word} is not in: {line}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen} words");
}

#[test]
fn each_sentence_about_an_argument_is_short_and_starts_alike() {
    for (name, text) in helps() {
        let short = name.ends_with(".short.txt");
        let told = text.lines().filter(|line| short && is_of_argument(line));
        for line in told {
            let (_, told) = line.trim().split_once("  ").expect("two columns");
            let told = told.trim();
            let first = told.chars().next().expect("something is said");
            assert!(first.is_uppercase(), "{name}: {line}");
            assert!(!told.ends_with('.'), "{name}: {line}");
        }
    }
}

/// Whether a line of a short help is about an argument or a command.
fn is_of_argument(line: &str) -> bool {
    let Some(line) = line.strip_prefix("  ") else {
        return false;
    };
    line.trim_start().starts_with(['-', '[', '<'])
}

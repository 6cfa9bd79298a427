//! README: what it tells people to copy or to type is sound.

use std::fs;
use std::path::Path;

use crate::examples;
use crate::support::Project;

/// A block of code with the language that its fence names.
struct Block {
    language: String,
    text: String,
}

fn root(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    fs::read_to_string(path).expect("it is a file of the project")
}

fn blocks(language: &str) -> Vec<Block> {
    let readme = root("README.md");
    let mut parts = readme.split("\n```").skip(1);
    let mut blocks = Vec::new();
    while let (Some(block), Some(_)) = (parts.next(), parts.next()) {
        let (language, text) = block.split_once('\n').expect("a fence is a line");
        blocks.push(Block {
            language: language.to_owned(),
            text: format!("{text}\n"),
        });
    }
    blocks.retain(|block| language.is_empty() || block.language == language);
    assert!(!blocks.is_empty(), "README has no {language}");
    blocks
}

#[test]
fn every_block_names_its_language_and_is_sound() {
    for block in blocks("") {
        let Block { language, text } = block;
        match language.as_str() {
            "yaml" => drop(yaml(&text)),
            "json" => {
                let read = serde_json::from_str::<serde_json::Value>(&text);
                assert!(read.is_ok(), "{read:?}: {text}");
            }
            // Compiled or run by other tests, or shown as errcat prints it.
            "rust" | "toml" | "text" | "console" | "sh" => {}
            other => panic!("a block of `{other}`:\n{text}"),
        }
    }
}

fn yaml(text: &str) -> serde_yaml::Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

#[test]
fn whole_catalogs_are_clean() {
    let mut seen = 0;
    for block in blocks("yaml") {
        let read = yaml(&block.text);
        let Some(id) = read.get("catalog") else {
            continue;
        };
        seen += 1;
        let id = id.as_str().expect("a catalog has an id");
        let project = Project::empty();
        project.put(&format!("catalogs/{id}.yaml"), &block.text);
        let ran = project.run(&["check", "--deny-warnings", "-q"]);
        ran.expect(0, "", "");
    }
    assert!(seen > 0, "README shows a catalog");
}

#[test]
fn whole_configurations_are_sound() {
    let is_configuration = |block: &&Block| {
        let read = yaml(&block.text);
        read.get("errcat").is_some() && read.get("catalog").is_none()
    };
    let blocks = blocks("yaml");
    let configurations: Vec<&Block> = blocks.iter().filter(is_configuration).collect();
    assert!(!configurations.is_empty(), "README shows a configuration");
    for block in configurations {
        let project = Project::with(&[&root("catalogs/remno.yaml")]);
        project.put("errcat.yaml", &block.text);
        project.run(&["check", "-q"]).expect(0, "", "");
    }
}

#[test]
fn the_hooks_run_errcat_from_the_path_on_the_whole_project() {
    let blocks = blocks("yaml");
    let hooks = blocks
        .iter()
        .map(|block| yaml(&block.text))
        .find(|block| block.get("repos").is_some());
    let hooks = hooks.expect("README has a configuration for pre-commit");
    let [repo] = hooks["repos"].as_sequence().expect("a list").as_slice() else {
        panic!("one repository: {hooks:?}");
    };
    assert_eq!(repo["repo"], "local");
    let hooks = repo["hooks"].as_sequence().expect("a list");
    assert!(!hooks.is_empty());
    for hook in hooks {
        assert_eq!(hook["language"], "system", "{hook:?}");
        assert_eq!(hook["pass_filenames"], false, "{hook:?}");
        let entry = hook["entry"].as_str().expect("a command");
        assert!(examples::command(entry).is_some(), "{hook:?}");
    }
}

#[test]
fn every_command_to_type_works() {
    let mut seen = 0;
    for block in blocks("") {
        if ["rust", "toml", "text"].contains(&block.language.as_str()) {
            continue;
        }
        for command in block.text.lines().flat_map(commands) {
            examples::run(&command);
            seen += 1;
        }
    }
    assert!(seen >= 6, "{seen} commands");
}

/// The commands of errcat on a line of a script, a session or a workflow.
fn commands(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches("- ");
    let prompts = ["$ ", "run: ", "entry: ", "exec "];
    let line = prompts
        .iter()
        .find_map(|prompt| line.strip_prefix(prompt))
        .unwrap_or(line);
    let line = line.replace("cargo run -p errcat --", "errcat");
    let parts = line.split(" && ").filter_map(examples::command);
    parts.map(str::to_owned).collect()
}

#[test]
fn every_command_in_a_sentence_has_the_options_that_it_shows() {
    let project = Project::empty();
    let known = examples::subcommands();
    let readme = root("README.md");
    let mut seen = Vec::new();
    for span in readme.split('`').filter(|span| span.starts_with("errcat ")) {
        let words: Vec<&str> = span.split_whitespace().skip(1).collect();
        let name = words.first().expect("something follows the blank");
        if *name == "COMMAND" {
            continue;
        }
        assert!(known.iter().any(|it| it == name), "no such command: {span}");
        let help = project.run(&[name, "--help"]).out;
        for option in words.iter().filter(|word| word.starts_with('-')) {
            assert!(
                help.contains(&format!("{option} ")) || help.contains(&format!("{option}\n")),
                "{span}"
            );
        }
        seen.push((*name).to_owned());
    }
    for name in known {
        assert!(
            seen.contains(&name),
            "README does not tell of `errcat {name}`"
        );
    }
}

#[test]
fn the_test_to_copy_is_one_of_ours() {
    let ours = root("tests/current.rs");
    let shown = blocks("rust");
    let is_shown = shown.iter().any(|block| block.text.ends_with(&ours));
    assert!(is_shown, "README must show tests/current.rs as it is");
}

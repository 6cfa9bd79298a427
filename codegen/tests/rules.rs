//! The table of rules is complete, and each explanation is true: its failing
//! example raises its rule and no other, its fixed example raises nothing.
//!
//! An example is a whole catalog in a fence ```` ```yaml ````, or a whole
//! configuration in ```` ```errcat.yaml ````; `,fails` marks the failing one.
//! That a UI case raises each rule is for `ui.rs`.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{Level, RULES, Rule};
use support::Findings;

#[test]
fn ids_and_names_are_unique_and_in_order() {
    assert!(
        RULES.windows(2).all(|two| two[0].id < two[1].id),
        "the table is sorted by id, each once"
    );
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len(), "each name is used once");
    for rule in RULES {
        let number = rule.id.strip_prefix("EC").unwrap_or_default();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        assert_eq!((digits, number.len()), (4, 4), "{}", rule.id);
    }
}

#[test]
fn each_rule_is_a_file_and_its_explanation() {
    for rule in RULES {
        let explanation = read(&file_of(rule, "md"));
        assert_eq!(explanation, rule.explain, "{}: its own file", rule.name);
        let source = read(&file_of(rule, "rs"));
        let doc = format!("//! {}: ", rule.id);
        assert!(source.starts_with(&doc), "{}: its id", rule.name);
    }
}

#[test]
fn each_explanation_is_in_the_table() {
    let known: BTreeSet<PathBuf> = RULES.iter().map(|rule| file_of(rule, "md")).collect();
    let items = fs::read_dir(folder()).expect("the folder of the rules can be listed");
    let paths = items.map(|item| item.expect("its items can be listed").path());
    for path in paths.filter(|path| path.extension().is_some_and(|it| it == "md")) {
        assert!(known.contains(&path), "{}: no rule", path.display());
    }
}

#[test]
fn each_explanation_has_its_parts() {
    for Rule {
        id, name, explain, ..
    } in RULES
    {
        let heading = format!("# {id}: {name}\n\n");
        let rest = explain.strip_prefix(&heading).expect(name);
        let parts: Vec<&str> = rest.split("```").collect();
        let [means, fails, why, fixed, "\n"] = parts.as_slice() else {
            panic!("{name}: a sentence, an example, why, an example");
        };
        assert!(means.trim().ends_with(['.', ':']), "{name}: a sentence");
        assert_eq!(means.trim().lines().count(), 1, "{name}: one sentence");
        assert!((2..=4).contains(&why.trim().lines().count()), "{name}: why");
        let languages = [fails, fixed].map(|fence| fence.lines().next());
        let expected = if *id == "EC0018" {
            [Some("errcat.yaml,fails"), Some("errcat.yaml")]
        } else {
            [Some("yaml,fails"), Some("yaml")]
        };
        assert_eq!(languages, expected, "{name}");
    }
}

#[test]
fn each_failing_example_raises_its_rule_alone() {
    for rule in RULES {
        let found = run(rule, &example(rule, ",fails\n"));
        assert_eq!(found.ids, [rule.id], "{}\n{}", rule.name, found.text);
    }
}

#[test]
fn each_fixed_example_raises_nothing() {
    for rule in RULES {
        let found = run(rule, &example(rule, "yaml\n"));
        assert!(found.ids.is_empty(), "{}\n{}", rule.name, found.text);
    }
}

#[test]
fn a_rule_that_is_off_speaks_only_where_it_is_switched_on() {
    let mut tried = 0;
    for rule in RULES {
        let example = example(rule, ",fails\n");
        let (switches, rest): (Vec<_>, Vec<_>) = example
            .lines()
            .partition(|it| it.starts_with(support::SWITCH));
        let is_off = rule.level == Level::Allow;
        assert_eq!(is_off, !switches.is_empty(), "{}: a switch", rule.name);
        if is_off {
            let found = run(rule, &rest.join("\n"));
            assert!(found.ids.is_empty(), "{}\n{}", rule.name, found.text);
            tried += 1;
        }
    }
    assert!(tried >= 2, "there are such rules");
}

/// Warnings about something that is no entry: what they are about has no
/// `allow`.
const NOT_ABOUT_AN_ENTRY: [&str; 2] = ["empty-section", "unused-allow"];

#[test]
fn an_entry_can_allow_each_warning_about_it() {
    let warnings = RULES.iter().filter(|rule| rule.level != Level::Deny);
    let mut tried = 0;
    for rule in warnings.filter(|rule| !NOT_ABOUT_AN_ENTRY.contains(&rule.name)) {
        let example = example(rule, ",fails\n");
        let allowing = example.replacen(
            "\n    status",
            &format!("\n    allow: [{}]\n    status", rule.id),
            1,
        );
        assert_ne!(allowing, example, "{}: an entry with a status", rule.name);
        let found = run(rule, &allowing);
        assert!(found.ids.is_empty(), "{}\n{}", rule.name, found.text);
        tried += 1;
    }
    assert!(tried >= 2, "there are such warnings");
}

#[test]
fn a_rule_is_found_by_its_id_and_by_its_name() {
    for known in RULES {
        for word in [known.id, known.name] {
            let found = errcat_codegen::rule(word).map(|rule| rule.id);
            assert_eq!(found, Some(known.id));
        }
    }
    assert!(errcat_codegen::rule("EC").is_none());
}

/// The text of the fence whose first line ends so.
fn example(rule: &Rule, ending: &str) -> String {
    let fences = rule.explain.split("```").skip(1).step_by(2);
    let mut texts = fences.filter_map(|fence| {
        let (language, text) = fence.split_once('\n')?;
        format!("{language}\n").ends_with(ending).then_some(text)
    });
    texts.next().expect(rule.name).to_owned()
}

fn run(rule: &Rule, example: &str) -> Findings {
    let bytes = bytes(rule, example);
    if rule.explain.contains("```errcat.yaml") {
        support::configuration(&bytes)
    } else {
        support::catalog(&file_name(example), &bytes)
    }
}

/// An explanation is UTF-8, so the one example that is not is made here: each
/// character of it is a byte, as in Latin-1.
fn bytes(rule: &Rule, example: &str) -> Vec<u8> {
    if rule.name != "not-utf8" || !example.starts_with("# This file was saved as Latin-1") {
        return example.as_bytes().to_vec();
    }
    let byte = |character| u8::try_from(u32::from(character)).expect("a character of Latin-1");
    example.chars().map(byte).collect()
}

/// The file that an example stands in: its first line may say, else its id.
fn file_name(example: &str) -> String {
    let first = example.lines().next().unwrap_or_default();
    let said = first
        .strip_prefix("# ")
        .and_then(|name| name.strip_suffix(".yaml"));
    let id = example
        .lines()
        .find_map(|line| line.strip_prefix("catalog: "));
    format!("{}.yaml", said.or(id).unwrap_or("parcel"))
}

fn file_of(rule: &Rule, ending: &str) -> PathBuf {
    folder().join(format!("{}.{ending}", rule.name.replace('-', "_")))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lint")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

//! A second, independent reader must see what ours sees.
//!
//! `serde_yaml` shares no code with our parser. It resolves plain scalars to
//! types where we keep them as written, so a plain scalar agrees if the text we
//! kept, read alone, is the value that it gave.

mod generate;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::Value as Second;

use super::{Node, Style, Value, parse};
use crate::diag::{Levels, Report};
use crate::source::{Source, SourceId};

/// How many catalogs are made up.
const GENERATED: u64 = 2_000;

#[test]
fn both_readers_agree_on_every_catalog_of_the_project() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = yaml_files(&root.join("../catalogs"));
    for folder in ["tests/golden", "tests/schema/good", "tests/shapes"] {
        paths.extend(yaml_files(&root.join(folder)));
    }
    assert!(paths.len() >= 25, "found only {paths:?}");
    for path in paths {
        let text = fs::read_to_string(&path).expect("a readable catalog");
        assert_agree(&path.display().to_string(), &text);
    }
}

#[test]
fn both_readers_agree_on_generated_catalogs_in_every_style() {
    let mut styles: BTreeMap<&'static str, u32> = BTreeMap::new();
    for seed in 1..=GENERATED {
        let text = generate::catalog(seed, &mut styles);
        assert_agree(&format!("seed {seed}"), &text);
    }
    for style in generate::STYLES {
        let times = styles.get(style).copied().unwrap_or_default();
        assert!(times >= 100, "the style `{style}` was used {times} times");
    }
    assert_eq!(styles.len(), generate::STYLES.len(), "{styles:?}");
}

#[test]
fn a_difference_would_be_seen() {
    let source = Source::new("a", "key: [one, 'two']\n");
    let ours = ours(&source);
    for other in [
        "key: [one, two, three]",
        "key: [one, 'tw0']",
        "kez: [one, two]",
        "key: one",
        "- key",
    ] {
        assert!(!agree(&ours, &second(other)), "{other}");
    }
    assert!(agree(&ours, &second("key: [\"one\", two]")));
}

fn assert_agree(name: &str, text: &str) {
    let source = Source::new(name, text);
    assert!(
        agree(&ours(&source), &second(text)),
        "the readers disagree on {name}:\n{text}"
    );
}

fn ours(source: &Source) -> Node<'_> {
    let mut report = Report::default();
    let tree = parse(source, SourceId(0), &mut report);
    let found = report.finish(vec![source.clone()], &Levels::default());
    assert!(found.is_empty(), "{found}\n{}", source.text());
    tree.expect("a tree where nothing was reported")
}

fn second(text: &str) -> Second {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

fn agree(ours: &Node, second: &Second) -> bool {
    match (&ours.value, second) {
        (Value::List { items, .. }, Second::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(a, b)| agree(a, b))
        }
        (Value::Map(pairs), Second::Mapping(others)) => {
            let same = |(pair, (key, value)): (&super::Pair, (&Second, &Second))| {
                let text = &pair.key.text;
                (key.as_str() == Some(text) || alone(text) == *key) && agree(&pair.value, value)
            };
            pairs.len() == others.len() && pairs.iter().zip(others).all(same)
        }
        (
            Value::Scalar {
                text,
                style: Style::Plain,
            },
            value,
        ) => alone(text) == *value,
        (Value::Scalar { text, .. }, Second::String(other)) => text == other,
        _ => false,
    }
}

/// What a plain scalar means to the second reader. One of several lines is
/// text; read alone, its lines would be folded once more.
fn alone(text: &str) -> Second {
    if text.contains('\n') {
        return Second::String(text.to_owned());
    }
    serde_yaml::from_str(text).unwrap_or_else(|_| Second::String(text.to_owned()))
}

/// The catalogs in a folder and those below it.
fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).expect("a folder of catalogs") {
        let path = item.expect("a file").path();
        if path.is_dir() {
            found.extend(yaml_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

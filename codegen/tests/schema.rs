//! The schemas and the compiler agree, as far as the compiler can tell.
//!
//! Each file in `schema/good` is clean; each in `schema/broken` breaks one
//! thing, and its first line names the lint that says so and the place where a
//! validator must. `schema/run` holds the same files against the schemas with
//! two validators; it needs the schemas that this test leaves in Cargo's
//! folder for tests' files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{
    Analysis, Artifact, Config, Diagnostic, Error, MARK, Severity, Source, Target, analyze_sources,
};
use serde_json::Value;

/// Where each definition's keys stand: the lines of a catalog, with `@` for a
/// key. What is written after `@` gives way to the same key in its place.
const PLACES: &[(&str, &str)] = &[
    ("", "@, errors: []"),
    ("source", "source: {@}"),
    ("header", "headers: {Retry-After: {@}}"),
    ("status-row", "statuses: {404: {@}}"),
    ("type", "types: {billing: {@}}"),
    ("section", "sections: {a: {@, title: T, errors: []}}"),
    ("entry", "errors: [{@, code: A}]"),
    ("ref", "errors: [{ref: A}, {@, ref: A}]"),
    ("retry-advice", "errors: [{code: A, retry: {@, do: stop}}]"),
    (
        "delay",
        "errors: [{code: A, retry: {do: wait, delay: {@}}}]",
    ),
    (
        "new-place",
        "errors: [{code: A, retry: {do: redirect, to: {@}}}]",
    ),
    ("variant", "errors: [{code: A, variants: [{@}]}]"),
    (
        "condition",
        "errors: [{code: A, variants: [{when: {@, detail: x, is: y}}]}]",
    ),
    (
        "detail",
        "errors: [{code: A, details: {x: {@, type: any}}}]",
    ),
    ("end-of-life", "errors: [{code: A, deprecated: {@}}]"),
    (
        "example",
        "examples: [{@, title: T, language: json, text: '{}'}]",
    ),
    ("place-in-the-document", "errors: [{code: A, source: {@}}]"),
    ("slot", "envelope: {c: $code, s: {@, $slot: any}}"),
];

/// The rules that hold a value against the grammar.
const FORM: &[&str] = &["EC0010", "EC0012", "EC0013", "EC0104", "EC0201"];

#[test]
fn schemas_are_marked_json() {
    for artifact in artifacts() {
        let (path, text) = (artifact.path(), artifact.text());
        assert!(text[..1024].contains(MARK), "{path}: no mark");
        let schema = json(text);
        assert_eq!(
            schema["$schema"], "http://json-schema.org/draft-07/schema#",
            "{path}"
        );
        assert!(schema["title"].is_string(), "{path}: no title");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(path);
        fs::create_dir_all(target.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(target, text).expect("a file for `schema/run`");
    }
}

#[test]
fn every_key_is_described_and_shown() {
    let of_outputs = ["/data.schema.json", "/vectors.schema.json"];
    let for_editors = |it: &Artifact| !of_outputs.iter().any(|name| it.path().ends_with(name));
    for artifact in artifacts().into_iter().filter(for_editors) {
        let schema = json(artifact.text());
        for (definition, key, value) in keys(&schema) {
            let place = format!("{}: `{key}` in `{definition}`", artifact.path());
            let description = value["description"].as_str().expect(&place);
            assert!(description.ends_with(['.', '`']), "{place}: no sentence");
            let examples = value["examples"].as_array();
            assert!(
                examples.is_some_and(|it| it.len() == 1),
                "{place}: no example"
            );
            assert_eq!(
                value.get("default").is_some(),
                description.contains("Default: "),
                "{place}: default and description differ"
            );
        }
    }
}

/// The compiler tells the keys that it knows when one is not among them, or
/// how many there are. That it takes each is for
/// [`the_compiler_takes_every_example`].
#[test]
fn the_editor_offers_the_keys_that_the_compiler_knows() {
    let schema = catalog_schema();
    let offered = offered(&schema);
    let definitions: BTreeSet<&str> = offered.iter().map(|(name, _)| name.as_str()).collect();
    let tested: BTreeSet<&str> = PLACES.iter().map(|(name, _)| *name).collect();
    assert_eq!(definitions, tested);
    for (definition, keys) in &offered {
        let analysis = analyze("c", &with(definition, "unheard-of-and-unlike-any: 1"));
        let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
        let help = help(&analysis, "EC0010");
        if let Some((_, rest)) = help.split_once(" has ") {
            let count = format!("{} keys, ", keys.len());
            assert!(rest.starts_with(&count), "in `{definition}`: {help}");
            continue;
        }
        let known = listed(&analysis, "EC0010");
        let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
        assert_eq!(known, keys, "in `{definition}`");
    }
}

/// The compiler lists the words that it knows when one is not among them.
#[test]
fn the_editor_offers_the_words_that_the_compiler_knows() {
    for (definition, key, value) in keys(&catalog_schema()) {
        let Some(offered) = value["enum"].as_array() else {
            continue;
        };
        let meanings = value["enumDescriptions"].as_array().map(Vec::len);
        assert_eq!(meanings, Some(offered.len()), "`{key}` in `{definition}`");
        let offered: BTreeSet<&str> = offered.iter().filter_map(Value::as_str).collect();
        let analysis = analyze("c", &with(&definition, &format!("{key}: unlike-any-other")));
        let known = listed(&analysis, "EC0013");
        let mut known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
        // It fills no slot; `$inline` is a key.
        known.remove("inline");
        assert_eq!(known, offered, "`{key}` in `{definition}`");
    }
}

#[test]
fn the_compiler_takes_every_example() {
    for (definition, key, value) in keys(&catalog_schema()) {
        let example = &value["examples"][0];
        let analysis = analyze("c", &with(&definition, &format!("{key}: {example}")));
        let refused = ids(&analysis);
        let refused: Vec<_> = refused.iter().filter(|id| FORM.contains(id)).collect();
        assert!(
            refused.is_empty(),
            "`{key}: {example}` in `{definition}`:\n{}",
            analysis.diagnostics()
        );
    }
}

#[test]
fn good_catalogs_are_clean() {
    let mut findings = String::new();
    for (path, text) in cases("good") {
        findings += &analyze(&stem(&path), &text).diagnostics().to_string();
    }
    assert_eq!(findings, "");
}

#[test]
fn broken_catalogs_break_one_thing() {
    let cases = cases("broken");
    assert!(cases.len() >= 30, "{} cases", cases.len());
    let mut surprises = Vec::new();
    for (path, text) in &cases {
        let analysis = analyze(&stem(path), text);
        if ids(&analysis) != told(path, text) {
            surprises.push(format!("{}\n{}", path.display(), analysis.diagnostics()));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn good_configurations_are_read() {
    for (path, text) in cases("config/good") {
        if let Err(error) = configure(&path, &text) {
            panic!("{}: {error}", path.display());
        }
    }
}

#[test]
fn broken_configurations_break_one_thing() {
    for (path, text) in cases("config/broken") {
        let Err(Error::Config(found)) = configure(&path, &text) else {
            panic!("{}: not refused", path.display());
        };
        let ids: Vec<&str> = found.iter().map(Diagnostic::id).collect();
        assert_eq!(ids, told(&path, &text), "{}", path.display());
    }
}

fn artifacts() -> Vec<Artifact> {
    let nothing = analyze_sources(Vec::new(), &Config::default());
    nothing
        .emit(&[Target::Schema])
        .expect("schemas need no catalog")
}

fn catalog_schema() -> Value {
    let artifacts = artifacts();
    let mut named = artifacts
        .iter()
        .filter(|it| it.path() == "schema/catalog.schema.json");
    json(named.next().expect("the catalog's schema").text())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("valid JSON")
}

/// All keys that a schema describes: the definition, the key, its schema. The
/// root has the name "".
fn keys(schema: &Value) -> Vec<(String, String, Value)> {
    let mut keys = Vec::new();
    let mut add = |definition: &str, schema: &Value| {
        for (key, value) in schema["properties"].as_object().into_iter().flatten() {
            keys.push((definition.to_owned(), key.clone(), value.clone()));
        }
    };
    add("", schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        add(name, definition);
    }
    keys
}

/// The records of a schema and their keys.
fn offered(schema: &Value) -> Vec<(String, Vec<String>)> {
    let mut offered: Vec<(String, Vec<String>)> = Vec::new();
    for (definition, key, _) in keys(schema) {
        match offered.last_mut() {
            Some((last, keys)) if *last == definition => keys.push(key),
            _ => offered.push((definition, vec![key])),
        }
    }
    offered
}

/// A catalog with `line` among the keys of a definition.
fn with(definition: &str, line: &str) -> String {
    let place = PLACES.iter().find(|(name, _)| *name == definition);
    let lines = place.expect("a place for each definition").1;
    let lines = lines.replace('@', line);
    format!("{{{lines}, errcat: 1, catalog: c, title: T}}")
}

fn analyze(stem: &str, text: &str) -> Analysis {
    let source = Source::new(format!("{stem}.yaml"), text);
    analyze_sources(vec![source], &Config::default())
}

fn configure(path: &Path, text: &str) -> Result<Config, Error> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("config-{}", stem(path)));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(errcat_codegen::CONFIG_FILE), text).expect("a file");
    Config::load(&folder)
}

/// The rules of all errors.
fn ids(analysis: &Analysis) -> Vec<&'static str> {
    let errors = analysis.diagnostics().iter();
    let errors = errors.filter(|it| it.severity() == Severity::Error);
    errors.map(Diagnostic::id).collect()
}

/// The names that the finding of a rule lists as the known ones.
fn listed(analysis: &Analysis, rule: &str) -> Vec<String> {
    let names = help(analysis, rule).split('`').skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// What the finding of a rule says to do next.
fn help<'a>(analysis: &'a Analysis, rule: &str) -> &'a str {
    let found = analysis.diagnostics().iter().find(|it| it.id() == rule);
    let found = found.unwrap_or_else(|| panic!("no {rule}: {}", analysis.diagnostics()));
    &found.help_lines()[0]
}

/// What the first line says: `# EC0010 at /errors/0: A misspelt key.`
fn told<'a>(path: &Path, text: &'a str) -> Vec<&'a str> {
    let line = text.lines().next().and_then(|it| it.strip_prefix("# "));
    let ids = line.and_then(|it| it.split_once(" at /"));
    let Some((ids, _)) = ids else {
        panic!("{}: the first line tells nothing", path.display())
    };
    ids.split(' ').collect()
}

fn cases(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/schema")
        .join(folder);
    let entries = fs::read_dir(&folder).expect("the folder of the cases");
    let mut paths: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{}: no cases", folder.display());
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a case");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().expect("a case is a file");
    stem.to_string_lossy().into_owned()
}

//! What the configuration changes. What is wrong in one is for the UI cases.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{CONFIG_FILE, Config, Error, Source, Target, analyze_sources};

const CATALOG: &str = "errcat: 1
catalog: parcel
title: Parcel API errors
errors:
  - {code: PARCEL_LOST, status: 410, message: The parcel is lost., deprecated: {since: '2'}}
";

#[test]
fn a_folder_may_be_written_with_dots_that_stay_here() {
    for (written, meant) in [
        ("errors", "errors"),
        ("./errors", "errors"),
        ("api/./errors/", "api/errors"),
    ] {
        let (root, config) = configured("folder", &format!("catalogs: {written}\n"));
        assert_eq!(config.catalogs(), root.join(meant), "{written}");
    }
}

#[test]
fn a_configuration_of_another_ending_is_refused_by_name() {
    let (root, _) = configured("ending", "");
    fs::create_dir_all(&root).expect("the folder can be made");
    fs::write(root.join("errcat.yml"), "errcat: 1\n").expect("the file can be written");
    let refused = Config::load(&root).expect_err("one of two configurations is not read");
    fs::remove_dir_all(&root).expect("the scratch folder");
    let Error::Path { path, help, .. } = refused else {
        panic!("{refused}");
    };
    assert_eq!(path, root.join("errcat.yml"));
    assert_eq!(help, "rename it, or delete it");
}

#[test]
fn deprecated_codes_have_the_attribute_unless_it_is_switched_off() {
    let rust = |switches: &str| {
        let (_, config) = configured("attribute", switches);
        let analysis = analyze_sources(vec![Source::new("parcel.yaml", CATALOG)], &config);
        let artifacts = analysis
            .emit(&[Target::Rust])
            .expect("the catalog is clean");
        let file = artifacts.iter().find(|it| it.path() == "rust/parcel.rs");
        file.expect("the catalog's file").text().to_owned()
    };
    let with = "#[deprecated(note = \"Since 2.\")]";
    for written in [
        "",
        "targets: {rust: {}}\n",
        "targets: {rust: {deprecated-attribute: true}}\n",
    ] {
        assert!(rust(written).contains(with), "{written}");
    }
    let without = rust("targets: {rust: {deprecated-attribute: false}}\n");
    assert!(!without.contains("#[deprecated"), "no attribute");
    assert!(
        without.contains("**Deprecated"),
        "the docs say it all the same"
    );
}

#[test]
fn a_self_contained_catalog_is_a_file_that_stands_alone() {
    let paths = |switches: &str| -> Vec<String> {
        let (_, config) = configured("self-contained", switches);
        let analysis = analyze_sources(vec![Source::new("parcel.yaml", CATALOG)], &config);
        let artifacts = analysis.emit(&[Target::Rust]).expect("a clean catalog");
        assert_eq!(
            artifacts
                .iter()
                .any(|it| it.text().contains("super::errcat;")),
            artifacts.len() == 3
        );
        artifacts.iter().map(|it| it.path().to_owned()).collect()
    };
    let shared = ["rust/errcat.rs", "rust/parcel.rs", "rust/mod.rs"];
    for written in ["", "targets: {rust: {self-contained: false}}\n"] {
        assert_eq!(paths(written), shared, "{written}");
    }
    let alone = paths("targets: {rust: {self-contained: true}}\n");
    assert_eq!(alone, ["rust/parcel.rs", "rust/mod.rs"]);
}

#[test]
fn nothing_but_core_is_used_unless_it_is_asked_for() {
    let rust = |switches: &str| -> String {
        let (_, config) = configured("with", switches);
        let analysis = analyze_sources(vec![Source::new("parcel.yaml", CATALOG)], &config);
        let artifacts = analysis.emit(&[Target::Rust]).expect("a clean catalog");
        artifacts
            .iter()
            .map(errcat_codegen::Artifact::text)
            .collect()
    };
    let used = |text: &str| -> Vec<&str> {
        let marks = ["extern crate alloc;", "::serde::", "::http::"];
        marks
            .into_iter()
            .filter(|mark| text.contains(mark))
            .collect()
    };
    assert!(used(&rust("")).is_empty());
    assert!(used(&rust("targets: {rust: {with: []}}\n")).is_empty());
    let one = |with: &str| rust(&format!("targets: {{rust: {{with: [{with}]}}}}\n"));
    assert_eq!(used(&one("alloc")), ["extern crate alloc;"]);
    assert_eq!(used(&one("serde")), ["::serde::"]);
    assert_eq!(used(&one("http, http")), ["::http::"]);
    for text in [rust(""), one("alloc, serde, http")] {
        assert!(!text.contains("cfg("), "it would warn in a user's crate");
        assert!(!text.contains("::std::"), "there may be no `std`");
    }
}

/// The configuration of these lines, and the folder in which it was read.
fn configured(name: &str, lines: &str) -> (PathBuf, Config) {
    let name = format!("errcat-configuration-{}-{name}", std::process::id());
    let root = std::env::temp_dir().join(name);
    fs::create_dir_all(&root).expect("a scratch folder");
    let config = read(&root, &format!("errcat: 1\n{lines}"));
    fs::remove_dir_all(&root).expect("the scratch folder");
    (root, config)
}

fn read(root: &Path, text: &str) -> Config {
    fs::write(root.join(CONFIG_FILE), text).expect("a scratch file");
    Config::load(root).expect("a sound configuration")
}

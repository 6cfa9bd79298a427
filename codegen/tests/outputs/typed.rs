//! The modules with typed errors that other tests use, byte for byte: the
//! shipped catalogs, the one that has every key, and those of `tests/typed`.

use std::fs;
use std::path::Path;

use errcat_codegen::{Config, Source, Target, analyze_sources};

use crate::support;

/// The catalogs, from the folder of the package.
const CATALOGS: [(&str, &str); 8] = [
    ("agentchat.yaml", "../catalogs/agentchat.yaml"),
    ("aicity.yaml", "../catalogs/aicity.yaml"),
    ("numbers.yaml", "tests/typed/numbers.yaml"),
    ("numbers_in_text.yaml", "tests/typed/numbers_in_text.yaml"),
    ("parcel.yaml", "tests/golden/every_key/catalog.yaml"),
    ("remno.yaml", "../catalogs/remno.yaml"),
    ("waits.yaml", "tests/typed/waits.yaml"),
    ("words.yaml", "tests/typed/words.yaml"),
];

#[test]
fn typed_modules_are_as_expected() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let case = package.join("tests/typed");
    let source = |(name, path): &(&str, &str)| {
        let text = fs::read_to_string(package.join(path)).expect("a catalog");
        Source::new(*name, text)
    };
    let config = Config::load(&case).expect("a sound configuration");
    let analysis = analyze_sources(CATALOGS.iter().map(source).collect(), &config);
    let artifacts = analysis.emit(&[Target::Rust]).expect("clean catalogs");
    assert_eq!(artifacts.len(), CATALOGS.len() + 2);
    for artifact in artifacts {
        let path = case.join("expected").join(artifact.path());
        support::assert_file(&path, artifact.text());
    }
}

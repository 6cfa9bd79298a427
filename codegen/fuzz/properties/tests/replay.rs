//! The committed corpora, held again: a fast test that needs no fuzzer. What a
//! fuzzer found once is among them, so it is found again if it comes back.

use std::fs;
use std::path::Path;

/// Holds each file of a corpus. The inputs of a fuzzer are named after their
/// content; those with a name that says something are findings of the past.
fn replay(target: &str, hold: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../corpus")
        .join(target);
    let mut held = 0;
    for item in fs::read_dir(&corpus).expect("the corpus can be listed") {
        let path = item.expect("its files can be listed").path();
        let input = fs::read(&path).expect("a file of the corpus can be read");
        if std::panic::catch_unwind(|| hold(&input)).is_err() {
            panic!("{} does not hold", path.display());
        }
        held += 1;
    }
    assert!(held >= 20, "{held} files in the corpus of {target}");
}

#[test]
fn load() {
    replay("load", errcat_properties::load::hold);
}

#[test]
fn config() {
    replay("config", errcat_properties::config::hold);
}

#[test]
fn decode() {
    replay("decode", errcat_properties::decode::hold);
}

#[test]
fn literals() {
    replay("literals", errcat_properties::literals::hold);
}

#[test]
fn identifiers() {
    replay("identifiers", errcat_properties::identifiers::hold);
}

#[test]
fn catalog_to_all_targets() {
    replay(
        "catalog_to_all_targets",
        errcat_properties::catalog_to_all_targets::hold,
    );
}

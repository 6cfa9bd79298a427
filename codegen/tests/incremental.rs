//! What Cargo does again after an edit, and what it leaves alone: scratch
//! packages, built by the Cargo that runs these tests.
//!
//! Cargo compiles a package again whenever its build script ran, whatever the
//! script wrote, and then all that depends on it. So nothing here says that an
//! edit without effect recompiles nothing behind a build script: it can't be
//! had there. It can where the outputs are committed, and that is tested.

#[path = "incremental/scratch.rs"]
mod scratch;

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use errcat_codegen::{Config, Mode, Overwrite, analyze_with, write};
use scratch::{Done, Scratch};

const CATALOG: &str = "\
errcat: 1
catalog: parcel
title: Parcels
errors:
  - code: NOT_FOUND
    status: 404
    message: There is no such parcel.
";
const COMMENT: &str = "# A comment, which no output repeats.\n";

#[test]
fn an_edit_without_effect_reruns_the_script_and_touches_no_output() {
    let scratch = with_a_build_script("comment");
    let before = outputs(&scratch.out_dir());
    scratch.write("catalogs/parcel.yaml", &format!("{CATALOG}{COMMENT}"));
    assert!(scratch.build().ran_script);
    assert_eq!(
        outputs(&scratch.out_dir()),
        before,
        "names, bytes and times of writing"
    );
    assert_eq!(scratch.build(), Done::default());
}

#[test]
fn an_edit_with_an_effect_reaches_the_program() {
    let scratch = with_a_build_script("message");
    assert_eq!(scratch.says(), "There is no such parcel.\n");
    let other = CATALOG.replace("There is no such parcel.", "It is gone.");
    scratch.write("catalogs/parcel.yaml", &other);
    assert!(scratch.build().ran_script);
    assert_eq!(scratch.says(), "It is gone.\n");
}

#[test]
fn an_unrelated_file_reruns_nothing() {
    let scratch = with_a_build_script("unrelated");
    for file in ["notes.txt", "docs/parcel.yaml", "src/unused.rs"] {
        scratch.write(file, CATALOG);
        assert_eq!(scratch.build(), Done::default(), "{file}");
    }
}

#[test]
fn a_catalog_that_comes_or_goes_reruns_the_script() {
    let scratch = with_a_build_script("folder");
    let module = scratch.out_dir().join("errcat/letter.rs");
    let letter = CATALOG.replace("catalog: parcel", "catalog: letter");
    scratch.write("catalogs/letter.yaml", &letter);
    assert!(scratch.build().ran_script);
    assert!(module.is_file());
    scratch.remove("catalogs/letter.yaml");
    assert!(scratch.build().ran_script);
    assert!(!module.exists());
}

#[test]
fn the_configuration_reruns_the_script() {
    let scratch = with_a_build_script("configuration");
    scratch.write("errcat.yaml", "errcat: 1\ncatalogs: errors\n");
    scratch.write("errors/parcel.yaml", CATALOG);
    assert!(scratch.build().ran_script);
    assert_eq!(scratch.build(), Done::default());
    scratch.write("catalogs/parcel.yaml", "this folder is not read any more");
    assert_eq!(scratch.build(), Done::default());
}

#[test]
fn committed_outputs_are_compiled_again_only_when_their_bytes_change() {
    let scratch = Scratch::new("committed");
    scratch.package("");
    scratch.write("src/lib.rs", "include!(\"../generated/rust/mod.rs\");\n");
    generate(&scratch, CATALOG);
    assert_eq!(scratch.build().compiled, ["parcels", "post"]);
    generate(&scratch, &format!("{CATALOG}{COMMENT}"));
    assert_eq!(scratch.build(), Done::default());
    generate(&scratch, &CATALOG.replace("404", "410"));
    assert_eq!(scratch.build().compiled, ["parcels", "post"]);
}

/// What a user has who takes the build script of the README, built once.
fn with_a_build_script(name: &'static str) -> Scratch {
    let scratch = Scratch::new(name);
    let codegen = env!("CARGO_MANIFEST_DIR");
    scratch.package(&format!(
        "[build-dependencies]\nerrcat-codegen = {{ path = {codegen:?} }}\n"
    ));
    scratch.write(
        "build.rs",
        "fn main() -> std::process::ExitCode { errcat_codegen::build() }\n",
    );
    scratch.write(
        "src/lib.rs",
        "include!(concat!(env!(\"OUT_DIR\"), \"/errcat/mod.rs\"));\n",
    );
    scratch.write("errcat.yaml", "errcat: 1\n");
    scratch.write("catalogs/parcel.yaml", CATALOG);
    let first = scratch.build();
    assert!(first.ran_script);
    assert_eq!(first.compiled, ["parcels", "post"]);
    assert_eq!(scratch.build(), Done::default());
    scratch
}

/// What `errcat generate` does.
fn generate(scratch: &Scratch, catalog: &str) {
    scratch.write("catalogs/parcel.yaml", catalog);
    let config = Config::load(scratch.root()).expect("a configuration");
    let analysis = analyze_with(&config).expect("catalogs");
    let artifacts = analysis.emit(config.targets()).expect("a clean catalog");
    write(
        config.out(),
        &artifacts,
        Mode::Write,
        Overwrite::OnlyGenerated,
    )
    .expect("outputs");
}

/// All that lies in a folder, with the time when it was written.
fn outputs(folder: &Path) -> Vec<(String, String, SystemTime)> {
    let files = fs::read_dir(folder.join("errcat")).expect("the script's outputs");
    let mut files: Vec<_> = files
        .map(|file| {
            let path = file.expect("an output").path();
            let written = fs::metadata(&path).and_then(|it| it.modified());
            (
                path.display().to_string(),
                fs::read_to_string(&path).expect("text"),
                written.expect("a time"),
            )
        })
        .collect();
    files.sort();
    assert!(files.len() > 2);
    files
}

//! C. Injection, in what compilers and programs see: modules that hold all
//! payloads compile in a strict crate, clippy and rustdoc have nothing to say,
//! rustdoc tests our own examples alone, and a program reads each text back.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use errcat_codegen::{Artifact, Source, Target, analyze_sources};

use crate::injection::fields::{Fields, Place, config};
use crate::injection::{payloads, taken};
use crate::oracle;
use crate::scratch::Scratch;

/// How many catalogs share the payloads; in each, every place has another one.
const CATALOGS: usize = 6;

const STRICT: &str = "//! A strict crate.\n#![no_std]\n\
    #![deny(warnings, missing_docs, unsafe_code, unreachable_pub, rust_2018_idioms, future_incompatible)]\n\
    #![deny(clippy::all, clippy::pedantic)]\n";

const MANIFEST: &str = "\
[package]
name = \"strict\"
version = \"0.1.0\"
edition = \"2024\"
[lib]
path = \"lib.rs\"
[[bin]]
name = \"dump\"
path = \"main.rs\"
[dependencies]
serde = { version = \"1\", default-features = false }
serde_json = { version = \"1\", default-features = false, features = [\"alloc\"] }
[workspace]
";

/// Where the modules are taken in, and how they were written.
const PLACES: &[(&str, &str)] = &[
    ("plain", "{}"),
    ("allocating", "{with: [alloc]}"),
    ("inside", "{with: [alloc], self-contained: true}"),
    ("typed", "{with: [typed, retry]}"),
];

/// A catalog whose details are such as clippy judges the fields of structs by.
const FLAGS: &str = "\
errcat: 1
catalog: flags
title: Flags
errors:
  - code: REFUSED
    status: 400
    message: A flag stands in the way
    details:
      first_flag: {type: boolean}
      second_flag: {type: boolean}
      third_flag: {type: boolean}
      refused_flag: {type: boolean}
";

/// A catalog that holds payloads, and what was put aside for them.
struct Hostile {
    id: String,
    text: String,
    holes: oracle::neutral::Holes,
}

/// Holds a strict crate of all payloads; what was seen.
pub(crate) fn generated() -> String {
    let fields = Fields::read();
    let catalogs: Vec<Hostile> = (0..CATALOGS).map(|it| hostile(&fields, it)).collect();
    let scratch = Scratch::new("trust-generated");
    let mut main = STRICT.to_owned();
    for (place, switches) in PLACES {
        scratch.write_all(place, &outputs(&fields, &catalogs, switches));
        let include = format!("include!(\"{place}/rust/mod.rs\");");
        writeln!(main, "/// Generated.\npub mod {place} {{ {include} }}").expect("a String");
    }
    // Some lints judge only what no other crate can see.
    main +=
        "#[allow(rustdoc::private_doc_tests)]\nmod hidden { include!(\"typed/rust/mod.rs\"); }\n";
    scratch.write("lib.rs", &main);
    scratch.write("main.rs", &program(&catalogs));
    scratch.write("dump.rs", include_str!("injection/dump.rs"));
    scratch.write("Cargo.toml", MANIFEST);
    // The versions of this project, which are at hand.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, scratch.path().join("Cargo.lock")).expect("the lock file");
    quiet(&scratch, &["clippy", "--lib"]);
    let examples = (PLACES.len() + 1) * (CATALOGS + 2);
    documentation(&scratch, examples);
    let texts = read_back(&scratch, &catalogs);
    format!(
        "a crate of {CATALOGS} catalogs: compiles strictly, clippy and rustdoc are silent, \
         {examples} examples of ours and 0 other tests, {texts} texts equal at run time"
    )
}

/// A catalog in whose places stand as many payloads as possible.
fn hostile(fields: &Fields, number: usize) -> Hostile {
    let payloads = payloads::all();
    let all: BTreeSet<usize> = (0..fields.places.len()).collect();
    let payload = |place: &Place| {
        // A stride without a divisor in common with their number meets them all.
        let at = number * fields.places.len() + place.number;
        payloads[at % payloads.len()].1.as_str()
    };
    let (taken, _) = taken(fields, &payload, &all);
    assert!(taken.len() > all.len() / 3, "{} places", taken.len());
    let payload = |place: &Place| taken.contains(&place.number).then(|| payload(place));
    let id = format!("hostile_{number}");
    Hostile {
        text: renamed(&fields.filled(payload), &id),
        holes: fields.holes(payload),
        id,
    }
}

/// The catalog under another id.
fn renamed(text: &str, id: &str) -> String {
    let line = "\"catalog\" : \"fields\"";
    assert_eq!(text.matches(line).count(), 1, "{line}");
    text.replace(line, &format!("\"catalog\" : \"{id}\""))
}

fn outputs(fields: &Fields, catalogs: &[Hostile], switches: &str) -> Vec<Artifact> {
    let config = config(switches);
    let twin = Source::new("twin.yaml", renamed(&fields.filled(|_| None), "twin"));
    let flags = Source::new("flags.yaml", FLAGS);
    let hostile = |it: &Hostile| Source::new(format!("{}.yaml", it.id), it.text.as_str());
    let sources = catalogs.iter().map(hostile).chain([twin, flags]).collect();
    let analysis = analyze_sources(sources, &config);
    let found = analysis.diagnostics();
    assert!(found.is_clean(), "{found}");
    analysis.emit(&[Target::Rust]).expect("it is clean")
}

/// rustdoc with all its lints, and the tests that it finds.
fn documentation(scratch: &Scratch, examples: usize) {
    quiet(scratch, &["doc", "--lib", "--no-deps"]);
    let told = told(&cargo(scratch, &["test", "--doc"]));
    let passed = format!("ok. {examples} passed; 0 failed; 0 ignored");
    assert!(told.contains(&passed), "{told}");
}

/// A program that prints all texts of the catalog that it is asked for, and the
/// body of each of its errors.
fn program(catalogs: &[Hostile]) -> String {
    let mut main = "include!(\"typed/rust/mod.rs\");\ninclude!(\"dump.rs\");\n".to_owned();
    main += "fn main() {\n    match std::env::args().nth(1).as_deref() {\n";
    let ids = catalogs.iter().map(|it| it.id.as_str());
    for id in ids.chain(["twin"]) {
        writeln!(main, "        Some({id:?}) => {{").expect("a String");
        writeln!(main, "            dump::<{id}::ErrorCode>();").expect("a String");
        writeln!(
            main,
            "            bodies::<{id}::ErrorCode, {id}::Envelope>();"
        )
        .expect("a String");
        main += "        }\n";
    }
    main += "        _ => panic!(),\n    }\n}\n";
    main
}

/// What the program prints of all catalogs; how many texts are those that the
/// catalogs hold.
fn read_back(scratch: &Scratch, catalogs: &[Hostile]) -> usize {
    let texts = |id: &str| -> Vec<String> {
        let output = cargo(scratch, &["run", "--bin", "dump", "--", id]);
        assert!(output.status.success(), "{}", told(&output));
        let printed = String::from_utf8(output.stdout).expect("it prints UTF-8");
        let literal = |line: &str| {
            let literal: syn::LitStr = syn::parse_str(line).expect("a literal a line");
            literal.value()
        };
        printed.lines().map(literal).collect()
    };
    let twin = texts("twin");
    let held = |it: &Hostile| {
        let found = texts(&it.id);
        let held = oracle::same_texts(&twin, &it.holes, &found);
        held.unwrap_or_else(|broken| panic!("{}: {broken}", it.id))
    };
    catalogs.iter().map(held).sum()
}

/// Runs Cargo, which must have nothing to say.
fn quiet(scratch: &Scratch, arguments: &[&str]) {
    let output = cargo(scratch, arguments);
    let told = told(&output);
    assert!(
        output.status.success() && told.is_empty(),
        "{arguments:?}\n{told}"
    );
}

/// Runs Cargo, with a target folder that is kept: `serde` is built once.
fn cargo(scratch: &Scratch, arguments: &[&str]) -> Output {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let (command, arguments) = arguments.split_first().expect("a command");
    cargo
        .arg(command)
        .args(["--quiet", "--offline"])
        .args(arguments);
    cargo.env("CARGO_TARGET_DIR", env!("CARGO_TARGET_TMPDIR"));
    cargo.env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all");
    cargo.current_dir(scratch.path()).env_remove("RUSTFLAGS");
    cargo.output().expect("cargo runs")
}

fn told(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    out.into_owned() + &String::from_utf8_lossy(&output.stderr)
}

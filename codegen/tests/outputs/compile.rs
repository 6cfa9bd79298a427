//! Generated Rust compiles in the strictest crates of every edition that a
//! user may have, wherever it is taken in, with nothing but `core` or, where
//! the switch asks for it, `alloc`. clippy and rustdoc have nothing to say, and
//! the examples in the docs of the modules are the only tests.

use std::env;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use errcat_codegen::{Artifact, Target};

use crate::scratch::Scratch;
use crate::support;

const STRICT: &str = "//! A strict crate.\n#![no_std]\n\
    #![deny(warnings, missing_docs, unsafe_code, unreachable_pub, rust_2018_idioms, future_incompatible)]\n";

/// Where a user takes the modules in, and how they were written.
const PLACES: &[(&str, &str)] = &[
    ("pub mod plain", "{}"),
    ("mod hidden", "{}"),
    ("pub mod allocating", "{with: [alloc]}"),
    ("pub mod inside", "{self-contained: true}"),
    ("pub mod both", "{with: [alloc], self-contained: true}"),
];

/// Words that mean something to Rust, or to what is generated.
const WORDS: &[&str] = &[
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "raw",
    "ref",
    "return",
    "safe",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "ok",
    "err",
    "some",
    "none",
    "option",
    "result",
    "string",
    "vec",
    "error",
    "debug",
    "default",
    "from",
    "into",
    "unknown",
    "known",
    "all",
    "entry",
    "section",
    "error_code",
    "any_code",
    "str",
    "u16",
    "core",
    "alloc",
    "errcat",
    "tables",
    "iterator",
    "send",
    "copy",
];

#[test]
fn every_golden_case_compiles_strictly_in_every_edition() {
    let cases = support::cases("golden");
    let plain = cases
        .iter()
        .filter(|case| !case.join("errcat.yaml").exists());
    for case in plain {
        let name = case.file_name().expect("a case has a name");
        let catalog = support::catalog(case);
        strictly(&name.to_string_lossy(), &catalog, 1);
    }
}

#[test]
fn a_catalog_that_lists_nothing_yet_compiles() {
    let yaml = "errcat: 1\ncatalog: later\ntitle: Nothing yet\nerrors: []\n";
    strictly("later", yaml, 0);
}

#[test]
fn no_word_of_rust_is_in_the_way() {
    let mut yaml = "errcat: 1\ncatalog: words\ntitle: Words\nstatuses:\n".to_owned();
    for (at, word) in WORDS.iter().enumerate() {
        writeln!(yaml, "  {}: {{client-class: {word}}}", at + 100).expect("a String");
    }
    let mut list = |key: &str, rest: &str| {
        writeln!(yaml, "{key}:").expect("a String");
        for word in WORDS {
            writeln!(yaml, "  {word}: {rest}").expect("a String");
        }
    };
    list("types", "{}");
    // Two predicates would be methods that every code has; the rule
    // `identifier-collision` refuses those.
    list("sections", "{title: A word, errors: []}");
    yaml.push_str("  words:\n    title: Words\n    errors:\n");
    for word in WORDS {
        let entry = format!("{{code: {word:?}, status: 404, type: {word:?}, message: A word.}}");
        writeln!(yaml, "      - {entry}").expect("a String");
    }
    strictly("words", &yaml, 1);
}

/// `examples` is how many modules there are in each place. The examples take
/// long, so one catalog's stand for all in the editions before the last.
fn strictly(name: &str, catalog: &str, examples: usize) {
    let scratch = Scratch::new(&format!("compile-{name}"));
    let mut main = STRICT.to_owned();
    for (place, switches) in PLACES {
        let folder = place.split(' ').next_back().expect("the name of a module");
        scratch.write_all(folder, &outputs(catalog, switches));
        let include = format!("include!(\"{folder}/rust/mod.rs\");");
        writeln!(main, "/// Generated.\n{place} {{ {include} }}").expect("a String");
    }
    scratch.write("lib.rs", &main);
    let clippy = ["-Wclippy::all", "-Wclippy::pedantic"];
    for (edition, variable, program, lints) in [
        ("2018", "RUSTC", "rustc", [].as_slice()),
        ("2021", "CLIPPY_DRIVER", "clippy-driver", clippy.as_slice()),
        ("2024", "RUSTC", "rustc", &[]),
    ] {
        let mut compiler = compiler(variable, program, scratch.path(), edition);
        quiet(compiler.args(["--emit", "metadata"]).args(lints));
    }
    quiet(compiler("RUSTDOC", "rustdoc", scratch.path(), "2021").args(["-D", "warnings"]));
    let editions: &[&str] = match name {
        "minimal" => &["2018", "2021", "2024"],
        _ => &["2024"],
    };
    for edition in editions {
        only_own_examples(scratch.path(), edition, examples * PLACES.len());
    }
}

fn outputs(catalog: &str, switches: &str) -> Vec<Artifact> {
    let config = support::config(&format!("targets: {{rust: {switches}}}\n"));
    let analysis = support::analyze_text(catalog, &config);
    let found = analysis.diagnostics();
    assert!(found.is_clean(), "{found}");
    analysis.emit(&[Target::Rust]).expect("a clean catalog")
}

/// rustc, or a program that takes what rustc takes.
fn compiler(variable: &str, program: &str, folder: &Path, edition: &str) -> Command {
    let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| program.into()));
    command.args(["--edition", edition, "--crate-type", "lib"]);
    command.args(["--crate-name", "strict"]);
    command.arg("--out-dir").arg(folder.join("out"));
    command.arg(folder.join("lib.rs"));
    command
}

fn quiet(command: &mut Command) {
    let output = command.output().expect("the compiler runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && told.is_empty(),
        "{command:?}\n{told}"
    );
}

/// rustdoc takes no text of a catalog for a test, and our example passes in
/// each place.
fn only_own_examples(folder: &Path, edition: &str, examples: usize) {
    let mut command = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    let Output { stdout, stderr, .. } = command
        .args(["--test", "--edition", edition])
        .arg(folder.join("lib.rs"))
        .output()
        .expect("rustdoc runs");
    let told = String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr);
    let passed = format!("ok. {examples} passed; 0 failed; 0 ignored");
    assert!(told.contains(&passed), "edition {edition}\n{told}");
    let tests = told.lines().filter(|line| line.ends_with("... ok"));
    let own = tests.filter(|line| line.contains("/rust/"));
    assert_eq!(own.count(), examples, "{told}");
}

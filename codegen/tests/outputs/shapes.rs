//! Other APIs' shapes: a folder in `shapes/` is an invented API, with its
//! catalog and a small program that uses what comes out of it as a user would.
//!
//! All programs are compiled as one, each in a module of its own: that costs
//! one run of rustc. That each program would notice if its shape were lost is
//! shown by [`DROPPED`]: without that text of the catalog, it must fail.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use errcat_codegen::{Artifact, Config, Source, Target, analyze_sources};

use crate::scratch::Scratch;
use crate::support;

/// What makes a shape: a text of its catalog, and what stands there without it.
const DROPPED: &[(&str, &str, &str)] = &[
    (
        "doc_urls",
        "doc-url: https://bellfoundry.example/problems#{code}\n",
        "",
    ),
    (
        "dotted",
        "[auth.token.missing, auth.token.malformed]",
        "auth.token.missing",
    ),
    (
        "field_errors",
        "            allowed: {type: array, items: {type: string}, optional: true}\n",
        "",
    ),
    (
        "kebab",
        "code: seat-map-outdated",
        "code: seat_map_outdated",
    ),
    ("lifecycle", "        stage: reserved\n", ""),
    (
        "lower_snake",
        "        aliases: [token_invalid, bad_token]\n",
        "",
    ),
    ("multi_error", "    - id: {$slot", "      id: {$slot"),
    ("negative_codes", "code-type: integer\n", ""),
    ("pascal_case", "code: LotNotEmpty", "code: LOT_NOT_EMPTY"),
    ("prefixed", "        name: BERTH_NOT_FOUND\n", ""),
    ("protocol_numbers", "status: [135, 70000]", "status: 135"),
    ("severity", "        kind: warning\n", ""),
    ("spaced", "\"Error: overload\"", "\"Error:overload\""),
    ("twins", "    code-number: 14\n", ""),
    ("typed", "    default-code: card_refused\n", ""),
    ("variable", "PART_{number}_MISSING", "PART_MISSING"),
    (
        "xml",
        "        retry: {do: redirect, to: {detail: Endpoint}}\n",
        "",
    ),
];

#[test]
fn every_shape_fits() {
    let folder = Scratch::new("shapes-fit");
    let mut main = String::new();
    for case in support::cases("shapes") {
        let name = name_of(&case);
        let analysis = support::analyze(&case);
        let found = analysis.diagnostics();
        assert_eq!(found.iter().count(), 0, "{name}\n{found}");
        let artifacts = support::compile(&case, &[Target::Rust]);
        add(&folder, &name, &artifacts, &program(&case));
        main += &module(&name);
    }
    let calls = support::cases("shapes")
        .iter()
        .map(|case| call(&name_of(case)))
        .collect::<String>();
    let output = run(&folder, &format!("{main}fn main() {{\n{calls}}}\n"));
    let told = told(&output);
    assert!(output.status.success() && told.is_empty(), "{told}");
}

#[test]
fn every_program_fails_without_its_shape() {
    let shapes: Vec<String> = support::cases("shapes")
        .iter()
        .map(|it| name_of(it))
        .collect();
    let dropped: Vec<&str> = DROPPED.iter().map(|(name, ..)| *name).collect();
    assert_eq!(shapes, dropped, "each shape has a text that makes it");
    let (left, right) = DROPPED.split_at(DROPPED.len() / 2);
    std::thread::scope(|scope| {
        for half in [left, right] {
            scope.spawn(move || {
                for (name, with, without) in half {
                    fails(name, with, without);
                }
            });
        }
    });
}

fn fails(name: &str, with: &str, without: &str) {
    let case = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/shapes")
        .join(name);
    let catalog = fs::read_to_string(case.join("catalog.yaml")).expect("a catalog");
    assert!(
        catalog.contains(with),
        "{name}: `{with}` is not in its catalog"
    );
    // The examples show the whole shape, so they are not held against the rest.
    let rest = catalog
        .replacen(with, without, 1)
        .replace("language: json", "language: text");
    let source = Source::new(format!("{name}.yaml"), rest);
    let analysis = analyze_sources(vec![source], &Config::default());
    let found = analysis.diagnostics();
    assert!(
        found.is_clean(),
        "{name}: it fails before its program\n{found}"
    );
    let artifacts = analysis
        .emit(&[Target::Rust])
        .expect("a clean catalog has outputs");

    let folder = Scratch::new(&format!("shape-{name}"));
    add(&folder, name, &artifacts, &program(&case));
    let main = format!("{}fn main() {{\n{}}}\n", module(name), call(name));
    let output = run(&folder, &main);
    let told = told(&output);
    assert!(
        !output.status.success(),
        "{name}: its program does not notice the loss of `{with}`"
    );
    // What fails is the program, not the generated code.
    let place = format!("{name}/use.rs");
    assert!(told.contains(&place), "{name}: it fails elsewhere\n{told}");
}

/// The generated Rust of a shape and the program that uses it.
fn add(folder: &Scratch, name: &str, artifacts: &[Artifact], program: &str) {
    folder.write_all(name, artifacts);
    folder.write(&format!("{name}/use.rs"), program);
}

/// Compiles and runs a program: what rustc says, if it fails or warns, else
/// what the program says.
fn run(folder: &Scratch, main: &str) -> Output {
    folder.write("main.rs", main);
    let program = folder.path().join("main");
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut compile = Command::new(rustc);
    compile.args(["--edition", "2021", "-o"]).arg(&program);
    compile.arg(folder.path().join("main.rs"));
    let compiled = compile.output().expect("rustc runs");
    if !compiled.status.success() || !compiled.stderr.is_empty() {
        return compiled;
    }
    Command::new(program).output().expect("the program runs")
}

/// A shape as a module: `include!` finds its files beside the main one.
fn module(name: &str) -> String {
    format!(
        "mod {name} {{\n    include!(\"{name}/rust/mod.rs\");\n    include!(\"{name}/use.rs\");\n    \
         pub fn run() {{\n        main();\n    }}\n}}\n"
    )
}

fn call(name: &str) -> String {
    format!("    {name}::run();\n")
}

fn program(case: &Path) -> String {
    fs::read_to_string(case.join("use.rs")).expect("a program")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn name_of(case: &Path) -> String {
    let name = case.file_name().expect("a case has a name");
    name.to_str().expect("its name is ASCII").to_owned()
}

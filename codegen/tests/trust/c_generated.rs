//! C. Injection, in what compilers and programs see: modules that hold all
//! payloads compile in a strict crate, clippy and rustdoc have nothing to say,
//! rustdoc tests our own examples alone, and a program reads each text back.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::process::{Command, Output};

use errcat_codegen::{Artifact, Config, Source, Target, analyze_sources};

use crate::injection::fields::{Fields, Place};
use crate::injection::{payloads, taken};
use crate::oracle;
use crate::scratch::Scratch;

/// How many catalogs share the payloads; in each, every place has another one.
const CATALOGS: usize = 6;

const STRICT: &str = "//! A strict crate.\n#![no_std]\n\
    #![deny(warnings, missing_docs, unsafe_code, unreachable_pub, rust_2018_idioms, future_incompatible)]\n";

/// Where the modules are taken in, and how they were written.
const PLACES: &[(&str, &str)] = &[
    ("plain", "{}"),
    ("allocating", "{with: [alloc]}"),
    ("inside", "{with: [alloc], self-contained: true}"),
];

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
    scratch.write("lib.rs", &main);
    compile(&scratch);
    let examples = PLACES.len() * (CATALOGS + 1);
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
    let scratch = Scratch::new("trust-config");
    let lines = format!("errcat: 1\ntargets: {{rust: {switches}}}\n");
    scratch.write(errcat_codegen::CONFIG_FILE, &lines);
    let config = Config::load(scratch.path()).expect("a sound configuration");
    let twin = Source::new("twin.yaml", renamed(&fields.filled(|_| None), "twin"));
    let hostile = |it: &Hostile| Source::new(format!("{}.yaml", it.id), it.text.as_str());
    let sources = catalogs.iter().map(hostile).chain([twin]).collect();
    let analysis = analyze_sources(sources, &config);
    let found = analysis.diagnostics();
    assert!(found.is_clean(), "{found}");
    analysis.emit(&[Target::Rust]).expect("it is clean")
}

fn compile(scratch: &Scratch) {
    let clippy = ["-Dclippy::all", "-Dclippy::pedantic", "--emit", "metadata"];
    quiet(compiler("CLIPPY_DRIVER", "clippy-driver", scratch).args(clippy));
}

/// rustdoc with all its lints, and the tests that it finds.
fn documentation(scratch: &Scratch, examples: usize) {
    quiet(compiler("RUSTDOC", "rustdoc", scratch).args(["-D", "warnings", "-D", "rustdoc::all"]));
    let mut command = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    command.args(["--test", "--edition", "2024"]);
    let output = command.arg(scratch.path().join("lib.rs")).output();
    let told = told(&output.expect("rustdoc runs"));
    let passed = format!("ok. {examples} passed; 0 failed; 0 ignored");
    assert!(told.contains(&passed), "{told}");
}

/// A program reads the texts of all catalogs by what is public; how many are
/// those that the catalogs hold.
fn read_back(scratch: &Scratch, catalogs: &[Hostile]) -> usize {
    let mut main = "include!(\"plain/rust/mod.rs\");\ninclude!(\"dump.rs\");\n".to_owned();
    main += "fn main() {\n    match std::env::args().nth(1).as_deref() {\n";
    let ids = catalogs.iter().map(|it| it.id.as_str());
    for id in ids.chain(["twin"]) {
        writeln!(main, "        Some({id:?}) => dump::<{id}::ErrorCode>(),").expect("a String");
    }
    main += "        _ => panic!(),\n    }\n}\n";
    scratch.write("main.rs", &main);
    scratch.write("dump.rs", include_str!("injection/dump.rs"));
    let program = scratch.path().join("main");
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--edition", "2024", "-o"]).arg(&program);
    quiet(rustc.arg(scratch.path().join("main.rs")));
    let texts = |id: &str| -> Vec<String> {
        let output = Command::new(&program).arg(id).output().expect("it runs");
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

/// rustc, or a program that takes what rustc takes.
fn compiler(variable: &str, program: &str, scratch: &Scratch) -> Command {
    let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| program.into()));
    command.args(["--edition", "2024", "--crate-type", "lib"]);
    command.args(["--crate-name", "strict", "--out-dir"]);
    command.arg(scratch.path().join("out"));
    command.arg(scratch.path().join("lib.rs"));
    command
}

fn quiet(command: &mut Command) {
    let output = command.output().expect("the compiler runs");
    let told = told(&output);
    assert!(
        output.status.success() && told.is_empty(),
        "{command:?}\n{told}"
    );
}

fn told(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    out.into_owned() + &String::from_utf8_lossy(&output.stderr)
}

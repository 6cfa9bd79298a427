//! The outcomes as a table and a list of Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::generators::GENERATORS;
use crate::{Case, Outcome, Payload, Place, Stop, typescript};

/// How many of the payloads came to what, and which of them broke out or did not compile.
pub fn table(here: &Path, payloads: &[Payload], cases: &[Case]) -> String {
    let mut table = format!(
        "| {} texts as | generator | refused | escaped | broke out | did not compile |\n|---|---|---|---|---|---|\n",
        payloads.len()
    );
    let mut list = String::new();
    for place in Place::ALL {
        for (name, package) in generators() {
            let of = |it: &&Case| it.place == place && it.generator == name;
            let of: Vec<&Case> = cases.iter().filter(of).collect();
            assert_eq!(of.len(), payloads.len(), "each text has an outcome");
            let version = version(here, package);
            let _ = writeln!(
                table,
                "| {} | {name} {version} | {} |",
                place.name(),
                counts(&of)
            );
            for line in lines(&of, payloads) {
                let _ = writeln!(list, "- {name}, {}: {line}", place.name());
            }
        }
    }
    format!("{table}\n{list}")
}

/// Whether the table stands in `SECURITY.md`, to the letter.
pub fn is_published(here: &Path, table: &str) -> bool {
    let page = fs::read_to_string(here.join("../../SECURITY.md"));
    page.expect("codegen/SECURITY.md can be read")
        .contains(table)
}

/// The names of all generators and of the packages whose version is stated.
fn generators() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rust = GENERATORS.iter().map(|it| (it.name, it.package));
    rust.chain([(typescript::NAME, typescript::NAME)])
}

fn counts(cases: &[&Case]) -> String {
    let count = |is: fn(&Outcome) -> bool| cases.iter().filter(|it| is(&it.outcome)).count();
    let refused = count(|it| matches!(it, Outcome::Refused(_)));
    let refused = match count(|it| *it == Outcome::Refused(Stop::Panic)) {
        0 => refused.to_string(),
        panics => format!("{refused}, {panics} of them by a panic"),
    };
    let escaped = count(|it| *it == Outcome::Escaped);
    let broke_out = count(|it| matches!(it, Outcome::BrokeOut(_)));
    let no_source = count(|it| matches!(it, Outcome::DidNotCompile(_)));
    format!("{refused} | {escaped} | {broke_out} | {no_source}")
}

/// The cases that are neither refused nor escaped: how many of which number, with the
/// first text of each.
fn lines(cases: &[&Case], payloads: &[Payload]) -> Vec<String> {
    let mut seen: BTreeMap<String, BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
    for case in cases {
        let what = match &case.outcome {
            Outcome::Refused(_) | Outcome::Escaped => continue,
            Outcome::BrokeOut(how) => format!("broke out, {how}"),
            Outcome::DidNotCompile(code) => format!("did not compile, {code}"),
        };
        let payload = &payloads[case.payload];
        seen.entry(what)
            .or_default()
            .entry(payload.case)
            .or_default()
            .push(&payload.text);
    }
    let line = |(what, of): (String, BTreeMap<u32, Vec<&str>>)| {
        let of = of
            .iter()
            .map(|(case, texts)| format!("{} of C{case} (`{}`)", texts.len(), short(texts[0])));
        format!("{what}: {}", of.collect::<Vec<_>>().join(", "))
    };
    seen.into_iter().map(line).collect()
}

/// The beginning of a text on one line, as Rust would escape it.
fn short(text: &str) -> String {
    let escaped: String = text.chars().flat_map(char::escape_default).collect();
    let escaped = escaped
        .replace("\\\"", "\"")
        .replace("\\'", "'")
        .replace('`', "'");
    if escaped.len() > 40 {
        format!("{}..", &escaped[..38])
    } else {
        escaped
    }
}

/// Writes each outcome with how it was seen beside the sources, for whoever checks it.
pub fn keep_what_was_seen(here: &Path, payloads: &[Payload], cases: &[Case]) {
    let mut text = String::new();
    for (number, case) in cases.iter().enumerate() {
        let Case {
            generator,
            place,
            outcome,
            seen,
            ..
        } = case;
        let payload = &payloads[case.payload].text;
        let _ = writeln!(
            text,
            "case{number} {generator} {place:?} {payload:?}: {outcome:?} {seen:?}"
        );
    }
    fs::write(here.join("compiled/src/cases/seen.txt"), text).expect("a file can be written");
}

/// The version in the lock file that stands beside this.
fn version(here: &Path, package: &str) -> String {
    let lock = |name| fs::read_to_string(here.join(name)).expect("the lock files are there");
    let cargo = lock("Cargo.lock");
    let of_cargo = cargo.split_once(&format!("name = \"{package}\"\nversion = \""));
    if let Some((_, rest)) = of_cargo {
        return rest.split('"').next().unwrap_or_default().to_owned();
    }
    let npm = lock("package-lock.json");
    let npm: serde_json::Value = serde_json::from_str(&npm).expect("package-lock.json is JSON");
    let version = &npm["packages"][format!("node_modules/{package}")]["version"];
    version.as_str().expect("the package is locked").to_owned()
}

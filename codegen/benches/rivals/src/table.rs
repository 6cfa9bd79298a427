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
        "| {} texts as | generator | refused | escaped | run as a doctest | broke out | did not compile |\n\
         |---|---|---|---|---|---|---|\n",
        payloads.len()
    );
    let mut list = String::new();
    for place in Place::ALL {
        for (name, packages) in generators() {
            let of = |it: &&Case| it.place == place && it.generator == name;
            let of: Vec<&Case> = cases.iter().filter(of).collect();
            assert_eq!(of.len(), payloads.len(), "each text has an outcome");
            let versions = packages.iter().map(|it| version(here, it));
            let versions = versions.collect::<Vec<_>>().join(" and prettyplease ");
            let _ = writeln!(
                table,
                "| {} | {name} {versions} | {} |",
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
    let page = read(here);
    let (from, to) = published(&page);
    page[from..to].trim_end() == table.trim_end()
}

/// Writes the table into `SECURITY.md`.
pub fn publish(here: &Path, table: &str) {
    let mut page = read(here);
    let (from, to) = published(&page);
    page.replace_range(from..to, &format!("{}\n\n", table.trim_end()));
    fs::write(here.join(PAGE), page).expect("codegen/SECURITY.md can be written");
}

const PAGE: &str = "../../SECURITY.md";

fn read(here: &Path) -> String {
    fs::read_to_string(here.join(PAGE)).expect("codegen/SECURITY.md can be read")
}

/// From where to where the table stands: from the first row of the section to its end.
fn published(page: &str) -> (usize, usize) {
    let section = page.find("\n## Beside others\n");
    let section = section.expect("codegen/SECURITY.md has a section \"Beside others\"") + 1;
    let to = page[section..].find("\n## ").map(|at| section + at + 1);
    let to = to.expect("a section follows it");
    let from = page[section..to].find("\n| ").map(|at| section + at + 1);
    (from.unwrap_or(to), to)
}

/// The names of all generators and the packages whose versions are stated.
fn generators() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let rust = GENERATORS.iter().map(|it| (it.name, it.packages));
    rust.chain([(typescript::NAME, [typescript::NAME].as_slice())])
}

fn counts(cases: &[&Case]) -> String {
    let count = |is: fn(&Outcome) -> bool| cases.iter().filter(|it| is(&it.outcome)).count();
    let refused = count(|it| matches!(it, Outcome::Refused(_)));
    let refused = match count(|it| *it == Outcome::Refused(Stop::Panic)) {
        0 => refused.to_string(),
        panics if panics == refused => format!("{refused}, by a panic"),
        panics => format!("{refused}, {panics} of them by a panic"),
    };
    let escaped = count(|it| *it == Outcome::Escaped);
    let doctest = count(|it| *it == Outcome::Doctest);
    let broke_out = count(|it| matches!(it, Outcome::BrokeOut(_)));
    let no_source = count(|it| matches!(it, Outcome::DidNotCompile(_)));
    format!("{refused} | {escaped} | {doctest} | {broke_out} | {no_source}")
}

/// The cases that are neither refused nor escaped: their texts, with their numbers.
fn lines(cases: &[&Case], payloads: &[Payload]) -> Vec<String> {
    let mut seen: BTreeMap<String, BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
    for case in cases {
        let what = match &case.outcome {
            Outcome::Refused(_) | Outcome::Escaped => continue,
            Outcome::Doctest => "run as a doctest".to_owned(),
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
        let of = of.iter().map(|(case, texts)| {
            let texts: Vec<String> = texts.iter().map(|it| code(&short(it))).collect();
            format!("{} (C{case})", texts.join(", "))
        });
        format!("{what}: {}", of.collect::<Vec<_>>().join(", "))
    };
    seen.into_iter().map(line).collect()
}

/// The beginning of a text on one line, as Rust would escape it.
fn short(text: &str) -> String {
    let escaped: String = text.chars().flat_map(char::escape_default).collect();
    let escaped = escaped.replace("\\\"", "\"").replace("\\'", "'");
    if escaped.len() > 40 {
        format!("{}..", &escaped[..38])
    } else {
        escaped
    }
}

/// A text as code of Markdown, between more backticks than it has in a row.
fn code(text: &str) -> String {
    let runs = text.split(|it| it != '`').map(str::len);
    match runs.max() {
        None | Some(0) => format!("`{text}`"),
        Some(longest) => {
            let ticks = "`".repeat(longest + 1);
            format!("{ticks} {text} {ticks}")
        }
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
    // Of a package with two versions, the one that is used here stands with its user.
    let (_, own) = cargo
        .split_once("name = \"errcat-rivals\"\n")
        .expect("this is locked");
    let own = own.split("\n\n").next().unwrap_or_default();
    let used = own.split_once(&format!("\"{package} "));
    let only = cargo.split_once(&format!("name = \"{package}\"\nversion = \""));
    if let Some((_, rest)) = used.or(only) {
        return rest.split('"').next().unwrap_or_default().to_owned();
    }
    let npm = lock("package-lock.json");
    let npm: serde_json::Value = serde_json::from_str(&npm).expect("package-lock.json is JSON");
    let version = &npm["packages"][format!("node_modules/{package}")]["version"];
    version.as_str().expect("the package is locked").to_owned()
}

//! One slip, one finding, at the very place: slips made in the catalogs that
//! errcat ships, alone and three at a time.

mod mutations;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use errcat_codegen::{Config, Source, analyze_sources};

use crate::mutations::{BREAKS, Mutation, SLIPS};

/// A finding: the id of its rule, and the text that it underlines.
type Finding = (String, String);

#[test]
fn there_are_thirty_slips_in_all_catalogs() {
    assert!(SLIPS.len() + BREAKS.len() >= 30);
    for catalog in ["remno", "agentchat", "aicity"] {
        let slips = SLIPS.iter().filter(|slip| slip.catalog == catalog);
        assert!(slips.count() >= 9, "{catalog}: from its start to its end");
    }
}

#[test]
fn each_slip_gives_one_finding_at_its_place() {
    for slip in SLIPS.iter().chain(BREAKS) {
        assert_eq!(found(&[slip], "\n"), [slip.finding()], "{}", slip.name);
    }
}

#[test]
fn a_line_break_of_two_characters_changes_no_finding() {
    for slip in SLIPS.iter().chain(BREAKS) {
        assert_eq!(found(&[slip], "\r\n"), [slip.finding()], "{}", slip.name);
    }
}

#[test]
fn three_slips_give_their_three_findings() {
    assert_eq!(COMBINATIONS.len(), 10);
    for names in COMBINATIONS {
        let slips = names.map(named);
        let mut expected = slips.map(Mutation::finding);
        expected.sort();
        assert_eq!(found(&slips, "\n"), expected, "{names:?}");
    }
}

#[test]
fn what_breaks_the_file_says_that_the_rest_is_unchecked() {
    for slip in BREAKS.iter().filter(|slip| slip.id == "EC0001") {
        let analysis = analyze_sources(sources(&[slip], "\n"), &Config::default());
        for finding in analysis.diagnostics() {
            let says = |help: &String| help.contains("nothing else in this file is checked");
            assert!(finding.help_lines().iter().any(says), "{}", slip.name);
        }
    }
}

/// Slips that are made together: in one catalog, in neighbouring entries, and
/// over several files, one of which can't be read any more.
const COMBINATIONS: [[&str; 3]; 10] = [
    [
        "a misspelt key in the first entry",
        "a code that another entry has",
        "the letter O in the last status",
    ],
    [
        "a misspelt header",
        "a slot that there is not",
        "a key written twice",
    ],
    [
        "an id that is not the file's name",
        "a lost comma in an example of JSON",
        "a status that was quoted",
    ],
    [
        "a missing title",
        "a misspelt code in a ref",
        "wait without a delay",
    ],
    [
        "a later edition",
        "two canonical statuses",
        "a missing code",
    ],
    [
        "an unknown placeholder",
        "a misspelt type of a detail",
        "a word for what to do that there is not",
    ],
    [
        "a section that there is not",
        "a base path without its slash",
        "a tag that nobody declared",
    ],
    [
        "HTML in prose",
        "a list of one code",
        "a type that nobody declared",
    ],
    [
        "a comment that cuts a message short",
        "a comma in a text within braces",
        "an anchor",
    ],
    [
        "an unclosed quote",
        "a lint that there is not",
        "sentences in a flow list",
    ],
];

impl Mutation {
    fn finding(&self) -> Finding {
        (self.id.to_owned(), self.underlined.to_owned())
    }

    fn apply(&self, text: &str) -> String {
        let count = text.matches(self.from).count();
        assert_eq!(count, 1, "{}: its place", self.name);
        text.replacen(self.from, self.to, 1)
    }
}

fn named(name: &str) -> &'static Mutation {
    let mut all = SLIPS.iter().chain(BREAKS);
    all.find(|slip| slip.name == name).expect(name)
}

/// All findings after the slips, in order.
fn found(slips: &[&Mutation], line_break: &str) -> Vec<Finding> {
    let analysis = analyze_sources(sources(slips, line_break), &Config::default());
    let found = analysis.diagnostics();
    let finding = |finding: &errcat_codegen::Diagnostic| {
        let underlined = found.source(finding.span()).slice(finding.span());
        (finding.id().to_owned(), underlined.to_owned())
    };
    let mut findings: Vec<Finding> = found.iter().map(finding).collect();
    findings.sort();
    findings
}

/// The catalogs in which the slips are made.
fn sources(slips: &[&Mutation], line_break: &str) -> Vec<Source> {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for slip in slips {
        let text = texts
            .entry(slip.catalog)
            .or_insert_with(|| read(slip.catalog));
        *text = slip.apply(text);
    }
    let source = |(catalog, text): (&str, String)| {
        let text = text.replace('\n', line_break);
        Source::new(format!("{catalog}.yaml"), text)
    };
    texts.into_iter().map(source).collect()
}

fn read(catalog: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let path = root.join("catalogs").join(format!("{catalog}.yaml"));
    fs::read_to_string(&path).expect("a shipped catalog can be read")
}

//! What the tests share: tiny catalogs, and what is in them.

use errcat_codegen::model::{Catalog, Code, Entry, Status};
use errcat_codegen::{Analysis, Config, Diagnostic, Severity, Source, analyze_sources};

/// The lines that every catalog begins with.
const HEAD: &str = "errcat: 1\ncatalog: parcel\ntitle: Parcel API errors\n";

/// What is found in a catalog of these lines below its head.
pub(crate) fn analyze(body: &str) -> Analysis {
    analyze_file(&format!("{HEAD}{body}"))
}

/// What is found in a catalog of these lines.
pub(crate) fn analyze_file(text: &str) -> Analysis {
    analyze_sources(vec![Source::new("parcel.yaml", text)], &Config::default())
}

/// The meaning of a catalog in which nothing is wrong.
pub(crate) fn catalog(body: &str) -> Catalog {
    let analysis = analyze(body);
    assert!(
        analysis.diagnostics().is_clean(),
        "{}",
        analysis.diagnostics()
    );
    analysis.catalogs()[0].clone()
}

/// The names of the rules that a catalog breaks, each once, in order. What is
/// merely unwise in it is not broken.
pub(crate) fn broken(body: &str) -> Vec<&'static str> {
    let analysis = analyze(body);
    let errors = analysis.diagnostics().iter();
    names(errors.filter(|found| found.severity() == Severity::Error))
}

/// The names of the rules that were raised, each once, in order.
pub(crate) fn rules(analysis: &Analysis) -> Vec<&'static str> {
    names(analysis.diagnostics().iter())
}

fn names<'a>(found: impl Iterator<Item = &'a Diagnostic>) -> Vec<&'static str> {
    let mut names: Vec<_> = found.map(|found| found.rule().name).collect();
    names.dedup();
    names
}

/// The entry of a code.
pub(crate) fn entry<'a>(catalog: &'a Catalog, code: &str) -> &'a Entry {
    let has = |entry: &&Entry| entry.codes.iter().any(|it| it.code.to_string() == code);
    catalog
        .entries
        .iter()
        .find(has)
        .expect("the code is defined")
}

/// The statuses of a code, as numbers.
pub(crate) fn statuses(catalog: &Catalog, code: &str) -> Vec<i32> {
    numbers(&entry(catalog, code).statuses)
}

pub(crate) fn numbers(statuses: &[Status]) -> Vec<i32> {
    statuses.iter().map(|it| it.number()).collect()
}

pub(crate) fn texts<'a>(codes: impl IntoIterator<Item = &'a Code>) -> Vec<String> {
    codes.into_iter().map(ToString::to_string).collect()
}

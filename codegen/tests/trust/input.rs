//! Inputs of the list, read as a library's user does, and what was found.

use errcat_codegen::{
    Analysis, Config, Diagnostic, Source, Target, Unsaved, analyze_sources, analyze_unsaved,
};

pub(crate) use crate::hostile_yaml::HEAD;

/// A catalog of that text.
pub(crate) fn analysis(text: &str) -> Analysis {
    let source = Source::new("hostile.yaml", text);
    analyze_sources(vec![source], &Config::default())
}

/// A catalog of those bytes.
pub(crate) fn analysis_of(bytes: &[u8]) -> Analysis {
    let path = Some("hostile.yaml".into());
    let unsaved = Unsaved::read(bytes, path).expect("it is small enough");
    analyze_unsaved(unsaved, &[], &Config::default()).expect("no file is read")
}

/// What is found: ids and places, each once.
pub(crate) fn found(analysis: &Analysis) -> Vec<String> {
    let found = analysis.diagnostics();
    let finding = |it: &Diagnostic| {
        let place = found.position(it.span());
        format!("{} {}:{}", it.id(), place.line, place.column)
    };
    found.iter().map(finding).collect()
}

/// The rules that are raised, each once.
pub(crate) fn ids(analysis: &Analysis) -> Vec<&'static str> {
    let mut ids: Vec<_> = analysis.diagnostics().iter().map(Diagnostic::id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Asserts that a catalog is refused, each finding with a place in it and a
/// next step; returns the rules.
#[track_caller]
pub(crate) fn refused(name: &str, analysis: &Analysis) -> Vec<&'static str> {
    let found = analysis.diagnostics();
    assert!(!found.is_clean(), "{name} is refused");
    assert!(analysis.emit(Target::ALL).is_err(), "{name} gives nothing");
    for finding in found {
        let source = found.source(finding.span());
        assert!(finding.span().bytes().end <= source.text().len(), "{name}");
        assert!(!finding.help_lines().is_empty(), "{name}: {finding:?}");
    }
    ids(analysis)
}

/// The bytes of one output of a sound catalog.
#[track_caller]
pub(crate) fn output(analysis: &Analysis, path: &str) -> String {
    let artifacts = analysis.emit(Target::ALL);
    let artifacts = artifacts.unwrap_or_else(|error| panic!("it is sound: {error}"));
    let found = artifacts.iter().find(|it| it.path() == path);
    found.expect("there is such an output").text().to_owned()
}

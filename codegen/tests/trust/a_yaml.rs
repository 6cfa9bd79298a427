//! A. Hostile YAML.

use errcat_codegen::{Config, Diagnostic, Source, analyze_sources};

use crate::table::row;

/// The ids of what is found in a catalog.
fn ids(text: &str) -> Vec<&'static str> {
    let sources = vec![Source::new("hostile.yaml", text)];
    let analysis = analyze_sources(sources, &Config::default());
    analysis.diagnostics().iter().map(Diagnostic::id).collect()
}

#[test]
fn a06_nothing_in_the_file() {
    let inputs = ["", "# Only a comment\n", "---\n", "null\n"];
    let seen = inputs.map(|text| ids(text).join(" "));
    row(
        "A6",
        "empty, only comments, `---`, `null`",
        "an error",
        &seen.join(", "),
    );
}

//! No input makes errcat panic, hang, or say something without a place.
//!
//! [`inputs`](mutations::inputs) are catalogs, the inputs of all UI cases and
//! what is left of them after small and large damage, always the same. `large`
//! holds inputs that are deep, long or many.

mod large;
mod mutations;

use errcat_codegen::{Analysis, Config, Look, Source, analyze_sources};

/// How many damaged inputs one part of the tests reads.
const ROUNDS: usize = 900;

#[test]
fn bytes_that_are_lost_or_put_in_give_findings_with_places() {
    let mut broken = 0;
    for (name, text) in mutations::inputs(1).take(ROUNDS) {
        broken += usize::from(!hold(&name, &text).diagnostics().is_clean());
    }
    assert!(broken > ROUNDS / 2, "most damage is found: {broken}");
}

#[test]
fn damage_upon_damage_gives_findings_with_places() {
    for (name, text) in mutations::inputs(5).take(ROUNDS) {
        hold(&name, &text);
    }
}

#[test]
fn inputs_that_end_anywhere_give_findings_with_places() {
    for (name, text) in mutations::beginnings().take(ROUNDS) {
        hold(&name, &text);
    }
}

/// Analyses an input and looks at each finding.
fn hold(name: &str, text: &str) -> Analysis {
    let source = Source::new(name, text);
    let analysis = analyze_sources(vec![source], &Config::default());
    let found = analysis.diagnostics();
    for finding in found {
        let place = format!("{finding:?} in\n{text}");
        assert!(!finding.message().trim().is_empty(), "{place}");
        assert!(!finding.help_lines().is_empty(), "no next step: {place}");
        let (source, position) = (found.source(finding.span()), found.position(finding.span()));
        let line = source.text().lines().nth(position.line as usize - 1);
        let columns = line.unwrap_or_default().chars().count() + 1;
        assert!(position.column as usize <= columns, "{place}");
        assert!(!source.slice(finding.span()).contains('\n'), "{place}");
    }
    let text = found.render(Look::Plain);
    assert_eq!(text.is_empty(), found.is_empty(), "all findings are shown");
    assert!(!text.contains('\u{1b}'), "nothing steers the terminal");
    analysis
}

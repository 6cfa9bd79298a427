//! What holds of all findings, and of each format that they are printed in.

use errcat_codegen::{Diagnostic, Diagnostics, Look};

use crate::format::{Format, Report};

/// Holds if each finding says something about a place that exists, and every
/// format prints all of them in its own form.
pub(crate) fn hold(found: &Diagnostics) {
    for finding in found {
        is_located(found, finding);
    }
    let report = Report {
        found,
        failure: None,
    };
    let print = |format: Format, look| format.render(report, look);
    is_for_people(found, &print(Format::Human, Look::Plain));
    let coloured = print(Format::Human, Look::Coloured);
    assert_eq!(
        coloured.is_empty(),
        found.is_empty(),
        "all findings are shown"
    );
    let short = print(Format::Short, Look::Plain);
    is_for_people(found, &short);
    assert_eq!(
        short.lines().count(),
        found.iter().len(),
        "one line each:\n{short}"
    );
    is_json(found, &print(Format::Json, Look::Plain), "/diagnostics");
    is_json(found, &print(Format::Sarif, Look::Plain), "/runs/0/results");
    is_commands(found, &print(Format::Github, Look::Plain));
}

/// Whether a finding says what is wrong, where, and what to do next.
fn is_located(found: &Diagnostics, finding: &Diagnostic) {
    assert!(!finding.message().trim().is_empty(), "{finding:?}");
    assert!(
        !finding.help_lines().is_empty(),
        "no next step: {finding:?}"
    );
    let related = finding.related_places().iter().map(|(span, _)| *span);
    for span in std::iter::once(finding.span()).chain(related) {
        let source = found.source(span);
        let bytes = span.bytes();
        assert!(
            source.text().get(bytes.clone()).is_some(),
            "no characters: {finding:?}"
        );
        assert!(
            !source.slice(span).contains('\n'),
            "more than a line: {finding:?}"
        );
        let place = found.position(span);
        let line = source.text().split('\n').nth(place.line as usize - 1);
        let line = line.unwrap_or_else(|| panic!("no such line: {finding:?}"));
        let columns = line.chars().count() + 1;
        assert!(
            (1..=columns).contains(&(place.column as usize)),
            "{finding:?}"
        );
    }
}

/// Whether a text for people shows something, and nothing in it steers a terminal.
fn is_for_people(found: &Diagnostics, text: &str) {
    assert_eq!(text.is_empty(), found.is_empty(), "all findings are shown");
    let steers = |it: char| it.is_control() && !matches!(it, '\n' | '\t');
    assert!(!text.contains(steers), "a control character in\n{text:?}");
    for finding in found {
        assert!(text.contains(finding.id()), "{} is not shown", finding.id());
    }
}

/// Whether a document is JSON with a value for each finding at `pointer`.
fn is_json(found: &Diagnostics, text: &str, pointer: &str) {
    let document: serde_json::Value = serde_json::from_str(text).expect("valid JSON");
    let findings = document.pointer(pointer).and_then(|it| it.as_array());
    assert_eq!(
        findings.map(Vec::len),
        Some(found.iter().len()),
        "{pointer}"
    );
}

/// Whether a text is one command of GitHub's runner for each finding.
fn is_commands(found: &Diagnostics, text: &str) {
    assert_eq!(
        text.lines().count(),
        found.iter().len(),
        "one line each:\n{text}"
    );
    for line in text.lines() {
        let steers = |it: char| it.is_control() && it != '\t';
        let is_command = line.starts_with("::error ") || line.starts_with("::warning ");
        assert!(is_command && !line.contains(steers), "{line:?}");
    }
}

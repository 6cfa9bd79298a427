//! Findings as people read them: rustc's look, by rustc's own renderer.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity, visible};
use crate::source::Span;

/// Whether a rendering carries ANSI colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text alone: for files, logs and terminals without colour.
    Plain,
    /// With ANSI escape sequences.
    Coloured,
}

/// Lines of context that are handed to the renderer on each side of a place:
/// it scans all it is given, and a source may hold megabytes.
const CONTEXT_LINES: u32 = 2;

/// Lines between two places of a finding beyond which they are shown apart:
/// the renderer scans all that lies between, and that for each finding.
const FAR_APART: u32 = 1000;

/// All findings, one after the other, with a blank line between two.
pub(super) fn render(diagnostics: &Diagnostics, look: Look) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for finding in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostics, finding)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(diagnostics: &'a Diagnostics, finding: &'a Diagnostic) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.id());
    let mut group = title.element(snippet(diagnostics, finding));
    let far = |place: &&(Span, String)| !is_near(diagnostics, finding, place.0);
    for (span, text) in finding.related.iter().filter(far) {
        group = group.element(
            window(diagnostics, *span, *span).annotation(
                AnnotationKind::Context
                    .span(local(diagnostics, *span, *span))
                    .label(text.as_str()),
            ),
        );
    }
    for help in &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The places of a finding that lie near the one at fault, as one snippet.
fn snippet<'a>(
    diagnostics: &'a Diagnostics,
    finding: &'a Diagnostic,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let here = || {
        finding
            .related
            .iter()
            .filter(|(span, _)| is_near(diagnostics, finding, *span))
    };
    let first = here()
        .map(|(span, _)| *span)
        .chain([finding.span])
        .min()
        .unwrap_or(finding.span);
    let last = here()
        .map(|(span, _)| *span)
        .chain([finding.span])
        .max()
        .unwrap_or(finding.span);
    let mut primary = AnnotationKind::Primary.span(local(diagnostics, first, finding.span));
    if let Some(label) = &finding.label {
        primary = primary.label(label.as_str());
    }
    here().fold(
        window(diagnostics, first, last).annotation(primary),
        |snippet, (span, text)| {
            let place = AnnotationKind::Context.span(local(diagnostics, first, *span));
            snippet.annotation(place.label(text.as_str()))
        },
    )
}

/// Whether a related place is shown together with the one at fault.
fn is_near(diagnostics: &Diagnostics, finding: &Diagnostic, place: Span) -> bool {
    let source = diagnostics.source(finding.span);
    let lines = |span: Span| source.line(span.start);
    place.source == finding.span.source && lines(place).abs_diff(lines(finding.span)) <= FAR_APART
}

/// The lines from a little before `first` to a little after `last`.
fn window(
    diagnostics: &Diagnostics,
    first: Span,
    last: Span,
) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let source = diagnostics.source(first);
    let line = source
        .line(first.start)
        .saturating_sub(CONTEXT_LINES)
        .max(1);
    let text = &source.text()[source.line_start(line)..];
    let end = source.line_start(source.line(last.end) + 1 + CONTEXT_LINES);
    let text = &text[..end - source.line_start(line)];
    Snippet::source(text)
        .line_start(line as usize)
        .path(visible(source.path()))
}

/// `span` in the text of the window that starts around `first`.
fn local(diagnostics: &Diagnostics, first: Span, span: Span) -> std::ops::Range<usize> {
    let source = diagnostics.source(first);
    let line = source
        .line(first.start)
        .saturating_sub(CONTEXT_LINES)
        .max(1);
    let origin = source.line_start(line);
    span.start as usize - origin..span.end as usize - origin
}

#[cfg(test)]
mod tests {
    use super::{FAR_APART, Look};
    use crate::{Config, Source, analyze_sources};

    /// A catalog whose second entry repeats the code of the first.
    fn rendered(lines_between: u32) -> String {
        let between = "\n".repeat(lines_between as usize - 1);
        let text = format!(
            "errcat: 1\ncatalog: a\ntitle: A\nerrors:\n  - {{code: B, message: C.}}\n{between}  - {{code: B, message: D.}}\n"
        );
        let analysis = analyze_sources(vec![Source::new("a.yaml", text)], &Config::default());
        analysis.diagnostics().render(Look::Plain)
    }

    #[test]
    fn places_that_are_far_apart_are_shown_apart() {
        let near = rendered(FAR_APART);
        assert!(near.contains("first used here"), "{near}");
        assert!(!near.contains("::: a.yaml"), "{near}");
        let far = rendered(FAR_APART + 1);
        assert!(far.contains("first used here"), "{far}");
        assert!(far.contains("::: a.yaml:5"), "{far}");
    }
}

//! Findings as people read them: rustc's look, by rustc's own renderer.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::sink::visible;
use crate::source::{Source, Span};
use crate::yaml::is_hidden;

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

/// Bytes between two places that one snippet shows: the renderer scans all of
/// them for each finding.
const FAR: u32 = 30_000;

/// Bytes of a line from which on only a part of it is handed to the renderer,
/// whose time grows with the square of a line's length.
const LONG: usize = 8_000;

/// Characters that such a part has on each side of the place's start.
const EXCERPT: usize = 60;

/// All findings, one after the other, with a blank line between two.
pub(super) fn render(diagnostics: &Diagnostics, look: Look) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for finding in diagnostics {
        let shown = renderer.render(&[group(diagnostics, finding)]);
        let shown: Vec<&str> = shown.lines().filter(|line| !is_divider(line)).collect();
        text.push_str(&inert(&shown.join("\n")));
        text.push_str("\n\n");
    }
    text
}

/// The rendering without what the renderer lets through of a source: controls,
/// which begin orders to a terminal, ends of lines, and what nobody sees.
fn inert(rendering: &str) -> String {
    let shown = |it: char| match it {
        // The colours and line breaks of the renderer.
        '\0'..='\u{7f}' => Some(it),
        // It counts these as no column.
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => None,
        it if is_hidden(it) => Some(char::REPLACEMENT_CHARACTER),
        it => Some(it),
    };
    rendering.chars().filter_map(shown).collect()
}

/// Whether a line is `:::` alone, which the renderer puts before a snippet
/// without a path: its place was named on the line before.
fn is_divider(line: &str) -> bool {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default();
    // A colour ends with an `m`.
    let rest = parts.map(|part| part.split_once('m').map_or("", |(_, text)| text));
    let visible: String = std::iter::once(first).chain(rest).collect();
    visible.trim() == ":::"
}

fn group<'a>(diagnostics: &'a Diagnostics, finding: &'a Diagnostic) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.id());
    let (beside, apart) = beside(diagnostics, finding);
    let mut group = match beside.as_slice() {
        [] => alone(
            Group::with_title(title),
            diagnostics,
            finding.span,
            primary(finding),
        ),
        beside => title.element(together(diagnostics, finding, beside)),
    };
    for (span, text) in apart {
        group = alone(
            group,
            diagnostics,
            *span,
            (AnnotationKind::Context, Some(text)),
        );
    }
    for help in &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// A kind of mark, and what stands beside it.
type Mark<'a> = (AnnotationKind, Option<&'a String>);

fn primary(finding: &Diagnostic) -> Mark<'_> {
    (AnnotationKind::Primary, finding.label.as_ref())
}

fn annotation((kind, label): Mark<'_>, at: Range<usize>) -> Annotation<'_> {
    let annotation = kind.span(at);
    match label {
        Some(label) => annotation.label(label.as_str()),
        None => annotation,
    }
}

/// A second place, and what it explains.
type Related = (Span, String);

/// The related places, those first that share a snippet with the place at
/// fault.
fn beside<'a>(
    diagnostics: &Diagnostics,
    finding: &'a Diagnostic,
) -> (Vec<&'a Related>, Vec<&'a Related>) {
    let is_beside = |(other, _): &&Related| {
        let (first, last) = (finding.span.min(*other), finding.span.max(*other));
        first.source == last.source && {
            let source = diagnostics.source(first);
            let lines = window(source, first, last);
            last.start - first.start < FAR && longest_line(&source.text()[lines]) < LONG
        }
    };
    finding.related.iter().partition(is_beside)
}

/// Places that stand near each other, as one snippet.
fn together<'a>(
    diagnostics: &'a Diagnostics,
    finding: &'a Diagnostic,
    beside: &[&'a Related],
) -> Snippet<'a, Annotation<'a>> {
    let spans = || beside.iter().map(|(span, _)| *span).chain([finding.span]);
    let first = spans().min().unwrap_or(finding.span);
    let last = spans().max().unwrap_or(finding.span);
    let source = diagnostics.source(first);
    let lines = window(source, first, last);
    let local = |span: Span| span.start as usize - lines.start..span.end as usize - lines.start;
    let marks = beside
        .iter()
        .map(|(span, text)| annotation((AnnotationKind::Context, Some(text)), local(*span)));
    snippet(source, lines.clone())
        .annotation(annotation(primary(finding), local(finding.span)))
        .annotations(marks)
}

/// One place as a snippet of its own.
fn alone<'a>(
    group: Group<'a>,
    diagnostics: &'a Diagnostics,
    span: Span,
    mark: Mark<'a>,
) -> Group<'a> {
    let source = diagnostics.source(span);
    let lines = window(source, span, span);
    let (start, end) = (span.start as usize, span.end as usize);
    if longest_line(&source.text()[lines.clone()]) < LONG {
        let at = start - lines.start..end - lines.start;
        return group.element(snippet(source, lines).annotation(annotation(mark, at)));
    }
    let position = source.position(span.start);
    let origin = Origin::path(visible(source.path()))
        .line(position.line as usize)
        .char_column(position.column as usize);
    let (text, at) = excerpt(source, start..end);
    let snippet = Snippet::source(text).line_start(position.line as usize);
    group
        .element(origin)
        .element(snippet.annotation(annotation(mark, at)))
}

fn snippet(source: &Source, lines: Range<usize>) -> Snippet<'_, Annotation<'_>> {
    let first = u32::try_from(lines.start).expect("sources are at most 64 MiB");
    Snippet::source(&source.text()[lines])
        .line_start(source.line(first) as usize)
        .path(visible(source.path()))
}

/// The lines from a little before `first` to a little after `last`, in bytes.
fn window(source: &Source, first: Span, last: Span) -> Range<usize> {
    let line = source.line(first.start).saturating_sub(CONTEXT_LINES);
    let after = source.line(last.end) + 1 + CONTEXT_LINES;
    source.line_start(line.max(1))..source.line_start(after)
}

fn longest_line(text: &str) -> usize {
    text.lines().map(str::len).max().unwrap_or_default()
}

/// What stands around a place on a line that is too long for the renderer,
/// and where the place is in it.
fn excerpt(source: &Source, place: Range<usize>) -> (String, Range<usize>) {
    let line = source.text()[..place.start]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let mut before = source.text()[line..place.start].char_indices().rev();
    let start = before.nth(EXCERPT - 1).map_or(line, |(at, _)| line + at);
    let rest = &source.text()[place.start..];
    let rest = rest.lines().next().unwrap_or_default();
    let end = rest
        .char_indices()
        .nth(EXCERPT)
        .map_or(rest.len(), |(at, _)| at);
    let head = if start > line { "..." } else { "" };
    let tail = if end < rest.len() { "..." } else { "" };
    let text = &source.text()[start..place.start + end];
    let from = head.len() + place.start - start;
    let length = place.len().min(end);
    (format!("{head}{text}{tail}"), from..from + length)
}

#[cfg(test)]
mod tests {
    use super::{FAR, Look};
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
        let near = rendered(FAR - 100);
        assert!(near.contains("first used here"), "{near}");
        assert!(!near.contains("::: a.yaml"), "{near}");
        let far = rendered(FAR);
        assert!(far.contains("first used here"), "{far}");
        assert!(far.contains("::: a.yaml:5"), "{far}");
    }
}

//! EC0303: a placeholder that names no detail.

use super::{Level, Rule, did_you_mean, nearest, shown};
use crate::diag::Report;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0303",
    name: "unknown-placeholder",
    level: Level::Deny,
    explain: include_str!("unknown_placeholder.md"),
    check: None,
};

/// `known` are the details that the entry declares.
pub(crate) fn raise<'a>(
    report: &mut Report,
    span: Span,
    written: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let known: Vec<&str> = known.collect();
    let written = shown(written);
    let message = format!("the placeholder `{{{written}}}` names no detail of this entry");
    let finding = report.raise(&RULE, span, message);
    if !known.is_empty() {
        finding.help(did_you_mean(&written, known.iter().copied(), "detail"));
    }
    if nearest(&written, known).is_none() {
        finding.help(format!(
            "declare it under `details:`, as in `{written}: {{type: string}}`"
        ));
    }
}

/// `{{name}}`, as templates of other languages have it.
pub(crate) fn doubled(report: &mut Report, span: Span, name: &str) {
    let name = shown(name.trim());
    let message = format!("`{{{{{name}}}}}` has two braces on each side");
    let help = format!("a placeholder has one: write `{{{name}}}`");
    report.raise(&RULE, span, message).help(help);
}

/// A brace, or braces around something, that make no placeholder.
pub(crate) fn lone_brace(report: &mut Report, span: Span, part: &str) {
    let message = match part {
        "{" => "this brace opens no placeholder".to_owned(),
        "}" => "this brace closes no placeholder".to_owned(),
        _ => format!("`{}` is no placeholder", shown(part)),
    };
    let finding = report.raise(&RULE, span, message);
    let inner = part.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
    let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    if let Some(name) = inner.map(str::trim)
        && !name.is_empty()
        && name.chars().all(is_word)
    {
        let name = shown(name);
        finding.help(format!("a placeholder has no blanks: write `{{{name}}}`"));
        return;
    }
    finding.help(
        "a placeholder is the name of a detail in braces, like `{limit}`; other text has no braces",
    );
}

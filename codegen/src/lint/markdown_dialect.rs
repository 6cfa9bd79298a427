//! EC0016: Markdown that has no place in a catalog.

use super::{Level, Rule};
use crate::diag::Report;
use crate::prose::Problem;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0016",
    name: "markdown-dialect",
    level: Level::Deny,
    explain: include_str!("markdown_dialect.md"),
    check: None,
};

pub(crate) fn raise(report: &mut Report, span: Span, problem: Problem) {
    let (message, help) = words(problem);
    report.raise(&RULE, span, message).help(help);
}

/// What is wrong, and what to write instead.
fn words(problem: Problem) -> (&'static str, &'static str) {
    match problem {
        Problem::Html => (
            "catalog text has no HTML",
            "write Markdown, like `**strong**`; text that looks like a tag stands between backticks",
        ),
        Problem::Heading => (
            "catalog text has no headings",
            "write a paragraph; if the `#` is text, write `\\#`",
        ),
        Problem::IndentedCode => (
            "catalog text has no indented code",
            "put the code between lines of ```json and ```, with its own language",
        ),
        Problem::FenceWithoutLanguage => (
            "this code does not name its language",
            "write the language after the three backticks: ```json, or ```text for plain text",
        ),
        Problem::ReferenceLink => (
            "this link has no address of its own",
            "write the address in the link: [text](https://..)",
        ),
        Problem::Definition => (
            "this line would not be shown: it gives links an address",
            "write the address in the link: [text](https://..); if the line is text, write `\\[`",
        ),
        Problem::LinkTitle => (
            "this link has a title, which would not be shown",
            "leave the title out, or write it beside the link",
        ),
        Problem::LinkTarget => (
            "this link is no full address",
            "write an address that starts with `https://` or `http://`",
        ),
        Problem::Image => (
            "catalog text has no images",
            "write a link to it: without the `!`",
        ),
        Problem::Quote => (
            "catalog text has no block quotes",
            "write a paragraph, without the `>`",
        ),
        Problem::Rule => (
            "catalog text has no horizontal rules",
            "leave it out: a blank line begins a new paragraph",
        ),
        Problem::EmptyItem => (
            "this item of a list says nothing",
            "write its text behind the mark, or leave the mark out; if the mark is text, write `\\*`, `\\-` or `1\\.`",
        ),
        Problem::Hidden => (
            "a character that a reader can't see is written here",
            "leave it out; a character reference like `&#8203;` stands for it",
        ),
        Problem::TooDeep => (
            "lists or emphasis are nested too deep here",
            "write it flatter",
        ),
    }
}

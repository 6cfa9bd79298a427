//! EC0011: a required key is missing.

use super::shape::Shape;
use super::{Level, Rule};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;
use crate::syntax::grammar::{Key, Kind, Record};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0011",
    name: "missing-key",
    level: Level::Deny,
    explain: include_str!("missing_key.md"),
    check: None,
};

/// `head` is the name or the first key of what lacks `key`.
pub(crate) fn raise(report: &mut Report, head: Span, record: &Record, key: &Key) {
    let finding = report.raise(
        &RULE,
        head,
        format!("{} needs the key `{}`", record.name, key.name),
    );
    finding.label(format!("{} begins here", record.name));
    // There is one edition, so this line alone can be written for the author.
    if key.name == "errcat" {
        finding.mend(Mend::LineBefore(head, "errcat: 1".to_owned()));
    }
    match key.kind {
        Kind::Scalar(_) | Kind::OneOrMany(_) => {
            let (name, example) = (key.name, unquoted(key.example));
            finding.help(format!("add `{name}:`, as in `{name}: {example}`"))
        }
        _ => finding.sample(&Shape::of_example(key.example).under(key.name)),
    };
}

/// An example in JSON as YAML shows it: text without its quotes.
fn unquoted(example: &str) -> &str {
    match example
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(text) if !text.contains([':', '#', '"', '{', '`']) => text,
        _ => example,
    }
}

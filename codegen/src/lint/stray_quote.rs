//! EC0310: a message with quotes that YAML did not take away.

use super::{Check, Level, Rule};
use crate::diag::Report;
use crate::model::{Catalog, Entry};
use crate::yaml::within_curly;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0310",
    name: "stray-quote",
    level: Level::Warn,
    explain: include_str!("stray_quote.md"),
    check: Some(Check::Entry(check)),
};

fn check(_: &Catalog, entry: &Entry, report: &mut Report) {
    for message in entry.messages() {
        let text = message.text.as_str();
        let (problem, help) = if within_curly(text).is_some() {
            let problem = "the curly quotes around this message are a part of it";
            (problem, "write straight quotes, or none")
        } else if let Some(quote) = lone(text) {
            let problem = match quote {
                Lone::Opening => "the quote at the start of this message is a part of it",
                Lone::Closing => "the quote at the end of this message is a part of it",
            };
            (problem, "delete it, or write its partner")
        } else {
            continue;
        };
        report
            .raise(&RULE, message.span, problem)
            .about(entry.span)
            .help(help)
            .help("if clients do see it, add `allow: [EC0310]`");
    }
}

/// Where a quote without a partner stands.
enum Lone {
    Opening,
    Closing,
}

/// The only straight double quote of a text, at one of its ends. Behind a digit
/// it stands for inches or seconds.
fn lone(text: &str) -> Option<Lone> {
    if text.matches('"').count() != 1 {
        return None;
    }
    match text.strip_suffix('"') {
        Some(before) if before.ends_with(|it: char| it.is_ascii_digit()) => None,
        Some(_) => Some(Lone::Closing),
        None => text.starts_with('"').then_some(Lone::Opening),
    }
}

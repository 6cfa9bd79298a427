//! EC0402: an example that is not what the API sends.
//!
//! Here are the words about bodies; those about examples of single values are in
//! [`written`]. What is held against what is in [`body`] and [`fields`].
//! An example in JSON is held against the envelope if it is an error body at
//! all: it has a key in common with the envelope, and a constant that differs
//! (`success: true`) does not stand beside a missing code.

mod body;
mod fields;
mod scope;
pub(crate) mod written;

use std::ops::Range;

use super::{Check, Level, Rule, did_you_mean, nearest, shown};
use crate::diag::{Diagnostic, Report};
use crate::model::{Catalog, Example, Span};
use crate::strict_json::{self, Member, Node, Value};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0402",
    name: "example-mismatch",
    level: Level::Deny,
    explain: include_str!("example_mismatch.md"),
    check: Some(Check::Catalog(check)),
};

/// Most findings in one example.
const MOST: usize = 20;

fn check(catalog: &Catalog, report: &mut Report) {
    let Some(envelope) = catalog.envelope.as_ref().filter(|_| sends_json(catalog)) else {
        return;
    };
    for (example, scope) in scope::examples(catalog) {
        if !example.language.as_str().eq_ignore_ascii_case("json") {
            continue;
        }
        let mut finder = Finder::of(example, report);
        let most = finder.most;
        match strict_json::parse(&example.text) {
            Err(fault) => finder.no_json(fault.at, fault.problem),
            Ok(node) if body::is_error(envelope, &node) => {
                body::check(envelope, &node, scope, &mut finder);
            }
            Ok(_) => {}
        }
        report.truncate(most);
    }
}

/// `application/json`, or a type that is JSON underneath (RFC 6839, section 3.1).
fn sends_json(catalog: &Catalog) -> bool {
    let media_type = catalog.media_type.as_str();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence == "application/json" || essence.ends_with("+json")
}

/// Puts findings about one example at their places.
struct Finder<'a> {
    example: &'a Example,
    report: &'a mut Report,
    /// The findings after which no more of this example are shown.
    most: usize,
    /// Where the lines of the example start in its text.
    starts: Vec<usize>,
}

impl<'a> Finder<'a> {
    fn of(example: &'a Example, report: &'a mut Report) -> Self {
        let breaks = example.text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            starts: std::iter::once(0).chain(breaks).collect(),
            example,
            most: report.len() + MOST,
            report,
        }
    }

    /// Whether what else is found in this example is not shown.
    fn is_full(&self) -> bool {
        self.report.len() >= self.most
    }

    fn raise(&mut self, at: Range<usize>, message: String) -> &mut Diagnostic {
        let place = self.place(at);
        self.report.raise(&RULE, place, message)
    }

    /// Where a part of the text is written, as exactly as that is known.
    fn place(&self, part: Range<usize>) -> Span {
        let line = self.starts.partition_point(|start| *start <= part.start) - 1;
        let Some(written) = self.example.lines.get(line) else {
            return self.example.span;
        };
        let offset = |at: usize| {
            let column = u32::try_from(at - self.starts[line]).expect("sources are at most 64 MiB");
            (written.start + column).min(written.end)
        };
        Span {
            start: offset(part.start),
            end: offset(part.end),
            ..*written
        }
    }

    fn no_json(&mut self, at: Range<usize>, problem: &str) {
        self.raise(at, format!("this example is no JSON: {problem}"))
            .help("write strict JSON, or another `language`");
    }

    /// A key that the envelope says is always there.
    fn missing(&mut self, object: &Node, path: &str) {
        let at = object.at.start..object.at.start + 1;
        self.raise(at, format!("this example has no `{}`", shown(path)))
            .help("add it, or write `optional` after its slot in the envelope");
    }

    /// A key that neither the envelope nor a detail has.
    fn unknown(&mut self, at: Range<usize>, key: &str, known: &[&str], place: &str) {
        let message = format!("{place} has no key `{}`", shown(key));
        let finding = self.raise(at, message);
        if !known.is_empty() {
            finding.help(did_you_mean(key, known.iter().copied(), "key"));
        }
        if nearest(key, known.iter().copied()).is_none() {
            finding.help("delete it, or add it to the envelope or the details");
        }
    }

    fn constant(&mut self, node: &Node, path: &str, expected: &str) {
        let message = format!("`{}` is always `{}`", shown(path), shown(expected));
        self.raise(node.at.clone(), message)
            .help("write it so, or mend the envelope");
    }

    fn null(&mut self, node: &Node, path: &str) {
        let message = format!("`{}` is never null", shown(path));
        self.raise(node.at.clone(), message)
            .help("write a value, or `nullable` after its slot in the envelope");
    }

    /// A value of another type than `expected`.
    fn wrong_type(&mut self, node: &Node, path: &str, expected: &str) {
        let found = match &node.value {
            Value::Number(_) if expected == "a whole number" => "a fraction",
            value => found(value),
        };
        let message = format!("`{}` is {expected}, and here it is {found}", shown(path));
        self.raise(node.at.clone(), message).help(format!(
            "write {expected}, or mend what the catalog says of it"
        ));
    }

    fn empty_list(&mut self, node: &Node, path: &str) {
        let message = format!(
            "`{}` is an empty list, but an error has one or more",
            shown(path)
        );
        self.raise(node.at.clone(), message)
            .help("write what the API sends for one error");
    }

    fn unknown_code(&mut self, node: &Node, code: &str, known: &[String]) {
        let message = format!("this catalog has no code `{}`", shown(code));
        self.raise(node.at.clone(), message).help(did_you_mean(
            code,
            known.iter().map(String::as_str),
            "code",
        ));
    }

    fn other_code(&mut self, node: &Node, code: &str, own: &str) {
        let (code, own) = (shown(code), shown(own));
        let message = format!("this example of `{own}` shows `{code}`");
        self.raise(node.at.clone(), message).help(format!(
            "write `{own}`, or move the example to the other entry"
        ));
    }

    /// A status, type or numeric code that the entry does not have.
    fn other_value(&mut self, node: &Node, what: &str, code: Option<&str>, known: &[String]) {
        let message = match (known, code) {
            ([one], Some(code)) => format!("the {what} of `{}` is `{one}` here", shown(code)),
            (_, Some(code)) => format!("`{}` has no such {what} here", shown(code)),
            (_, None) => format!("this catalog has no such {what}"),
        };
        let help = match known {
            [one] => format!("write `{one}`"),
            _ => did_you_mean("", known.iter().map(String::as_str), "choice"),
        };
        self.raise(node.at.clone(), message).help(help);
    }

    fn missing_property(&mut self, node: &Node, path: &str) {
        let at = node.at.start..node.at.start + 1;
        self.raise(at, format!("this example has no `{}`", shown(path)))
            .help("add it, or declare it `optional: true`");
    }

    fn missing_detail(&mut self, node: &Node, detail: &str, code: &str) {
        let at = node.at.start..node.at.start + 1;
        let (detail, code) = (shown(detail), shown(code));
        self.raise(
            at,
            format!("this example has no `{detail}`, a detail of `{code}`"),
        )
        .help(format!(
            "add it, or declare it `optional: true` on `{code}`"
        ));
    }
}

/// What a value is, as it reads after "it is".
fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Boolean(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::Text(_) => "text",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Keys of an object after which none is held against all that are absent: an
/// example with as many slips shows none of what that would tell.
const ENOUGH: usize = 100;

/// The keys of `absent` that misspelt keys of an object were meant to be.
fn meant<'a>(misspelt: &[&Member], absent: &[&'a str]) -> Vec<&'a str> {
    let meant = |member: &&Member| nearest(&member.key, absent.iter().copied());
    misspelt.iter().take(ENOUGH).filter_map(meant).collect()
}

/// The keys that a misspelt one may have been meant to be: rather one that is
/// not there.
fn likely<'a>(key: &str, absent: &'a [&'a str], known: &'a [&'a str]) -> &'a [&'a str] {
    match nearest(key, absent.iter().copied()) {
        Some(_) => absent,
        None => known,
    }
}

/// The path of a key in the object at `path`.
fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

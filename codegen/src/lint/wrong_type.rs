//! EC0012: a list, map or text where another belongs.

mod meant;

use super::shape::Shape;
use super::{Level, Rule, shown};
use crate::diag::{Diagnostic, Report};
use crate::mend::Mend;
use crate::source::Span;
use crate::syntax::grammar::{self, ANY_LINES, Key, Kind, LINE, Need, PROSE, Record};
use crate::syntax::{Place, Under};
use crate::yaml::{Node, Pair, Style, Value};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0012",
    name: "wrong-type",
    level: Level::Deny,
    explain: include_str!("wrong_type.md"),
    check: None,
};

/// `node` at `place` is not what `kind` asks for.
pub(crate) fn raise(report: &mut Report, node: &Node, kind: &Kind, place: &Place<'_>) {
    if let Some(item) = glued_item(kind, &node.value) {
        let dash = Span {
            end: node.span.start + 1,
            ..node.span
        };
        report
            .raise(&RULE, dash, "the `-` of a list item needs a space after it")
            .help(format!("write `- {}`, on a line of its own", shown(item)));
        return;
    }
    let what = shown(place.name);
    let message = match (kind, &node.value) {
        (_, value) if value.is_empty() => format!("`{what}` has no value"),
        (_, Value::List { items, .. }) if items.is_empty() => format!("`{what}` is an empty list"),
        (Kind::Map { .. }, Value::Map(_)) => format!("`{what}` has nothing in it"),
        (Kind::OneOrMany(_), Value::List { .. }) => format!("`{what}` is a list of one"),
        (_, value) => format!("`{what}` takes {}, not {}", kind.name(), value.found()),
    };
    let finding = report.raise(&RULE, node.span, message);
    advise(finding, kind, node, place);
    if is_run_together(kind, &node.value) {
        finding.help("if these are several, put a comma between them");
    }
    if place.may_be_deleted() && is_nothing(&node.value) {
        finding.help("or delete the key");
    }
    if let Some(mend) = mend(kind, node) {
        finding.mend(mend);
    }
}

/// The first item of a list of which no dash has a space after it, which YAML
/// takes for one text.
fn glued_item<'a>(kind: &Kind, value: &'a Value) -> Option<&'a str> {
    let (
        Kind::List { .. },
        Value::Scalar {
            text,
            style: Style::Plain,
        },
    ) = (kind, value)
    else {
        return None;
    };
    let item = text.strip_prefix('-')?;
    let item = item.split(" -").next().unwrap_or(item).trim_end();
    item.starts_with(|it: char| !it.is_whitespace() && it != '-')
        .then_some(item)
}

/// What it becomes, where nothing but its form is wrong.
fn mend(kind: &Kind, node: &Node) -> Option<Mend> {
    let span = node.span;
    match (kind, &node.value) {
        (Kind::OneOrMany(_), Value::List { items, .. }) => match items.as_slice() {
            [only] if matches!(only.value, Value::Scalar { .. }) => Some(Mend::Unwrap {
                list: span,
                item: only.span,
            }),
            _ => None,
        },
        (Kind::List { of, .. }, Value::Scalar { .. }) if !node.value.is_empty() => match of {
            _ if std::ptr::eq(*of, &raw const PROSE) => Some(Mend::Lines {
                list: span,
                items: vec![span],
            }),
            Kind::Scalar(_) => Some(Mend::Wrap(span)),
            _ => None,
        },
        // `key: words`, where there can be no key, is text with a colon.
        (Kind::Scalar(_), Value::Map(pairs)) if is_text(kind) => match pairs.as_slice() {
            // A comment behind it is not its part.
            [only] if only.key.span.start == span.start && is_no_key(&only.key.text) => {
                Some(Mend::Quote(Span {
                    end: only.value.span.end,
                    ..span
                }))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether text that ends in these words and a colon is one line: before a key,
/// two may have run together.
fn is_no_key(text: &str) -> bool {
    grammar::key_within(&format!("{text}:")).is_none()
}

/// Whether sentences stand there.
fn is_text(kind: &Kind) -> bool {
    std::ptr::eq(kind, &raw const PROSE) || std::ptr::eq(kind, &raw const LINE)
}

/// Whether this is a list of one that may have lost its commas.
fn is_run_together(kind: &Kind, value: &Value) -> bool {
    let is_run = |item: &Node| matches!(&item.value, Value::Scalar { text, .. } if text.contains(char::is_whitespace));
    let Value::List { items, .. } = value else {
        return false;
    };
    matches!((kind, items.as_slice()), (Kind::OneOrMany(_), [one]) if is_run(one))
}

/// Whether nothing is written, or an empty list.
fn is_nothing(value: &Value) -> bool {
    value.is_empty() || matches!(value, Value::List { items, .. } if items.is_empty())
}

/// Says what to write instead.
fn advise(finding: &mut Diagnostic, kind: &Kind, node: &Node, place: &Place<'_>) {
    let Node { span, value } = node;
    let quote = |text: &str| format!("if this is text that {text}, quote it");
    let is_braced = matches!(value, Value::Map(pairs) if pairs.first().is_none_or(|it| it.key.span.start > span.start));
    let help = match (kind, value) {
        (Kind::Item, Value::Scalar { text, .. }) if !text.is_empty() => {
            let code = shown(text);
            format!(
                "write `- ref: {code}` if this file defines that error, else `- code: {code}` and its other keys below"
            )
        }
        (Kind::Record(Record { keys: [], .. }), _) => format!("write `{}: {{}}`", place.name),
        (Kind::Scalar(_), Value::Map(_))
            if is_braced && std::ptr::eq(kind, &raw const ANY_LINES) =>
        {
            let name = shown(place.name);
            format!("write `{name}: |`, and the text on lines below it, indented deeper")
        }
        (Kind::Scalar(_) | Kind::OneOrMany(_), Value::Map(pairs))
            if is_braced && !is_text(kind) && only_scalar(pairs).is_some() =>
        {
            let text = only_scalar(pairs).unwrap_or_default();
            format!("write `{}: {}`", shown(place.name), shown(text))
        }
        (Kind::Scalar(_) | Kind::OneOrMany(_), Value::Map(_)) => quote("holds `: `"),
        (Kind::Scalar(_), Value::List { items, .. }) if items.len() > 1 => {
            format!("write one value; {}", quote("begins with `[` or `- `"))
        }
        _ => match meant::meant(kind, value).or_else(|| example(kind, place)) {
            Some(shape) => {
                finding.sample(&match place.under {
                    Under::Item => shape.item(),
                    Under::Key(..) | Under::Name(_) => shape.under(&shown(place.name)),
                });
                return;
            }
            None => format!("write {}", kind.name()),
        },
    };
    finding.help(help);
}

/// The text of the only key of a map.
fn only_scalar<'a>(pairs: &'a [Pair<'_>]) -> Option<&'a str> {
    let [Pair { value, .. }] = pairs else {
        return None;
    };
    match &value.value {
        Value::Scalar { text, .. } => Some(&**text).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// An example of what belongs at a place.
fn example(kind: &Kind, place: &Place<'_>) -> Option<Shape> {
    match (place.under, kind) {
        (Under::Key(key, _), _) => Some(Shape::of_example(key.example)),
        (_, Kind::Record(record)) => Some(meant::of_record(record)),
        _ => None,
    }
}

/// A whole file, or an item of a list, is no map.
pub(crate) fn record(report: &mut Report, node: &Node, record: &Record) {
    let message = format!("expected {}, found {}", record.name, node.value.found());
    report
        .raise(&RULE, node.span, message)
        .help(keys_of(record));
}

/// How a map with known keys is written: what is required comes first.
fn keys_of(record: &Record) -> String {
    let is_required = |key: &&Key| key.need == Need::Required;
    let (first, rest): (Vec<&Key>, Vec<&Key>) = record.keys.iter().partition(is_required);
    let first = first.iter().chain(&rest).take(3);
    let names: Vec<&str> = first.map(|key| key.name).collect();
    format!(
        "write its keys with their values, like `{}: ..`",
        names.join(": ..`, `")
    )
}

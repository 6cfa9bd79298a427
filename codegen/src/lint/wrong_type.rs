//! EC0012: a list, map or text where another belongs.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::syntax::grammar::{Kind, Record};
use crate::yaml::{Node, Value};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0012",
    name: "wrong-type",
    level: Level::Deny,
    explain: include_str!("wrong_type.md"),
    check: None,
};

/// `node` under the key `what` is not what `kind` asks for.
pub(crate) fn raise(report: &mut Report, node: &Node, kind: &Kind, what: &str) {
    let what = shown(what);
    let message = match (kind, &node.value) {
        (_, value) if value.is_empty() => format!("`{what}` has no value"),
        (_, Value::List { items, .. }) if items.is_empty() => format!("`{what}` is an empty list"),
        (Kind::Map { .. }, Value::Map(_)) => format!("`{what}` has nothing in it"),
        (Kind::OneOrMany(_), Value::List { .. }) => format!("`{what}` is a list of one"),
        (_, value) => format!("`{what}` takes {}, not {}", kind.name(), value.found()),
    };
    report
        .raise(&RULE, node.span, message)
        .help(help(kind, &node.value));
}

/// What to write instead.
fn help(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (_, value) if value.is_empty() => format!("write {}, or delete the key", kind.name()),
        (Kind::List { .. }, Value::List { .. }) => "add an item, or delete the key".to_owned(),
        (Kind::OneOrMany(_), Value::List { items, .. }) if items.len() == 1 => {
            let one = "write the one value without `[..]` or `- `";
            match &items[0].value {
                // A list that lost a comma reads as one text.
                Value::Scalar { text, .. } if text.contains(char::is_whitespace) => {
                    format!("{one}; if these are several, put a comma between them")
                }
                _ => one.to_owned(),
            }
        }
        (Kind::List { .. }, _) => "put each item on a line of its own, after `- `".to_owned(),
        (Kind::Scalar(_) | Kind::OneOrMany(_), Value::Map(_)) => {
            "if this is text that holds `: `, quote it".to_owned()
        }
        (Kind::Scalar(_), Value::List { .. }) => {
            "write one value; if this is text that begins with `[` or `- `, quote it".to_owned()
        }
        (Kind::Item, Value::Scalar { text, .. }) => {
            format!("write `code: {}`, and its other keys below", shown(text))
        }
        (Kind::Record(record), _) => keys_of(record),
        (Kind::Map { .. }, Value::Map(_)) => {
            "add a section; a catalog without sections has `errors:` instead".to_owned()
        }
        (Kind::Map { .. }, _) => "write a line for each, as in `name: value`".to_owned(),
        _ => format!("write {}", kind.name()),
    }
}

/// A whole file, or an item of a list, is no map.
pub(crate) fn record(report: &mut Report, node: &Node, record: &Record) {
    let message = format!("expected {}, found {}", record.name, node.value.found());
    report
        .raise(&RULE, node.span, message)
        .help(keys_of(record));
}

/// How a map with known keys is written.
fn keys_of(record: &Record) -> String {
    let names: Vec<&str> = record.names().take(3).collect();
    if names.is_empty() {
        return "write `{}`".to_owned();
    }
    format!(
        "write its keys with their values, like `{}: ..`",
        names.join(": ..`, `")
    )
}

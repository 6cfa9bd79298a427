//! EC0010: a key that the language does not have.

use super::{Level, Rule, did_you_mean, nearest, shown};
use crate::diag::Report;
use crate::syntax::grammar::{self, ENTRY, REF, Record};
use crate::yaml::Key;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0010",
    name: "unknown-key",
    level: Level::Deny,
    explain: include_str!("unknown_key.md"),
    check: None,
};

/// Returns the key that was probably meant. `missing` are required keys that
/// the record lacks: a key that is like no other may stand for the first.
pub(crate) fn raise(
    report: &mut Report,
    key: &Key,
    record: &'static Record,
    missing: &[&'static grammar::Key],
) -> Option<&'static str> {
    let message = format!("{} has no key `{}`", record.name, shown(&key.text));
    let finding = report.raise(&RULE, key.span, message);
    let meant = nearest(&key.text, record.names()).or_else(|| synonym(&key.text, record));
    if record.extensible && key.text == "x-" {
        finding.help("a key of your own has a name after the `x-`, as in `x-owner`");
        return None;
    }
    if let Some(meant) = meant {
        finding
            .help(format!("did you mean `{meant}`?"))
            .replace(key.span, meant);
    } else if let Some(missing) = missing.first() {
        let name = missing.name;
        finding.help(format!("the key `{name}` is missing: did you mean that?"));
        return Some(name);
    } else if std::ptr::eq(record, &raw const REF) && ENTRY.key(&key.text).is_some() {
        finding.help("write it on the entry itself, where `code:` is");
    } else {
        finding.help(did_you_mean(&key.text, record.names(), "key"));
        if record.extensible {
            finding.help("a key of your own begins with `x-`");
        }
    }
    meant
}

/// The key of `record` that other formats call so.
fn synonym(written: &str, record: &'static Record) -> Option<&'static str> {
    let meant = match written {
        "entries" => "errors",
        "id" => "code",
        "text" | "msg" => "message",
        "lang" => "language",
        "fields" | "properties" | "params" => "details",
        "cause" => "causes",
        "solution" | "resolution" | "remedy" => "fix",
        _ => return None,
    };
    record.key(meant).map(|key| key.name)
}

//! EC0010: a key that the language does not have.

use super::shape::Shape;
use super::{Level, Rule, did_you_mean, nearest, only_near, shown, yaml_syntax};
use crate::diag::{Diagnostic, Report};
use crate::mend::Mend;
use crate::source::Span;
use crate::syntax::grammar::{self, ENTRY, Kind, REF, Record};
use crate::yaml::{Key, Pair, Style, Value, opening_curly, within_curly};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0010",
    name: "unknown-key",
    level: Level::Deny,
    explain: include_str!("unknown_key.md"),
    check: None,
};

/// The key that was probably meant by an unknown one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// One key is spelt nearly so, or is called so in other formats.
    Surely(&'static str),
    /// Another may be as near, or is merely missing.
    Perhaps(&'static str),
}

impl Meant {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Surely(key) | Self::Perhaps(key) => key,
        }
    }
}

/// Returns the key that was probably meant. `missing` are required keys that
/// the record lacks: a key that is like no other may stand for the first.
///
/// The caller says what [mends](mend) it, when it has seen the other keys.
pub(crate) fn raise(
    report: &mut Report,
    key: &Key,
    record: &'static Record,
    missing: &[&'static grammar::Key],
    written: &[String],
) -> Option<Meant> {
    let message = format!("{} has no key `{}`", record.name, shown(&key.text));
    let finding = report.raise(&RULE, key.span, message);
    if let Some((meant, value)) = glued(&key.text, record) {
        let line = format!("{meant}: {}", shown(value));
        finding.help(format!("a colon and a space are missing: write `{line}`"));
        return Some(Meant::Perhaps(meant));
    }
    let meant = nearest(&key.text, record.names()).or_else(|| synonym(&key.text, record));
    if record.extensible && key.text == "x-" {
        finding.help("a key of your own has a name after the `x-`, as in `x-owner`");
        return None;
    }
    if let Some(meant) = meant {
        finding.help(if written.iter().any(|it| it == meant) {
            format!("`{meant}` is here already: join the two, or delete one")
        } else {
            format!("did you mean `{meant}`?")
        });
        return Some(certainty(&key.text, meant, record));
    }
    if std::ptr::eq(record, &raw const REF) && ENTRY.key(&key.text).is_some() {
        finding.help("write it on the entry itself, where `code:` is");
    } else if let Some(home) = home(&key.text, record) {
        finding.help(home);
    } else if let Some(missing) = missing.first() {
        let name = missing.name;
        finding.help(format!("the key `{name}` is missing: did you mean that?"));
        return Some(Meant::Perhaps(name));
    } else {
        finding.help(known(record));
        if record.extensible {
            finding.help("a key of your own begins with `x-`");
        }
    }
    None
}

/// The key and the value in `do:act` and `do = act`, which are no key with its
/// value.
fn glued<'a>(written: &'a str, record: &'static Record) -> Option<(&'static str, &'a str)> {
    let (key, value) = written.split_once([':', '='])?;
    let key = record.key(key.trim_end())?;
    let value = value.trim_start();
    (!value.is_empty()).then_some((key.name, value))
}

/// How sure it is that `meant` was: another key may be as near.
fn certainty(written: &str, meant: &'static str, record: &'static Record) -> Meant {
    let is_near = nearest(written, record.names()).is_some();
    if is_near && only_near(written, record.names()).is_none() {
        Meant::Perhaps(meant)
    } else {
        Meant::Surely(meant)
    }
}

/// The key that was surely meant is not there yet, and the value fits it.
pub(crate) fn mend(finding: &mut Diagnostic, key: Span, meant: &str) {
    finding.mend(Mend::Say(key, meant.to_owned()));
}

/// What stands behind the commas of a text in `{..}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// Nothing but more of the text.
    Text,
    /// Words of which one begins like a key: its colon may be what is missing.
    PerhapsKeys,
}

/// A text in `{..}` went on behind a comma, and the rest is taken for a key.
/// `text` is all of it.
pub(crate) fn cut_by_comma(
    report: &mut Report,
    key: &Key,
    (text, written): (Span, &str),
    parts: Parts,
) {
    let meant = match opening_curly(written) {
        Some(_) => within_curly(written),
        None => Some(written),
    };
    let finding = if opening_curly(written).is_some() {
        let finding = report.raise(&RULE, text, yaml_syntax::curly(written));
        finding
            .label("in `{..}`, a comma ends this text")
            .help(yaml_syntax::straight(written))
    } else {
        let message = format!(
            "`{}` is no key: in `{{..}}`, a comma ends a text",
            shown(&key.text)
        );
        let finding = report.raise(&RULE, key.span, message);
        finding
            .related(text, "the whole text")
            .help(yaml_syntax::quote_it(written))
    };
    if let (Some(meant), Parts::Text) = (meant, parts) {
        finding.mend(Mend::Text(text, meant.to_owned()));
    }
}

/// A key in `{..}` whose colon is missing, and the text behind it.
pub(crate) fn without_colon(report: &mut Report, key: Span, name: &str, text: &str) {
    report
        .raise(&RULE, key, format!("`{name}` needs a colon"))
        .help(format!("write `{name}: {}`", shown(text)))
        .help("if this is part of the text before it, quote all of that text");
}

/// Keys of a record whose own line, `head:`, is not there.
pub(crate) fn without_head(report: &mut Report, keys: &[Pair], record: &Record, head: &str) {
    let first = &keys[0].key;
    let message = format!("{} has no key `{}`", record.name, shown(&first.text));
    let finding = report.raise(&RULE, first.span, message);
    for pair in keys.iter().skip(1).take(MOST_PLACES) {
        finding.related(pair.key.span, "nor this one");
    }
    match in_braces(keys, head) {
        Some(line) => finding.help(format!("write `{line}`")),
        None => finding.help(format!("write it under `{head}:`, indented deeper")),
    };
}

/// The head with its keys on one line, if they fit there.
fn in_braces(keys: &[Pair], head: &str) -> Option<String> {
    let pair = |Pair { key, value }: &Pair| match &value.value {
        Value::Scalar {
            text,
            style: Style::Plain,
        } if !text.contains('\n') => Some((key.text.to_string(), Shape::plain(text))),
        _ => None,
    };
    let pairs: Option<Vec<(String, Shape)>> = keys.iter().map(pair).collect();
    match Shape::Map(pairs?).under(head).as_slice() {
        [line] => Some(line.clone()),
        _ => None,
    }
}

/// A line that stands beside the key it belongs to.
pub(crate) fn too_high(report: &mut Report, key: &Key, above: &Key, record: &Record) {
    let message = format!("{} has no key `{}`", record.name, shown(&key.text));
    let above = shown(&above.text);
    report.raise(&RULE, key.span, message).help(format!(
        "if it belongs to `{above}`, indent it deeper than `{above}`"
    ));
}

/// A key of `record` that stands beside the name it belongs to.
pub(crate) fn beside(report: &mut Report, key: &Key, above: &Key, record: &Record) {
    let (key_name, above) = (shown(&key.text), shown(&above.text));
    let name = record.name;
    let message = format!("`{key_name}` is a key of {name}, and here it stands beside `{above}`");
    report.raise(&RULE, key.span, message).help(format!(
        "indent it deeper than `{above}`, like the other keys of {name}"
    ));
}

/// A key of `record` that is indented like one of the names under another.
pub(crate) fn too_deep(report: &mut Report, key: &Key, above: &Key, record: &Record) {
    let (key_name, above) = (shown(&key.text), shown(&above.text));
    let message = format!(
        "`{key_name}` is a key of {}, and here it is indented below `{above}`",
        record.name
    );
    report
        .raise(&RULE, key.span, message)
        .help(format!("start it in the column of `{above}`"));
}

/// Most further keys that one finding points at.
const MOST_PLACES: usize = 4;

/// Longest list of keys that is read to its end.
const MOST_KEYS: usize = 12;

/// The keys that there are.
fn known(record: &'static Record) -> String {
    let count = record.keys.len();
    if count > MOST_KEYS {
        format!(
            "{} has {count} keys, none of them close to this; `errcat schema` describes them",
            record.name
        )
    } else {
        did_you_mean("", record.names(), "key")
    }
}

/// Where a key belongs that `record` does not have.
fn home(written: &str, record: &'static Record) -> Option<String> {
    let has = |kind: &Kind| matches!(kind, Kind::Record(below) if below.key(written).is_some());
    if let Some(key) = record.keys.iter().find(|key| has(key.kind)) {
        return Some(format!("write it under `{}:`", key.name));
    }
    if matches!(written, "section" | "category") && record.key("message").is_some() {
        return Some("an entry belongs to the section under whose `errors:` it stands".to_owned());
    }
    let neighbours = record.neighbours().into_iter();
    let homes = neighbours.filter(|it| it.key(written).is_some());
    let mut names: Vec<&str> = homes.map(|record| record.name).collect();
    names.dedup();
    let names = match names.as_slice() {
        [one] => (*one).to_owned(),
        [first, second] => format!("{first} or {second}"),
        [first, second, third] => format!("{first}, {second} or {third}"),
        _ => return None,
    };
    Some(format!("it is a key of {names}: write it there"))
}

/// What other formats call the keys of this language.
const SYNONYMS: &[(&str, &str)] = &[
    ("entries", "errors"),
    ("id", "code"),
    ("text", "message"),
    ("msg", "message"),
    ("http-status", "status"),
    ("status-code", "status"),
    ("lang", "language"),
    ("fields", "details"),
    ("properties", "details"),
    ("params", "details"),
    ("reasons", "causes"),
    ("fixes", "fix"),
    ("solution", "fix"),
    ("resolution", "fix"),
    ("remedy", "fix"),
    ("path", "base-path"),
    ("output", "out"),
    ("outdir", "out"),
    ("input", "catalogs"),
    ("rules", "lints"),
];

/// The key of `record` that other formats call so, or nearly so.
fn synonym(written: &str, record: &'static Record) -> Option<&'static str> {
    let known = || SYNONYMS.iter().filter(|(_, key)| record.key(key).is_some());
    let word = nearest(written, known().map(|(word, _)| *word))?;
    known().find(|(it, _)| *it == word).map(|(_, key)| *key)
}

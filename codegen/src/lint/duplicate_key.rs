//! EC0004: a key is written twice.

use super::{Level, Rule, shown};
use crate::diag::Report;
use crate::mend::Mend;
use crate::source::Span;
use crate::yaml::{Key, Pair};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0004",
    name: "duplicate-key",
    level: Level::Deny,
    explain: include_str!("duplicate_key.md"),
    check: None,
};

/// `again` repeats `first`, which counts.
pub(crate) fn raise(report: &mut Report, again: &Pair, first: &Pair) {
    let message = format!("the key `{}` is written twice", shown(&again.key.text));
    let finding = report.raise(&RULE, again.key.span, message);
    finding
        .label("written again here")
        .related(first.key.span, "first written here")
        .help("join the two, or delete one");
    if again.value.says_the_same(&first.value) {
        let end = again.value.span.end;
        finding.mend(Mend::DropPair(Span {
            end,
            ..again.key.span
        }));
    }
}

/// `again` sets the level of a lint that `first` set, by its id or its name.
pub(crate) fn lint(report: &mut Report, again: &Key, first: &Key) {
    let [again_name, first_name] = [again, first].map(|key| shown(&key.text));
    report
        .raise(
            &RULE,
            again.span,
            format!("`{again_name}` and `{first_name}` are one lint"),
        )
        .related(first.span, "its level is set here")
        .help("a lint has one level: delete one of the two lines");
}

/// Several keys of one map are repeated, beginning with `first`.
pub(crate) fn several<'a>(
    report: &mut Report,
    keys: impl Iterator<Item = &'a Key<'a>> + Clone,
    first: &Key,
) {
    let mut names: Vec<String> = Vec::new();
    for key in keys.clone() {
        let name = format!("`{}`", shown(&key.text));
        if names.len() <= MOST_NAMES && !names.contains(&name) {
            names.push(name);
        }
    }
    let last = match names.len() {
        more if more > MOST_NAMES => "others".to_owned(),
        _ => names.pop().unwrap_or_default(),
    };
    names.truncate(MOST_NAMES);
    let message = format!("the keys {} and {last} are written twice", names.join(", "));
    let help = match &*first.text {
        "code" | "ref" => "if another entry begins here, put `- ` before this key",
        _ => {
            "if another item begins here, its `- ` is missing; if another record does, the line above with its name is"
        }
    };
    let Some(again) = keys.map(|key| key.span).next() else {
        return;
    };
    report
        .raise(&RULE, again, message)
        .label("the second ones begin here")
        .related(first.span, "first written here")
        .help(help);
}

/// Most keys that one message names.
const MOST_NAMES: usize = 3;

/// Whether a key was repeated in a part of a file: then a name may be lost.
pub(crate) fn is_in(part: Span, report: &Report) -> bool {
    report.has(&RULE, part)
}

//! EC0403: an `allow` that silences nothing.

use std::mem;

use super::{Level, Rule};
use crate::diag::{Levels, Report};
use crate::map::Map;
use crate::mend::Mend;
use crate::model::{Catalog, Entry, Span, Spanned};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0403",
    name: "unused-allow",
    level: Level::Warn,
    explain: include_str!("unused_allow.md"),
    check: None,
};

/// Takes back what entries allow, and reports what they allow for nothing. It
/// runs when all that can be found about an entry was found.
pub(super) fn settle(catalog: &Catalog, levels: &Levels, report: &mut Report) {
    let mut allowed = Allowed::new();
    for entry in &catalog.entries {
        let words = entry.allow.iter();
        allowed.extend(words.map(|it| ((entry.span, it.value.id), Word::Idle)));
    }
    if allowed.is_empty() {
        return;
    }
    report.silence(|rule, entry| {
        let word = allowed.get_mut(&(entry, rule.id));
        word.map(|word| *word = Word::Silences).is_some()
    });
    for entry in &catalog.entries {
        idle(entry, &mut allowed, levels, report);
    }
}

/// Each lint that an entry, by the place of its code, allows.
type Allowed = Map<(Span, &'static str), Word>;

/// What an entry's word about a lint does.
#[derive(PartialEq, Eq)]
enum Word {
    Idle,
    Silences,
    /// It has been looked at.
    Done,
}

/// What a word does. It counts once: said twice, the second silences nothing.
fn take(allowed: &mut Allowed, entry: Span, rule: &'static str) -> Word {
    let word = allowed.get_mut(&(entry, rule));
    word.map_or(Word::Done, |word| mem::replace(word, Word::Done))
}

/// Reports what one entry allows for nothing.
fn idle(entry: &Entry, allowed: &mut Allowed, levels: &Levels, report: &mut Report) {
    // An entry's word about this very rule comes last.
    let is_last = |allow: &&Spanned<&Rule>| allow.value.id == RULE.id;
    let (last, first): (Vec<_>, Vec<_>) = entry.allow.iter().partition(is_last);
    for allow in first {
        let word = take(allowed, entry.span, allow.value.id);
        // What is switched off was not looked for.
        if word == Word::Silences || levels.of(allow.value) == Level::Allow {
            continue;
        }
        match allowed.get_mut(&(entry.span, RULE.id)) {
            Some(word) => *word = Word::Silences,
            None => raise(report, entry, allow),
        }
    }
    for allow in last {
        if take(allowed, entry.span, RULE.id) != Word::Silences {
            raise(report, entry, allow);
        }
    }
}

fn raise(report: &mut Report, entry: &Entry, allow: &Spanned<&'static Rule>) {
    let message = format!("nothing here is silenced by `{}`", allow.value.name);
    report
        .raise(&RULE, allow.span, message)
        .about(entry.span)
        .help("delete it")
        .mend(Mend::Drop(allow.span));
}

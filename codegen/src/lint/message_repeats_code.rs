//! EC0302: a message that says no more than the code.

use std::cell::LazyCell;

use super::{Check, EachEntry, Level, Rule, duplicate_code, shown};
use crate::diag::Report;
use crate::model::{Catalog, Code, Entry, Message, Piece, Severity as Kind};
use crate::names;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0302",
    name: "message-repeats-code",
    level: Level::Warn,
    explain: include_str!("message_repeats_code.md"),
    check: Some(Check::Entries(check)),
};

/// Words that make a sentence of a code and add nothing to it.
const FILLERS: [&str; 10] = [
    "a", "an", "the", "is", "are", "was", "were", "has", "have", "been",
];

fn check<'a>(catalog: &'a Catalog, _: &mut Report) -> EachEntry<'a> {
    let owners = LazyCell::new(|| duplicate_code::owners(catalog));
    Box::new(move |entry, report| {
        if !entry.message.given || says_more(entry) {
            return;
        }
        let Some(code) = repeated(entry) else {
            return;
        };
        // A code that is taken was meant as a ref, which has no message.
        if owners.get(entry.code()) != Some(&entry.span) {
            return;
        }
        let code = shown(&code.to_string());
        report
            .raise(
                &RULE,
                entry.message.span,
                format!("the message of `{code}` says no more than the code"),
            )
            .about(entry.span)
            .help("say what happened, or to what; if the server sends just this, add `allow: [EC0302]`");
    })
}

/// Whether another text tells what the message leaves open.
fn says_more(entry: &Entry) -> bool {
    let texts = &entry.texts;
    texts.description.is_some() || texts.fix.is_some() || !texts.causes.is_empty()
}

/// The code whose words are all that the message has to say. Of a success
/// there may be nothing to say.
fn repeated(entry: &Entry) -> Option<&Code> {
    let codes = || entry.codes.iter().map(|code| &code.code);
    // Most messages have a word that no code of theirs holds anywhere.
    if !codes().any(|code| may_repeat(&entry.message, code)) {
        return None;
    }
    let said = words(&entry.message).filter(|said| !said.is_empty())?;
    let repeats = |code: &&Code| {
        let words = names::words(code);
        said.iter().all(|word| words.contains(word))
    };
    codes()
        .filter(|_| entry.severity != Kind::Success)
        .find(repeats)
}

/// Whether each word of a message stands somewhere in a code.
fn may_repeat(message: &Message, code: &Code) -> bool {
    let code = code.to_string().to_lowercase();
    let text = message.text.as_str();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.all(|word| {
        let word = word.to_lowercase();
        FILLERS.contains(&word.as_str()) || code.contains(&word)
    })
}

/// The words of a message that are no fillers; `None` where a detail says more.
fn words(message: &Message) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for piece in message.pieces() {
        let Piece::Literal(text) = piece else {
            return None;
        };
        let text = text.to_lowercase();
        let split = text.split(|c: char| !c.is_alphanumeric());
        let said = split.filter(|word| !word.is_empty() && !FILLERS.contains(word));
        words.extend(said.map(str::to_owned));
    }
    Some(words)
}

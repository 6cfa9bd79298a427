//! EC0113: a code that is easily taken for another one.
//!
//! Two ways: a letter of another script in the place of an ASCII one, and two
//! codes of one catalog that differ in what readers overlook. The table of
//! letters is short on purpose: Cyrillic, Greek, Turkish, fullwidth forms,
//! ligatures, marks on their own and dashes, which come with keyboards and with
//! text that was pasted. It is no copy of Unicode's thousands of confusables.

use super::{Check, Level, Rule, shown};
use crate::diag::Report;
use crate::map::Map;
use crate::model::{Catalog, Code, Entry, spellings};
use crate::names;
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0113",
    name: "confusable-code",
    level: Level::Warn,
    explain: include_str!("confusable_code.md"),
    check: Some(Check::Catalog(check)),
};

/// A kind of characters, and under each the ASCII character that it looks like.
const LOOK_ALIKES: [(&str, &str, &str); 5] = [
    (
        "a Cyrillic letter",
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ",
        "ABESIJKMHOPCTYXaesijopcyxdqwh",
    ),
    ("a Greek letter", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονν", "ABEZHIKMNOPTYXovv"),
    ("a Turkish letter", "ıİ", "iI"),
    ("a long s", "ſ", "s"),
    ("a dash", "‐‑‒–—−", "------"),
];

/// Several letters in one character, from U+FB00 on.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

fn check(catalog: &Catalog, report: &mut Report) {
    let spellings_of = &catalog.spellings;
    let may_be_alike = spellings_of.looks.may_repeat() || spellings_of.cases.may_repeat();
    if !may_be_alike && !spellings_of.has_foreign {
        return;
    }
    let mut by_look = Map::new();
    let mut by_case = Map::new();
    for this in catalog.entries.iter().flat_map(spellings) {
        let text = this.code.to_string();
        foreign(&text, &this, report);
        if let Some(other) = look(&text).and_then(|look| by_look.insert(look, this)) {
            let alike = "`0` and `O`, or `1`, `l` and `I`, look the same in many fonts";
            this.hold_against(&other, alike, report);
        }
        let other = by_case.insert(text.to_lowercase(), this);
        if let Some(other) = other.filter(|it| !this.shares_identifier(it)) {
            this.hold_against(&other, "they differ only in capitals", report);
        }
    }
}

/// One of the spellings that lead to an entry.
#[derive(Clone, Copy)]
struct Spelling<'a> {
    code: &'a Code,
    span: Span,
    entry: &'a Entry,
}

fn spellings(entry: &Entry) -> impl Iterator<Item = Spelling<'_>> {
    let aliases = entry.aliases.iter().map(|alias| (&alias.value, alias.span));
    let codes = entry.codes.iter().map(|code| (&code.code, code.span));
    let spelling = move |(code, span)| Spelling { code, span, entry };
    codes.chain(aliases).map(spelling)
}

/// Reports the first character of another script that passes for ASCII.
fn foreign(text: &str, this: &Spelling<'_>, report: &mut Report) {
    if text.is_ascii() {
        return;
    }
    if let Some(mark) = text.chars().find(|c| is_mark(*c)) {
        return lone_mark(text, mark, this, report);
    }
    let Some((at, c, kind, alike)) = first_foreign(text) else {
        return;
    };
    let code = shown(text);
    let message = format!("the code `{code}` has {kind} that looks like `{alike}`");
    report
        .raise(&RULE, part(this.span, text, at..at + c.len_utf8()), message)
        .about(this.entry.span)
        .label(format!("this is U+{:04X}", u32::from(c)))
        .help(format!(
            "type `{alike}` on its own key; if the API does send this one, add `allow: [EC0113]`"
        ));
}

/// Whether a character is a mark that stands on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Reports a letter whose mark is a character of its own: nobody can tell it
/// from the letter that has one.
fn lone_mark(text: &str, mark: char, this: &Spelling<'_>, report: &mut Report) {
    let message = format!(
        "the code `{}` has a mark that is no part of its letter",
        shown(text)
    );
    report
        .raise(&RULE, this.span, message)
        .about(this.entry.span)
        .label(format!("it holds U+{:04X}", u32::from(mark)))
        .help("type the letter with its mark as one character; if the API does send this one, add `allow: [EC0113]`");
}

/// What to do about the first look-alike of a text that must be ASCII.
pub(super) fn foreign_in(text: &str) -> Option<String> {
    let (_, c, kind, alike) = first_foreign(text)?;
    Some(format!(
        "`{c}` is {kind}, U+{:04X}: type `{alike}` on its own key",
        u32::from(c)
    ))
}

/// The first look-alike in a word that holds no other foreign character: a
/// word in Cyrillic is no disguise.
fn first_foreign(text: &str) -> Option<(usize, char, &'static str, String)> {
    let ends_word = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let mut at = 0;
    for word in text.split(ends_word) {
        let foreign = || word.char_indices().filter(|(_, c)| !c.is_ascii());
        let alike = |(place, c): (usize, char)| {
            look_alike(c).map(|(kind, alike)| (at + place, c, kind, alike))
        };
        let all: Option<Vec<_>> = foreign().map(alike).collect();
        if let Some(first) = all.and_then(|all| all.into_iter().next()) {
            return Some(first);
        }
        at += word.len() + 1;
    }
    None
}

/// The kind of a character that looks like ASCII, and what it looks like.
fn look_alike(c: char) -> Option<(&'static str, String)> {
    if let '\u{FF01}'..='\u{FF5E}' = c {
        let ascii = char::from_u32(u32::from(c) - 0xFEE0)?;
        return Some(("a fullwidth character", ascii.to_string()));
    }
    let ligature = u32::from(c).checked_sub(0xFB00).map(|it| it as usize);
    if let Some(letters) = ligature.and_then(|it| LIGATURES.get(it)) {
        return Some(("a ligature", (*letters).to_owned()));
    }
    LOOK_ALIKES.iter().find_map(|(kind, foreign, ascii)| {
        let mut pairs = foreign.chars().zip(ascii.chars());
        let (_, alike) = pairs.find(|(foreign, _)| *foreign == c)?;
        Some((*kind, alike.to_string()))
    })
}

/// The place of a part of a code; all of the code where it is not written as
/// it is.
fn part(span: Span, text: &str, range: std::ops::Range<usize>) -> Span {
    let quote = match span.len().checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return span,
    };
    let offset = |at: usize| span.start + u32::try_from(quote + at).unwrap_or(0);
    Span {
        start: offset(range.start),
        end: offset(range.end),
        ..span
    }
}

/// What a code looks like; `None` where it has nothing to confuse.
fn look(text: &str) -> Option<String> {
    let confusable = text.contains(['0', 'O', '1', 'l', 'I']);
    let looks = || text.bytes().map(spellings::look).collect();
    confusable
        .then(|| String::from_utf8(looks()).ok())
        .flatten()
}

impl Spelling<'_> {
    /// Reports this if `other` leads to another entry.
    fn hold_against(&self, other: &Self, alike: &str, report: &mut Report) {
        // What is equal is EC0101.
        if std::ptr::eq(other.entry, self.entry) || other.code == self.code {
            return;
        }
        let place = other.span;
        let [code, other] = [self, other].map(|it| shown(&it.code.to_string()));
        let message = format!("the code `{code}` is easily taken for `{other}`");
        report
            .raise(&RULE, self.span, message)
            .about(self.entry.span)
            .related(place, "this is the other")
            .help(alike)
            .help("rename one of them if no client knows it yet; else add `allow: [EC0113]`");
    }

    /// Whether two codes give one identifier, which is EC0102, unless a name
    /// was given to tell them apart.
    fn shares_identifier(&self, other: &Self) -> bool {
        if std::ptr::eq(other.entry, self.entry) {
            return true;
        }
        let ident = |it: &Self| names::upper_camel(names::words_of(it.code).as_str()).ok();
        let is_code = |it: &Self| it.entry.codes.iter().any(|code| code.span == it.span);
        is_code(self) && is_code(other) && ident(self).is_some_and(|own| Some(own) == ident(other))
    }
}

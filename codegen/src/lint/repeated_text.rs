//! EC0307: a text that says again what another text of the entry says.
//!
//! Compared are messages, descriptions, causes and fixes, as plain text and
//! without capitals, marks and white space. A variant and a ref are each held
//! against themselves; the description of a ref also against what its entry
//! says, since its reader is led there.

use std::ops::ControlFlow;

use super::{Check, Level, Rule, shown_code};
use crate::diag::Report;
use crate::map::Map;
use crate::model::{Catalog, Entry, Message, Prose, Span, Spanned};
use crate::order::sort_by;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0307",
    name: "repeated-text",
    level: Level::Warn,
    explain: include_str!("repeated_text.md"),
    check: Some(Check::Entry(check)),
};

fn check(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    let own = &entry.texts;
    let mut said = Said::default();
    said.message(Some(&entry.message).filter(|message| message.given));
    said.description(own.description.as_ref());
    if entry.listings.len() > 1 {
        refs(catalog, entry, &said, report);
    }
    said.rest(&own.causes, own.fix.as_ref());
    said.compare(entry, report);
    for variant in &entry.variants {
        let mut said = Said::default();
        said.message(variant.message.as_ref());
        said.description(variant.description.as_ref());
        said.rest(&variant.causes, variant.fix.as_ref());
        said.compare(entry, report);
    }
}

/// The places where an entry is listed again; `above` is what their readers
/// are led to.
fn refs(catalog: &Catalog, entry: &Entry, above: &Said<'_>, report: &mut Report) {
    // Of two that say the same, the first is kept.
    let texts = above.0.iter().rev().map(|it| (it.bare(), it));
    let above: Map<String, &Text<'_>> = texts.filter(|it| !it.0.is_empty()).collect();
    let listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
    for texts in listings.filter_map(|listing| listing.texts.as_deref()) {
        let mut said = Said::default();
        said.description(texts.description.as_ref());
        for text in &said.0 {
            if let Some(first) = above.get(&text.bare()) {
                raise(entry, text, first, report);
            }
        }
        said.rest(&texts.causes, texts.fix.as_ref());
        said.compare(entry, report);
    }
}

/// The texts of one place.
#[derive(Default)]
struct Said<'a>(Vec<Text<'a>>);

/// What a text is, what it says, and where.
struct Text<'a> {
    what: &'static str,
    wording: Wording<'a>,
    span: Span,
}

enum Wording<'a> {
    Line(&'a str),
    Prose(&'a Prose),
}

impl<'a> Said<'a> {
    fn message(&mut self, message: Option<&'a Message>) {
        self.0.extend(message.map(|it| Text {
            what: "the message",
            wording: Wording::Line(it.text.as_str()),
            span: it.span,
        }));
    }

    fn description(&mut self, description: Option<&'a Spanned<Prose>>) {
        let text = description.map(|it| Text::prose("the description", it));
        self.0.extend(text);
    }

    fn rest(&mut self, causes: &'a [Spanned<Prose>], fix: Option<&'a Spanned<Prose>>) {
        self.0
            .extend(causes.iter().map(|it| Text::prose("a cause", it)));
        self.0.extend(fix.map(|it| Text::prose("the fix", it)));
    }

    /// Reports each text that repeats one that is written before it.
    fn compare(mut self, entry: &Entry, report: &mut Report) {
        // Few texts begin alike, and only those can be the same.
        let mut beginnings: Vec<u64> = self.0.iter().map(Text::beginning).collect();
        beginnings.sort_unstable();
        if beginnings.windows(2).all(|two| two[0] != two[1]) {
            return;
        }
        sort_by(&mut self.0, |a, b| a.span.cmp(&b.span));
        let mut firsts: Map<String, Text<'_>> = Map::new();
        for text in self.0 {
            let bare = text.bare();
            match firsts.get(&bare) {
                Some(first) => raise(entry, &text, first, report),
                None if bare.is_empty() => {}
                None => {
                    firsts.insert(bare, text);
                }
            }
        }
    }
}

impl<'a> Text<'a> {
    fn prose(what: &'static str, it: &'a Spanned<Prose>) -> Self {
        Self {
            what,
            wording: Wording::Prose(&it.value),
            span: it.span,
        }
    }

    /// A number that is the same for texts that begin with the same letters.
    fn beginning(&self) -> u64 {
        let mut number = 0_u64;
        let mut left = 12;
        let mut take = |text: &str| {
            for letter in text.chars().filter(|c| c.is_alphanumeric()) {
                let mut add = |lower: char| {
                    number = number.wrapping_mul(0x0100_0000_01b3) ^ u64::from(lower);
                };
                if letter.is_ascii() {
                    add(letter.to_ascii_lowercase());
                } else {
                    letter.to_lowercase().for_each(add);
                }
                left -= 1;
                if left == 0 {
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        };
        let _ = match self.wording {
            Wording::Line(text) => take(text),
            Wording::Prose(prose) => prose.try_for_each_text(&mut take),
        };
        number
    }

    /// Its letters and digits alone.
    fn bare(&self) -> String {
        let bare = |text: &str| {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        match self.wording {
            Wording::Line(text) => bare(text),
            Wording::Prose(prose) => bare(&prose.to_plain_text()),
        }
    }
}

fn raise(entry: &Entry, text: &Text<'_>, first: &Text<'_>, report: &mut Report) {
    let (this, code) = (text.what, shown_code(entry));
    let other = Some(first.what).filter(|what| *what != this);
    let other = other.unwrap_or("another one");
    report
        .raise(
            &RULE,
            text.span,
            format!("{this} of `{code}` says the same as {other}"),
        )
        .about(entry.span)
        .related(first.span, "first said here")
        .help("delete it, or say what the other leaves open");
}

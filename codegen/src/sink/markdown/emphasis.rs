//! Emphasis whose marks are read as marks, whatever stands beside them.
//!
//! Trees hold emphasis of a kind neither within nor beside emphasis of that
//! kind (`prose` joins it), so it is two deep at most. Then three rules are
//! enough for any reader of `CommonMark`, of old editions and of new ones:
//!
//! 1. The outer marks are `*`, or `_` right behind a `*`; the inner ones are the
//!    other. So no two runs of marks become one, and each closing mark finds its
//!    own opening one: there is no other of that character between the two.
//! 2. No blank stands at the inner side of a mark.
//! 3. At its outer side stands a blank or a mark of ASCII; behind and before a
//!    `*` it may be anything, where the inner side has a letter or a digit.
//!
//! By 2 and 3 all marks can open, or close, emphasis (section 6.2). Characters
//! that break them are written by their numbers, which begin and end with a mark.

#[cfg(test)]
mod tests;

use super::Markdown;

/// The emphasis of a text that is being written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Emphasis {
    /// The mark of what is open.
    open: Option<Mark>,
    /// What was closed last.
    closed: Option<Closed>,
}

/// A closing mark.
#[derive(Clone, Copy, Debug)]
struct Closed {
    mark: Mark,
    /// What stands before it.
    inside: char,
    /// Where it ends.
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Star,
    Underscore,
}

/// How much a text is emphasized.
#[derive(Clone, Copy, Debug)]
pub(super) enum Weight {
    Emphasis,
    Strong,
}

impl Markdown {
    /// What `fill` writes, in bold.
    pub(crate) fn strong(&mut self, fill: impl FnOnce(&mut Self)) -> &mut Self {
        self.emphasized(Weight::Strong, fill);
        self
    }

    /// What `fill` writes between two marks; nothing if that is nothing.
    pub(super) fn emphasized(&mut self, weight: Weight, fill: impl FnOnce(&mut Self)) {
        let around = self.emphasis.open;
        let mark = match around {
            Some(Mark::Star) => Mark::Underscore,
            None if self.text.ends_with('*') => Mark::Underscore,
            Some(Mark::Underscore) | None => Mark::Star,
        };
        let opened = self.text.len();
        self.text.push_str(mark.run(weight));
        let start = self.text.len();
        self.emphasis.open = Some(mark);
        fill(self);
        self.emphasis.open = around;
        self.number_blanks_at_the_edges(start);
        self.number_before(opened, mark, start);
        let inside = self.text[start..].chars().next_back();
        let Some(inside) = inside else {
            self.text.truncate(opened);
            return;
        };
        self.text.push_str(mark.run(weight));
        let end = self.text.len();
        self.emphasis.closed = Some(Closed { mark, inside, end });
    }

    fn number_blanks_at_the_edges(&mut self, start: usize) {
        let first = self.text[start..].chars().next();
        if let Some(blank) = first.filter(|it| it.is_whitespace()) {
            self.text
                .replace_range(start..start + blank.len_utf8(), &numbered(blank));
        }
        let last = self.text[start..].chars().next_back();
        if let Some(blank) = last.filter(|it| it.is_whitespace()) {
            self.text.truncate(self.text.len() - blank.len_utf8());
            self.text.push_str(&numbered(blank));
        }
    }

    /// Writes what stands before a mark by its number, where that must be.
    fn number_before(&mut self, opened: usize, mark: Mark, start: usize) {
        let inside = self.text[start..].chars().next();
        let outside = self.text[..opened].chars().next_back();
        if let (Some(inside), Some(outside)) = (inside, outside)
            && !mark.may_stand_between(outside, inside)
        {
            let at = opened - outside.len_utf8();
            self.text.replace_range(at..opened, &numbered(outside));
            // It was text between two letters, and behind it is none now.
            let mut before = self.text[..at].chars().rev();
            if before.next() == Some('_') && before.next().is_some_and(is_word) {
                self.text.insert(at - 1, '\\');
            }
        }
    }

    /// The rest of `text`, after its first character was written by its number:
    /// if a mark stands right before it, and that must be.
    pub(super) fn behind_a_mark<'a>(&mut self, text: &'a str) -> &'a str {
        let closed = self.emphasis.closed.filter(|it| it.end == self.text.len());
        match (closed, text.chars().next()) {
            (Some(closed), Some(outside))
                if !closed.mark.may_stand_between(outside, closed.inside) =>
            {
                self.text.push_str(&numbered(outside));
                &text[outside.len_utf8()..]
            }
            _ => text,
        }
    }
}

impl Mark {
    fn run(self, weight: Weight) -> &'static str {
        match (self, weight) {
            (Self::Star, Weight::Emphasis) => "*",
            (Self::Star, Weight::Strong) => "**",
            (Self::Underscore, Weight::Emphasis) => "_",
            (Self::Underscore, Weight::Strong) => "__",
        }
    }

    /// Whether this is a mark of emphasis between two characters, of which the
    /// one inside is no blank.
    fn may_stand_between(self, outside: char, inside: char) -> bool {
        let parts = outside.is_whitespace() || outside.is_ascii_punctuation();
        parts || (self == Self::Star && is_word(inside))
    }
}

/// Whether a character is a letter or a digit to every edition. To the newest
/// one, letters within a circle or a square are marks.
pub(super) fn is_word(character: char) -> bool {
    let in_shape = matches!(character, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    character.is_alphanumeric() && !in_shape
}

/// A character by its number.
fn numbered(character: char) -> String {
    format!("&#{};", u32::from(character))
}

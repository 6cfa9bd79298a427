//! Anchors of a page: what a link leads to.

use std::fmt::Write as _;

/// A place of a page. No two places share a name: that of a code holds no
/// colon, a section's id starts with a letter and a listing's number does not,
/// and no part has a name that is an id.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Anchor<'a> {
    /// The entry of a code.
    Code(&'a str),
    /// A further listing of an entry: its first code and the listing's number,
    /// which is 2 or more.
    Listing(&'a str, usize),
    /// A section, by its id.
    Section(&'a str),
    /// A part that is on many pages.
    Part(&'static str),
}

impl Anchor<'_> {
    /// The name, as it follows `#` in a link.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Code(code) => spelt(code),
            Self::Listing(code, number) => format!("{}:{number}", spelt(code)),
            Self::Section(id) => format!("section:{}", spelt(id)),
            Self::Part(name) => format!("page::{}", spelt(name)),
        }
    }
}

/// Letters, digits, `_`, `.` and `-`; other characters as `~` and their number
/// in hexadecimal, so that no two codes share an anchor.
fn spelt(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '_' | '.' | '-') {
            name.push(character);
        } else {
            write!(name, "~{:x}", u32::from(character)).expect("a String takes all text");
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_anchor_can_be_read() {
        let names = [
            Anchor::Code("A_b-1.2 é"),
            Anchor::Listing("A", 2),
            Anchor::Section("a"),
            Anchor::Part("statuses"),
        ]
        .map(Anchor::name);
        assert_eq!(
            names,
            ["A_b-1.2~20~e9", "A:2", "section:a", "page::statuses"]
        );
    }

    #[test]
    fn no_two_places_share_an_anchor() {
        let anchors = [
            Anchor::Code("section"),
            Anchor::Code("section:a"),
            Anchor::Code("section~3aa"),
            Anchor::Code("page"),
            Anchor::Code("page::statuses"),
            Anchor::Listing("section", 2),
            Anchor::Listing("page", 2),
            Anchor::Section("a"),
            Anchor::Section("statuses"),
            Anchor::Part("statuses"),
            Anchor::Code("a b"),
            Anchor::Code("a-b"),
            Anchor::Code("é"),
        ];
        let names: BTreeSet<String> = anchors.iter().map(|anchor| anchor.name()).collect();
        assert_eq!(names.len(), anchors.len(), "{names:?}");
    }
}

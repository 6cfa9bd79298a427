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
    /// Puts the name, as it follows `#` in a link, at the end of `out`.
    pub(super) fn put(self, out: &mut String) {
        match self {
            Self::Code(code) => put(out, code),
            Self::Listing(code, number) => {
                put(out, code);
                write!(out, ":{number}").expect("a String takes all text");
            }
            Self::Section(id) => {
                out.push_str("section:");
                put(out, id);
            }
            Self::Part(name) => {
                out.push_str("page::");
                put(out, name);
            }
        }
    }
}

/// Letters, digits, `_`, `.` and `-`; other characters as `~` and their number
/// in hexadecimal, so that no two codes share an anchor.
fn put(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        let plain = rest.bytes().position(|byte| !PLAIN[usize::from(byte)]);
        let (plain, other) = rest.split_at(plain.unwrap_or(rest.len()));
        out.push_str(plain);
        let mut characters = other.chars();
        let Some(character) = characters.next() else {
            return;
        };
        write!(out, "~{:x}", u32::from(character)).expect("a String takes all text");
        rest = characters.as_str();
    }
}

/// The characters that a name has as they are.
const PLAIN: [bool; 256] =
    crate::characters::table(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

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
        .map(|anchor| {
            let mut name = String::new();
            anchor.put(&mut name);
            name
        });
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
        let name = |anchor: &Anchor<'_>| {
            let mut name = String::new();
            anchor.put(&mut name);
            name
        };
        let names: BTreeSet<String> = anchors.iter().map(name).collect();
        assert_eq!(names.len(), anchors.len(), "{names:?}");
    }
}

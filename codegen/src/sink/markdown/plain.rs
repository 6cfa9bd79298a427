//! Plain text: what means something to Markdown gets a backslash.

use super::emphasis::is_word;
use super::{Markdown, Place};

impl Markdown {
    /// Plain text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let text = self.behind_a_mark(text);
        let mut before = match self.text.chars().next_back() {
            None | Some(' ' | '\n') => Before::Start,
            Some(character) => Before::Text(character),
        };
        let mut rest = text;
        loop {
            if matches!(before, Before::Text(_)) {
                let plain = rest.bytes().position(|byte| MARKS[usize::from(byte)]);
                let (plain, marked) = rest.split_at(plain.unwrap_or(rest.len()));
                self.text.push_str(plain);
                before = plain.chars().next_back().map_or(before, Before::Text);
                rest = marked;
            }
            let mut characters = rest.chars();
            let Some(character) = characters.next() else {
                return self;
            };
            rest = characters.as_str();
            match character {
                // Four blanks at the start of a line would begin code.
                ' ' | '\n' | '\r' | '\t' if before == Before::Start => continue,
                '\n' | '\r' | '\t' => self.text.push(' '),
                _ => {
                    // Blanks at the end are no part of a heading either.
                    let is_end = rest.trim_start_matches([' ', '\t', '\n', '\r']).is_empty();
                    let next = characters.next().filter(|_| !is_end);
                    let after = next.unwrap_or('\n');
                    if self.needs_backslash(before, character, after) {
                        self.text.push('\\');
                    }
                    self.text.push(character);
                }
            }
            before = before.then(character);
        }
    }

    fn needs_backslash(&self, before: Before, character: char, after: char) -> bool {
        let at_start = before == Before::Start;
        match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // `#` at the end of a heading closes it.
            '#' => at_start || (after == '\n' && matches!(before, Before::Text(' ' | '\t' | '#'))),
            '>' | '=' => at_start,
            '+' | '-' => at_start && (after == character || after.is_whitespace()),
            '.' | ')' => before == Before::Number && after.is_whitespace(),
            '_' => !(before.is_word() && is_word(after)),
            '&' => after == '#' || after.is_ascii_alphabetic(),
            '|' => self.in_cell || at_start,
            '$' => self.place == Place::Page,
            '@' | '{' | '}' => self.place == Place::TsDoc,
            '/' => self.place == Place::TsDoc && before == Before::Text('*'),
            ':' => (self.place == Place::Doc && after == '/') || (at_start && after == '-'),
            _ => false,
        }
    }
}

/// What stands before a character of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// Nothing: it begins a line, or what follows a mark of ours.
    Start,
    /// Only digits since then: `1.` and `1)` would begin a list.
    Number,
    /// Other text, which ends with this.
    Text(char),
}

/// The characters that mean something to Markdown within a line.
const MARKS: [bool; 256] = crate::characters::table(b"\n\r\t\\`*[]<~#_&|$:@{}/");

impl Before {
    /// What stands before the character after this one.
    fn then(self, character: char) -> Self {
        match (self, character) {
            (_, '\n' | '\r') => Self::Start,
            (Self::Start | Self::Number, '0'..='9') => Self::Number,
            (_, character) => Self::Text(character),
        }
    }

    fn is_word(self) -> bool {
        match self {
            Self::Start => false,
            Self::Number => true,
            Self::Text(character) => is_word(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text becomes in some places.
    type Elsewhere = &'static [(Place, &'static str)];

    /// Each text with what it becomes on a page, and where it differs elsewhere.
    const TEXTS: &[(&str, &str, Elsewhere)] = &[
        ("a b\tc\nd\re", "a b c d e", &[]),
        ("  \t\n\ra  b", "a  b", &[]),
        ("\\`*[]<~", "\\\\\\`\\*\\[\\]\\<\\~", &[]),
        ("# a # b #", "\\# a # b \\#", &[]),
        ("a# a##", "a# a#\\#", &[]),
        ("a#", "a#", &[]),
        ("a # \t", "a \\#  ", &[]),
        ("a\t#", "a \\#", &[]),
        ("> a > b", "\\> a > b", &[]),
        ("= a = b", "\\= a = b", &[]),
        ("- a - b", "\\- a - b", &[]),
        ("-a", "-a", &[]),
        ("--a", "\\--a", &[]),
        ("a --", "a --", &[]),
        ("+", "\\+", &[]),
        ("1. a", "1\\. a", &[]),
        ("12) a", "12\\) a", &[]),
        ("1.5", "1.5", &[]),
        ("a. b", "a. b", &[]),
        ("a1. b", "a1. b", &[]),
        (". a", ". a", &[]),
        ("a_b_", "a_b\\_", &[]),
        ("_a _", "\\_a \\_", &[]),
        ("1_2", "1_2", &[]),
        ("Ⓐ_b_é", "Ⓐ\\_b_é", &[]),
        ("a_ b", "a\\_ b", &[]),
        ("&a &#1 & &1", "\\&a \\&#1 & &1", &[]),
        ("| a | b", "\\| a | b", &[]),
        (
            "a $b",
            "a \\$b",
            &[
                (Place::Doc, "a $b"),
                (Place::TsDoc, "a $b"),
                (Place::Value, "a $b"),
            ],
        ),
        ("@a {b}", "@a {b}", &[(Place::TsDoc, "\\@a \\{b\\}")]),
        ("*/ a/b", "\\*/ a/b", &[(Place::TsDoc, "\\*\\/ a/b")]),
        ("a://b: c:d", "a://b: c:d", &[(Place::Doc, "a\\://b: c:d")]),
        (":- :a a:-", "\\:- :a a:-", &[]),
        (":a", ":a", &[]),
    ];

    #[test]
    fn a_backslash_stands_where_it_is_needed_and_nowhere_else() {
        for (text, on_page, elsewhere) in TEXTS {
            for place in [Place::Page, Place::Doc, Place::TsDoc, Place::Value] {
                let other = elsewhere.iter().find(|(other, _)| *other == place);
                let mut markdown = Markdown::new(place);
                markdown.text(text);
                let expected = other.map_or(on_page, |(_, expected)| expected);
                assert_eq!(markdown.finish(), *expected, "{text:?} {place:?}");
            }
        }
    }

    #[test]
    fn what_was_written_before_counts() {
        let mut markdown = Markdown::new(Place::TsDoc);
        markdown
            .raw("*")
            .text("/ - a")
            .raw("\n")
            .text("- b")
            .raw(" ")
            .text("# c");
        assert_eq!(markdown.finish(), "*\\/ - a\n\\- b \\# c");
    }
}

//! Plain text: what means something to Markdown gets a backslash.

use super::{Markdown, Place};

impl Markdown {
    /// Plain text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
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
                ' ' | '\n' | '\t' if before == Before::Start => continue,
                '\n' | '\t' => self.text.push(' '),
                _ => {
                    let after = characters.next().unwrap_or('\n');
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
            '#' => at_start || (after == '\n' && matches!(before, Before::Text(' ' | '#'))),
            '>' | '=' => at_start,
            '+' | '-' => at_start && (after == character || after.is_whitespace()),
            '.' | ')' => before == Before::Number && after.is_whitespace(),
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '&' => after == '#' || after.is_ascii_alphabetic(),
            '|' => self.in_cell || at_start,
            '$' => self.place == Place::Page,
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
const MARKS: [bool; 256] = crate::characters::table(b"\n\t\\`*[]<~#_&|$:");

impl Before {
    /// What stands before the character after this one.
    fn then(self, character: char) -> Self {
        match (self, character) {
            (_, '\n') => Self::Start,
            (Self::Start | Self::Number, '0'..='9') => Self::Number,
            (_, character) => Self::Text(character),
        }
    }

    fn is_alphanumeric(self) -> bool {
        match self {
            Self::Start => false,
            Self::Number => true,
            Self::Text(character) => character.is_alphanumeric(),
        }
    }
}

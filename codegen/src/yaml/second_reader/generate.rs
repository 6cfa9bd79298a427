//! Catalogs made up from a seed: the shapes of the language, and every way in
//! which YAML can write a scalar, a list and a map.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Every style that the generator uses.
pub(super) const STYLES: &[&str] = &[
    "block list",
    "block map",
    "comment",
    "double quoted",
    "double quoted, escapes",
    "double quoted, several lines",
    "empty",
    "flow list",
    "flow map",
    "folded, clipped",
    "folded, kept",
    "folded, stripped",
    "literal, clipped",
    "literal, indented",
    "literal, kept",
    "literal, stripped",
    "plain",
    "plain, looks typed",
    "plain, several lines",
    "single quoted",
    "single quoted, quotes",
    "single quoted, several lines",
];

const WORDS: &[&str] = &[
    "parcel", "lost", "No", "größe", "日本", "ID", "of", "it's", "a-b", "x#y", "100%", "(24h)",
];
const TYPED: &[&str] = &[
    "null",
    "~",
    "true",
    "no",
    "404",
    "1.10",
    "0x1F",
    "0o17",
    "1e3",
    "12:30",
    "-1",
    "2026-11-21",
    ".nan",
];

/// The catalog of a seed; `styles` counts what it uses.
pub(super) fn catalog(seed: u64, styles: &mut BTreeMap<&'static str, u32>) -> String {
    let mut maker = Maker {
        state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        styles,
        text: String::new(),
    };
    maker.text.push_str("errcat: 1\ncatalog: made_up\n");
    for key in ["title", "description"] {
        maker.entry(0, key);
    }
    maker.text.push_str("errors:\n");
    for _ in 0..=maker.below(4) {
        maker.text.push_str("  - code: ");
        maker.flow_scalar();
        maker.text.push('\n');
        for key in ["message", "description", "fix", "x-note"] {
            if maker.below(3) > 0 {
                maker.entry(4, key);
            }
        }
        maker.collections();
    }
    maker.text
}

struct Maker<'a> {
    state: u64,
    styles: &'a mut BTreeMap<&'static str, u32>,
    text: String,
}

impl Maker<'_> {
    /// A number below `end` (xorshift64).
    fn below(&mut self, end: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % end
    }

    fn one_of(&mut self, words: &'static [&'static str]) -> &'static str {
        let at = self.below(words.len() as u64);
        words[usize::try_from(at).expect("an index of a short list")]
    }

    fn count(&mut self, style: &'static str) {
        *self.styles.entry(style).or_default() += 1;
    }

    fn sentence(&mut self) -> String {
        let words: Vec<&str> = (0..=self.below(5)).map(|_| self.one_of(WORDS)).collect();
        words.join(" ")
    }

    /// A key with a scalar in any style.
    fn entry(&mut self, indent: usize, key: &str) {
        write!(self.text, "{:indent$}{key}: ", "").expect("a String takes all text");
        match self.below(8) {
            0 => self.block(indent, '|'),
            1 => self.block(indent, '>'),
            2 => self.several_lines(indent),
            3 => {
                self.text.truncate(self.text.trim_end().len());
                self.count("empty");
            }
            _ => self.flow_scalar(),
        }
        if self.below(4) == 0 && !self.text.ends_with('\n') {
            self.text.push_str("  # said: \"why\"");
            self.count("comment");
        }
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// A scalar on one line, fit for flow collections too.
    fn flow_scalar(&mut self) {
        let sentence = self.sentence();
        match self.below(6) {
            0 => {
                let typed = self.one_of(TYPED);
                self.text.push_str(typed);
                self.count("plain, looks typed");
            }
            1 => {
                write!(self.text, "'{}: [x'", sentence.replace('\'', "''"))
                    .expect("a String takes all text");
                self.count("single quoted");
            }
            2 => {
                write!(self.text, "'''{}'''", sentence.replace('\'', "''"))
                    .expect("a String takes all text");
                self.count("single quoted, quotes");
            }
            3 => {
                write!(self.text, "\"{sentence}, {{x}} # no\"").expect("a String takes all text");
                self.count("double quoted");
            }
            4 => {
                write!(self.text, "\"{sentence}\\t\\\"\\\\\\n\\u00e9\\x41\\/\"")
                    .expect("a String takes all text");
                self.count("double quoted, escapes");
            }
            _ => {
                self.text.push_str(&sentence);
                self.count("plain");
            }
        }
    }

    fn several_lines(&mut self, indent: usize) {
        let (first, second) = (self.sentence(), self.sentence());
        let (quote, style) = match self.below(3) {
            0 => ("", "plain, several lines"),
            1 => ("'", "single quoted, several lines"),
            _ => ("\"", "double quoted, several lines"),
        };
        let escape = |text: String| {
            if quote == "'" {
                text.replace('\'', "''")
            } else {
                text
            }
        };
        let gap = if self.below(2) == 0 { "\n" } else { "" };
        let deeper = indent + 2;
        let (first, second) = (escape(first), escape(second));
        write!(
            self.text,
            "{quote}{first}\n{gap}{:deeper$}{second}{quote}",
            ""
        )
        .expect("a String takes all text");
        self.count(style);
    }

    fn block(&mut self, indent: usize, mark: char) {
        let (chomp, style) = match (mark, self.below(4)) {
            ('|', 0) => ("-", "literal, stripped"),
            ('|', 1) => ("+", "literal, kept"),
            ('|', 2) => ("2", "literal, indented"),
            ('|', _) => ("", "literal, clipped"),
            (_, 0) => ("-", "folded, stripped"),
            (_, 1) => ("+", "folded, kept"),
            _ => ("", "folded, clipped"),
        };
        writeln!(self.text, "{mark}{chomp}").expect("a String takes all text");
        let deeper = indent + 2;
        if chomp == "2" {
            self.text.push_str(&" ".repeat(deeper + 1));
            self.text.push_str("indented\n");
        }
        for line in 0..=self.below(3) {
            let sentence = self.sentence();
            // The first line says how far the block is indented.
            let more = if line > 0 && self.below(4) == 0 { 2 } else { 0 };
            writeln!(self.text, "{:1$}{sentence}: #", "", deeper + more)
                .expect("a String takes all text");
            if self.below(3) == 0 {
                self.text.push('\n');
            }
        }
        self.count(style);
    }

    /// Lists and maps, block and flow, on an entry.
    fn collections(&mut self) {
        if self.below(2) == 0 {
            self.text.push_str("    causes:\n");
            for _ in 0..=self.below(3) {
                self.text.push_str("      - ");
                self.flow_scalar();
                self.text.push('\n');
            }
            self.count("block list");
        }
        if self.below(2) == 0 {
            self.text.push_str("    details:\n");
            for name in ["id", "größe", "404"] {
                self.entry(6, name);
            }
            self.count("block map");
        }
        if self.below(2) == 0 {
            self.text.push_str("    tags: [");
            for _ in 0..self.below(3) {
                self.flow_scalar();
                self.text.push_str(", ");
            }
            self.text.push_str("last]\n");
            self.count("flow list");
        }
        if self.below(2) == 0 {
            self.text.push_str("    retry: {do: ");
            self.flow_scalar();
            self.text
                .push_str(", 'note': \"a: b\", delay: {header: X}}\n");
            self.count("flow map");
        }
    }
}

//! YAML scalars: text that our own reader reads back as exactly that text.
//!
//! Nothing is generated in YAML. What is written here goes into a catalog that
//! an author keeps, where a rule knows for certain what it should say.

use crate::yaml::hidden_in;

/// A scalar as it is written, on one line.
///
/// ```
/// use errcat_codegen::sink::{Quotes, Scalar};
///
/// let text = String::from("a: b");
/// let scalar = Scalar::new(&text, Quotes::Spared).expect("all of it is visible");
/// assert_eq!(scalar.into_written(), "\"a: b\"");
/// ```
///
/// Text is no scalar by itself:
///
/// ```compile_fail,E0423
/// use errcat_codegen::sink::{Quotes, Scalar};
///
/// let text = String::from("a: b");
/// let scalar = Scalar(text);
/// assert_eq!(scalar.into_written(), "\"a: b\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar(String);

/// The quotes around a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// None, unless the text needs some.
    Spared,
    /// `'..'`, unless the text needs an escape.
    Single,
    /// `".."`.
    Double,
    /// Those in which the text needs no escapes.
    Fewest,
}

impl Scalar {
    /// The scalar that is read as `text`; `None` if there is none, since it
    /// holds a character that a reader can't see, which is refused anywhere.
    #[must_use]
    pub fn new(text: &str, quotes: Quotes) -> Option<Self> {
        if hidden_in(text) {
            return None;
        }
        let one_line = !text.contains(['\n', '\t']);
        let written = match quotes {
            Quotes::Spared if is_plain(text) => text.to_owned(),
            Quotes::Single if one_line => single(text),
            Quotes::Spared | Quotes::Fewest if one_line && text.contains(['"', '\\']) => {
                single(text)
            }
            _ => double(text),
        };
        Some(Self(written))
    }

    /// The text of the file.
    #[must_use]
    pub fn into_written(self) -> String {
        self.0
    }
}

/// Whether `text` is read as itself without quotes, also inside `[..]` and
/// `{..}` and as a key. Some that would be are left out, for simplicity.
fn is_plain(text: &str) -> bool {
    let first = text.strip_prefix('-').unwrap_or(text);
    first.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '/')
        && first
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"_-./".contains(&it))
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for character in text.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            other => written.push(other),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diag::Report;
    use crate::source::{Source, SourceId};
    use crate::yaml::{Node, Value, parse};

    const ALL: [Quotes; 4] = [
        Quotes::Spared,
        Quotes::Single,
        Quotes::Double,
        Quotes::Fewest,
    ];

    /// Pieces that mean something somewhere in YAML.
    const PIECES: [&str; 48] = [
        "", " ", "  ", "\n", "\t", "\n\n", ":", ": ", " #", "#", "-", "- ", "?", "? ", "*", "&",
        "!", "!!", "|", ">", "%", "@", "`", "'", "''", "\"", "\\", "\\n", "{", "}", "[", "]", ",",
        ", ", "<<", "---", "...", "~", "null", "true", "yes", "0x1F", "1.10", "a", "é", "語",
        "e\u{301}", "\u{a0}",
    ];

    #[test]
    fn every_text_is_read_back_as_itself() {
        let mut tried = 0;
        for a in PIECES {
            for b in PIECES {
                for c in ["", "a", " ", "\"", "'", "\\", ":", "\n"] {
                    let text = format!("{a}{b}{c}");
                    for quotes in ALL {
                        read_back(&text, quotes);
                        tried += 1;
                    }
                }
            }
        }
        assert_eq!(tried, 48 * 48 * 8 * 4);
    }

    #[test]
    fn another_reader_reads_the_same() {
        for a in PIECES {
            for b in PIECES {
                for quotes in ALL {
                    let text = format!("{a}{b}");
                    let scalar = Scalar::new(&text, quotes).expect("its characters are visible");
                    let written = scalar.into_written();
                    let yaml = format!("- {written}\n- [{written}]\n- {{{written}: {written}}}\n");
                    let read: (String, [String; 1], BTreeMap<String, String>) =
                        serde_yaml::from_str(&yaml).expect(&yaml);
                    let map = BTreeMap::from([(text.clone(), text.clone())]);
                    assert_eq!(read, (text.clone(), [text], map), "{yaml}");
                }
            }
        }
    }

    #[test]
    fn what_no_reader_sees_is_not_written() {
        for text in [
            "a\u{200b}b",
            "\u{202e}",
            "a\rb",
            "\0",
            "\u{feff}a",
            "\u{85}",
        ] {
            for quotes in ALL {
                assert_eq!(Scalar::new(text, quotes), None, "{text:?}");
            }
        }
    }

    #[test]
    fn quotes_are_spared_where_they_can_be() {
        let written = |text| Scalar::new(text, Quotes::Spared).map(Scalar::into_written);
        for (text, expected) in [
            ("details", "details"),
            ("-32601", "-32601"),
            ("a b", "\"a b\""),
            ("say \"a\"", "'say \"a\"'"),
            ("- a", "\"- a\""),
            ("/a", "/a"),
            ("a\n'", "\"a\\n'\""),
        ] {
            assert_eq!(written(text).as_deref(), Some(expected));
        }
    }

    /// As a value, as a key, as an item and in brackets.
    fn read_back(text: &str, quotes: Quotes) {
        let written = Scalar::new(text, quotes).expect("its characters are visible");
        let written = written.into_written();
        let yaml =
            format!("a: {written}\n{written}: b\nc:\n  - {written}\nd: [{written}, {written}]\n");
        let mut report = Report::default();
        let source = Source::new("x.yaml", yaml.clone());
        let tree = parse(&source, SourceId(0), &mut report);
        let mut found = Vec::new();
        let tree = tree.expect(&yaml);
        collect(&tree, &mut found);
        let expected = ["a", text, text, "b", "c", text, "d", text, text];
        // As a key, `a`, `c` or `d` is there twice, which is reported.
        if report.len() == 0 {
            assert_eq!(found, expected, "{yaml}");
        } else {
            assert!(["a", "c", "d"].contains(&text), "{yaml}");
        }
    }

    fn collect<'a>(node: &'a Node<'_>, found: &mut Vec<&'a str>) {
        match &node.value {
            Value::Scalar { text, .. } => found.push(text),
            Value::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
            Value::Map(pairs) => {
                for pair in pairs {
                    found.push(&pair.key.text);
                    collect(&pair.value, found);
                }
            }
            Value::Broken => found.push("(broken)"),
        }
    }
}

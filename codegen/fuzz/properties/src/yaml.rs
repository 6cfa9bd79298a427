//! A writer of YAML that shares nothing with errcat: flow style, and every text
//! in double quotes with all that is not plain ASCII escaped.

use std::fmt::Write as _;

/// A value to write.
#[derive(Clone, Debug)]
pub(crate) enum Yaml {
    /// Text, in quotes.
    Text(String),
    /// A number, a word: as it is.
    Bare(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn bare(word: impl ToString) -> Self {
        Self::Bare(word.to_string())
    }

    /// The text of a file.
    pub(crate) fn file(&self) -> String {
        let mut file = String::new();
        match self {
            // A key a line, for whoever reads it.
            Self::Map(pairs) => {
                for (key, value) in pairs {
                    quoted(&mut file, key);
                    file.push_str(": ");
                    value.write(&mut file);
                    file.push('\n');
                }
            }
            other => other.write(&mut file),
        }
        file
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => quoted(out, text),
            Self::Bare(word) => out.push_str(word),
            Self::List(items) => {
                out.push('[');
                for item in items {
                    item.write(out);
                    out.push_str(", ");
                }
                out.push(']');
            }
            Self::Map(pairs) => {
                out.push('{');
                for (key, value) in pairs {
                    quoted(out, key);
                    out.push_str(": ");
                    value.write(out);
                    out.push_str(", ");
                }
                out.push('}');
            }
        }
    }
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            ' '..='~' => out.push(character),
            _ => write!(out, "\\U{:08x}", u32::from(character)).expect("a String takes all"),
        }
    }
    out.push('"');
}

/// A map whose keys are of the language.
pub(crate) fn map<'a>(pairs: impl IntoIterator<Item = (&'a str, Yaml)>) -> Yaml {
    let pairs = pairs
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value));
    Yaml::Map(pairs.collect())
}

//! Python: string literals, docstrings and comments.
//!
//! Python reads the first two lines of a file for the encoding of the rest, so
//! a comment there could make it run what looks like text. [`Python::new`]
//! writes both. Deliberately absent: f-strings, which run what stands in them.

use std::fmt::Write as _;

use super::inert;
use crate::write::MARK;
use crate::yaml::is_hidden;

/// Python that is being written.
///
/// ```
/// use errcat_codegen::sink::Python;
///
/// let text = String::from("say \"a\"");
/// let mut module = Python::new();
/// module.raw("a = ").string(&text).raw("\n");
/// assert!(module.finish().ends_with("\na = \"say \\\"a\\\"\"\n"));
/// ```
///
/// Text can't be written as code:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::Python;
///
/// let text = String::from("say \"a\"");
/// let mut module = Python::new();
/// module.raw("a = ").raw(&text).raw("\n");
/// assert!(module.finish().ends_with("\na = \"say \\\"a\\\"\"\n"));
/// ```
///
/// Nor is there a module without its head:
///
/// ```compile_fail,E0599
/// use errcat_codegen::sink::Python;
///
/// let text = String::from("say \"a\"");
/// let mut module = Python::default();
/// module.raw("a = ").string(&text).raw("\n");
/// assert!(module.finish().ends_with("\na = \"say \\\"a\\\"\"\n"));
/// ```
#[derive(Debug)]
pub struct Python(String);

impl Python {
    /// A module that says whose it is on its first two lines.
    #[expect(
        clippy::new_without_default,
        reason = "it is not empty, as a default value would be"
    )]
    #[must_use]
    pub fn new() -> Self {
        Self(format!(
            "# {MARK}; do not edit\n# Text of catalogs begins below: here it could name an encoding.\n"
        ))
    }

    /// Syntax that stands in our own source.
    pub fn raw(&mut self, syntax: &'static str) -> &mut Self {
        self.0.push_str(syntax);
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        write!(self.0, "{}", number.into()).expect("a String takes all text");
        self
    }

    /// A string literal.
    pub fn string(&mut self, text: &str) -> &mut Self {
        self.raw("\"");
        text.chars().for_each(|character| self.escaped(character));
        self.raw("\"")
    }

    /// Text within a comment of our own.
    pub fn comment(&mut self, text: &str) -> &mut Self {
        self.0.extend(text.chars().map(inert));
        self
    }

    /// A docstring behind `indent`, line by line as in the text, without the
    /// blanks around it. Readers of docstrings spread tabs, from a column that
    /// is not the text's: four blanks stand for each.
    ///
    /// ```
    /// use errcat_codegen::sink::Python;
    ///
    /// let text = String::from("Lost.\n\"\"\"");
    /// let mut module = Python::new();
    /// module.docstring("    ", &text);
    /// assert!(module.finish().ends_with("\n    \"\"\"Lost.\n    \\\"\\\"\\\"\n    \"\"\"\n"));
    /// ```
    pub fn docstring(&mut self, indent: &'static str, text: &str) -> &mut Self {
        let text = text.trim();
        self.raw(indent).raw("\"\"\"");
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.raw("\n");
                self.raw(if line.is_empty() { "" } else { indent });
            }
            for character in line.chars() {
                match character {
                    '\t' => self.0.push_str("    "),
                    other => self.escaped(other),
                }
            }
        }
        if text.contains('\n') {
            self.raw("\n").raw(indent);
        }
        self.raw("\"\"\"\n")
    }

    /// The source.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    fn escaped(&mut self, character: char) {
        match character {
            '"' => self.0.push_str("\\\""),
            '\\' => self.0.push_str("\\\\"),
            '\n' => self.0.push_str("\\n"),
            '\t' => self.0.push_str("\\t"),
            other if is_hidden(other) => {
                write!(self.0, "\\U{:08x}", u32::from(other)).expect("a String takes all text");
            }
            other => self.0.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Python)) -> String {
        let mut module = Python::new();
        let head = module.0.len();
        write(&mut module);
        module.finish().split_off(head)
    }

    #[test]
    fn what_is_written_stands_in_its_order() {
        let module = written(|module| {
            module
                .raw("# ")
                .comment("a:\nb.c")
                .raw("\na = ")
                .number(-7)
                .raw(" + ");
            module.string("é'\t\n\\\"\r\u{e0041}");
        });
        assert_eq!(
            module,
            "# a__b.c\na = -7 + \"é'\\t\\n\\\\\\\"\\U0000000d\\U000e0041\""
        );
    }

    #[test]
    fn a_docstring_has_the_lines_of_its_text() {
        for (text, docstring) in [
            (" a\tb\"\n", "  \"\"\"a    b\\\"\"\"\"\n"),
            ("a\n\n b\\", "  \"\"\"a\n\n   b\\\\\n  \"\"\"\n"),
        ] {
            let module = written(|module| {
                module.docstring("  ", text);
            });
            assert_eq!(module, docstring);
        }
    }

    #[test]
    fn a_module_says_whose_it_is() {
        let module = Python::new().finish();
        assert!(module.starts_with("# @generated by errcat; do not edit\n# "));
        assert_eq!(module.lines().count(), 2);
    }
}

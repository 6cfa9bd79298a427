//! TypeScript: string literals and `TSDoc`.
//!
//! A `TSDoc` comment is Markdown with tags (`@deprecated`, `{@link ..}`) of its
//! own, so [`Place::TsDoc`] escapes for both. Deliberately absent: template
//! literals, which run what stands in them.

use std::fmt::Write as _;

use super::{Markdown, Place, inert, json};

/// TypeScript that is being written.
///
/// ```
/// use errcat_codegen::sink::TypeScript;
///
/// let text = String::from("say \"a\"");
/// let mut script = TypeScript::default();
/// script.raw("const a = ").string(&text).raw(";\n");
/// assert_eq!(script.finish(), "const a = \"say \\\"a\\\"\";\n");
/// ```
///
/// Text can't be written as code:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::TypeScript;
///
/// let text = String::from("say \"a\"");
/// let mut script = TypeScript::default();
/// script.raw("const a = ").raw(&text).raw(";\n");
/// assert_eq!(script.finish(), "const a = \"say \\\"a\\\"\";\n");
/// ```
#[derive(Debug, Default)]
pub struct TypeScript {
    text: String,
    /// Memory for texts on their way here.
    scratch: String,
}

impl TypeScript {
    /// Syntax that stands in our own source.
    pub fn raw(&mut self, syntax: &'static str) -> &mut Self {
        self.text.push_str(syntax);
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        write!(self.text, "{}", number.into()).expect("a String takes all text");
        self
    }

    /// A string literal: every string of JSON is one.
    pub fn string(&mut self, text: &str) -> &mut Self {
        json::quoted(&mut self.text, text);
        self
    }

    /// Text within a line comment of our own.
    pub fn comment(&mut self, text: &str) -> &mut Self {
        self.text.extend(text.chars().map(inert));
        self
    }

    /// A `TSDoc` comment behind `indent`, which `write` writes.
    ///
    /// ```
    /// use errcat_codegen::sink::TypeScript;
    ///
    /// let text = String::from("*/ @internal");
    /// let mut script = TypeScript::default();
    /// script.doc("  ", |doc| {
    ///     doc.text(&text);
    /// });
    /// assert_eq!(script.finish(), "  /**\n   * \\*\\/ \\@internal\n   */\n");
    /// ```
    pub fn doc(&mut self, indent: &'static str, write: impl FnOnce(&mut Markdown)) {
        let mut markdown = Markdown::reusing(std::mem::take(&mut self.scratch), Place::TsDoc);
        write(&mut markdown);
        let text = markdown.finish();
        self.raw(indent).raw("/**\n");
        for line in text.lines() {
            self.raw(indent).raw(" *");
            self.raw(if line.is_empty() { "" } else { " " });
            self.text.push_str(line);
            self.raw("\n");
        }
        self.raw(indent).raw(" */\n");
        self.scratch = text;
    }

    /// The source.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stands_in_its_order() {
        let mut script = TypeScript::default();
        script.raw("// ").comment("a */\n\u{2028}b.c").raw("\n");
        script.doc("  ", |doc| {
            doc.text("*/ @a").raw("\n\n").code("*/");
        });
        script.doc("", |doc| {
            doc.text("b");
        });
        script
            .raw("const a = ")
            .number(-7)
            .raw(" + ")
            .string("é\u{2028}");
        assert_eq!(
            script.finish(),
            "// a ____b.c\n  /**\n   * \\*\\/ \\@a\n   *\n   * \\*\\/\n   */\n\
             /**\n * b\n */\nconst a = -7 + \"é\\u2028\""
        );
    }
}

//! Rust source: what grows with the number of entries is streamed here, row by
//! row; what does not is built as tokens and printed by prettyplease once.

#[cfg(test)]
mod tests;

use proc_macro2::{Literal, TokenStream};

use super::{Markdown, Place, decimal, literal};
use crate::model::{Ident, Prose};
use crate::order::sort_by;

/// Rust source that is being written.
///
/// ```
/// use errcat_codegen::sink::Rust;
///
/// let text = String::from("say \"a\"");
/// let mut source = Rust::default();
/// source.raw("const A: &str = ").string(&text).raw(";\n");
/// assert_eq!(source.finish(), "const A: &str = \"say \\\"a\\\"\";\n");
/// ```
///
/// Text can't be written as code:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::Rust;
///
/// let text = String::from("say \"a\"");
/// let mut source = Rust::default();
/// source.raw("const A: &str = ").raw(&text).raw(";\n");
/// assert_eq!(source.finish(), "const A: &str = \"say \\\"a\\\"\";\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Rust {
    text: String,
    /// Memory for texts on their way here.
    scratch: String,
}

impl Rust {
    /// The source of one item, as prettyplease prints it.
    pub(crate) fn item(tokens: TokenStream) -> Self {
        let file = syn::parse2(tokens).expect("our own tokens are one Rust item");
        Self {
            text: spaced(&prettyplease::unparse(&file)),
            scratch: String::new(),
        }
    }

    /// The source.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// Syntax that stands in our own source.
    pub fn raw(&mut self, syntax: &'static str) -> &mut Self {
        self.text.push_str(syntax);
        self
    }

    /// Lines of our own, each that is not blank behind `indent`.
    pub(crate) fn lines(&mut self, indent: &'static str, lines: &'static str) -> &mut Self {
        self.text.reserve(lines.len());
        for line in lines.lines() {
            if !line.is_empty() {
                self.text.push_str(indent);
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
        self
    }

    /// An identifier.
    pub fn ident(&mut self, ident: &Ident) -> &mut Self {
        self.text.push_str(ident.as_str());
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        decimal::put(&mut self.text, number.into());
        self
    }

    /// A string literal.
    pub fn string(&mut self, text: &str) -> &mut Self {
        let start = self.text.len();
        self.text.push('"');
        let mut rest = text;
        loop {
            let (plain, special) = rest.split_at(literal::plain(rest));
            self.text.push_str(plain);
            match special.as_bytes().first() {
                None => {
                    self.text.push('"');
                    return self;
                }
                Some(b'"') => self.text.push_str("\\\""),
                Some(b'\\') => self.text.push_str("\\\\"),
                Some(b'\n') => self.text.push_str("\\n"),
                Some(_) => {
                    self.text.truncate(start);
                    self.text.push_str(&Literal::string(text).to_string());
                    return self;
                }
            }
            rest = &special[1..];
        }
    }

    /// A string literal of Markdown.
    pub(crate) fn prose(&mut self, prose: &Prose) -> &mut Self {
        let mut markdown = Markdown::reusing(std::mem::take(&mut self.scratch), Place::Value);
        markdown.prose(prose);
        let text = markdown.finish();
        self.string(&text);
        self.scratch = text;
        self
    }

    /// `None`, or `Some` of a string literal.
    pub(crate) fn optional_string(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.raw("Some(").string(text).raw(")"),
            None => self.raw("None"),
        }
    }

    pub(crate) fn boolean(&mut self, value: bool) -> &mut Self {
        self.raw(if value { "true" } else { "false" })
    }

    /// `None`, or `Some` of a number.
    pub(crate) fn optional_number(&mut self, number: Option<impl Into<i64>>) -> &mut Self {
        match number {
            Some(number) => self.raw("Some(").number(number).raw(")"),
            None => self.raw("None"),
        }
    }

    /// Another source behind this one.
    pub(crate) fn append(&mut self, other: &Self) -> &mut Self {
        self.text.push_str(&other.text);
        self
    }

    /// Makes room for about this many bytes more.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Text within a line comment of our own.
    pub fn comment(&mut self, text: &str) -> &mut Self {
        self.text.extend(text.chars().map(super::inert));
        self
    }

    /// Doc comment lines, which `write` writes; `slashes` stand before each.
    pub fn doc(&mut self, slashes: &'static str, write: impl FnOnce(&mut Markdown)) {
        let mut markdown = Markdown::reusing(std::mem::take(&mut self.scratch), Place::Doc);
        write(&mut markdown);
        let text = markdown.finish();
        // No blank ends a line, as in docs that prettyplease prints: rustfmt and
        // editors take it off.
        for line in text.lines().map(|line| line.trim_end_matches(' ')) {
            self.text.push_str(slashes);
            if !line.is_empty() {
                self.text.push(' ');
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
        self.scratch = text;
    }

    /// Puts this source behind `out`, with what each filling writes where its
    /// marker stands. `None`, and nothing is put, if
    /// a marker does not stand exactly once: the docs hold text of a catalog, and
    /// that may say anything. All places are found before anything is written, so
    /// none of that is searched.
    pub(crate) fn fill(&self, places: &[Filling<'_>], out: &mut Self) -> Option<()> {
        let mut found = Vec::with_capacity(places.len());
        for place in places {
            let mut at = self.text.match_indices(&place.marker);
            let (Some((start, _)), None) = (at.next(), at.next()) else {
                return None;
            };
            found.push((self.extent(start, place), place));
        }
        sort_by(&mut found, |a, b| a.0.start.cmp(&b.0.start));
        out.text.reserve(self.text.len());
        let mut done = 0;
        for (range, place) in found {
            out.text.push_str(&self.text[done..range.start]);
            (place.write)(out);
            done = range.end;
        }
        out.text.push_str(&self.text[done..]);
        Some(())
    }

    fn extent(&self, start: usize, place: &Filling<'_>) -> std::ops::Range<usize> {
        let end = start + place.marker.len();
        match place.extent {
            Extent::Marker => start..end,
            Extent::Line => {
                let line = self.text[..start]
                    .rfind('\n')
                    .map_or(0, |newline| newline + 1);
                let next = self.text[end..].find('\n');
                line..next.map_or(self.text.len(), |newline| end + newline + 1)
            }
        }
    }
}

/// A place in Rust source, and what writes the source that belongs there.
pub(crate) struct Filling<'a> {
    pub(crate) marker: String,
    pub(crate) extent: Extent,
    pub(crate) write: Writing<'a>,
}

/// What writes some source.
pub(crate) type Writing<'a> = &'a dyn Fn(&mut Rust);

/// How much a text takes the place of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Extent {
    /// The marker alone.
    Marker,
    /// The line on which it stands.
    Line,
}

/// The same source with a blank line between items: prettyplease prints none.
fn spaced(source: &str) -> String {
    let mut spaced = String::with_capacity(source.len() + source.len() / 16);
    let mut before = "";
    for line in source.lines() {
        if is_apart(before, line) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}

/// Whether a blank line stands between two lines: one item ends, or the docs
/// of the file do, and another item begins.
fn is_apart(before: &str, line: &str) -> bool {
    let [ended, begun] = [before, line].map(str::trim_start);
    if ended.starts_with("//!") {
        return !begun.starts_with("//!");
    }
    // Docs may say anything, and no blank line may part them from their item.
    if ended.starts_with("///") {
        return false;
    }
    let same = before.len() - ended.len() == line.len() - begun.len();
    let alike = |word: &str| ended.starts_with(word) && begun.starts_with(word);
    let joined = ["use ", "pub use ", "const "].into_iter().any(alike);
    same && ended.ends_with(['}', ';']) && is_item(begun) && !joined
}

/// Whether a line is the first one of an item.
fn is_item(line: &str) -> bool {
    const FIRST: &[&str] = &[
        "///", "#[", "pub ", "pub(", "fn ", "impl", "const ", "static ", "struct ", "mod ", "use ",
        "extern ",
    ];
    FIRST.iter().any(|first| line.starts_with(first))
}

/// Lines of our own as `#[doc]` attributes hold them.
pub(crate) fn doc_comments(lines: Vec<String>) -> Vec<String> {
    let line = |line: String| match line.as_str() {
        "" => line,
        text => format!(" {text}"),
    };
    lines.into_iter().map(line).collect()
}

/// The lines of `#[doc]` attributes: each with the blank before its text, which
/// rustdoc takes off again.
pub(crate) fn doc_lines(markdown: Markdown) -> Vec<String> {
    debug_assert_eq!(markdown.place(), Place::Doc, "escaped for rustdoc");
    let text = markdown.finish();
    doc_comments(text.lines().map(str::to_owned).collect())
}

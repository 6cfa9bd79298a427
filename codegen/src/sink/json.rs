//! JSON text (RFC 8259), indented by two spaces.

use std::fmt::Write as _;

use super::{Markdown, Place, decimal, literal};
use crate::model::{Constant, Prose, Shape};
use crate::yaml::is_hidden;

/// A JSON text that is being written. Each value method writes one value;
/// [`member`](Self::member) and [`item`](Self::item) go before it.
///
/// ```
/// use errcat_codegen::sink::Json;
///
/// let text = String::from("say \"a\"");
/// let mut json = Json::default();
/// json.list(|json| json.item().string(&text));
/// assert_eq!(json.finish(), "[\n  \"say \\\"a\\\"\"\n]\n");
/// ```
///
/// Text can't be written as JSON of its own:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::Json;
///
/// let text = String::from("say \"a\"");
/// let mut json = Json::default();
/// json.list(|json| json.item().literal(&text));
/// assert_eq!(json.finish(), "[\n  \"say \\\"a\\\"\"\n]\n");
/// ```
#[derive(Debug, Default)]
pub struct Json {
    text: String,
    /// Memory for texts on their way here.
    scratch: String,
    depth: usize,
    /// How lists and objects are laid out now.
    layout: Layout,
    /// Whether the open object or list has a value already.
    started: bool,
}

/// How a list or object is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Layout {
    /// One value a line.
    #[default]
    Lines,
    /// All on one line.
    Line,
}

/// What stands between two values on lines of their own, at most depths.
const BETWEEN: &str = ",\n                                ";

impl Json {
    /// A text that will have about this many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        let mut json = Self::default();
        json.text.reserve(bytes);
        json
    }

    /// The text, with a line break at its end.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// An object, whose members `fill` writes.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        let outer = self.open('{');
        fill(self);
        self.close(outer, '}');
    }

    /// An object on one line: for a few members that are read together.
    pub(crate) fn record(&mut self, fill: impl FnOnce(&mut Self)) {
        self.on_one_line(|json| json.object(fill));
    }

    /// A value on one line, whatever lies in it.
    pub(crate) fn on_one_line(&mut self, write: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.layout, Layout::Line);
        write(self);
        self.layout = outer;
    }

    /// A list, whose items `fill` writes.
    pub fn list(&mut self, fill: impl FnOnce(&mut Self)) {
        let outer = self.open('[');
        fill(self);
        self.close(outer, ']');
    }

    /// A list with one value for each of `items`.
    pub(crate) fn list_of<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let outer = self.open('[');
        for item in items {
            write(self.item(), item);
        }
        self.close(outer, ']');
    }

    /// The same on one line: for short lists of words and numbers.
    pub(crate) fn row_of<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        write: impl FnMut(&mut Self, T),
    ) {
        let outer = std::mem::replace(&mut self.layout, Layout::Line);
        self.list_of(items, write);
        self.layout = outer;
    }

    /// A member that our own source names, plainly; its value follows.
    pub fn member(&mut self, name: &'static str) -> &mut Self {
        debug_assert_eq!(literal::plain(name), name.len(), "a plain name: {name:?}");
        self.next();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\": ");
        self
    }

    /// A member with any name; its value follows.
    pub fn named(&mut self, name: &str) -> &mut Self {
        self.next();
        quoted(&mut self.text, name);
        self.text.push_str(": ");
        self
    }

    /// An item of a list; its value follows.
    pub fn item(&mut self) -> &mut Self {
        self.next();
        self
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        quoted(&mut self.text, text);
    }

    /// A string of Markdown.
    pub(crate) fn prose(&mut self, prose: &Prose) {
        let mut markdown = Markdown::reusing(std::mem::take(&mut self.scratch), Place::Value);
        markdown.prose(prose);
        let text = markdown.finish();
        quoted(&mut self.text, &text);
        self.scratch = text;
    }

    /// A whole number.
    pub fn integer(&mut self, number: impl Into<i64>) {
        decimal::put(&mut self.text, number.into());
    }

    /// JSON that stands in our own source.
    pub fn literal(&mut self, json: &'static str) {
        self.text.push_str(json);
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// The value that `write` makes of `value`, or `null`.
    pub(crate) fn or_null<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.null(),
        }
    }

    /// A constant of an envelope.
    pub(crate) fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::Null => self.null(),
            Constant::Boolean(value) => self.boolean(*value),
            Constant::Number(number) => self.text.push_str(number),
            Constant::Text(text) => self.string(text),
        }
    }

    /// A tree of constants; `slot` writes its slots.
    pub(crate) fn shape(&mut self, shape: &Shape, slot: &impl Fn(&mut Self, &crate::model::Slot)) {
        match shape {
            Shape::Constant(constant) => self.constant(constant),
            Shape::Slot(it) => slot(self, it),
            Shape::List(items) => self.list_of(items, |json, item| json.shape(item, slot)),
            Shape::Object(pairs) => self.object(|json| {
                for (key, value) in pairs {
                    json.named(key).shape(value, slot);
                }
            }),
        }
    }

    /// Begins an object or a list; gives what to [`close`](Self::close) it with.
    fn open(&mut self, bracket: char) -> bool {
        self.text.push(bracket);
        self.depth += 1;
        std::mem::replace(&mut self.started, false)
    }

    fn close(&mut self, outer: bool, bracket: char) {
        self.depth -= 1;
        if self.started && self.layout == Layout::Lines {
            self.line(1);
        }
        self.started = outer;
        self.text.push(bracket);
    }

    fn next(&mut self) {
        let follows = std::mem::replace(&mut self.started, true);
        match self.layout {
            Layout::Lines => self.line(usize::from(!follows)),
            Layout::Line if follows => self.text.push_str(", "),
            Layout::Line => {}
        }
    }

    /// A new line, behind what [`BETWEEN`] has from `start`.
    fn line(&mut self, start: usize) {
        let end = BETWEEN.len().min(2 + 2 * self.depth);
        self.text.push_str(&BETWEEN[start..end]);
        for _ in (end - 2) / 2..self.depth {
            self.text.push_str("  ");
        }
    }
}

/// A string with its quotes: one of JSON, and so of JavaScript.
pub(super) fn quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    loop {
        let (plain, special) = rest.split_at(literal::plain(rest));
        out.push_str(plain);
        let Some(first) = special.chars().next() else {
            break;
        };
        let foreign = special.find(|c: char| c.is_ascii() || must_escape(c));
        let (foreign, ended) = special.split_at(foreign.unwrap_or(special.len()));
        out.push_str(foreign);
        rest = ended;
        if foreign.is_empty() {
            escape(out, first);
            rest = &ended[first.len_utf8()..];
        }
    }
    out.push('"');
}

fn escape(out: &mut String, special: char) {
    match special {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        other => {
            for unit in other.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("a String takes all text");
            }
        }
    }
}

/// Control characters, as the RFC asks, and those that a reader can't see or
/// that end a line in JavaScript.
fn must_escape(character: char) -> bool {
    matches!(character, '\n' | '\t') || is_hidden(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_reads_back_as_it_was() {
        let hostile = "\"\\/\u{0}\u{1f}\n\t\r\u{7f}\u{85}\u{2028}\u{202e}\u{feff}é\u{1f600}\u{e0041}</script>";
        let mut json = Json::default();
        json.list_of([hostile, ""], Json::string);
        let text = json.finish();
        let back: Vec<String> = serde_json::from_str(&text).expect("valid JSON");
        assert_eq!(back, [hostile, ""]);
        assert!(text.chars().all(|c| c == '\n' || !must_escape(c)));
    }

    #[test]
    fn each_special_character_is_escaped_alone_and_in_company() {
        for (text, escaped) in [
            ("\"", "\\\""),
            ("\\", "\\\\"),
            ("\n", "\\n"),
            ("\t", "\\t"),
            ("\u{1}", "\\u0001"),
            ("\u{7f}", "\\u007f"),
            ("\u{2028}", "\\u2028"),
            ("\u{e0041}", "\\udb40\\udc41"),
            ("é", "é"),
        ] {
            for (before, after) in [("", ""), ("ab", "c"), ("aé", "é")] {
                let mut out = String::new();
                quoted(&mut out, &format!("{before}{text}{after}"));
                assert_eq!(out, format!("\"{before}{escaped}{after}\""));
            }
        }
    }

    #[test]
    fn lines_are_indented_at_any_depth() {
        fn nested(json: &mut Json, depth: usize) {
            json.list(|json| {
                json.item();
                if depth > 1 {
                    nested(json, depth - 1);
                } else {
                    json.boolean(true);
                }
            });
        }
        let mut json = Json::default();
        nested(&mut json, 20);
        for (line, text) in json.finish().lines().enumerate() {
            let depth = if line > 20 { 40 - line } else { line };
            let blanks = text.len() - text.trim_start().len();
            assert_eq!(blanks, 2 * depth, "line {line}");
        }
    }

    #[test]
    fn a_tree_of_constants_is_written_as_it_is() {
        let constant = Shape::Constant;
        let mut slot = Json::with_capacity(8);
        slot.object(|_| ());
        assert_eq!(slot.finish(), "{}\n");
        let shape = Shape::Object(vec![
            ("a".to_owned(), constant(Constant::Null)),
            ("b".to_owned(), constant(Constant::Boolean(false))),
            (
                "c".to_owned(),
                constant(Constant::Number("1.50".to_owned())),
            ),
            (
                "d".to_owned(),
                Shape::List(vec![constant(Constant::Text("\"".to_owned()))]),
            ),
        ]);
        let mut json = Json::default();
        json.record(|json| json.member("x").shape(&shape, &|_, _| panic!("no slots")));
        assert_eq!(
            json.finish(),
            "{\"x\": {\"a\": null, \"b\": false, \"c\": 1.50, \"d\": [\"\\\"\"]}}\n"
        );
    }

    #[test]
    fn prose_is_a_string_of_markdown() {
        let mut json = Json::default();
        json.list(|json| {
            for text in ["*a* \"b\"", "c"] {
                let prose = crate::prose::parse(text, |problem, _| panic!("{problem:?}"));
                json.item().prose(&prose);
            }
            json.item().or_null(Some("d"), Json::string);
        });
        assert_eq!(
            json.finish(),
            "[\n  \"*a* \\\"b\\\"\",\n  \"c\",\n  \"d\"\n]\n"
        );
    }

    #[test]
    fn objects_are_indented_by_two() {
        let mut json = Json::default();
        json.object(|json| {
            json.member("a").list_of([1_i64, 2], Json::integer);
            json.member("b").object(|_| ());
            json.member("c").or_null(None::<&str>, Json::string);
            json.member("d").row_of(["x", "y"], Json::string);
            json.member("e").literal("{\"f\": 1}");
        });
        assert_eq!(
            json.finish(),
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": null,\n  \
             \"d\": [\"x\", \"y\"],\n  \"e\": {\"f\": 1}\n}\n"
        );
    }
}

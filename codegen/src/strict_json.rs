//! JSON text to a tree with the place of every value (RFC 8259, nothing more).
//!
//! The rule about examples reads them with this. Our YAML reader would not do:
//! YAML lets through what a JSON reader refuses (comments, a comma before the
//! end, single quotes, bare words), and an example that people paste must be
//! strict. Keys that stand twice are refused too.

use std::ops::Range;

use crate::map::Set;

/// Deepest nesting that is read.
const DEPTH_LIMIT: usize = 64;

/// A value and the bytes of the text that it takes.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) at: Range<usize>,
    pub(crate) value: Value,
}

/// What stands at a place.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A key with its value.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_at: Range<usize>,
    pub(crate) value: Node,
}

/// Where the text is no JSON, and why.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) at: Range<usize>,
    /// As it reads after "this example is no JSON: ".
    pub(crate) problem: &'static str,
}

/// Reads a text that holds one value.
pub(crate) fn parse(text: &str) -> Result<Node, Fault> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(DEPTH_LIMIT)?;
    reader.blanks();
    if reader.at < text.len() {
        return Err(reader.fault("something follows its end"));
    }
    Ok(node)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        self.blanks();
        let start = self.at;
        let value = match self.peek() {
            Some('{' | '[') if depth == 0 => return Err(self.fault("it is nested too deeply")),
            Some('{') => self.object(depth - 1)?,
            Some('[') => self.list(depth - 1)?,
            Some('"') => Value::Text(self.string()?),
            _ => self.word()?,
        };
        let at = start..self.at;
        Ok(Node { at, value })
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut members: Vec<Member> = Vec::new();
        let mut keys = Set::new();
        self.items('}', |reader| {
            reader.blanks();
            let start = reader.at;
            if reader.peek() != Some('"') {
                return Err(reader.fault("a key stands in double quotes"));
            }
            let key = reader.string()?;
            let key_at = start..reader.at;
            if !keys.insert(key.clone()) {
                let problem = "this key stands there twice";
                return Err(Fault {
                    at: key_at,
                    problem,
                });
            }
            reader.blanks();
            if !reader.take(':') {
                return Err(reader.fault("a `:` is missing here"));
            }
            let value = reader.value(depth)?;
            members.push(Member { key, key_at, value });
            Ok(())
        })?;
        Ok(Value::Object(members))
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut nodes = Vec::new();
        self.items(']', |reader| {
            nodes.push(reader.value(depth)?);
            Ok(())
        })?;
        Ok(Value::List(nodes))
    }

    /// What stands between an opening mark and `end`, with commas between.
    fn items(
        &mut self,
        end: char,
        mut item: impl FnMut(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.at += 1;
        self.blanks();
        if self.take(end) {
            return Ok(());
        }
        loop {
            item(self)?;
            self.blanks();
            if self.take(end) {
                return Ok(());
            }
            let comma = self.at;
            if !self.take(',') {
                return Err(self.fault(match end {
                    '}' => "a `,` or `}` is missing here",
                    _ => "a `,` or `]` is missing here",
                }));
            }
            self.blanks();
            if self.peek() == Some(end) {
                let at = comma..comma + 1;
                let problem = "nothing follows this comma";
                return Err(Fault { at, problem });
            }
        }
    }

    /// Text in double quotes, without its escapes.
    fn string(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            match self.peek() {
                None | Some('\n') => {
                    self.at = start;
                    return Err(self.fault("this quote is not closed on its line"));
                }
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') => text.push(self.escape()?),
                Some(c) if c < ' ' => {
                    return Err(self.fault("a control character is written as an escape"));
                }
                Some(c) => {
                    text.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let letter = self.text[self.at + 1..].chars().next();
        let c = match letter {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.unicode(),
            _ => return Err(self.fault("there is no such escape")),
        };
        self.at += 2;
        Ok(c)
    }

    /// `\uXXXX`, or two that make one character (RFC 8259, section 7).
    fn unicode(&mut self) -> Result<char, Fault> {
        let unit = |at: usize| {
            let rest = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
            let digits = rest.bytes().all(|byte| byte.is_ascii_hexdigit());
            digits.then(|| u16::from_str_radix(rest, 16).ok())?
        };
        let Some(first) = unit(self.at) else {
            return Err(self.fault("four hexadecimal digits follow `\\u`"));
        };
        let units = [Some(first), unit(self.at + 6)];
        let mut characters = char::decode_utf16(units.into_iter().flatten());
        match characters.next() {
            Some(Ok(c)) => {
                self.at += 6 * c.len_utf16();
                Ok(c)
            }
            _ => Err(self.fault("this is half of a character")),
        }
    }

    /// `null`, a truth value or a number.
    fn word(&mut self) -> Result<Value, Fault> {
        let rest = &self.text[self.at..];
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let value = match &rest[..length] {
            "null" => Value::Null,
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            number if crate::lower::is_json_number(number) => Value::Number(number.to_owned()),
            other => {
                let at = self.at..self.at + length.max(self.peek().map_or(0, char::len_utf8));
                let problem = match (other, rest.chars().next()) {
                    ("", None) => "it ends too early",
                    ("", Some('\'')) => "text stands in double quotes",
                    ("", Some('/' | '#')) => "there are no comments in JSON",
                    ("", Some('}' | ']' | ',')) => "a value is missing here",
                    (word, _) if word.starts_with("..") => "nothing can be left out with dots",
                    _ => "this is no value; text stands in double quotes",
                };
                return Err(Fault { at, problem });
            }
        };
        self.at += length;
        Ok(value)
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        self.at += if there { c.len_utf8() } else { 0 };
        there
    }

    /// A fault at the next character.
    fn fault(&self, problem: &'static str) -> Fault {
        let problem = match self.peek() {
            None => "it ends too early",
            Some('/' | '#') => "there are no comments in JSON",
            Some(_) => problem,
        };
        let at = self.at..self.at + self.peek().map_or(0, char::len_utf8);
        Fault { at, problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as a second reader would print it.
    fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Boolean(it) => (*it).into(),
            Value::Number(number) => serde_json::from_str(number).expect("a number"),
            Value::Text(text) => text.as_str().into(),
            Value::List(nodes) => nodes.iter().map(plain).collect(),
            Value::Object(members) => members
                .iter()
                .map(|member| (member.key.clone(), plain(&member.value)))
                .collect(),
        }
    }

    #[test]
    fn a_second_reader_agrees() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            r#"{"a": [1, -2.5e3, true, false, null], "b": {"c": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 é"}}"#,
            "\n[\"\", [[[]]], {\"\": 0}]\r\n",
        ] {
            let second: serde_json::Value = serde_json::from_str(text).expect(text);
            assert_eq!(plain(&parse(text).expect(text)), second);
        }
        for text in [
            "",
            "nul",
            "01",
            "+1",
            ".5",
            "1.",
            "[1,]",
            "[,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a: 1}",
            "{'a': 1}",
            "'a'",
            "\"a",
            "\"a\nb\"",
            "\"\\x41\"",
            "\"\\u00g0\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "[1 2]",
            "[1",
            "{\"a\": 1",
            "1 2",
            "// a\n1",
            "[1, # a\n2]",
            "\"\t\"",
            "\u{a0}1",
            "[...]",
            "NaN",
            "\"\\",
        ] {
            assert!(parse(text).is_err(), "{text}");
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text}"
            );
        }
    }

    #[test]
    fn a_place_is_the_bytes_of_the_value() {
        let text = r#"{ "é": [1, "two"] }"#;
        let Value::Object(members) = parse(text).expect("JSON").value else {
            panic!("an object");
        };
        assert_eq!(&text[members[0].key_at.clone()], "\"é\"");
        assert_eq!(&text[members[0].value.at.clone()], r#"[1, "two"]"#);
    }

    #[test]
    fn what_only_a_careful_reader_refuses_is_refused() {
        let twice = parse(r#"{"a": 1, "a": 2}"#).expect_err("twice");
        assert_eq!(
            (twice.problem, twice.at),
            ("this key stands there twice", 9..12)
        );
        let deep = "[".repeat(100_000);
        assert_eq!(
            parse(&deep).expect_err("deep").problem,
            "it is nested too deeply"
        );
    }
}

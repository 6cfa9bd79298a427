//! The twin's tokens with the texts put back, against those that were read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::emphasis;
use super::markdown::{self, Reader};
use super::neutral::{Form, Hole, Holes};
use super::token::{Token, blanks, normal};

/// Compares; how many texts stood where the twin has their marks.
pub(crate) fn compare(
    twin: &[Token],
    holes: &Holes,
    found: &[Token],
    reader: Reader,
) -> Result<usize, String> {
    let mut wanted = Wanted {
        holes,
        reader,
        tokens: Vec::with_capacity(twin.len()),
        in_cell: false,
        texts: 0,
    };
    for token in twin {
        wanted.token(token)?;
    }
    let texts = wanted.texts;
    let mut wanted = normal(wanted.tokens);
    if reader == Reader::Rustdoc {
        wanted.iter_mut().for_each(without_blanks_at_ends);
    }
    let mut idents = BTreeMap::new();
    for (at, want) in wanted.iter().enumerate() {
        let found_here = found.get(at);
        if !found_here.is_some_and(|it| fits(want, it, holes, &mut idents)) {
            let before = &wanted[at.saturating_sub(3)..at];
            return Err(format!(
                "after {before:?}\n  must be {want:?}\n  but is  {found_here:?}"
            ));
        }
    }
    match found.get(wanted.len()) {
        Some(more) => Err(format!("more than there must be: {more:?}")),
        None => Ok(texts),
    }
}

/// A line of a doc comment ends with no blank: formatters take it off.
fn without_blanks_at_ends(token: &mut Token) {
    if let Token::Block(text) = token {
        let lines: Vec<&str> = text
            .split('\n')
            .map(|it| it.trim_end_matches(' '))
            .collect();
        *text = lines.join("\n");
        text.truncate(text.trim_end_matches('\n').len());
    }
}

/// The tokens that must be there.
struct Wanted<'a> {
    holes: &'a Holes,
    reader: Reader,
    tokens: Vec<Token>,
    in_cell: bool,
    texts: usize,
}

impl Wanted<'_> {
    fn token(&mut self, token: &Token) -> Result<(), String> {
        match token {
            Token::Mark(mark) if mark == "cell" => self.in_cell = true,
            Token::Mark(mark) if mark == "end" => self.in_cell = false,
            _ => {}
        }
        let filled = match token {
            Token::Text(text) => return self.text(text),
            Token::Mark(text) if text.starts_with("block ") => {
                Token::Mark(self.filled(text, |hole| self.reader.word(&hole.text)))
            }
            Token::Span(text) => Token::Span(self.filled(text, |hole| target(text, hole))),
            Token::Code(text) => {
                self.code(text);
                return Ok(());
            }
            Token::Block(text) => self
                .json(text)
                .unwrap_or_else(|| Token::Block(self.plain(text))),
            Token::Literal(text) => self.literal(text)?,
            other => other.clone(),
        };
        self.texts += usize::from(filled != *token);
        self.tokens.push(filled);
        Ok(())
    }

    /// Text of Markdown, in which prose brings its own structure.
    fn text(&mut self, text: &str) -> Result<(), String> {
        let mut rest = text;
        while let Some((range, number)) = self.holes.first_in(rest) {
            let hole = &self.holes.0[number];
            self.tokens
                .push(Token::Text(rest[..range.start].to_owned()));
            match hole.form {
                Form::Prose if self.in_cell => {
                    self.tokens.extend(in_cell(prose(hole, self.reader)?));
                }
                Form::Prose => self.tokens.extend(prose(hole, self.reader)?),
                _ => self.tokens.push(Token::Text(hole.text.clone())),
            }
            self.texts += 1;
            rest = &rest[range.end..];
            if hole.form == Form::Note && hole.text.ends_with(['.', '!', '?']) {
                rest = rest.strip_prefix('.').unwrap_or(rest);
            }
        }
        self.tokens.push(Token::Text(rest.to_owned()));
        Ok(())
    }

    /// A code span; in a cell without code where parsers differ on its bars.
    fn code(&mut self, text: &str) {
        let plain = self.plain(text);
        self.texts += usize::from(plain != text);
        let json = self.json(text);
        let shown = json.as_ref().map_or(plain, shown);
        self.tokens.push(match json {
            _ if self.in_cell && shown.contains("\\|") => Token::Text(shown),
            Some(json) => json,
            None => self.named(text, Token::Code(shown)),
        });
    }

    fn literal(&self, text: &str) -> Result<Token, String> {
        if self.holes.is_mark(text)
            && let Some((_, number)) = self.holes.first_in(text)
        {
            let hole = &self.holes.0[number];
            return Ok(match hole.form {
                Form::Prose => Token::Prose(prose(hole, Reader::Value)?),
                _ => self.named(text, Token::Literal(hole.text.clone())),
            });
        }
        let plain = || Token::Literal(self.filled(text, |hole| target(text, hole)));
        let plain = || self.named(text, plain());
        Ok(self.json(text).unwrap_or_else(plain))
    }

    /// A text of the twin that may be the name of an item.
    fn named(&self, text: &str, filled: Token) -> Token {
        if self.holes.name_in(text).is_some() {
            Token::Named(text.to_owned(), Box::new(filled))
        } else {
            filled
        }
    }

    /// JSON within a text, if there is a mark in it.
    fn json(&self, text: &str) -> Option<Token> {
        self.holes.first_in(text)?;
        let mut value: Value = serde_json::from_str(text).ok()?;
        self.fill_json(&mut value);
        Some(Token::Json(value))
    }

    fn fill_json(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.plain(text),
            Value::Array(items) => items.iter_mut().for_each(|it| self.fill_json(it)),
            Value::Object(pairs) => {
                let old = std::mem::take(pairs);
                for (key, mut value) in old {
                    self.fill_json(&mut value);
                    pairs.insert(self.plain(&key), value);
                }
            }
            _ => {}
        }
    }

    fn plain(&self, text: &str) -> String {
        self.filled(text, |hole| hole.text.clone())
    }

    fn filled(&self, text: &str, write: impl Fn(&Hole) -> String) -> String {
        let (mut filled, mut rest) = (String::new(), text);
        while let Some((range, number)) = self.holes.first_in(rest) {
            filled += &rest[..range.start];
            filled += &write(&self.holes.0[number]);
            rest = &rest[range.end..];
        }
        filled + rest
    }
}

/// The Markdown of a catalog as its own parser sees it, with what a reader of
/// outputs sees in its place.
fn prose(hole: &Hole, reader: Reader) -> Result<Vec<Token>, String> {
    let mut tokens = emphasis::as_it_looks(markdown::read(&hole.text, Reader::Catalog)?);
    for token in &mut tokens {
        match token {
            Token::Mark(mark) => {
                if let Some(info) = mark.strip_prefix("block ") {
                    *mark = format!("block {}", reader.language(info));
                }
            }
            Token::Span(span) => {
                if let Some(address) = span.strip_prefix("link ") {
                    *span = format!("link {}", linked(address));
                }
            }
            _ => {}
        }
    }
    Ok(tokens)
}

/// Prose in a cell of a table: all on one line.
fn in_cell(prose: Vec<Token>) -> Vec<Token> {
    let mut cell = Cell {
        starts: true,
        ..Cell::default()
    };
    for token in prose {
        match &token {
            Token::Mark(mark) if mark == "item" => cell.item(),
            Token::Mark(mark) if mark == "end" => cell.end(),
            Token::Mark(mark) => {
                cell.ended = true;
                cell.part();
                cell.open.push(mark.starts_with("list "));
                if let Some(start) = mark.strip_prefix("list ") {
                    let digits = start.trim_matches(|it: char| !it.is_ascii_digit());
                    cell.lists.push((digits.parse().ok(), 0));
                    cell.starts = true;
                }
            }
            Token::Break => cell.ended = true,
            Token::Span(span) if span == "line" => cell.push(Token::Text(" ".to_owned())),
            Token::Block(text) | Token::Code(text) if text.contains("\\|") => {
                cell.push(Token::Text(text.clone()));
            }
            Token::Block(text) => cell.push(Token::Code(text.clone())),
            _ => cell.push(token),
        }
    }
    cell.tokens
}

/// A cell that is being filled with prose.
#[derive(Default)]
struct Cell {
    tokens: Vec<Token>,
    /// The lists that were begun: the next number, if they have numbers, and how
    /// many items there were.
    lists: Vec<(Option<u64>, usize)>,
    /// The blocks that are open, and which of them are lists.
    open: Vec<bool>,
    /// Whether a block has ended, so that a blank is due.
    ended: bool,
    /// Whether an item has begun, so that none is.
    starts: bool,
}

impl Cell {
    fn push(&mut self, token: Token) {
        self.part();
        self.starts = false;
        self.tokens.push(token);
    }

    /// What parts the next block from the last.
    fn part(&mut self) {
        if self.ended && !self.starts {
            self.tokens.push(Token::Text(" ".to_owned()));
        }
        self.ended = false;
    }

    fn end(&mut self) {
        if self.open.pop() == Some(true) {
            self.lists.pop();
        }
        (self.ended, self.starts) = (true, false);
    }

    fn item(&mut self) {
        let (number, count) = self.lists.last_mut().expect("an item is in a list");
        let part = if *count > 0 { "; " } else { "" };
        let point = number.map_or(String::new(), |it| format!("({it}) "));
        *number = number.map(|it| it + 1);
        *count += 1;
        self.tokens.push(Token::Text(format!("{part}{point}")));
        self.open.push(false);
        (self.starts, self.ended) = (true, false);
    }
}

/// What a text becomes in a link or an anchor.
fn target(place: &str, hole: &Hole) -> String {
    let web = ["link http", "http"].iter().any(|it| place.starts_with(it));
    let is_link = place.starts_with("link ");
    match hole.form {
        Form::Address if is_link => linked(&hole.text),
        Form::Address => hole.text.clone(),
        _ if web => percent(&hole.text, b"-._~"),
        _ if is_link || place.starts_with("anchor ") => spelt(&hole.text),
        _ => hole.text.clone(),
    }
}

/// An address as a link in Markdown holds it: no character that is none of a URL
/// (RFC 3986), and no bracket that could end the link.
fn linked(address: &str) -> String {
    percent(address, b"-._~:/?#[]@!$&'*+,;=%")
}

/// RFC 3986: letters and digits as they are, and these; the others byte for byte.
fn percent(text: &str, kept: &[u8]) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a String takes all text");
        }
    }
    out
}

/// An anchor: other characters as `~` and their number.
fn spelt(text: &str) -> String {
    let mut out = String::new();
    for it in text.chars() {
        if it.is_ascii_alphanumeric() || "_.-".contains(it) {
            out.push(it);
        } else {
            write!(out, "~{:x}", u32::from(it)).expect("a String takes all text");
        }
    }
    out
}

/// JSON on one line.
fn shown(json: &Token) -> String {
    match json {
        Token::Json(value) => value.to_string(),
        _ => String::new(),
    }
}

fn fits(want: &Token, found: &Token, holes: &Holes, idents: &mut BTreeMap<String, String>) -> bool {
    match (want, found) {
        (Token::Mark(word), Token::Mark(ident)) if holes.name_in(word).is_some() => {
            let range = holes.name_in(word).unwrap_or_default();
            let bound = idents.entry(word.clone()).or_insert_with(|| ident.clone());
            let ours = [&word[..range.start], &word[range.end..]];
            bound == ident && is_ident(ident, ours)
        }
        (Token::Named(word, _), Token::Code(ident) | Token::Literal(ident))
            if idents.get(word) == Some(ident) =>
        {
            true
        }
        (Token::Named(_, want), _) => fits(want, found, holes, idents),
        (Token::Json(value), Token::Literal(text) | Token::Block(text)) => {
            serde_json::from_str::<Value>(text).is_ok_and(|it| it == *value)
        }
        (Token::Json(value), Token::Code(text)) => {
            let shown = |it: &Value| blanks(&it.to_string(), true, true);
            serde_json::from_str::<Value>(text).is_ok_and(|it| shown(&it) == shown(value))
        }
        (Token::Prose(prose), Token::Literal(text)) => {
            markdown::read(text, Reader::Value).is_ok_and(|it| it == *prose)
        }
        _ => want == found,
    }
}

/// Whether a word is an identifier that begins and ends with these words of ours.
fn is_ident(word: &str, [before, after]: [&str; 2]) -> bool {
    let word = word.strip_prefix("r#").unwrap_or(word);
    let inner = word.strip_prefix(before);
    let inner = inner.and_then(|it| it.strip_suffix(after));
    let is_letter = |it: char| it.is_ascii_alphabetic();
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '_';
    word.starts_with(is_letter) && inner.is_some_and(|it| !it.is_empty() && it.chars().all(is_word))
}

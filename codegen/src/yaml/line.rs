//! One line of a source, taken apart without a parser: for [`fault`](super::fault),
//! which looks at text that no parser could read.

use std::ops::Range;

/// One line, without its line break.
pub(super) struct Line<'a> {
    /// The whole source.
    pub(super) text: &'a str,
    /// Where the line starts and ends in it.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Line<'a> {
    /// The line that holds byte `at`.
    pub(super) fn around(text: &'a str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
        let end = text[at..].find('\n').map_or(text.len(), |ahead| at + ahead);
        Self { text, start, end }
    }

    /// The next line above that is not blank, or this one where there is none.
    pub(super) fn above(line: &Self) -> Self {
        let above = line.text[..line.start].trim_end().len();
        Self::around(line.text, if above == 0 { line.start } else { above })
    }

    /// The next line below, or this one where there is none.
    pub(super) fn below(line: &Self) -> Self {
        let below = if line.end < line.text.len() {
            line.end + 1
        } else {
            line.start
        };
        Self::around(line.text, below)
    }

    /// All of it.
    pub(super) fn whole(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    /// What is written on it, without indentation and comment.
    pub(super) fn content(&self) -> Range<usize> {
        let line = &self.text[self.start..self.end];
        let start = self.start + line.len() - line.trim_start().len();
        start..self.end_of_value(start, None)
    }

    /// The value on it: what stands after `- ` and after `key: `.
    pub(super) fn value(&self) -> Range<usize> {
        let mut value = self.content();
        let mut item = false;
        while let Some(rest) = self.text[value.clone()].strip_prefix("- ") {
            item = true;
            value.start = value.end - rest.trim_start().len();
        }
        if let Some((key, rest)) = self.text[value.clone()].split_once(": ")
            && (is_key(key) || !item)
        {
            value.start = value.end - rest.trim_start().len();
        }
        value
    }

    /// Where the key that starts at `from` ends, or all that is written.
    pub(super) fn end_of_key(&self, from: usize) -> usize {
        let end = self.end_of_value(from, None).max(from);
        self.text[from..end]
            .find(':')
            .map_or(end, |colon| from + colon)
    }

    /// Where the value that starts at `from` ends: at a comment or the end of
    /// the line, inside brackets also at a comma or bracket.
    pub(super) fn end_of_value(&self, from: usize, flow: Option<usize>) -> usize {
        let rest = &self.text[from..self.end.max(from)];
        let ends = |(at, it): &(usize, char)| match it {
            '#' => rest[..*at].ends_with([' ', '\t']),
            ',' | ']' | '}' => flow.is_some(),
            _ => false,
        };
        let end = rest.char_indices().find(ends).map_or(rest.len(), |it| it.0);
        from + rest[..end].trim_end().len()
    }
}

/// Whether `text` looks like a key of the language, not like the start of a
/// sentence.
pub(super) fn is_key(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-$".contains(&byte);
    !text.is_empty()
        && text.bytes().all(is_word)
        && !text.starts_with(|it: char| it.is_ascii_uppercase())
}

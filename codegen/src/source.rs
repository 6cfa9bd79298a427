//! The text of one input file, and places in it.
//!
//! `read` makes [`Source`]s; every later stage names places in them by
//! [`Span`], and only [`diag`](crate::diag) turns a span back into lines,
//! columns and text.

mod lines;

use std::ops::Range;
use std::path::{Path, PathBuf};

/// One input file: the path to print and the text as it was read.
///
/// ```
/// let source = errcat_codegen::Source::new("catalogs/remno.yaml", "errcat: 1\ncatalog: remno\n");
/// assert_eq!(source.stem(), "remno");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: String,
    /// Where it was read from: the path may be printed otherwise.
    file: PathBuf,
    text: String,
    line_starts: Vec<u32>,
    readable: bool,
    standing: Standing,
}

/// Whether the path of a source is a name that somebody gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It stands in a file, or will.
    InFile,
    /// It came through a pipe.
    Nowhere,
}

/// Which of the sources of a run a span points into: its position in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SourceId(pub(crate) u32);

/// A half-open range of bytes of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub(crate) source: SourceId,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// A value and the place where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written there, as meant.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl Source {
    /// A source with the path that diagnostics print for it.
    ///
    /// # Panics
    ///
    /// If the text is 4 GiB or larger.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        // A byte order mark is no text: it would only shift the first line.
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let line_starts = lines::starts(&text);
        let path = path.into();
        Self {
            file: PathBuf::from(&path),
            path,
            text,
            line_starts,
            readable: true,
            standing: Standing::InFile,
        }
    }

    /// The same text, whose path is no file's: nothing is to be learnt from it.
    pub(crate) fn without_file(self) -> Self {
        Self {
            standing: Standing::Nowhere,
            ..self
        }
    }

    /// Whether the path is that of a file.
    pub(crate) fn has_file(&self) -> bool {
        self.standing == Standing::InFile
    }

    /// The readable beginning of a file that was reported and is not parsed.
    pub(crate) fn unreadable(path: String, text: String) -> Self {
        Self {
            readable: false,
            ..Self::new(path, text)
        }
    }

    /// The same source, read from `file`.
    pub(crate) fn read_from(self, file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            ..self
        }
    }

    /// The same source with another text.
    pub(crate) fn with_text(&self, text: String) -> Self {
        Self {
            file: self.file.clone(),
            standing: self.standing,
            ..Self::new(self.path.clone(), text)
        }
    }

    /// The file that it was read from.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// Whether the text is all of the file.
    pub(crate) fn is_readable(&self) -> bool {
        self.readable
    }

    /// The path as diagnostics print it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text as it stands in the file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file's name: the last part of the path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }

    /// The file's name without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The text that `span` covers.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    /// The line of a byte offset, from 1.
    pub(crate) fn line(&self, offset: u32) -> u32 {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        u32::try_from(line).expect("a file has fewer lines than bytes")
    }

    /// Where a line starts, in bytes; the end of the text for a line past the last.
    pub(crate) fn line_start(&self, line: u32) -> usize {
        self.line_starts
            .get(line as usize - 1)
            .map_or(self.text.len(), |start| *start as usize)
    }

    /// The part of a span on its first line, without blanks at its end. Blanks
    /// alone stay: they are what is at fault.
    pub(crate) fn first_line(&self, span: Span) -> Span {
        let line = self.slice(span).lines().next().unwrap_or_default();
        let written = match line.trim_end() {
            "" => line,
            written => written,
        };
        let length = u32::try_from(written.len()).expect("a span has 32 bits");
        Span {
            end: span.start + length,
            ..span
        }
    }

    /// The line and column of a byte offset.
    pub(crate) fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let before = self.text.get(start..offset as usize).unwrap_or_default();
        let column =
            u32::try_from(before.chars().count() + 1).expect("a line is shorter than 4 GiB");
        Position { line, column }
    }
}

impl Span {
    /// The bytes of the source's text that this covers. A byte order mark at
    /// the start of a file is not counted.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The empty span at the start of a source: for what is missing from it.
    pub(crate) fn start_of(source: SourceId) -> Self {
        Self {
            source,
            start: 0,
            end: 0,
        }
    }

    /// How many bytes it covers.
    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Another range of bytes of the same source.
    pub(crate) fn within(self, range: &std::ops::Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).expect("a source is smaller than 4 GiB");
        Self {
            start: offset(range.start),
            end: offset(range.end),
            ..self
        }
    }

    /// Where each line of `text`, which this span gives, is written; nothing
    /// where it is not written line by line as it is.
    pub(crate) fn lines_of(self, source: &Source, text: &str) -> Vec<Self> {
        let mut written = source.slice(self).split_inclusive('\n');
        let mut at = self.start as usize;
        let mut lines = Vec::new();
        for line in text.lines() {
            let found = written.by_ref().find_map(|whole| {
                let start = at;
                at += whole.len();
                let bare = whole.trim_end_matches(['\n', '\r']);
                // A block's header and the quotes of a text stand around it.
                let column = if line.trim().is_empty() {
                    bare.trim().is_empty().then_some(bare.len())
                } else {
                    bare.find(line)
                };
                let is_head = lines.is_empty() && column.is_none();
                (!is_head).then_some(column.map(|column| start + column))
            });
            let Some(start) = found.flatten() else {
                return Vec::new();
            };
            let offset = |at: usize| u32::try_from(at).expect("sources are at most 64 MiB");
            lines.push(Self {
                start: offset(start),
                end: offset(start + line.len()),
                ..self
            });
        }
        lines
    }

    /// The part of this span where `needle` stands, or all of it where the
    /// text is not written literally (escapes, folded lines).
    pub(crate) fn narrow(self, source: &Source, needle: &str) -> Self {
        self.narrow_nth(source, needle, 0)
    }

    /// The same for a needle that stands there several times: `nth` counts
    /// from 0.
    pub(crate) fn narrow_nth(self, source: &Source, needle: &str, nth: usize) -> Self {
        let mut places = source.slice(self).match_indices(needle);
        match places.nth(nth).map(|(at, _)| at) {
            Some(at) if !needle.is_empty() => {
                let start = self.start + u32::try_from(at).unwrap_or(0);
                let length = u32::try_from(needle.len()).unwrap_or(0);
                Self {
                    start,
                    end: start + length,
                    ..self
                }
            }
            _ => self,
        }
    }
}

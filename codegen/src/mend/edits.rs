//! Mends to edits, in the way of the place that each is about.

mod item;
mod list;

use std::ops::Range;

use super::Mend;
use crate::diag::Edit;
use crate::sink::{Quotes, Scalar};
use crate::source::{Source, Span};

/// The edits that carry out all of `mends`; none if one of them can't be.
pub(crate) fn edits(mends: &[Mend], sources: &[Source]) -> Vec<Edit> {
    let edits = mends.iter().map(|mend| {
        let at = mend.place();
        let source = &sources[at.source.0 as usize];
        let edits = mend.edits(&Place { source, at })?;
        Some(edits.into_iter().map(move |(range, text)| Edit {
            span: at.within(&range),
            text,
        }))
    });
    let edits: Option<Vec<_>> = edits.collect();
    let mut edits: Vec<Edit> = edits.into_iter().flatten().flatten().collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// Longest part of a line, in bytes, that is looked at on each side.
const LONGEST_LINE: usize = 10_000;

/// What is written where.
type Written = (Range<usize>, String);

impl Mend {
    fn place(&self) -> Span {
        match self {
            Self::Say(at, _)
            | Self::Quote(at)
            | Self::Text(at, _)
            | Self::Write(at, _)
            | Self::LineBefore(at, _)
            | Self::Part { at, .. }
            | Self::Drop(at)
            | Self::DropPair(at)
            | Self::DropTwin(at)
            | Self::Wrap(at) => *at,
            Self::Unwrap { list, .. } | Self::Lines { list, .. } => *list,
        }
    }

    fn edits(&self, place: &Place<'_>) -> Option<Vec<Written>> {
        let whole = place.range();
        if !matches!(self, Self::Say(..) | Self::Write(..) | Self::Part { .. })
            && !place.is_on_short_line()
        {
            return None;
        }
        let one = match self {
            Self::Say(_, text) => (whole, say(place, text)?),
            Self::Quote(_) => (whole, quote(place)?),
            Self::Text(_, text) if place.is_one_line() => {
                let scalar = Scalar::new(text, Quotes::Fewest)?;
                (whole, scalar.into_written())
            }
            Self::Write(_, text) => (whole, text.clone()),
            Self::Part { from, to, .. } if place.slice() == from && to.bytes().all(is_inert) => {
                (whole, to.clone())
            }
            Self::Text(..) | Self::Part { .. } => return None,
            Self::LineBefore(_, text) => line_before(place, text)?,
            Self::Drop(_) => item::drop_item(place)?,
            Self::DropPair(_) => item::drop_pair(place)?,
            Self::DropTwin(_) => item::drop_twin(place)?,
            Self::Unwrap { item, .. } => list::unwrap(place, &place.other(*item))?,
            Self::Wrap(_) => (whole, list::wrap(place)?),
            Self::Lines { items, .. } => {
                let items: Vec<_> = items.iter().map(|item| place.other(*item)).collect();
                return list::lines(place, &items);
            }
        };
        Some(vec![one])
    }
}

/// A span and the source that it lies in.
struct Place<'a> {
    source: &'a Source,
    at: Span,
}

impl<'a> Place<'a> {
    fn text(&self) -> &'a str {
        self.source.text()
    }

    fn range(&self) -> Range<usize> {
        self.at.start as usize..self.at.end as usize
    }

    fn slice(&self) -> &'a str {
        self.source.slice(self.at)
    }

    fn is_one_line(&self) -> bool {
        !self.slice().contains('\n')
    }

    fn other(&self, at: Span) -> Self {
        Self {
            source: self.source,
            at,
        }
    }

    /// Where the line starts on which this does.
    fn line_start(&self) -> usize {
        let before = &self.text()[..self.range().start];
        before.rfind('\n').map_or(0, |at| at + 1)
    }

    /// What stands on its line before it.
    fn prefix(&self) -> &'a str {
        &self.text()[self.line_start()..self.range().start]
    }

    /// What stands behind it on the line where it ends.
    fn suffix(&self) -> &'a str {
        let rest = &self.text()[self.range().end..];
        rest.split('\n').next().unwrap_or_default()
    }

    /// Whether lines can be added here: it is in no bracket, and a value.
    fn is_in_block(&self) -> bool {
        !self.prefix().contains(['[', '{', '#', '"', '\''])
    }

    /// Whether its line is one that people write. Looking for the ends of a
    /// line of megabytes, once for each finding on it, takes too long.
    fn is_on_short_line(&self) -> bool {
        let (bytes, range) = (self.text().as_bytes(), self.range());
        let before = &bytes[range.start.saturating_sub(LONGEST_LINE)..range.start];
        let after = &bytes[range.end..bytes.len().min(range.end + LONGEST_LINE)];
        let ends = |part: &[u8]| part.len() < LONGEST_LINE || part.contains(&b'\n');
        ends(before) && ends(after)
    }

    /// The line break that is written around here.
    fn line_break(&self) -> &'static str {
        let text = self.text();
        let above = text[..self.line_start()].strip_suffix('\n');
        let above = above.or_else(|| Some(text.split_once('\n')?.0));
        if above.is_some_and(|line| line.ends_with('\r')) {
            "\r\n"
        } else {
            "\n"
        }
    }
}

/// `text` in the quotes of the scalar that stands there; a block text and one
/// over several lines are not rewritten.
fn say(place: &Place<'_>, text: &str) -> Option<String> {
    let written = place.slice();
    if !place.is_one_line() || written.starts_with(['|', '>']) {
        return None;
    }
    let quotes = match written.chars().next() {
        Some('\'') => Quotes::Single,
        Some('"') => Quotes::Double,
        _ => Quotes::Spared,
    };
    Scalar::new(text, quotes).map(Scalar::into_written)
}

/// What stands there in quotes. It must be a value on the line of its key or
/// dash: below it, it may be a map as well.
fn quote(place: &Place<'_>) -> Option<String> {
    let is_value = !place.prefix().trim().is_empty() && place.is_in_block();
    let is_bare = !place.slice().starts_with(['"', '\'']);
    if !is_value || !is_bare || !place.is_one_line() {
        return None;
    }
    Scalar::new(place.slice(), Quotes::Fewest).map(Scalar::into_written)
}

fn line_before(place: &Place<'_>, text: &str) -> Option<Written> {
    let start = place.range().start;
    let line = format!("{text}{}", place.line_break());
    place.prefix().is_empty().then_some((start..start, line))
}

/// Whether a character means nothing in any kind of scalar, nor in a message
/// but as part of a placeholder.
fn is_inert(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-{}".contains(&byte)
}

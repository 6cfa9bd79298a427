//! What mends a finding for certain, as the rules say it: in terms of the
//! catalog's text, not of bytes.
//!
//! A rule attaches [`Mend`]s to its finding where only one text can be right.
//! It has no source at hand; when the run ends, [`edits`] writes them as
//! [`Edit`]s in the way of their place: with its quotes, its indentation and
//! its line breaks. Where that way is not plain to see (a comment stands in
//! between, a text goes on over lines), there are no edits: a finding is mended
//! wholly or not at all.
//!
//! Deliberately absent: applying edits, which [`fix`](crate::fix) does, and
//! guesses. A name that authors make (a code, a tag, a detail) is never mended
//! where it is used: the slip may be where it is declared.

#[cfg(feature = "full")]
mod edits;

#[cfg(feature = "full")]
pub(crate) use self::edits::edits;
use crate::source::Span;

/// A change to a catalog's text that is certainly right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mend {
    /// The scalar or key there says this instead, in the quotes that it has.
    Say(Span, String),
    /// All that stands there is one text, and needs quotes.
    Quote(Span),
    /// The text there is this one, in quotes.
    Text(Span, String),
    /// This is written there, as it is.
    Write(Span, String),
    /// The same, where `from` stands: a part of a text, whose place is known
    /// only if it is written literally.
    Part { at: Span, from: String, to: String },
    /// A line of its own, before the one that begins there.
    LineBefore(Span, String),
    /// The item of a list goes, and the key with it if it is the only one.
    Drop(Span),
    /// The key and its value go.
    DropPair(Span),
    /// One of two equal items goes; a list of one that is left is its value.
    DropTwin(Span),
    /// The only item of a list stands for the list.
    Unwrap { list: Span, item: Span },
    /// A value becomes a list of one, in brackets.
    Wrap(Span),
    /// These texts become a list with one a line; in braces, where there are
    /// no lines, those without quotes get some.
    Lines { list: Span, items: Vec<Span> },
}

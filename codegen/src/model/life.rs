//! The life of an entry, and how its facts are known.

use super::{Code, Date, Span, Spanned, Text};

/// Error, warning or success.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// The request failed.
    #[default]
    Error,
    /// The request went through, with a remark.
    Warning,
    /// No error: a value inside the table.
    Success,
}

/// The stage of life of an entry that is neither deprecated nor retired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Part of the contract and in use.
    #[default]
    Stable,
    /// In use; may still change.
    Beta,
    /// Part of the contract, not sent yet.
    Reserved,
}

/// How a fact is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Provenance {
    /// The document states it.
    #[default]
    Documented,
    /// It follows from what the document states.
    Derived,
    /// The document lost it; this is a guess.
    Inferred,
}

/// The end of life of an entry or a section.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Deprecation {
    /// The version in which it began.
    pub since: Option<Text>,
    /// The day on which it ends (RFC 8594).
    pub sunset: Option<Date>,
    /// What to use instead.
    pub successor: Option<Spanned<Successor>>,
    /// Anything else to know.
    pub note: Option<Text>,
    /// Where it is written: the key `deprecated` or `retired`.
    pub span: Span,
}

/// What to use instead of something deprecated or retired.
#[derive(Clone, Debug, PartialEq)]
pub enum Successor {
    /// Another code of the catalog.
    Code(Code),
    /// Another section: a position in
    /// [`Catalog::sections`](super::Catalog::sections).
    Section(usize),
}

/// Gives an enum of the language its words.
macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl $name {
            /// The word of the language.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The value of a word of the language.
            #[must_use]
            pub(crate) fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl crate::lower::Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),*];

            fn from_word(word: &str) -> Option<Self> {
                Self::from_word(word)
            }
        }
    )*};
}
pub(crate) use words;
words! {
    Severity { Error = "error", Warning = "warning", Success = "success" }
    Stage { Stable = "stable", Beta = "beta", Reserved = "reserved" }
    Provenance { Documented = "documented", Derived = "derived", Inferred = "inferred" }
}

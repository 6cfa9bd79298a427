//! The spanned tree: what [`parse`](super::parse) gives and every later stage
//! reads. Nothing here knows the YAML crate.
//!
//! Texts that stand in the source as they are meant, nearly all, are borrowed from
//! it: the tree of a catalog is small, and what is only looked at is never copied.

use std::borrow::Cow;

use crate::source::Span;

/// One value of the tree and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node<'a> {
    pub(crate) span: Span,
    pub(crate) value: Value<'a>,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Scalar {
        text: Cow<'a, str>,
        style: Style,
    },
    List {
        items: Vec<Node<'a>>,
        style: Layout,
    },
    Map(Vec<Pair<'a>>),
    /// Something that was reported; whatever depends on it is skipped.
    Broken,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Quoted,
    Block,
}

/// How a list or map is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    Block,
    Flow,
}

/// One line of a map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pair<'a> {
    pub(crate) key: Key<'a>,
    pub(crate) value: Node<'a>,
}

/// A key as written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) span: Span,
}

/// One of 64 bits, the same for equal texts: bits tell cheaply that a text is
/// not among others.
#[inline]
pub(crate) fn bit(text: &str) -> u64 {
    match text.as_bytes() {
        [] => 1,
        [first, .., last] | [first @ last] => {
            // Factors that tell the keys of each of our records apart, but for a few.
            let number = text.len() + usize::from(*first) * 2 + usize::from(*last) * 35;
            1 << (number % 64)
        }
    }
}

impl Node<'_> {
    /// Whether another value holds the same scalars in the same shape; none
    /// does where something was reported.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (
                Value::Scalar { text, style },
                Value::Scalar {
                    text: other,
                    style: others,
                },
            ) => text == other && (*style == Style::Plain) == (*others == Style::Plain),
            (Value::List { items, .. }, Value::List { items: others, .. }) => {
                let mut both = items.iter().zip(others);
                items.len() == others.len() && both.all(|(a, b)| a.says_the_same(b))
            }
            (Value::Map(pairs), Value::Map(others)) => {
                let same = |(a, b): (&Pair<'_>, &Pair<'_>)| {
                    a.key.text == b.key.text && a.value.says_the_same(&b.value)
                };
                pairs.len() == others.len() && pairs.iter().zip(others).all(same)
            }
            _ => false,
        }
    }
}

impl Value<'_> {
    /// Whether nothing is written here at all, as in `title:` alone.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Scalar { text, style: Style::Plain } if text.is_empty())
    }

    /// What stands where nothing is written.
    pub(crate) fn nothing() -> Self {
        Self::Scalar {
            text: Cow::Borrowed(""),
            style: Style::Plain,
        }
    }

    /// Whether this is YAML's word for no value, without quotes.
    pub(crate) fn is_null(&self) -> bool {
        let is_word = |text: &str| matches!(text, "~" | "null" | "Null" | "NULL");
        matches!(self, Self::Scalar { text, style: Style::Plain } if is_word(text))
    }

    /// The same, or a block or quotes without text.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Scalar { text, .. } if text.is_empty())
    }

    /// What kind of thing this is, as it reads after "found".
    pub(crate) fn found(&self) -> &'static str {
        match self {
            _ if self.is_empty() => "nothing",
            Self::Scalar {
                text,
                style: Style::Plain,
            } if matches!(&**text, "true" | "false") => "a truth value",
            Self::Scalar {
                text,
                style: Style::Plain,
            } if is_number(text) => "a number",
            Self::Scalar { .. } => "text",
            Self::List { items, .. } if items.is_empty() => "an empty list",
            Self::List { .. } => "a list",
            Self::Map(_) => "keys with values",
            Self::Broken => "something broken",
        }
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|it: char| it.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

//! Where a value stands, for those who say what belongs there.

use super::grammar::{Key, Need};
use crate::source::Span;

/// Where a value stands.
pub(crate) struct Place<'a> {
    /// The key above it, as written.
    pub(crate) name: &'a str,
    pub(crate) under: Under,
}

/// What a value stands under.
#[derive(Clone, Copy)]
pub(crate) enum Under {
    /// A key of the language, which its record may need.
    Key(&'static Key, Need),
    /// A name of the author's choice, which stands there.
    Name(Span),
    /// The `- ` of an item; the name is that of the list.
    Item,
}

impl Place<'_> {
    /// Whether the key can be left out.
    pub(crate) fn may_be_deleted(&self) -> bool {
        matches!(self.under, Under::Key(_, Need::Optional) | Under::Name(_))
    }
}

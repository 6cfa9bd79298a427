//! Where a value stands, for those who say what belongs there.

use super::grammar::{Key, Need, Record};
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
    /// A key of the language, in its record.
    Key(&'static Key, &'static Record),
    /// A name of the author's choice, which stands there.
    Name(Span),
    /// The `- ` of an item; the name is that of the list.
    Item,
}

impl Place<'_> {
    /// Whether the key can be left out.
    pub(crate) fn may_be_deleted(&self) -> bool {
        match self.under {
            Under::Key(key, record) => record.need_of(key) == Need::Optional,
            Under::Name(_) => true,
            Under::Item => false,
        }
    }
}

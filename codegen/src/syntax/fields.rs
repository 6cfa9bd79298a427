//! A checked map, as `lower` takes it apart.

use super::could_be_ref;
use crate::source::Span;
use crate::yaml::{Node, Pair, Value, bit};

/// The checked lines of a map with known keys, to be taken one by one.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    /// Where to point when something about the whole map is at fault.
    pub(crate) head: Span,
    /// All of the map.
    pub(crate) extent: Span,
    pairs: Vec<Pair<'a>>,
    /// The bits of all keys that were written: most keys that are asked for were
    /// not, which these tell at once.
    bits: u64,
}

impl<'a> Fields<'a> {
    /// The checked map `node`; `None` if it is broken.
    pub(crate) fn of(node: Node<'a>) -> Option<Self> {
        let span = node.span;
        let Value::Map(pairs) = node.value else {
            return None;
        };
        let head = pairs.first().map_or(span, |pair| pair.key.span);
        Some(Self {
            head,
            extent: span,
            bits: pairs
                .iter()
                .fold(0, |bits, pair| bits | bit(&pair.key.text)),
            pairs,
        })
    }

    /// Takes the value of a key out, if it was written.
    pub(crate) fn take(&mut self, key: &str) -> Option<Node<'a>> {
        self.take_pair(key).map(|pair| pair.value)
    }

    /// Takes a key and its value out, if they were written.
    pub(crate) fn take_pair(&mut self, key: &str) -> Option<Pair<'a>> {
        let at = self.position(key)?;
        Some(self.pairs.remove(at))
    }

    /// The value of a key, if it was written and is still here.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.position(key).map(|at| &self.pairs[at].value)
    }

    /// Where a key is written, if it was and is still here.
    pub(crate) fn key(&self, key: &str) -> Option<Span> {
        self.position(key).map(|at| self.pairs[at].key.span)
    }

    /// Whether a key was written and is still here.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    #[inline]
    fn position(&self, key: &str) -> Option<usize> {
        if self.bits & bit(key) == 0 {
            return None;
        }
        self.pairs.iter().position(|pair| pair.key.text == key)
    }

    /// Whether the value of a key was reported.
    pub(crate) fn is_broken(&self, key: &str) -> bool {
        self.get(key)
            .is_some_and(|node| matches!(node.value, Value::Broken))
    }

    /// The key `code` of an item that would be a ref with `ref` in its place.
    pub(crate) fn could_be_ref(&self) -> Option<Span> {
        let mut keys = self.pairs.iter().map(|pair| &*pair.key.text);
        self.key("code").filter(|_| could_be_ref(&mut keys))
    }

    /// Each key that is still here, with all that is written there.
    pub(crate) fn extents(&self) -> Vec<(String, Span)> {
        let extent = |Pair { key, value }: &Pair<'_>| Span {
            end: value.span.end.max(key.span.end),
            ..key.span
        };
        let pairs = self.pairs.iter();
        pairs
            .map(|pair| (pair.key.text.to_string(), extent(pair)))
            .collect()
    }

    /// What is left when all known keys were taken: the `x-` keys.
    pub(crate) fn into_extensions(self) -> Vec<Pair<'a>> {
        debug_assert!(
            self.pairs
                .iter()
                .all(|pair| pair.key.text.starts_with("x-")),
            "the grammar allows a key that `lower` does not read: {:?}",
            self.pairs
                .iter()
                .map(|pair| &pair.key.text)
                .collect::<Vec<_>>()
        );
        self.pairs
    }
}

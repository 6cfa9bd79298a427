//! Lists that name each thing once.

use crate::map::Map;
use crate::source::{Span, Spanned};

/// Keeps the first of equal items and has `raise` report each other one, with
/// the places of the first and of itself. Equal are those that `name` gives one
/// name.
pub(super) fn each_once<T, N: Ord>(
    items: Vec<Spanned<T>>,
    name: impl Fn(&T) -> N,
    mut raise: impl FnMut([Span; 2]),
) -> Vec<Spanned<T>> {
    let mut firsts: Map<N, Span> = Map::new();
    let is_first = |item: &Spanned<T>| {
        let first = *firsts.or_insert(name(&item.value), item.span);
        if first != item.span {
            raise([first, item.span]);
        }
        first == item.span
    };
    items.into_iter().filter(is_first).collect()
}

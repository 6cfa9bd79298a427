//! Sorting, compiled once.
//!
//! The standard sort is 2,000 lines of LLVM for each type that it sorts, and
//! build scripts are compiled unoptimised. Here it sorts numbers, and a type
//! adds what compares two. What is long and sorted in every run, such as the
//! numbers of all codes, is sorted in place instead.

use std::cmp::Ordering;
use std::mem;

/// Sorts; what compares as equal stays in its order.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    let mut unsorted: Vec<Option<T>> = mem::take(items).into_iter().map(Some).collect();
    for at in order {
        items.extend(unsorted[at].take());
    }
}

/// The numbers below `length` in the order that `compare` gives them.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::sort_by;

    #[test]
    fn equal_items_stay_in_their_order() {
        let mut words = vec!["bb", "a", "ccc", "b", "aa", ""];
        sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
        assert_eq!(words, ["", "a", "b", "bb", "aa", "ccc"]);
    }
}

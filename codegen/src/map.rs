//! Maps and sets in the order of their keys.
//!
//! They stand in for `BTreeMap` and `BTreeSet`, each of which is some 5,000
//! lines of LLVM for each type of key: a quarter of the machine code of this
//! crate, which every user's build waits for. Here the tree is compiled once,
//! and a type of key adds what compares two. Deliberately absent: taking keys
//! out.

mod tree;

use std::borrow::Borrow;

use self::tree::Tree;

/// Values by their keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    /// In the order in which the keys came.
    pairs: Vec<(K, V)>,
    order: Tree,
}

/// A map of keys alone.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self {
            pairs: Vec::new(),
            order: Tree::default(),
        }
    }
}

impl<K, V> Map<K, V> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pairs in the order of their keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        let numbers = self.order.sorted().into_iter();
        numbers.map(|at| &self.pairs[at])
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of a key.
    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key)?;
        Some(&self.pairs[at].1)
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key)?;
        Some(&mut self.pairs[at].1)
    }

    /// The value of a key, which is `value` if it had none.
    pub(crate) fn or_insert(&mut self, key: K, value: V) -> &mut V {
        let (at, _) = self.add(key, value);
        &mut self.pairs[at].1
    }

    /// Gives a key this value, and tells the one that it had.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let (at, not_added) = self.add(key, value);
        not_added.map(|value| std::mem::replace(&mut self.pairs[at].1, value))
    }

    /// The number of a key, and the value if the key has one already.
    fn add(&mut self, key: K, value: V) -> (usize, Option<V>) {
        let pairs = &self.pairs;
        let at = self.order.add(&mut |at| key.cmp(&pairs[at].0));
        if at < self.pairs.len() {
            return (at, Some(value));
        }
        self.pairs.push((key, value));
        (at, None)
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let compare = &mut |at: usize| key.cmp(self.pairs[at].0.borrow());
        self.order.find(compare)
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::new())
    }
}

impl<K> Set<K> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.pairs.len()
    }

    /// The keys in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|pair| &pair.0)
    }
}

impl<K: Ord> Set<K> {
    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.find(key).is_some()
    }

    /// Adds a key, and tells whether it is new.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.add(key, ()).1.is_none()
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::new();
        set.extend(keys);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::{Map, Set};

    #[test]
    fn the_first_value_of_a_key_stays_or_is_replaced() {
        let mut map = Map::from_iter([("b".to_owned(), 1), ("a".to_owned(), 2)]);
        assert_eq!(*map.or_insert("b".to_owned(), 3), 1);
        assert_eq!(map.insert("b".to_owned(), 4), Some(1));
        assert_eq!(map.insert("c".to_owned(), 5), None);
        assert_eq!((map.get("b"), map.get("d")), (Some(&4), None));
        let keys: Vec<&str> = map.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["a", "b", "c"]);
    }

    #[test]
    fn a_set_has_a_key_once() {
        let mut set: Set<u8> = [3, 1, 3].into_iter().collect();
        assert!(set.insert(2) && !set.insert(1) && !set.contains(&4));
        assert!(set.iter().eq(&[1, 2, 3]));
    }
}

//! The order of keys that stand elsewhere, each under its number.
//!
//! An AA tree: a binary tree in which a node's level says how deep it may be,
//! so that no order of keys makes it a list. What compares two keys is called
//! as `dyn`, so that none of this is compiled again for each type of key.

use std::cmp::Ordering;

/// How a key that is looked for stands to the key of a number.
pub(super) type Compare<'a> = dyn FnMut(usize) -> Ordering + 'a;

/// Numbers from 0 on, in the order of their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    top: Link,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    less: Link,
    more: Link,
    level: u8,
}

/// The node of a number, or none.
type Link = Option<u32>;

impl Tree {
    /// The number of a key.
    pub(super) fn find(&self, compare: &mut Compare<'_>) -> Option<usize> {
        let mut link = self.top;
        while let Some(at) = link {
            let node = self.node(at);
            link = match compare(at as usize) {
                Ordering::Less => node.less,
                Ordering::Greater => node.more,
                Ordering::Equal => return Some(at as usize),
            };
        }
        None
    }

    /// The number of a key; that of a new one is the next.
    pub(super) fn add(&mut self, compare: &mut Compare<'_>) -> usize {
        // Most keys that are added again and again are there.
        if let Some(number) = self.find(compare) {
            return number;
        }
        self.top = Some(self.add_below(self.top, compare));
        self.nodes.len() - 1
    }

    /// All numbers, the least key's first.
    pub(super) fn sorted(&self) -> Vec<usize> {
        let mut sorted = Vec::with_capacity(self.nodes.len());
        let mut above = Vec::new();
        let mut link = self.top;
        loop {
            while let Some(at) = link {
                above.push(at);
                link = self.node(at).less;
            }
            let Some(at) = above.pop() else {
                return sorted;
            };
            sorted.push(at as usize);
            link = self.node(at).more;
        }
    }

    /// Adds the node of a new key, and tells what is on top thereafter.
    fn add_below(&mut self, link: Link, compare: &mut Compare<'_>) -> u32 {
        let Some(at) = link else {
            self.nodes.push(Node {
                less: None,
                more: None,
                level: 0,
            });
            return u32::try_from(self.nodes.len() - 1).expect("a map has fewer keys than that");
        };
        if compare(at as usize) == Ordering::Less {
            let less = self.add_below(self.node(at).less, compare);
            self.node_mut(at).less = Some(less);
        } else {
            let more = self.add_below(self.node(at).more, compare);
            self.node_mut(at).more = Some(more);
        }
        let at = self.skew(at);
        self.split(at)
    }

    /// Turns a lesser node of the same level into the one on top.
    fn skew(&mut self, at: u32) -> u32 {
        let node = self.node(at);
        match node.less {
            Some(less) if self.node(less).level == node.level => {
                self.node_mut(at).less = self.node(less).more;
                self.node_mut(less).more = Some(at);
                less
            }
            _ => at,
        }
    }

    /// Lifts the middle one of three nodes of the same level.
    fn split(&mut self, at: u32) -> u32 {
        let node = self.node(at);
        let next = node.more.and_then(|more| self.node(more).more);
        match (node.more, next) {
            (Some(more), Some(next)) if self.node(next).level == node.level => {
                self.node_mut(at).more = self.node(more).less;
                self.node_mut(more).less = Some(at);
                self.node_mut(more).level += 1;
                more
            }
            _ => at,
        }
    }

    fn node(&self, at: u32) -> Node {
        self.nodes[at as usize]
    }

    fn node_mut(&mut self, at: u32) -> &mut Node {
        &mut self.nodes[at as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    /// The longest way from the top to a key, in comparisons.
    fn depth(tree: &Tree, keys: &[u64]) -> usize {
        let steps = |key: &u64| {
            let mut steps = 0;
            let mut compare = |at: usize| {
                steps += 1;
                key.cmp(&keys[at])
            };
            assert_eq!(tree.find(&mut compare).map(|at| keys[at]), Some(*key));
            steps
        };
        keys.iter().map(steps).max().unwrap_or(0)
    }

    #[test]
    fn no_order_of_keys_makes_it_deep() {
        let up: Vec<u64> = (0..10_000).collect();
        let down = up.iter().rev().copied().collect();
        let scattered = up.iter().map(|it| it * 6_364_136_223 % 10_007).collect();
        let inwards = up
            .iter()
            .map(|it| if it % 2 == 0 { *it } else { 20_000 - it });
        for keys in [up.clone(), down, scattered, inwards.collect()] {
            let mut tree = Tree::default();
            for (at, key) in keys.iter().enumerate() {
                assert_eq!(tree.add(&mut |other| key.cmp(&keys[other])), at);
            }
            assert_eq!(tree.add(&mut |other| keys[7].cmp(&keys[other])), 7);
            let sorted: Vec<u64> = tree.sorted().into_iter().map(|at| keys[at]).collect();
            assert_eq!(sorted.len(), keys.len());
            assert!(sorted.is_sorted());
            // Twice the logarithm is what an AA tree promises.
            assert!(depth(&tree, &keys) <= 28, "{}", depth(&tree, &keys));
        }
    }
}

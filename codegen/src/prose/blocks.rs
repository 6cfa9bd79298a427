//! The blocks of a prose, without a list of its own for the one that most have.

use std::ops::Deref;

use super::Block;

/// Some blocks.
#[derive(Clone, Debug)]
pub(crate) enum Blocks {
    One(Block),
    Others(Box<[Block]>),
}

impl From<Vec<Block>> for Blocks {
    fn from(mut blocks: Vec<Block>) -> Self {
        match (blocks.pop(), blocks.is_empty()) {
            (Some(only), true) => Self::One(only),
            (last, _) => {
                blocks.extend(last);
                Self::Others(blocks.into())
            }
        }
    }
}

impl Deref for Blocks {
    type Target = [Block];

    fn deref(&self) -> &[Block] {
        match self {
            Self::One(block) => std::slice::from_ref(block),
            Self::Others(blocks) => blocks,
        }
    }
}

impl PartialEq for Blocks {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

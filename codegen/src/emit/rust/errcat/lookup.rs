/// What spreads the bits of a hash.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// What stands in a slot of no code.
const FREE: u16 = u16::MAX;

impl<C, S> Tables<C, S> {
    /// The row of exactly this code, or of this alias.
    pub(super) fn find<Q>(&self, code: &Q) -> Option<u16>
    where
        C: Borrow<Q>,
        Q: Spelling + ?Sized,
    {
        let place = if self.slots.is_empty() {
            let spelt = |place: &u16| {
                self.spelling(*place).map(|(code, _)| code.borrow())
            };
            let at = self
                .sorted
                .binary_search_by(|place| spelt(place).cmp(&Some(code)));
            self.sorted[at.ok()?]
        } else {
            self.slot(code.hash(self.seed))
        };
        let (spelt, row) = self.spelling(place)?;
        (spelt.borrow() == code).then_some(row)
    }

    /// What stands in the slot of a hash.
    fn slot(&self, hash: u64) -> u16 {
        let bucket = (hash >> 32) as usize & (self.displacements.len() - 1);
        let displacement = u64::from(self.displacements[bucket]);
        let moved = (hash ^ displacement.wrapping_mul(SPREAD)).wrapping_mul(SPREAD);
        self.slots[(moved >> 40) as usize & (self.slots.len() - 1)]
    }

    /// The spelling at a place, and its row: the codes, then the aliases.
    fn spelling(&self, place: u16) -> Option<(&C, u16)> {
        let at = usize::from(place);
        match self.codes.get(at) {
            Some(code) => Some((code, place)),
            None if place == FREE => None,
            None => {
                self.aliases
                    .get(at - self.codes.len())
                    .map(|(code, row)| (code, *row))
            }
        }
    }
}

/// A code as it stands on the wire, to be looked up.
pub(super) trait Spelling: Ord {
    /// The hash under which it is found.
    fn hash(&self, seed: u64) -> u64;
}

impl Spelling for str {
    fn hash(&self, seed: u64) -> u64 {
        let bytes = self.as_bytes();
        let mut state = mixed(seed, bytes.len() as u64);
        let Some(last) = bytes.last_chunk() else {
            let mut word = 0;
            for byte in bytes.iter().rev() {
                word = (word << 8) | u64::from(*byte);
            }
            return finished(mixed(state, word));
        };
        for eight in bytes.chunks_exact(8) {
            state = mixed(state, word(eight));
        }
        finished(mixed(state, u64::from_le_bytes(*last)))
    }
}

impl Spelling for i64 {
    fn hash(&self, seed: u64) -> u64 {
        finished(mixed(seed, u64::from_le_bytes(self.to_le_bytes())))
    }
}

fn word(bytes: &[u8]) -> u64 {
    let bytes = bytes.first_chunk().copied();
    u64::from_le_bytes(bytes.unwrap_or_default())
}

fn mixed(state: u64, word: u64) -> u64 {
    (state.rotate_left(23) ^ word).wrapping_mul(SPREAD)
}

fn finished(state: u64) -> u64 {
    (state ^ (state >> 32)).wrapping_mul(SPREAD)
}

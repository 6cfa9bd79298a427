//! A perfect hash of a catalog's spellings: every one in a slot of its own.
//!
//! Hash and displace: a hash picks a bucket, the bucket's displacement and the
//! hash pick the slot. Displacements are found here, largest bucket first; the
//! search in generated code (`errcat/lookup.rs`) repeats the arithmetic of this file.
//!
//! Deliberately absent: the text of what is hashed. Whoever looks a spelling up
//! compares it with the one that the slot names.

use crate::model::Code;

/// Slots and displacements for some spellings, which are known by their place.
#[derive(Debug)]
pub(super) struct PerfectHash {
    /// What makes this hash differ from others.
    pub(super) seed: u64,
    /// One for each bucket.
    pub(super) displacements: Vec<u16>,
    /// The place of the spelling in each slot; [`FREE`] where there is none.
    pub(super) slots: Vec<u16>,
}

/// What stands in a slot that no spelling has.
pub(super) const FREE: u16 = u16::MAX;

/// What spreads bits: the golden ratio in 64 bits, which is odd.
pub(super) const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// How many hashes are tried. One is nearly always enough.
const SEEDS: u64 = 16;

/// How many spellings share a bucket, on average.
const BUCKET: usize = 4;

impl PerfectHash {
    /// The first hash under which each of `spellings` has its slot; `None` if
    /// no seed gives one.
    pub(super) fn of(spellings: &[&Code]) -> Option<Self> {
        (1..=SEEDS).find_map(|seed| Self::with_seed(seed, spellings))
    }

    fn with_seed(seed: u64, spellings: &[&Code]) -> Option<Self> {
        let places = (spellings.len() * 5 / 4).next_power_of_two();
        let mut hash = Self {
            seed,
            displacements: vec![0; (spellings.len() / BUCKET).next_power_of_two()],
            slots: vec![FREE; places],
        };
        let mut buckets = vec![Vec::new(); hash.displacements.len()];
        for (place, spelling) in spellings.iter().enumerate() {
            let place = u16::try_from(place).ok().filter(|it| *it != FREE)?;
            let hashed = of_code(seed, spelling);
            let at = bucket(hashed, buckets.len());
            buckets[at].push((hashed, place));
        }
        let largest = buckets.iter().map(Vec::len).max();
        for size in (1..=largest.unwrap_or(0)).rev() {
            for (at, bucket) in buckets.iter().enumerate() {
                if bucket.len() == size {
                    hash.displacements[at] = hash.settle(bucket)?;
                }
            }
        }
        Some(hash)
    }

    /// Puts the spellings of a bucket where they all fit.
    fn settle(&mut self, bucket: &[(u64, u16)]) -> Option<u16> {
        let mut taken = Vec::with_capacity(bucket.len());
        (0..=u16::MAX).find(|displacement| {
            taken.clear();
            for (hashed, place) in bucket {
                let at = slot(*hashed, *displacement, self.slots.len());
                if self.slots[at] != FREE {
                    taken.drain(..).for_each(|at: usize| self.slots[at] = FREE);
                    return false;
                }
                self.slots[at] = *place;
                taken.push(at);
            }
            true
        })
    }
}

/// The bucket of a hash; `buckets` is a power of two.
fn bucket(hashed: u64, buckets: usize) -> usize {
    (hashed >> 32) as usize & (buckets - 1)
}

/// The slot of a hash; `slots` is a power of two.
fn slot(hashed: u64, displacement: u16, slots: usize) -> usize {
    let moved = hashed ^ u64::from(displacement).wrapping_mul(SPREAD);
    (moved.wrapping_mul(SPREAD) >> 40) as usize & (slots - 1)
}

fn of_code(seed: u64, code: &Code) -> u64 {
    match code {
        Code::Integer(number) => of_integer(seed, *number),
        text => of_text(seed, &text.spelt()),
    }
}

/// Eight bytes at a time, the last ones once more where they do not divide.
fn of_text(seed: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let start = mixed(seed, bytes.len() as u64);
    let Some(last) = bytes.last_chunk() else {
        let short = bytes.iter().rev();
        let word = short.fold(0, |word, byte| (word << 8) | u64::from(*byte));
        return finished(mixed(start, word));
    };
    let words = bytes.chunks_exact(8).map(word);
    let all = words.fold(start, mixed);
    finished(mixed(all, u64::from_le_bytes(*last)))
}

fn word(bytes: &[u8]) -> u64 {
    let bytes = bytes.first_chunk().copied();
    u64::from_le_bytes(bytes.unwrap_or_default())
}

fn of_integer(seed: u64, number: i64) -> u64 {
    finished(mixed(seed, u64::from_le_bytes(number.to_le_bytes())))
}

fn mixed(state: u64, word: u64) -> u64 {
    (state.rotate_left(23) ^ word).wrapping_mul(SPREAD)
}

fn finished(state: u64) -> u64 {
    (state ^ (state >> 32)).wrapping_mul(SPREAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(texts: impl Iterator<Item = String>) -> Vec<Code> {
        texts
            .map(|text| Code::text(text).expect("a code"))
            .collect()
    }

    fn found(hash: &PerfectHash, code: &Code) -> u16 {
        let hashed = of_code(hash.seed, code);
        let displacement = hash.displacements[bucket(hashed, hash.displacements.len())];
        hash.slots[slot(hashed, displacement, hash.slots.len())]
    }

    #[test]
    fn each_spelling_has_a_slot_of_its_own() {
        for count in [1, 2, 3, 5, 14, 91, 1_000, 65_534] {
            let codes = codes((0..count).map(|number| format!("PARCEL_{number}_LOST")));
            let spellings: Vec<&Code> = codes.iter().collect();
            let hash = PerfectHash::of(&spellings).expect("a seed");
            for (code, place) in codes.iter().zip(0..) {
                assert_eq!(found(&hash, code), place, "{code}");
            }
            let taken = hash.slots.iter().filter(|slot| **slot != FREE);
            assert_eq!(taken.count(), codes.len());
        }
    }

    #[test]
    fn numbers_and_short_texts_are_told_apart() {
        let numbers = (-500..500).map(|number| Code::integer(&number.to_string()).expect("one"));
        let texts = ["A", "B", "AB", "BA", "ABCDEFGH", "ABCDEFGHI", "É", "a b"];
        let texts = codes(texts.iter().map(|text| (*text).to_owned()));
        for codes in [numbers.collect(), texts] {
            let spellings: Vec<&Code> = codes.iter().collect();
            let hash = PerfectHash::of(&spellings).expect("a seed");
            let places: Vec<u16> = codes.iter().map(|code| found(&hash, code)).collect();
            let expected: Vec<u16> = (0..).take(codes.len()).collect();
            assert_eq!(places, expected);
        }
    }

    #[test]
    fn no_seed_tells_equal_spellings_apart() {
        let codes = codes(["A", "A"].map(str::to_owned).into_iter());
        assert!(PerfectHash::of(&codes.iter().collect::<Vec<_>>()).is_none());
    }
}

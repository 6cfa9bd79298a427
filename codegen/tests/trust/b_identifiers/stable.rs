//! B29: a new code renames none, in generated catalogs.

use std::collections::BTreeSet;

use super::{catalog, identifiers};
use crate::input::analysis;
use crate::table::row;

/// How many catalogs are made.
const CATALOGS: u64 = 400;

/// Parts of codes: some collide, some give no identifier.
const PARTS: [&str; 14] = [
    "A", "b", "Ab", "AB", "1", "22", "_", "-", ".", "not", "NOT", "Found", "self", "é",
];

#[test]
fn b29_a_new_code_renames_none() {
    let (mut sound, mut refused) = (0, 0);
    for seed in 0..CATALOGS {
        let codes = codes(&mut Random(seed));
        let mut before: Vec<(String, String)> = Vec::new();
        for end in 1..=codes.len() {
            let written: Vec<String> = codes[..end].iter().map(|it| format!("\"{it}\"")).collect();
            let written: Vec<&str> = written.iter().map(String::as_str).collect();
            let analysis = analysis(&catalog(&written));
            if !analysis.diagnostics().is_clean() {
                refused += 1;
                break;
            }
            let now: Vec<(String, String)> = codes[..end]
                .iter()
                .cloned()
                .zip(identifiers(&analysis))
                .collect();
            assert_eq!(now[..end - 1], before, "{codes:?}");
            let different: BTreeSet<&String> = now.iter().map(|(_, ident)| ident).collect();
            assert_eq!(different.len(), end, "{codes:?}");
            before = now;
            sound += 1;
        }
        shuffled_is_the_same(&before, seed);
    }
    assert!(
        sound > 200 && refused > 100,
        "{sound} sound, {refused} refused"
    );
    row(
        "B29",
        "400 generated catalogs, each built code by code, then in another order",
        "no identifier changes: each is new, or an error",
        "none changes",
    );
}

/// Asserts that the order of entries decides nothing.
fn shuffled_is_the_same(pairs: &[(String, String)], seed: u64) {
    let mut pairs = pairs.to_vec();
    let mut random = Random(seed + CATALOGS);
    for at in 1..pairs.len() {
        pairs.swap(at, random.below(at + 1));
    }
    let codes: Vec<String> = pairs
        .iter()
        .map(|(code, _)| format!("\"{code}\""))
        .collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let expected: Vec<String> = pairs.into_iter().map(|(_, ident)| ident).collect();
    assert_eq!(identifiers(&analysis(&catalog(&codes))), expected);
}

/// Up to eight codes, of up to four parts each.
fn codes(random: &mut Random) -> Vec<String> {
    let count = 2 + random.below(7);
    let mut codes: Vec<String> = Vec::new();
    while codes.len() < count {
        let parts = 1 + random.below(4);
        let code: String = (0..parts)
            .map(|_| PARTS[random.below(PARTS.len())])
            .collect();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Numbers that look random and are the same in each run (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (z ^ (z >> 31)) >> 32;
        usize::try_from(number).expect("it has 32 bits") % end
    }
}

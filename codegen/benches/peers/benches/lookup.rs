//! A code found by its spelling, among 1,000: errcat's `from_code` beside what
//! one would use instead.
//!
//! `cargo bench --manifest-path codegen/benches/peers/Cargo.toml --bench lookup`

#[path = "../../support/codes.rs"]
mod codes;
#[path = "../../support/measure.rs"]
mod measure;

use std::collections::HashMap;
use std::hint::black_box;

use errcat_peers::ours::city::ErrorCode;
use errcat_peers::rivals::{self, Code};
use measure::{Rounds, Work, in_turns, work};

const NAMES: [&str; 6] = [
    "errcat `from_code`",
    "`phf::Map`",
    "`match`",
    "strum `EnumString`",
    "`HashMap`",
    "sorted, `binary_search`",
];
const OURS: usize = 0;
const PHF: usize = 1;
const ROUNDS: usize = 2_001;

fn main() {
    let known = ErrorCode::ALL.len();
    let map: HashMap<&str, Code> = rivals::SORTED.iter().copied().collect();
    let hits = keys(0..known);
    let misses = keys(known..2 * known);
    assert_agreement(&hits, &misses);
    let [hit, miss] = [&hits, &misses].map(|keys| in_turns(ROUNDS, contestants(keys, &map)));
    println!("| {known} codes | hit | to phf | miss | to phf |");
    println!("|---|---|---|---|---|");
    for (at, name) in NAMES.iter().enumerate() {
        println!(
            "| {name} | {} | {} |",
            cells(&hit, at, known),
            cells(&miss, at, known)
        );
    }
    println!(
        "\n`from_code` takes {:.2} x the time of phf on a hit, {:.2} x on a miss.",
        hit.ratio(OURS, PHF),
        miss.ratio(OURS, PHF)
    );
}

fn cells(rounds: &Rounds<6>, at: usize, lookups: usize) -> String {
    let each = rounds.seconds(at) / lookups as f64;
    format!("{:.1} ns | {:.2} x", each * 1e9, rounds.ratio(at, PHF))
}

/// In an order that no contestant is made for.
fn keys(numbers: std::ops::Range<usize>) -> Vec<String> {
    let count = numbers.len();
    let at = |step: usize| numbers.start + step * 617 % count;
    (0..count).map(|step| codes::code(at(step))).collect()
}

fn contestants<'a>(keys: &'a [String], map: &'a HashMap<&str, Code>) -> [Work<'a>; 6] {
    [
        work(|| found(keys, ErrorCode::from_code)),
        work(|| found(keys, |key| rivals::PHF.get(key).copied())),
        work(|| found(keys, rivals::matched)),
        work(|| found(keys, |key| key.parse::<Code>().ok())),
        work(|| found(keys, |key| map.get(key).copied())),
        work(|| found(keys, sorted)),
    ]
}

fn sorted(key: &str) -> Option<Code> {
    let at = rivals::SORTED.binary_search_by(|(code, _)| (*code).cmp(key));
    at.ok().map(|at| rivals::SORTED[at].1)
}

/// How many of the keys are found.
fn found<T>(keys: &[String], find: impl Fn(&str) -> Option<T>) -> usize {
    let is_found = |key: &&String| black_box(find(black_box(key.as_str()))).is_some();
    keys.iter().filter(is_found).count()
}

/// They all do the same work.
fn assert_agreement(hits: &[String], misses: &[String]) {
    let map: HashMap<&str, Code> = rivals::SORTED.iter().copied().collect();
    for (keys, expected) in [(hits, hits.len()), (misses, 0)] {
        for mut contestant in contestants(keys, &map) {
            assert_eq!(contestant().downcast_ref(), Some(&expected));
        }
    }
}

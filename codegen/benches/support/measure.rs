//! Times in one run, taken in turns: what disturbs one disturbs the others.
//!
//! A ratio is the median of what each round gives, so that a machine which is
//! slow for a while does not shift it. A time alone is the median of its rounds.

use std::any::Any;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Something to be timed. What it gives is dropped outside the time.
pub(crate) type Work<'a> = Box<dyn FnMut() -> Box<dyn Any> + 'a>;

/// The work of one contestant.
pub(crate) fn work<'a, T: 'static>(mut work: impl FnMut() -> T + 'a) -> Work<'a> {
    Box::new(move || Box::new(work()))
}

/// How long each contestant took in each round.
pub(crate) struct Rounds<const N: usize>(Vec<[Duration; N]>);

/// Lets the contestants work one after another, `rounds` times.
pub(crate) fn in_turns<const N: usize>(rounds: usize, mut contestants: [Work<'_>; N]) -> Rounds<N> {
    let round = |_| {
        contestants.each_mut().map(|work| {
            let start = Instant::now();
            let result = black_box(work());
            let time = start.elapsed();
            drop(result);
            time
        })
    };
    Rounds((0..rounds).map(round).collect())
}

impl<const N: usize> Rounds<N> {
    /// The median time of a contestant, in seconds.
    pub(crate) fn seconds(&self, contestant: usize) -> f64 {
        median(self.0.iter().map(|round| round[contestant].as_secs_f64()))
    }

    /// How many times as long as `peer` a contestant took.
    pub(crate) fn ratio(&self, contestant: usize, peer: usize) -> f64 {
        let ratio =
            |round: &[Duration; N]| round[contestant].as_secs_f64() / round[peer].as_secs_f64();
        median(self.0.iter().map(ratio))
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

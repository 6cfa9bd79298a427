//! The limit of a second, counted on the processor: on a busy machine a second
//! of the clock, which is what libFuzzer counts, is soon over.

use std::fs;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(1);

/// Calls `hold`, and panics if that took more than a second.
pub fn within_a_second(hold: fn(&[u8]), bytes: &[u8]) {
    let (clock, before) = (Instant::now(), on_processor());
    hold(bytes);
    if clock.elapsed() < LIMIT {
        return;
    }
    let taken = match (before, on_processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => clock.elapsed(),
    };
    assert!(taken < LIMIT, "{taken:?} for {} bytes", bytes.len());
}

/// How long this process has been on a processor, as Linux tells it.
fn on_processor() -> Option<Duration> {
    let told = fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds = told.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

//! A program run once: how long it took, and what it took.
//!
//! Linux alone tells these without `unsafe`: peak memory is what `/proc` says
//! of the program when it is last asked, every few milliseconds; CPU seconds
//! are those of all children that have ended, in hundredths.

use std::error::Error;
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(3);
const TICKS: f64 = 100.0;

/// What a run took.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    pub(crate) cpu: f64,
    pub(crate) megabytes: f64,
}

/// Runs a program to its end; `None` if it takes longer than `limit`, and then
/// it is stopped.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<Option<Cost>, Box<dyn Error>> {
    let before = cpu_of_children()?;
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(peak_of(child.id()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        sleep(POLL);
    };
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{command:?} failed").into());
    }
    Ok(Some(Cost {
        seconds,
        cpu: cpu_of_children()? - before,
        megabytes: f64::from(peak) / 1024.0,
    }))
}

/// The most KiB that a process has held so far; 0 once it has ended.
fn peak_of(process: u32) -> u32 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|it| it.split_whitespace().next()?.parse().ok());
    peak.unwrap_or(0)
}

/// User and system seconds of the children that have been waited for.
fn cpu_of_children() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The program's name, in brackets, may hold anything; after it come
    // numbers, and these two are the 14th and the 15th of them.
    let (_, numbers) = stat.rsplit_once(')').ok_or("the form of /proc/self/stat")?;
    let mut ticks = 0.0;
    for number in numbers.split_whitespace().skip(13).take(2) {
        ticks += number.parse::<f64>()?;
    }
    Ok(ticks / TICKS)
}

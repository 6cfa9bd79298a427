//! Signals while files are written: a run that is told to stop finishes what it
//! writes, so that no temporary file stays behind, and stops.
//!
//! It then dies of the signal, as if nothing had been arranged: shells show 130
//! for SIGINT and 143 for SIGTERM, and stop the script that errcat stands in. A
//! file that exceeds the limit of `ulimit -f` is a failure like a full disk. A
//! second signal ends the run at once.
//!
//! Called by the subcommands that replace files. Deliberately absent: anything
//! for SIGKILL. What that leaves, the next run sweeps up.

/// From now on, signals end the run when it has written its files. Where that
/// can't be arranged, they end it at once.
#[cfg(unix)]
pub(crate) fn finish_writing_first() {
    let (ready, arranged) = std::sync::mpsc::channel();
    let watcher = std::thread::Builder::new().stack_size(64 * 1024);
    let _ = watcher.spawn(move || unix::watch(ready));
    // Nothing is sent: the other end goes away, be it with the thread.
    let _ = arranged.recv();
}

/// Signals end the run at once: nothing is arranged on this system.
#[cfg(not(unix))]
pub(crate) fn finish_writing_first() {}

#[cfg(unix)]
mod unix {
    use std::ffi::c_int;
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::Sender;

    use errcat_codegen::between_writes;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::flag::{register, register_conditional_default};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// Waits for a signal, and then for the files that are under way.
    pub(super) fn watch(ready: Sender<()>) {
        let Ok(mut signals) = arrange() else { return };
        drop(ready);
        for signal in signals.forever() {
            let _ = between_writes(|| emulate_default_handler(signal));
        }
    }

    fn arrange() -> io::Result<Signals> {
        let ignored = ignored();
        let heeded = |signal: &c_int| ignored & (1 << (signal - 1)) == 0;
        if heeded(&SIGXFSZ) {
            // With any handler, the write fails instead.
            register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
        }
        let asked = Arc::new(AtomicBool::new(false));
        let heeded = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(heeded);
        for signal in heeded.clone() {
            register_conditional_default(signal, Arc::clone(&asked))?;
            register(signal, Arc::clone(&asked))?;
        }
        Signals::new(heeded)
    }

    /// The signals that were ignored when the run began, as under `nohup`, a bit
    /// each: they stay ignored. Only Linux tells without unsafe code.
    fn ignored() -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|it| it.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
            .unwrap_or(0)
    }
}

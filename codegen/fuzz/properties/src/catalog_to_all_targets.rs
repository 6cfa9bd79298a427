//! Catalogs that are built from bytes, with hostile texts in every field: each
//! target's output is read back, and holds the texts and nothing else of them.

mod catalog;
mod items;
mod texts;

use std::sync::LazyLock;

use arbitrary::Unstructured;
use errcat_codegen::{Analysis, Config, Source, analyze_sources};

use crate::{findings, oracle, project};

/// Holds if the catalog that `bytes` stand for is refused with sound findings,
/// or gives outputs that the oracle finds to be its texts and nothing else.
///
/// # Panics
///
/// If it does not hold.
pub fn hold(bytes: &[u8]) {
    let config = config(bytes);
    let analysis = analysis(bytes);
    findings::hold(analysis.diagnostics());
    oracle::hold(&analysis, config);
}

/// What errcat says of the catalog that `bytes` stand for.
#[must_use]
pub fn analysis(bytes: &[u8]) -> Analysis {
    let config = config(bytes);
    let mut bytes = Unstructured::new(bytes);
    let catalog = catalog::catalog(&mut bytes).expect("it is built of any bytes, also of none");
    let source = Source::new("hostile.yaml", catalog.file());
    analyze_sources(vec![source], config)
}

/// Typed errors are written for inputs of an odd number of bytes: where a byte
/// said so, all that follow would mean something else without it.
fn config(bytes: &[u8]) -> &'static Config {
    static PLAIN: LazyLock<Config> = LazyLock::new(Config::default);
    static TYPED: LazyLock<Config> = LazyLock::new(|| {
        let lines = "errcat: 1\ntargets: {rust: {with: [typed, retry]}}\n";
        project::config(lines.as_bytes()).expect("a sound configuration")
    });
    if bytes.len() % 2 == 1 { &TYPED } else { &PLAIN }
}

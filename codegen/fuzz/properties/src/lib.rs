//! What must hold of any input, one module for each fuzz target.
//!
//! The targets beside this package feed them from libFuzzer, `tests/replay.rs`
//! from the committed corpora. Each `hold` panics where its property does not
//! hold. Deliberately absent: anything that is decided by the code under test.

pub mod catalog_to_all_targets;
pub mod config;
pub mod decode;
mod findings;
#[path = "../../../tests/support/html_nodes.rs"]
mod html_nodes;
pub mod identifiers;
pub mod literals;
pub mod load;
mod project;
mod yaml;

#[path = "../../../tests/support/oracle.rs"]
#[expect(dead_code, reason = "some of it is for tests alone")]
mod oracle;

/// The formats of the command line, which are no library: taken in as source.
#[path = "../../../cli/src"]
#[expect(
    dead_code,
    unused_imports,
    reason = "its callers in the command line are not here"
)]
mod cli {
    pub(crate) mod colour;
    pub(crate) mod format;
}
use cli::{colour, format};

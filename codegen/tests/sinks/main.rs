//! What the sinks write, read back: each text must come out of a reader of the
//! language as it went in, and nothing else may come out.
//!
//! Each file writes all of [`texts`] with one sink and reads them with a parser
//! that is not ours. `typescript.rs` needs one that Cargo can't install; `run`
//! does that.

mod html;
#[path = "../support/html_nodes.rs"]
mod html_nodes;
mod python;
mod scripts;
mod texts;
mod typescript;

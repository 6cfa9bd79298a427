//! The error catalogs of Remno, `AgentChat` and AI City, as Rust.
//!
//! This is what a crate that uses errcat in its build script looks like: one
//! line takes in what the script made of `catalogs/`. The files in `rust/`
//! beside this one are the same bytes, for readers.

include!(concat!(env!("OUT_DIR"), "/errcat/mod.rs"));

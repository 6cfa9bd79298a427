//! `write` on a real disk: each promise of the module has a test of its name.
//!
//! The tests need a Unix: they look at modes, inodes, links and FIFOs.

#![cfg(unix)]

mod artifacts;
mod content;
mod crash;
mod leftovers;
mod manifest;
mod mended;
mod modes;
mod orphans;
mod refusals;
mod support;

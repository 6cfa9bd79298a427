//! What comes out: byte for byte as expected, and fit to be compiled.

mod compile;
mod golden;
mod support;

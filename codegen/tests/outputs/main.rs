//! What comes out: byte for byte as expected, and fit to be compiled.

mod compile;
mod crates;
mod facts;
mod golden;
mod locality;
mod scratch;
mod shapes;
mod support;
mod typed;
mod vectors;

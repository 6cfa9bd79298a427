//! What comes out: byte for byte as expected, and fit to be compiled.

mod compile;
mod facts;
mod golden;
mod shapes;
mod support;

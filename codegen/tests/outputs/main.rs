//! What comes out: byte for byte as expected, and fit to be compiled.

mod compile;
mod facts;
mod golden;
mod locality;
mod shapes;
mod support;

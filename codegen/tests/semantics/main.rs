//! What catalogs mean: a test for each rule of the language, named after it,
//! with a catalog that shows the rule and little else.
//!
//! How each finding reads is for the UI cases; here it counts that a rule is
//! raised.

mod codes;
mod details;
mod form;
mod life;
mod listings;
mod retry;
mod sections;
mod slots;
mod status;
mod support;
mod text;

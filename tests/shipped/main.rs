//! The shipped catalogs, used as a crate that depends on them would, and held
//! against the facts of the documents that they transcribe.

mod remno;

//! Every shipped error over the wire: what the server and the client share.
//!
//! `cargo run -p http-demo --bin server` answers any code on request, and
//! `cargo run -p http-demo --bin client` meets all of them. The tests of this
//! package hold the switches for frameworks against the real ones.

/// What errcat makes of the shipped catalogs, and of `parcel`, which has every
/// key of the language.
pub mod api {
    include!(concat!(env!("OUT_DIR"), "/axum/generated/rust/mod.rs"));
}

pub mod client;
pub mod damage;
pub mod samples;
pub mod server;
pub mod table;

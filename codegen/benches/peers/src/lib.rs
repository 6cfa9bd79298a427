//! The same 1,000 codes, as errcat and as others have them.

/// What errcat makes of the catalog.
pub mod ours {
    include!(concat!(env!("OUT_DIR"), "/1000/rust/mod.rs"));
}

/// What one would use instead.
pub mod rivals {
    include!(concat!(env!("OUT_DIR"), "/1000/derived.rs"));
    include!(concat!(env!("OUT_DIR"), "/1000/others.rs"));
}

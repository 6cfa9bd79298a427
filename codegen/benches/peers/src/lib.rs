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

/// Responses of a catalog of 15 codes.
pub mod few {
    include!(concat!(env!("OUT_DIR"), "/typed-15/rust/mod.rs"));

    /// The codes with serde's derive.
    pub mod derived {
        include!(concat!(env!("OUT_DIR"), "/typed-15/derived.rs"));
    }
}

/// Responses of a catalog of 1,000 codes.
pub mod many {
    include!(concat!(env!("OUT_DIR"), "/typed-1000/rust/mod.rs"));

    /// The codes with serde's derive.
    pub mod derived {
        include!(concat!(env!("OUT_DIR"), "/typed-1000/derived.rs"));
    }
}

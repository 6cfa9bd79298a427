//! The least that uses typify.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let types = typify::TypeSpace::new(&typify::TypeSpaceSettings::default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("Cargo sets it"));
    std::fs::write(out.join("types.rs"), types.to_stream().to_string())
}

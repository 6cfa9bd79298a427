//! What one writes first: a list of errors, read by serde, as a perfect hash map.

use std::path::PathBuf;
use std::{env, fs};

#[derive(serde::Deserialize)]
struct Entry {
    code: String,
    status: u16,
    message: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=errors.yaml");
    let entries: Vec<Entry> = serde_yaml::from_str(&fs::read_to_string("errors.yaml")?)?;
    let mut map = phf_codegen::Map::new();
    for Entry {
        code,
        status,
        message,
    } in &entries
    {
        map.entry(code.as_str(), format!("({status}, {message:?})"));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets it")?);
    fs::write(out.join("errors.rs"), map.build().to_string())?;
    Ok(())
}

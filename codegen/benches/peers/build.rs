//! Writes catalogs of two sizes as errcat has them, and as others would.

#[path = "../support/catalog.rs"]
mod catalog;
#[path = "../support/codes.rs"]
mod codes;
#[path = "src/rivals.rs"]
mod rivals;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use errcat_codegen::{CONFIG_FILE, Config, Source, Target, analyze_sources};

const SIZES: [usize; 2] = [1_000, 10_000];

/// Of the catalogs whose responses are decoded.
const DECODED: [usize; 2] = [15, 1_000];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets it")?);
    for entries in SIZES {
        let folder = out.join(entries.to_string());
        ours(&folder, entries, &Config::default())?;
        let codes = rivals::codes(entries);
        fs::write(folder.join("derived.rs"), rivals::derived(&codes))?;
        fs::write(folder.join("others.rs"), others(&codes))?;
    }
    for entries in DECODED {
        let folder = out.join(format!("typed-{entries}"));
        fs::create_dir_all(&folder)?;
        let switches = "errcat: 1\ntargets:\n  rust: {with: [typed]}\n";
        fs::write(folder.join(CONFIG_FILE), switches)?;
        ours(&folder, entries, &Config::load(&folder)?)?;
        let codes = rivals::codes(entries);
        fs::write(folder.join("derived.rs"), rivals::deserialized(&codes))?;
    }
    Ok(())
}

fn ours(folder: &Path, entries: usize, config: &Config) -> Result<(), Box<dyn Error>> {
    let source = Source::new("city.yaml", catalog::catalog(entries));
    let artifacts = analyze_sources(vec![source], config).emit(&[Target::Rust])?;
    for artifact in artifacts {
        let path = folder.join(artifact.path());
        fs::create_dir_all(path.parent().expect("a file in a folder"))?;
        fs::write(path, artifact.text())?;
    }
    Ok(())
}

/// Ways to find a derived code.
fn others(codes: &[rivals::Code]) -> String {
    let mut map = phf_codegen::Map::new();
    for code in codes {
        map.entry(code.wire.as_str(), format!("Code::{}", code.variant));
    }
    let map = format!("pub static PHF: phf::Map<&str, Code> = {};\n", map.build());
    [rivals::matched(codes), rivals::sorted(codes), map].concat()
}

//! Compiles the shipped catalogs, the golden one that has every key, and some of
//! other shapes, once for each combination of switches that is tried against real
//! frameworks.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use errcat_codegen::{Config, Mode, Overwrite, Target, analyze_with, write};

/// The modules `OUT_DIR/NAME/generated/rust/mod.rs`, and their switches.
const COMBINATIONS: &[(&str, &str)] = &[
    ("http", "http, typed"),
    ("axum", "axum"),
    ("actix", "actix"),
    ("problem", "problem"),
    ("utoipa", "utoipa"),
    ("tonic", "tonic"),
    ("reqwest", "reqwest-middleware"),
    (
        "all",
        "http, axum, actix, problem, utoipa, tonic, reqwest-middleware",
    ),
];

/// The guides, each of which is a project: catalogs, `errcat.yaml`, and Rust.
const GUIDES: &[&str] = &["sdk-authors", "server-teams"];

/// Catalogs of the compiler's own tests: other envelopes, and two without JSON
/// over HTTP.
const SHAPES: &[&str] = &[
    "field_errors",
    "multi_error",
    "protocol_numbers",
    "twins",
    "typed",
    "variable",
    "xml",
];

fn main() -> ExitCode {
    let run = catalogs().and_then(|catalogs| {
        let each = |(name, with): &(&str, &str)| combination(name, with, &catalogs);
        COMBINATIONS.iter().try_for_each(each)
    });
    let run = run.and_then(|()| GUIDES.iter().try_for_each(|name| guide(name)));
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

/// The names and texts of the catalogs.
fn catalogs() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let golden = root.join("codegen/tests/golden/every_key/catalog.yaml");
    let folder = root.join("catalogs");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", golden.display());
    let mut catalogs = vec![("parcel.yaml".to_owned(), fs::read_to_string(golden)?)];
    let hostile = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile.yaml");
    println!("cargo::rerun-if-changed={}", hostile.display());
    catalogs.push(("hostile.yaml".to_owned(), fs::read_to_string(hostile)?));
    for name in SHAPES {
        let shape = root.join("codegen/tests/shapes").join(name);
        let shape = shape.join("catalog.yaml");
        println!("cargo::rerun-if-changed={}", shape.display());
        catalogs.push((format!("{name}.yaml"), fs::read_to_string(shape)?));
    }
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().into_string();
        let name = name.map_err(|_| "the name of a catalog is text")?;
        catalogs.push((name, fs::read_to_string(file.path())?));
    }
    Ok(catalogs)
}

/// Writes the modules of all catalogs with these switches.
fn combination(
    name: &str,
    with: &str,
    catalogs: &[(String, String)],
) -> Result<(), Box<dyn Error>> {
    let root = folder(name)?;
    let config = format!("errcat: 1\ntargets:\n  rust: {{with: [{with}]}}\n");
    fs::write(root.join("errcat.yaml"), config)?;
    for (file, text) in catalogs {
        fs::write(root.join("catalogs").join(file), text)?;
    }
    compile(&root)
}

/// Compiles what a guide shows: its blocks of YAML are the files that their
/// first lines name, its blocks of Rust, in their order, the file `guide.rs`.
fn guide(name: &str) -> Result<(), Box<dyn Error>> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = manifest.join(format!("../../codegen/guides/{name}.md"));
    println!("cargo::rerun-if-changed={}", path.display());
    let root = folder(name)?;
    let mut program = String::new();
    let text = fs::read_to_string(path)?;
    let mut parts = text.split("\n```").skip(1);
    while let (Some(block), Some(_)) = (parts.next(), parts.next()) {
        let (language, block) = block.split_once('\n').ok_or("a fence ends its line")?;
        match (
            language,
            block.lines().next().and_then(|it| it.strip_prefix("# ")),
        ) {
            ("rust", _) => program += &[block, "\n\n"].concat(),
            ("yaml", Some(file)) => fs::write(root.join(file), format!("{block}\n"))?,
            _ => {}
        }
    }
    fs::write(root.join("guide.rs"), program)?;
    compile(&root)
}

/// The folder of a project in `OUT_DIR`, with room for catalogs.
fn folder(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let root = PathBuf::from(env::var("OUT_DIR")?).join(name);
    fs::create_dir_all(root.join("catalogs"))?;
    Ok(root)
}

/// Writes the Rust of a project.
fn compile(root: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config::load(root)?;
    let artifacts = analyze_with(&config)?.emit(&[Target::Rust])?;
    write(
        config.out(),
        &artifacts,
        Mode::Write,
        Overwrite::OnlyGenerated,
    )?;
    Ok(())
}

//! The build script's way in: catalogs to Rust in `OUT_DIR`.
//!
//! Only here is Cargo spoken to. What is written is what the CLI writes for
//! the Rust target, byte for byte; documents and data are left to the CLI.

use std::env;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::config::{self, Config};
use crate::diag::Severity;
use crate::emit::Target;
use crate::error::Error;
use crate::write::{Artifact, Mode, Overwrite, write};
use crate::{Analysis, analyze_with};

/// Compiles the catalogs of the package to `OUT_DIR/errcat/`, as
/// `errcat.yaml` beside its `Cargo.toml` says: the whole of a `build.rs`.
///
/// ```no_run
/// // build.rs
/// fn main() -> std::process::ExitCode {
///     errcat_codegen::build()
/// }
/// ```
///
/// The library then takes the modules in with one line:
/// `include!(concat!(env!("OUT_DIR"), "/errcat/mod.rs"));`
///
/// Findings go to Cargo as `cargo::error=` and `cargo::warning=`, with the
/// lines that they point at. The script reruns when a catalog or `errcat.yaml`
/// changes, and when a file comes to the folder of the catalogs or leaves it.
/// (An `errcat.yaml` that is new is seen with the next of these: Cargo can't
/// watch for a file that is not there.)
///
/// Outputs that have not changed are not written again. Still Cargo compiles
/// the package again whenever its script ran, and all that depends on it; where
/// that takes long, commit what `errcat generate` writes and include that.
#[must_use = "return it from `main`, so that a broken catalog fails the build"]
pub fn build() -> ExitCode {
    let mut cargo = String::new();
    let done = run(&mut cargo);
    if let Err(error) = &done {
        say(&mut cargo, "error", &error.to_string());
    }
    let told = io::stdout().write_all(cargo.as_bytes());
    if done.is_ok() && told.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn run(cargo: &mut String) -> Result<(), Error> {
    // Cargo starts a build script in its package, so paths can be short.
    let root = Path::new("");
    let out = PathBuf::from(variable("OUT_DIR")?).join("errcat");
    let configuration = root.join(config::FILE);
    if configuration.exists() {
        rerun_if_changed(cargo, &configuration);
    }
    let config = Config::load(root)?;
    rerun_if_changed(cargo, config.catalogs());
    let analysis = analyze_with(&config)?;
    for path in analysis.paths() {
        rerun_if_changed(cargo, Path::new(path));
    }
    warn(cargo, &analysis);
    let rust = analysis.into_outputs(&[Target::Rust])?;
    write(&out, &in_place(rust), Mode::Write, Overwrite::OnlyGenerated)?;
    Ok(())
}

/// The artifacts of the one target, without the folder that tells targets apart.
fn in_place(artifacts: Vec<Artifact>) -> Vec<Artifact> {
    let bare = |artifact: Artifact| {
        let (_, path) = artifact
            .path()
            .split_once('/')
            .expect("a target has a folder of its own");
        Artifact::new(path.to_owned(), artifact.into_text())
    };
    artifacts.into_iter().map(bare).collect()
}

/// Cargo takes a path to the end of the line; one with a line break can't be
/// said, and then the script reruns with every change of the package.
fn rerun_if_changed(cargo: &mut String, path: &Path) {
    let path = path.to_string_lossy();
    if !path.contains(['\n', '\r']) {
        say(cargo, "rerun-if-changed", &path);
    }
}

fn warn(cargo: &mut String, analysis: &Analysis) {
    let diagnostics = analysis.diagnostics();
    if diagnostics.is_clean() && diagnostics.count(Severity::Warning) > 0 {
        say(cargo, "warning", &diagnostics.to_string());
    }
}

/// One instruction per line: Cargo knows no other way to say several.
fn say(cargo: &mut String, instruction: &str, text: &str) {
    for line in text.trim_end().lines() {
        cargo.push_str("cargo::");
        cargo.push_str(instruction);
        cargo.push('=');
        cargo.push_str(line);
        cargo.push('\n');
    }
}

fn variable(name: &'static str) -> Result<std::ffi::OsString, Error> {
    let help =
        "call `errcat_codegen::build()` from a build script; elsewhere use `Config` and `analyze`";
    env::var_os(name)
        .ok_or_else(|| Error::path(Path::new(name), "Cargo did not set this variable", help))
}

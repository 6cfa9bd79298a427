//! `errcat init`: a first catalog and a configuration, to start from.

mod first;

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use errcat_codegen::{CONFIG_FILE, Error};

use self::first::{First, Named};
use crate::console::Console;
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Write a first catalog and a configuration
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Init {
    /// The folder to start in, made if need be [default: that of --root]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

const LONG: &str = "\
Write a first catalog and a configuration.

The catalog is named after the folder and is sound as it stands; its comments
say what each part is for. The lines that compile it in a build script go to
standard output, to be copied. Files that exist are never replaced.";

const EXAMPLES: &str = "\
Examples:
  errcat init         start in this folder
  errcat init parcel  start in `parcel`, with the catalog `parcel`";

const CONFIG: &str = include_str!("init/errcat.yaml");

/// What makes a crate compile its catalogs; each part names its file in a
/// comment, so that it can be copied as it is.
const BUILD_LINES: &str = "\
# Cargo.toml
[build-dependencies]
errcat-codegen = { path = \"../errcat/codegen\" }  # where errcat is checked out

// build.rs
fn main() -> std::process::ExitCode {
    errcat_codegen::build()
}

// src/lib.rs
include!(concat!(env!(\"OUT_DIR\"), \"/errcat/mod.rs\"));
";

pub(crate) fn run(init: &Init, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let folder = init
        .dir
        .as_ref()
        .map_or(root.to_owned(), |dir| root.join(dir));
    let First { id, text, named } = first::catalog(&folder);
    let files = [
        (
            folder.join("catalogs").join(format!("{id}.yaml")),
            text.as_str(),
        ),
        (folder.join(CONFIG_FILE), CONFIG),
    ];
    let taken: Vec<PathBuf> = files
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| path.symlink_metadata().is_ok())
        .collect();
    if !taken.is_empty() {
        return Err(Failure::Exists(taken));
    }
    for (path, text) in &files {
        create(path, text)?;
        console.note(&format!("created  {}", path.display()));
    }
    if matches!(named, Named::Template) {
        console.note(&format!(
            "the folder's name is none for a catalog, so this one is `{id}`: to rename it, give the file the new name, and write it after `catalog:`"
        ));
    }
    let [(path, _), _] = &files;
    let (path, command) = (path.display(), project::command("generate", &folder));
    console.note(&format!(
        "next: put your errors into `{path}`, and run {command}"
    ));
    console.note("to compile them with a crate, add these lines to it:");
    console.data(BUILD_LINES)?;
    Ok(Verdict::Clean)
}

/// Writes a file that does not exist, and the folders above it.
fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |action, path: &Path| {
        let path = path.to_owned();
        move |source| Error::Io {
            action,
            path,
            source,
        }
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed("create", folder))?;
    }
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match opened {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::Exists(vec![path.to_owned()]));
        }
        opened => opened.map_err(failed("write", path))?,
    };
    file.write_all(text.as_bytes()).map_err(|error| {
        // Half a file would be in the way of the next run.
        let _ = fs::remove_file(path);
        failed("write", path)(error)
    })?;
    Ok(())
}

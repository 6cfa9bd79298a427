//! What the paths of `errcat check` name: catalogs, standard input,
//! configurations, or nothing, which stands for the project's catalogs.

use std::io;
use std::path::{Path, PathBuf};

use errcat_codegen::{CONFIG_FILE, Unsaved};

use crate::verdict::Failure;

/// The path that stands for standard input.
const STDIN: &str = "-";

/// What is to be checked.
pub(super) struct Inputs {
    /// The folders whose `errcat.yaml` was named.
    pub(super) configured: Vec<PathBuf>,
    pub(super) catalogs: Catalogs,
}

/// Which catalogs.
pub(super) enum Catalogs {
    /// Those of the project.
    OfProject,
    /// None: only configurations were named.
    None,
    /// These files and folders.
    At(Vec<PathBuf>),
    /// Standard input, and these files and folders.
    Piped(Unsaved, Vec<PathBuf>),
}

/// Sorts the arguments, and reads standard input if they ask for it.
pub(super) fn of(paths: &[PathBuf], stdin_path: Option<&Path>) -> Result<Inputs, Failure> {
    let (piped, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| path.as_os_str() == STDIN);
    let (configurations, catalogs): (Vec<&PathBuf>, Vec<&PathBuf>) =
        files.into_iter().partition(|path| is_configuration(path));
    let folder = |path: &PathBuf| path.parent().map(Path::to_owned);
    let configured = configurations.into_iter().filter_map(folder).collect();
    let at: Vec<PathBuf> = catalogs.into_iter().cloned().collect();
    let catalogs = match (piped.as_slice(), stdin_path) {
        ([], Some(_)) => return refused("`--stdin-path` names what `-` reads; add `-`"),
        ([], None) if paths.is_empty() => Catalogs::OfProject,
        ([], None) if at.is_empty() => Catalogs::None,
        ([], None) => Catalogs::At(at),
        ([_], path) => {
            let unsaved = Unsaved::read(io::stdin().lock(), path.map(Path::to_owned))?;
            Catalogs::Piped(unsaved, at)
        }
        _ => return refused("standard input can be read once; leave out the second `-`"),
    };
    Ok(Inputs {
        configured,
        catalogs,
    })
}

fn is_configuration(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == CONFIG_FILE) && path.is_file()
}

fn refused(reason: &str) -> Result<Inputs, Failure> {
    Err(Failure::Arguments(reason.to_owned()))
}

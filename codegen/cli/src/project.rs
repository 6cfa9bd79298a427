//! The project: its root, its configuration, and how to name it in advice.

use std::path::Path;

use errcat_codegen::{CONFIG_FILE, Config, Error};

use crate::console::Console;
use crate::verdict::Failure;

/// The root as paths below it are printed: nothing stands before the names of
/// files where it is the current folder.
pub(crate) fn root(given: &Path) -> Result<&Path, Failure> {
    if given.is_dir() {
        return Ok(given.strip_prefix(".").unwrap_or(given));
    }
    Err(Failure::Library(Error::Path {
        path: given.to_owned(),
        problem: "there is no such folder",
        help: "pass the project's folder as `--root`",
    }))
}

/// The configuration of the project in `root`.
pub(crate) fn config(root: &Path, console: &mut Console) -> Result<Config, Failure> {
    let config = Config::load(root)?;
    let path = root.join(CONFIG_FILE);
    if path.exists() {
        console.detail(&format!("read     {}", path.display()));
    } else {
        console.detail(&format!("no `{}`: defaults are used", path.display()));
    }
    Ok(config)
}

/// The command that writes the outputs of the project in `root`.
pub(crate) fn generate_command(root: &Path) -> String {
    if root.as_os_str().is_empty() {
        "`errcat generate`".to_owned()
    } else {
        format!("`errcat generate --root {}`", root.display())
    }
}

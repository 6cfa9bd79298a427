//! The project: its root, its configuration, and how to name it in advice.

use std::path::{Component, Path, PathBuf};

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

/// The configuration of the project in `root`, which has catalogs.
pub(crate) fn config(root: &Path, console: &mut Console) -> Result<Config, Failure> {
    let config = Config::load(root)?;
    refuse_wrong_root(root, &config)?;
    tell(root, console);
    Ok(config)
}

/// The configuration of the project in `root`, wherever its catalogs are.
pub(crate) fn settings(root: &Path, console: &mut Console) -> Result<Config, Failure> {
    let config = Config::load(root)?;
    tell(root, console);
    Ok(config)
}

/// Says which configuration holds.
fn tell(root: &Path, console: &mut Console) {
    let path = root.join(CONFIG_FILE);
    let absent = format!("no `{}`: defaults are used", path.display());
    if path.exists() {
        console.detail(&format!("read     {}", path.display()));
    } else if let Some(project) = project_around(root) {
        let other = project.join(CONFIG_FILE);
        let (other, project) = (other.display(), project.display());
        console.note(&format!(
            "{absent}, not `{other}`; `--root {project}` uses it"
        ));
    } else {
        console.detail(&absent);
    }
}

/// Refuses a folder without catalogs and configuration that lies in a project:
/// the project was meant.
fn refuse_wrong_root(root: &Path, config: &Config) -> Result<(), Failure> {
    if config.catalogs().is_dir() {
        return Ok(());
    }
    let Some(project) = project_around(root) else {
        return Ok(());
    };
    let (here, there) = (root.join(CONFIG_FILE), project.join(CONFIG_FILE));
    Err(Failure::Arguments(format!(
        "there is no `{}`, but there is `{}`; pass `--root {}`",
        here.display(),
        there.display(),
        project.display()
    )))
}

/// The nearest folder around `root` with a configuration; nothing where `root`
/// has one itself.
fn project_around(root: &Path) -> Option<PathBuf> {
    let depth = root.join(".").canonicalize().ok()?.ancestors().count();
    let mut folder = root.to_owned();
    for _ in 0..depth {
        if folder.join(CONFIG_FILE).exists() {
            return (folder != root).then_some(folder);
        }
        folder = above(&folder);
    }
    None
}

/// The folder around one, as short as it can be written.
fn above(folder: &Path) -> PathBuf {
    match folder.components().next_back() {
        Some(Component::Normal(_)) => {
            let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
            parent.unwrap_or(Path::new(".")).to_owned()
        }
        Some(Component::CurDir) | None => PathBuf::from(".."),
        Some(_) => folder.join(".."),
    }
}

/// A command for the project in `root`, as it is typed.
pub(crate) fn command(arguments: &str, root: &Path) -> String {
    if root.as_os_str().is_empty() {
        format!("`errcat {arguments}`")
    } else {
        format!("`errcat {arguments} --root {}`", root.display())
    }
}

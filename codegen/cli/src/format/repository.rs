//! Paths as a forge knows them: from the root of the repository.

use std::env;
use std::path::Path;

/// The path from the root of the repository that GitHub Actions checked out; as
/// it is, from the current folder, elsewhere.
pub(super) fn path(path: &str) -> String {
    from_root(path).unwrap_or_else(|| path.to_owned())
}

fn from_root(path: &str) -> Option<String> {
    let root = env::var_os("GITHUB_WORKSPACE")?;
    let root = Path::new(&root).canonicalize().ok()?;
    let file = Path::new(path).canonicalize().ok()?;
    let path = file.strip_prefix(root).ok()?.to_str()?;
    Some(path.replace(std::path::MAIN_SEPARATOR, "/"))
}

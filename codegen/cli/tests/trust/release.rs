//! The program as it is released: optimised.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::ERRCAT;

/// Where it is, once it is built.
pub(crate) fn program() -> PathBuf {
    let target = Path::new(ERRCAT).parent().and_then(Path::parent);
    let target = target.expect("it lies in the target folder, below a profile");
    let built = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--release", "--quiet", "--offline", "--locked"])
        .args(["--package", "errcat", "--target-dir"])
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.is_ok_and(|status| status.success()));
    target.join("release/errcat")
}

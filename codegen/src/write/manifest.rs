//! The manifest: the list of the files that errcat owns in an output folder.
//!
//! The plan reads it to learn what earlier runs wrote, and writes it anew. It
//! lies among the user's files, is edited, merged and checked out, so it is
//! read as hostile: it can name candidates for removal below the output
//! folder, and nothing else.

use super::{MARK, is_portable};
use crate::map::Set;

/// Where it lies.
pub(super) const PATH: &str = "manifest.txt";

/// The manifest that lists `paths`.
pub(super) fn render(paths: &Set<String>) -> String {
    let mut text = format!("# {MARK}: the files that errcat owns in this folder. Do not edit.\n");
    for path in paths.iter() {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The paths that a manifest lists. Lines that are no artifact's path, such as
/// comments, conflict markers, `../x` and the manifest itself, do not count.
pub(super) fn parse(bytes: &[u8]) -> Set<String> {
    String::from_utf8_lossy(bytes)
        .lines()
        .filter(|line| is_portable(line) && !line.eq_ignore_ascii_case(PATH))
        .map(str::to_owned)
        .collect()
}

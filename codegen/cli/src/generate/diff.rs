//! The difference between an output on the disk and the one that is due.

use std::path::Path;

use errcat_codegen::{Change, Look};
use similar::{ChangeTag, TextDiff};

use crate::colour::{Paint, paint};
use crate::console::visible;

/// A unified diff of a file that is there and stays; of others, nothing: all
/// their lines are the difference, and their names say as much.
pub(super) fn unified(out: &Path, change: &Change, look: Look) -> String {
    let (Some(before), Some(after)) = (&change.before, &change.after) else {
        return String::new();
    };
    let mut text = String::new();
    let mut line = |colour: Option<Paint>, content: &str| {
        let content = visible(content);
        text.push_str(&colour.map_or(content.clone(), |colour| paint(look, colour, &content)));
        text.push('\n');
    };
    let path = out.join(&change.path);
    line(Some(Paint::Removed), &format!("--- {}", path.display()));
    line(Some(Paint::Added), &format!("+++ {}", path.display()));
    for hunk in TextDiff::from_lines(before, after)
        .unified_diff()
        .iter_hunks()
    {
        line(Some(Paint::Place), &hunk.header().to_string());
        for part in hunk.iter_changes() {
            let (sign, colour) = match part.tag() {
                ChangeTag::Equal => (' ', None),
                ChangeTag::Delete => ('-', Some(Paint::Removed)),
                ChangeTag::Insert => ('+', Some(Paint::Added)),
            };
            let content = part.value().strip_suffix('\n').unwrap_or(part.value());
            line(colour, &format!("{sign}{content}"));
            if part.missing_newline() {
                line(None, "\\ No newline at end of file");
            }
        }
    }
    text
}

//! The difference between a file on the disk and the one that is due, as a
//! unified diff.

use errcat_codegen::Look;
use similar::{ChangeTag, TextDiff};

use crate::colour::{Paint, paint};
use crate::console::visible_line;
use crate::format;

/// A unified diff of the file at `path`. In the log of a runner, no line of the
/// file is an order.
pub(crate) fn unified(path: &str, [before, after]: [&str; 2], look: Look) -> String {
    // Where it is so on both sides, a carriage return is a part of the line
    // break; elsewhere it is something to see.
    let is_dos = [before, after].iter().all(|text| text.contains("\r\n"));
    let mut text = String::new();
    let mut line = |colour: Option<Paint>, content: &str| {
        let (content, end) = match content.strip_suffix('\r').filter(|_| is_dos) {
            Some(content) => (visible_line(content), "\r\n"),
            None => (visible_line(content), "\n"),
        };
        text.push_str(&colour.map_or(content.clone(), |colour| paint(look, colour, &content)));
        text.push_str(end);
    };
    line(Some(Paint::Removed), &format!("--- {path}"));
    line(Some(Paint::Added), &format!("+++ {path}"));
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
    format::for_log(text)
}

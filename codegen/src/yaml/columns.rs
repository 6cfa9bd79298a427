//! Columns in which lines above start: for a line that lines up with none of
//! them, [`fault`](super::fault) says which was probably meant.

use super::line::{Line, is_key};
use crate::lint::yaml_syntax::Start;

/// The open columns that are nearest to the one where `line` starts: one, or
/// two that are as near.
pub(super) fn near(line: &Line<'_>) -> Vec<Start> {
    let own = line.whole();
    // Else it may be a part of a text.
    if !is_item(own) && !own.split_once(':').is_some_and(|it| is_key(it.0.trim())) {
        return Vec::new();
    }
    let mut open = open(line);
    open.retain(|it| is_item(own) == (it.name == "-"));
    let distance = |it: &Start| (it.column - 1).abs_diff(depth(own));
    let least = open.iter().map(distance).min();
    open.retain(|it| Some(distance(it)) == least);
    open
}

/// The columns of the keys and items that a line could go on with, the deepest
/// first.
fn open(line: &Line<'_>) -> Vec<Start> {
    let mut open: Vec<Start> = Vec::new();
    let lines: Vec<&str> = line.text[..line.start].lines().collect();
    for (at, above) in lines.iter().enumerate().rev() {
        let content = above.trim_start();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let mut add = |depth: usize, name: &str| {
            if open.last().is_none_or(|it| depth + 1 < it.column) {
                open.push(Start {
                    column: depth + 1,
                    name: name.to_owned(),
                    line: at + 1,
                });
            }
        };
        let behind_dash = content.strip_prefix("- ").map(str::trim_start);
        let text = behind_dash.unwrap_or(content);
        if let Some((key, _)) = text.split_once(':') {
            add(above.len() - text.len(), key);
        }
        if behind_dash.is_some() {
            add(depth(above), "-");
        }
        if depth(above) == 0 {
            break;
        }
    }
    open
}

/// Whether a list stands above a line, right above or behind lines that are
/// indented deeper than `column`.
pub(super) fn is_item_above(line: &Line<'_>, column: usize) -> bool {
    let above = line.text[..line.start].lines().rev();
    let mut above = above.filter(|line| !line.trim().is_empty());
    let inside = above.find(|line| depth(line) < column || is_item(line));
    inside.is_some_and(is_item)
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

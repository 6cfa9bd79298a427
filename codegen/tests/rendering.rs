//! Carets stand under what a finding is about.
//!
//! This reads what errcat prints as a terminal shows it: a tab is four columns
//! wide, East Asian characters and emoji two, combining marks none. What stands
//! above the carets must be the text that the finding's span covers. Inputs are
//! those of all UI cases; `tests/ui/rendering` holds the crooked ones.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{Config, Diagnostic, Diagnostics, Look, Source, analyze_sources};

#[test]
fn carets_stand_under_the_text_of_each_span() {
    let mut seen = 0;
    for path in inputs() {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let name = path.file_name().expect("a case has a name");
        let source = Source::new(name.to_string_lossy(), text);
        let analysis = analyze_sources(vec![source], &Config::default());
        seen += held(analysis.diagnostics());
    }
    assert!(seen > 250, "{seen} findings");
}

#[test]
fn columns_count_as_a_terminal_does() {
    let widths = ["a", "é", "e\u{301}", "荷", "📦", "👍🏽", "ｱ", "Ａ"].map(width);
    assert_eq!(widths, [1, 1, 1, 2, 2, 4, 1, 2]);
}

/// Holds each finding's carets against its text; says how many there were.
fn held(found: &Diagnostics) -> usize {
    let text = found.render(Look::Plain);
    let blocks: Vec<&str> = text.split("\n\n").filter(|it| !it.is_empty()).collect();
    assert_eq!(blocks.len(), found.iter().count(), "{text}");
    for (finding, block) in found.iter().zip(&blocks) {
        let (line, carets) = underlined(block);
        let shown = columns(&line, &carets);
        let expected = as_shown(covered(found, finding));
        if finding.id() == "EC0002" || expected.is_empty() {
            // What can't be seen has no columns: the caret stands where it is.
            let before = before(found, finding);
            assert_eq!(width(&as_shown(&before)), carets.start, "{block}");
        } else if line.ends_with("...") && expected.len() > shown.len() {
            let shown = shown.trim_end_matches('.');
            assert!(expected.starts_with(shown), "{expected}:\n{block}");
        } else {
            assert_eq!(shown, expected, "\n{block}");
        }
    }
    blocks.len()
}

fn covered<'a>(found: &'a Diagnostics, finding: &Diagnostic) -> &'a str {
    found.source(finding.span()).slice(finding.span())
}

/// What stands before it on its line.
fn before(found: &Diagnostics, finding: &Diagnostic) -> String {
    let position = found.position(finding.span());
    let text = found.source(finding.span()).text();
    let line = text.split('\n').nth(position.line as usize - 1);
    let line = line.unwrap_or_default().chars();
    line.take(position.column as usize - 1).collect()
}

/// The line of the source that has carets below it, and the columns of those.
fn underlined(block: &str) -> (String, std::ops::Range<usize>) {
    let lines: Vec<&str> = block.lines().collect();
    let is_marks = |line: &str| line.trim_start().starts_with("| ") && line.contains('^');
    let at = lines.iter().position(|line| is_marks(line));
    let at = at.unwrap_or_else(|| panic!("no carets:\n{block}"));
    let code = |line: &str| {
        let (_, code) = line.split_once('|').expect("a line of the source");
        code.strip_prefix(' ').unwrap_or(code).to_owned()
    };
    let marks = code(lines[at]);
    let start = marks.find('^').expect("it has carets");
    let length = marks[start..].chars().take_while(|it| *it == '^').count();
    (code(lines[at - 1]), start..start + length)
}

/// What stands in some columns of a line.
fn columns(line: &str, wanted: &std::ops::Range<usize>) -> String {
    let mut column = 0;
    let mut shown = String::new();
    for character in line.chars() {
        let start = column;
        column += width(character.encode_utf8(&mut [0; 4]));
        // A combining mark stands on the character before it.
        let is_mark = start == column && start > wanted.start && start <= wanted.end;
        if is_mark || start != column && wanted.contains(&start) {
            shown.push(character);
        }
    }
    shown
}

/// A text of a source as the terminal gets it.
fn as_shown(text: &str) -> String {
    let shown = |character: char| match character {
        '\t' => "    ".to_owned(),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "\u{fffd}".to_owned()
        }
        '\u{0}'..='\u{1f}' => {
            char::from_u32(u32::from(character) + 0x2400).map_or_else(String::new, String::from)
        }
        it => it.to_string(),
    };
    text.chars().map(shown).collect()
}

/// The columns that a text takes.
fn width(text: &str) -> usize {
    let one = |character: char| match u32::from(character) {
        0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff => 2,
        _ => 1,
    };
    text.chars().map(one).sum()
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut paths: Vec<PathBuf> = list(&folder).iter().flat_map(|rule| list(rule)).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    paths
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let items = fs::read_dir(folder).expect("the folder of the cases can be listed");
    let paths = items.map(|item| item.expect("its items can be listed").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

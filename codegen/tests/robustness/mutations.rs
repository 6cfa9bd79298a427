//! Damaged inputs, the same in each run.

use std::fs;
use std::path::{Path, PathBuf};

/// What means something to YAML, to the language, or to a terminal.
const PARTS: &[&str] = &[
    ":",
    ": ",
    "- ",
    "-",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "|\n",
    ">-\n",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "  ",
    "---\n",
    "...\n",
    "<<: *a",
    "\u{a0}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\u{1b}[31m",
    "é",
    "荷物",
    "📦",
    "e\u{301}",
    "0",
    "~",
    "null",
    "code: ",
    "ref: ",
    "$code",
    "{x}",
    "\\",
    "\\u0000",
    "<b>",
    "```",
    "x-: ",
];

/// Endless inputs, each hurt `times` times.
pub(crate) fn inputs(times: usize) -> impl Iterator<Item = (String, String)> {
    let seeds = seeds();
    let mut random = Random(times as u64);
    std::iter::from_fn(move || {
        let (name, text) = &seeds[random.below(seeds.len())];
        let mut text = text.clone();
        for _ in 0..times {
            text = hurt(&text, &mut random);
        }
        Some((name.clone(), text))
    })
}

/// Each seed up to each of some places.
pub(crate) fn beginnings() -> impl Iterator<Item = (String, String)> {
    const STEP: usize = 97;
    let beginnings = |(name, text): (String, String)| {
        let ends = (0..text.len()).step_by(STEP);
        let cut = ends.map(|end| text[..boundary(&text, end)].to_owned());
        cut.map(|cut| (name.clone(), cut)).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = seeds().into_iter().flat_map(beginnings).collect();
    let mut random = Random(7);
    for at in 1..all.len() {
        let other = random.below(at + 1);
        all.swap(at, other);
    }
    all.into_iter()
}

fn hurt(text: &str, random: &mut Random) -> String {
    let at = boundary(text, random.below(text.len() + 1));
    let most = if random.below(4) == 0 { 200 } else { 3 };
    let length = 1 + random.below(most);
    let end = boundary(text, (at + length).min(text.len())).max(at);
    let (before, hurt, after) = (&text[..at], &text[at..end], &text[end..]);
    match random.below(5) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{hurt}{hurt}{after}"),
        2 => format!("{before}{}{hurt}{after}", PARTS[random.below(PARTS.len())]),
        3 => format!("{before}{}{after}", PARTS[random.below(PARTS.len())]),
        _ => swapped(text, random),
    }
}

/// Two lines change their places.
fn swapped(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.is_empty() {
        let (one, other) = (random.below(lines.len()), random.below(lines.len()));
        lines.swap(one, other);
    }
    lines.concat()
}

/// The start of the character at a byte.
fn boundary(text: &str, at: usize) -> usize {
    let mut places = (0..=at.min(text.len())).rev();
    places.find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The shipped catalogs and the inputs of all UI cases, by file name.
fn seeds() -> Vec<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = list(&tests.join("../../catalogs"));
    paths.extend(list(&tests.join("ui")).iter().flat_map(|rule| list(rule)));
    let text = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        path.extension().filter(|ending| *ending == "yaml")?;
        Some((name.to_owned(), fs::read_to_string(path).ok()?))
    };
    let seeds: Vec<_> = paths.iter().filter_map(text).collect();
    assert!(seeds.len() > 250, "{} inputs", seeds.len());
    seeds
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let items = fs::read_dir(folder).expect("the folder of the inputs can be listed");
    let paths = items.map(|item| item.expect("its items can be listed").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

/// Numbers that look random and are the same in each run (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (z ^ (z >> 31)) >> 32;
        usize::try_from(number).expect("it has 32 bits") % end
    }
}

//! The tables of `codegen/SECURITY.md`: a row for each case of the list. Tests
//! hold the rows against what they saw, and write them with `BLESS=1`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// One test writes at a time.
static PAGE: Mutex<()> = Mutex::new(());

/// Holds the row of a case, such as `A1`: what goes in, what must come of it,
/// and what was seen, which has to be the same in every run.
pub(crate) fn row(case: &str, input: &str, must: &str, seen: &str) {
    let cells = [case, input, must, seen];
    for cell in cells {
        assert!(!cell.contains(['|', '\n']), "{cell:?} does not fit a cell");
    }
    let row = format!("| {} |", cells.join(" | "));
    let _alone = PAGE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = page();
    let text = fs::read_to_string(&path).expect("codegen/SECURITY.md can be read");
    if text.lines().any(|line| line == row) {
        return;
    }
    assert!(
        std::env::var_os("BLESS").is_some(),
        "codegen/SECURITY.md does not say what was seen; with BLESS=1 it will:\n{row}"
    );
    fs::write(&path, with_row(&text, case, &row)).expect("codegen/SECURITY.md can be written");
}

/// The page with one row put in, or put in place of the one of the same case.
fn with_row(text: &str, case: &str, row: &str) -> String {
    let group = format!("### {}.", &case[..1]);
    let mut lines: Vec<&str> = text.lines().filter(|it| number(it) != Some(case)).collect();
    let heading = lines.iter().position(|line| line.starts_with(&group));
    let heading = heading.expect("each group has a heading");
    let first = heading
        + lines[heading..]
            .iter()
            .position(|line| line.starts_with("|---"))
            .expect("a table")
        + 1;
    let after = |line: &&&str| number(line).is_some_and(|it| order(it) < order(case));
    let at = first + lines[first..].iter().take_while(after).count();
    lines.insert(at, row);
    lines.join("\n") + "\n"
}

/// The case of a line that is a row.
fn number(line: &str) -> Option<&str> {
    let case = line.strip_prefix("| ")?.split(" |").next()?;
    let digits = case.strip_prefix(|it: char| it.is_ascii_uppercase())?;
    digits.parse::<u32>().is_ok().then_some(case)
}

fn order(case: &str) -> u32 {
    case[1..].parse().expect("a case is a letter and a number")
}

fn page() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut above = package.ancestors().map(|it| it.join("codegen/SECURITY.md"));
    above
        .find(|it| it.exists())
        .expect("codegen/SECURITY.md is there")
}

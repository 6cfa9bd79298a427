//! "Did you mean": the known name that a misspelt one is nearest to; and how
//! findings show what was written.

use super::Rule;
use crate::diag::Report;
use crate::model::Entry;
use crate::source::Span;
use crate::yaml::is_hidden;

/// Longest text that a message repeats.
const LONGEST_SHOWN: usize = 40;

/// Longest part of a document's line that a message repeats.
const LONGEST_LINE: usize = 60;

/// What was written, cut where it is too long to be read in a message.
pub(crate) fn shown(written: &str) -> String {
    let cut = written.char_indices().nth(LONGEST_SHOWN);
    match cut {
        Some((end, _)) => format!("{}..", &written[..end]),
        None => written.to_owned(),
    }
}

/// The code that stands for an entry, as findings show it.
pub(super) fn shown_code(entry: &Entry) -> String {
    shown(&entry.code().to_string())
}

/// A line of a document, cut to what tells it from others. It may hold
/// anything, so what steers a terminal or hides is shown as U+FFFD.
pub(crate) fn shown_line(line: &str) -> String {
    let visible = |c: char| match c {
        '\t' => ' ',
        c if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    let line: String = line.trim().chars().map(visible).collect();
    match line.char_indices().nth(LONGEST_LINE) {
        Some((end, _)) => format!("{}..", &line[..end]),
        None => line,
    }
}

/// Raises that no `noun` is called `written`, and says how to declare one.
pub(super) fn undeclared<'a>(
    report: &mut Report,
    rule: &'static Rule,
    (span, written): (Span, &str),
    (noun, known): (&str, impl IntoIterator<Item = &'a str>),
    declare: &str,
) {
    let most = if is_enough(report) { 1 } else { usize::MAX };
    let known: Vec<&str> = known.into_iter().take(most).collect();
    undeclared_of(report, rule, (span, written), (noun, &known), declare);
}

/// The same, compiled once for all kinds of iterators.
fn undeclared_of(
    report: &mut Report,
    rule: &'static Rule,
    (span, written): (Span, &str),
    (noun, known): (&str, &[&str]),
    declare: &str,
) {
    let many = is_enough(report);
    // Where there are none at all, their own key is what is missing. Details
    // are declared by each entry for itself.
    let message = if known.is_empty() && noun != "detail" {
        format!("this catalog declares no {noun}s")
    } else {
        format!("no {noun} `{}` is declared", shown(written))
    };
    let finding = report.raise(rule, span, message).joined();
    if many {
        finding.help(declare);
        return;
    }
    if let Some(parts) = several(written, known) {
        let parts = list(&parts);
        finding.help(format!(
            "{parts} are {noun}s of their own; in a list, a comma stands between them"
        ));
        return;
    }
    if let Some(name) = nearest(written, known.iter().copied()) {
        // The slip may be in the declaration, and this use be right: no mend.
        finding.help(format!("did you mean `{name}`?"));
        return;
    }
    if !known.is_empty() {
        finding.help(all_of(known, noun));
    }
    finding.help(declare);
}

/// The names that stand in `written` side by side, if it is nothing but known
/// ones: a list that lost a comma reads as one text.
fn several<'a>(written: &'a str, known: &[&str]) -> Option<Vec<&'a str>> {
    let parts: Vec<&str> = written.split_whitespace().take(MOST_PARTS + 1).collect();
    let is_known = |part: &&str| known.iter().any(|name| name.eq_ignore_ascii_case(part));
    ((2..=MOST_PARTS).contains(&parts.len()) && parts.iter().all(is_known)).then_some(parts)
}

/// Most names that are looked for in one text.
const MOST_PARTS: usize = 10;

/// Findings after which none is given a near name: looking through all names
/// for each of thousands of slips takes longer than anyone waits.
const ENOUGH: usize = 100;

/// Whether no more findings are given a near name.
pub(crate) fn is_enough(report: &Report) -> bool {
    report.len() > ENOUGH
}

/// The nearest of `known` to `written`, if it is near enough to be a slip.
///
/// ```
/// use errcat_codegen::nearest;
///
/// assert_eq!(nearest("kyes", ["doors", "keys"]), Some("keys"));
/// assert_eq!(nearest("gates", ["doors", "keys"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(written, &mut known.into_iter())
}

/// The same, compiled once for all kinds of iterators.
fn nearest_of<'a>(written: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > 100 {
        return None;
    }
    let folded = fold(written);
    let reach = (folded.len() / 3).max(1);
    let distance = |name: &'a str| Some((distance(&folded, &fold(name), reach)?, name));
    let best = known
        .filter(|name| name.len() <= 100)
        .filter_map(distance)
        .min_by_key(|it| it.0);
    best.map(|(_, name)| name)
}

/// The nearest of the language's own words, if no other is as near: the author
/// can have meant nothing else.
pub(crate) fn only_near<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    only_near_of(written, &known)
}

fn only_near_of<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = nearest(written, known.iter().copied())?;
    let others = known.iter().filter(|other| **other != name);
    let gap = |other: &&str| Some(apart(written, other)? <= apart(written, name)?);
    let is_long = written.chars().count() > 2;
    (is_long && !others.filter_map(gap).any(|is_as_near| is_as_near)).then_some(name)
}

/// The same for ids and names of lints, of which there are many: a slip of one
/// letter, or of two in a long name; no digit, for numbers are near to each
/// other; and nothing else that is nearly as near.
pub(super) fn surely<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = nearest(written, known.iter().copied())?;
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (length, slips) = (written.chars().count(), apart(written, name)?);
    let most = match length {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    let clear = if slips == 0 { 0 } else { slips + 1 };
    let mut others = known.iter().filter(|other| **other != name);
    let alone = others.all(|other| apart(written, other).is_none_or(|it| it > clear));
    (slips <= most && alone && digits(written) == digits(name)).then_some(name)
}

/// How many slips two names are apart, if it is few.
fn apart(a: &str, b: &str) -> Option<usize> {
    if a.len().max(b.len()) > 100 {
        return None;
    }
    let reach = (a.len() / 3).max(4);
    distance(&fold(a), &fold(b), reach)
}

/// What to say of a `noun` that nothing is called: the nearest name that is
/// `known`, else all there are.
///
/// ```
/// use errcat_codegen::did_you_mean;
///
/// let sections = ["doors", "keys"];
/// assert_eq!(did_you_mean("kyes", sections, "section"), "did you mean `keys`?");
/// assert_eq!(did_you_mean("gates", sections, "section"), "the sections are `doors` and `keys`");
/// ```
#[must_use]
pub fn did_you_mean<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
    noun: &str,
) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(written, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => all_of(&known, noun),
    }
}

/// What there is to choose from, where nothing is near.
fn all_of(known: &[&str], noun: &str) -> String {
    match known {
        [] => format!("there are no {noun}s here"),
        [only] => format!("the only {noun} is `{only}`"),
        [..] if known.len() > 30 => {
            let count = known.len();
            format!("there are {count} {noun}s, none of them close to this")
        }
        [..] => format!("the {noun}s are {}", list(known)),
    }
}

/// Names as a list to read: `a`, `b` and `c`.
pub(super) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Case and the choice of `-` or `_` are not what a slip is measured by.
fn fold(name: &str) -> Vec<char> {
    name.chars()
        .map(|c| {
            if c == '_' {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}

/// Edits to turn `a` into `b`: insert, delete, replace, swap two neighbours;
/// `None` as soon as it is clear that there are more than `reach`.
fn distance(a: &[char], b: &[char], reach: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > reach {
        return None;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replace = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replace.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
        // A later row can come from these two only.
        if above.iter().chain(&before).all(|edits| *edits > reach) {
            return None;
        }
    }
    Some(above[b.len()]).filter(|edits| *edits <= reach)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_slip_is_certain() {
        let words = ["stop", "change", "act", "wait", "backoff", "redirect"];
        assert_eq!(only_near("bakoff", words), Some("backoff"));
        assert_eq!(only_near("at", words), None, "too short");
        assert_eq!(only_near("cet", ["set", "get"]), None, "two are as near");
        let codes = ["PARCEL_LOST", "PARCEL_NOT_FOUND", "E1001", "id"];
        assert_eq!(surely("PARCEL_LSOT", &codes), Some("PARCEL_LOST"));
        assert_eq!(surely("parcel-lost", &codes), Some("PARCEL_LOST"));
        assert_eq!(surely("PARCEL_FOUND", &codes), None, "too far");
        assert_eq!(surely("E1002", &codes), None, "another number");
        assert_eq!(surely("ib", &codes), None, "too short");
        let near = ["PARCEL_LOST", "PARCEL_COST"];
        assert_eq!(
            surely("PARCEL_LSOT", &near),
            None,
            "another is nearly as near"
        );
    }

    #[test]
    fn a_slip_finds_its_name() {
        let known = ["message", "status", "user-message", "retry"];
        for (slip, meant) in [
            ("mesage", "message"),
            ("stauts", "status"),
            ("user_message", "user-message"),
            ("Retry", "retry"),
        ] {
            assert_eq!(nearest(slip, known), Some(meant));
        }
        assert_eq!(nearest("colour", known), None);
        assert_eq!(
            did_you_mean("colour", known, "key"),
            "the keys are `message`, `status`, `user-message` and `retry`"
        );
    }
}

//! Whether a line of a document mentions a code or a status.
//!
//! Documents are often tables that a browser or a converter wrote out without
//! blanks between the cells: `401UNAUTHORIZEDMissing or invalid token`. So a
//! mention is more than a word between blanks. A code stands on a line if its
//! text does, and
//!
//! - before it comes the start of the line, something that is no letter, digit
//!   or `_`, or digits that such a thing comes before (a status: `401`);
//! - after it comes the end of the line, something that is no letter, digit or
//!   `_`, three digits (a status), or an upper-case letter that begins a word:
//!   `Missing`, `You’re`, or `A` and `I` before a blank. Of a code that is
//!   itself written in `PascalCase` or as one lower-case word, a word that
//!   follows so would be a part, and it is no mention;
//! - no longer code of the same catalog covers it: `CARD` does not stand in
//!   `CARD_DECLINED`, nor `not-found` in `user-not-found`.
//!
//! A code that is a number stands where the number does, with its sign and all
//! its digits. Of a variable code the fixed parts stand in order, with no blank
//! between.

use std::ops::Range;

use crate::model::{Code, Status};

/// Whether `line` mentions `code`, where a mention of one of `others` is not
/// taken for it.
pub(crate) fn mentions(line: &str, code: &Code, others: &[&Code]) -> bool {
    match code {
        Code::Text(text) => mentions_text(line, text, others),
        Code::Integer(number) => !numbers(line, &number.to_string()).is_empty(),
        Code::Pattern(pattern) => mentions_parts(line, pattern.literals()),
    }
}

/// How often `line` mentions `status`.
pub(crate) fn status_mentions(line: &str, status: Status) -> usize {
    let number = status.to_string();
    let is_unit = |at: &&Range<usize>| line[at.end..].starts_with(|c: char| c.is_lowercase());
    let places = numbers(line, &number);
    places.iter().filter(|at| !is_unit(at)).count()
}

fn mentions_text(line: &str, text: &str, others: &[&Code]) -> bool {
    let longer = || {
        others.iter().filter_map(|other| match other {
            Code::Text(other) if other.len() > text.len() && other.contains(text) => Some(other),
            _ => None,
        })
    };
    let covered = |at: usize| {
        longer().any(|other| {
            // Only one that begins this near reaches over the text.
            let mut from = (at + text.len()).saturating_sub(other.len())..=at;
            let from = from.find(|it| line.is_char_boundary(*it)).unwrap_or(at);
            let mut to = (at..=(at + other.len()).min(line.len())).rev();
            let to = to.find(|it| line.is_char_boundary(*it)).unwrap_or(at);
            line[from..to].contains(other.as_str())
        })
    };
    line.match_indices(text).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + text.len()..]);
        starts_apart(before, text) && ends_apart(after, text) && !covered(at)
    })
}

/// The parts in order, without a blank between, the first and last delimited.
fn mentions_parts(line: &str, parts: &[String]) -> bool {
    let written: Vec<&String> = parts.iter().filter(|part| !part.is_empty()).collect();
    let [first, rest @ ..] = written.as_slice() else {
        return false;
    };
    let mut is_beyond = false;
    line.match_indices(first.as_str()).any(|(at, _)| {
        if is_beyond {
            return false;
        }
        let mut end = at + first.len();
        for part in rest {
            let Some(ahead) = line[end..].find(part.as_str()) else {
                // Nor is it further on.
                is_beyond = true;
                return false;
            };
            if line[end..end + ahead].contains(char::is_whitespace) {
                return false;
            }
            end += ahead + part.len();
        }
        let starts = parts[0].is_empty() || starts_apart(&line[..at], first);
        let last = parts.last().filter(|last| !last.is_empty());
        starts && last.is_none_or(|last| ends_apart(&line[end..], last))
    })
}

/// Where a number stands with all its digits.
fn numbers(line: &str, number: &str) -> Vec<Range<usize>> {
    let places = line
        .match_indices(number)
        .map(|(at, _)| at..at + number.len());
    let is_whole = |at: &Range<usize>| {
        let before = line[..at.start].chars().next_back();
        let mut after = line[at.end..].chars();
        let next = after.next();
        let goes_on = |c: char| c.is_ascii_digit() || c == '_';
        let fraction =
            matches!(next, Some('.' | ',')) && after.next().is_some_and(|c| c.is_ascii_digit());
        let starts =
            !before.is_some_and(|c| goes_on(c) || c.is_uppercase() || matches!(c, '.' | '-'));
        starts && !next.is_some_and(goes_on) && !fraction
    };
    places.filter(is_whole).collect()
}

fn starts_apart(before: &str, text: &str) -> bool {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return !before.ends_with(is_word);
    }
    let status = before.trim_end_matches(|c: char| c.is_ascii_digit());
    !status.ends_with(is_word)
}

fn ends_apart(after: &str, text: &str) -> bool {
    let mut letters = after.chars();
    let (Some(next), second) = (letters.next(), letters.next()) else {
        return true;
    };
    if next.is_ascii_digit() {
        let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let is_status = digits == 3 && !after[digits..].starts_with('_');
        return is_status && !text.ends_with(|c: char| c.is_ascii_digit());
    }
    if !is_word(next) {
        // `card.declined` goes on in `card.declined.hard`, a sentence ends.
        return !(text.contains(next) && matches!(next, '.' | '-') && second.is_some_and(is_word));
    }
    if next.is_uppercase() {
        let begins_word = match second {
            Some(second) => {
                second.is_lowercase()
                    || matches!(second, '\'' | '’')
                    || (matches!(next, 'A' | 'I') && second.is_whitespace())
            }
            None => false,
        };
        return begins_word && takes_a_word(text);
    }
    // A letter of a script without case belongs to no code in ASCII.
    next.is_alphabetic() && !next.is_lowercase() && text.is_ascii()
}

/// Whether a capitalized word right after `text` is no part of a code.
fn takes_a_word(text: &str) -> bool {
    let has_lower_case = text.contains(char::is_lowercase);
    let has_upper_case = text.contains(char::is_uppercase);
    let is_joined = text.contains(|c: char| !c.is_alphanumeric());
    !has_lower_case || (is_joined && !has_upper_case)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::text(text.to_owned()).expect("a code")
    }

    #[track_caller]
    fn stands(text: &str, lines: &[&str]) {
        for line in lines {
            assert!(mentions(line, &code(text), &[]), "`{text}` in `{line}`");
        }
    }

    #[track_caller]
    fn is_absent(text: &str, lines: &[&str]) {
        for line in lines {
            assert!(!mentions(line, &code(text), &[]), "`{text}` in `{line}`");
        }
    }

    #[test]
    fn a_code_stands_between_blanks_and_marks() {
        stands(
            "CARD",
            &[
                "CARD",
                "| `CARD` | 402 |",
                "\"code\":\"CARD\",",
                "<td>CARD</td>",
                "see CARD.",
            ],
        );
        is_absent(
            "CARD",
            &[
                "CARD_DECLINED",
                "MY_CARD",
                "CARDS",
                "DISCARD",
                "card",
                "CARDs are",
                "CARDCARD",
            ],
        );
    }

    #[test]
    fn a_code_stands_in_a_table_without_blanks() {
        stands(
            "UNAUTHORIZED",
            &[
                "401UNAUTHORIZEDMissing, malformed",
                "UNAUTHORIZED401Missing",
                "UNAUTHORIZED未授权",
            ],
        );
        stands(
            "PAUSED",
            &[
                "403PAUSEDA human paused it",
                "403PAUSEDI am",
                "403PAUSEDYou’ve",
                "403PAUSEDI’m",
            ],
        );
        is_absent(
            "PAUSED",
            &[
                "X403PAUSED",
                "403PAUSEDAB",
                "PAUSED4",
                "PAUSED401_X",
                "403PAUSEDmissing",
            ],
        );
    }

    #[test]
    fn a_capitalized_word_after_a_camel_code_is_a_part_of_it() {
        is_absent("card", &["cardDeclined"]);
        is_absent("Access", &["AccessDenied", "403AccessDenied"]);
        stands("card_declined", &["402card_declinedThe bank said no"]);
        stands("AccessDenied", &["AccessDenied: You may not"]);
    }

    #[test]
    fn a_longer_code_of_the_catalog_covers_a_shorter_one() {
        let long = code("user-not-found");
        assert!(!mentions(
            "404 user-not-found",
            &code("not-found"),
            &[&long]
        ));
        assert!(mentions(
            "not-found, user-not-found",
            &code("not-found"),
            &[&long]
        ));
        stands(
            "card.declined",
            &["It was card.declined. Try another", "card.declined."],
        );
        is_absent("card.declined", &["card.declined.hard"]);
    }

    #[test]
    fn a_number_stands_with_its_sign_and_all_its_digits() {
        let number = |text| Code::integer(text).expect("a number");
        for line in ["-32601 Method not found", "|-32601|", "-32601Method"] {
            assert!(mentions(line, &number("-32601"), &[]), "{line}");
        }
        for line in [
            "-32601",
            "326011",
            "32601.5",
            "32601,000",
            "E32601",
            "32601_2",
        ] {
            assert!(!mentions(line, &number("32601"), &[]), "{line}");
        }
    }

    #[test]
    fn the_parts_of_a_variable_code_stand_in_order() {
        stands(
            "FLOOD_WAIT_{x}",
            &[
                "420FLOOD_WAIT_XA wait of X seconds",
                "FLOOD_WAIT_%d",
                "FLOOD_WAIT_{seconds}",
            ],
        );
        stands("{dc}_MIGRATE", &["303 PHONE_2_MIGRATE"]);
        stands("A_{x}_B", &["A_%d_B"]);
        is_absent("A_{x}_B", &["A_ or _B", "A_1_BC", "A_1"]);
    }

    #[test]
    fn a_status_is_a_number_of_its_own() {
        let count = |line| status_mentions(line, Status::http(404).expect("a status"));
        for line in [
            "404",
            "404NOT_FOUND",
            "HTTP 404 Not Found",
            "(404)",
            "404.",
            "Status404",
        ] {
            assert_eq!(count(line), 1, "{line}");
        }
        for line in ["4040", "1404", "404.1", "404ms", "E404", "_404", "404_X"] {
            assert_eq!(count(line), 0, "{line}");
        }
        assert_eq!(count("404 for one, 404 for two"), 2);
    }
}

//! A11 and A12: words that YAML may take for something else, and statuses.

use super::{PATIENCE, refuse};
use crate::input::{HEAD, analysis, ids, output, refused};
use crate::table::row;

/// What a YAML reader may take for a truth value, nothing, a number, a time.
const WORDS: [&str; 8] = ["no", "yes", "on", "1.10", "0x1F", "1e3", ".nan", "12:30"];

#[test]
fn a11_words_that_are_no_text_elsewhere() {
    for word in WORDS {
        for quoted in [word.to_owned(), format!("\"{word}\""), format!("'{word}'")] {
            verbatim(&quoted, word);
        }
    }
    for word in ["null", "~"] {
        verbatim(&format!("\"{word}\""), word);
        for text in [entry(word, "Bad."), entry("A", word)] {
            assert_eq!(refused(word, &analysis(&text)), ["EC0012"], "{word}");
        }
    }
    row(
        "A11",
        "`no yes on null ~ 1.10 0x1F 1e3 .nan 12:30` as code or message",
        "kept as it is",
        "kept as it is; without quotes, `null` and `~` are EC0012: they say that nothing is here",
    );
}

/// Asserts that `written` comes out as `word`, as code and as message.
fn verbatim(written: &str, word: &str) {
    let json = |text: &str| -> serde_json::Value {
        let json = output(&analysis(text), "json/hostile.json");
        serde_json::from_str(&json).expect("it is JSON")
    };
    let code = json(&entry(written, "It is bad."));
    assert_eq!(code["entries"][0]["code"], word, "{written}");
    let message = json(&entry("A", written));
    assert_eq!(message["entries"][0]["message"], word, "{written}");
}

fn entry(code: &str, message: &str) -> String {
    format!("{HEAD}errors:\n  - {{code: {code}, name: ANY, status: 400, message: {message}}}\n")
}

#[test]
fn a12_statuses_that_are_none() {
    let seen = refuse("A12", PATIENCE);
    let other = "  - {code: B, status: 400, message: It is worse.}";
    let missing = format!("{HEAD}errors:\n{other}\n  - {{code: A, message: It is bad.}}\n");
    let missing = refused("missing", &analysis(&missing)).join(" ");
    let alone = analysis(&format!(
        "{HEAD}errors:\n  - {{code: A, message: It is bad.}}\n"
    ));
    assert!(ids(&alone).is_empty(), "an API may have none at all");
    let seen = format!("{seen}; {missing}: missing, where others have one");
    row(
        "A12",
        "status `4O4 404.0 -1 99 1000 0o624 99999999999999999999`, missing",
        "an error",
        &seen,
    );
}

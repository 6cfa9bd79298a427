//! B22 to B26: codes whose identifiers collide, are none, or deceive.

use errcat_codegen::Diagnostic;

use super::{catalog, identifiers, refusal};
use crate::input::{HEAD, analysis, ids, output, refused};
use crate::table::row;

#[test]
fn b22_collisions_name_all() {
    let codes = ["foo-bar", "foo_bar", "FooBar", "FOO BAR"];
    let analysis = analysis(&catalog(&codes));
    let raised = refused("collisions", &analysis);
    assert!(raised.contains(&"EC0102"), "{raised:?}");
    let collisions = analysis
        .diagnostics()
        .iter()
        .filter(|it| it.id() == "EC0102");
    let messages: Vec<&str> = collisions.map(Diagnostic::message).collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    for (code, message) in codes[1..].iter().zip(&messages) {
        let all = format!("`foo-bar` and `{code}` both give the identifier `FooBar`");
        assert_eq!(*message, all);
    }
    row(
        "B22",
        "`foo-bar foo_bar FooBar \"FOO BAR\"`",
        "an error that names all",
        "EC0102 names each, with the first",
    );
}

#[test]
fn b23_no_silent_suffixes() {
    for codes in [
        ["A", "a"],
        ["A_B", "AB"],
        ["A-1", "A1"],
        ["AB", "aB"],
        ["E 1", "E1"],
    ] {
        let analysis = analysis(&catalog(&codes));
        let idents = identifiers(&analysis);
        if idents[0] == idents[1] {
            assert!(
                refused(codes[0], &analysis).contains(&"EC0102"),
                "{codes:?}"
            );
        } else {
            let rust = output(&analysis, "rust/hostile.rs");
            let suffixed = idents
                .iter()
                .flat_map(|it| [format!("{it}_"), format!("{it}1"), format!("{it}2")]);
            let known = |it: &String| !idents.contains(it) && rust.contains(&format!(" {it},"));
            assert!(!suffixed.into_iter().any(|it| known(&it)), "{codes:?}");
        }
    }
    assert_eq!(
        identifiers(&analysis(&catalog(&["A_B", "AB"]))),
        ["AB", "Ab"]
    );
    row(
        "B23",
        "codes that nearly collide",
        "no suffix that nobody wrote",
        "an identifier of the code's own words, or EC0102",
    );
}

#[test]
fn b24_codes_without_a_name_in_them() {
    let long = "A".repeat(10_000);
    let cases = [
        ("9LIVES", "EC0103"),
        ("404", "EC0103"),
        ("\"-._\"", "EC0103"),
        ("\"\"", "EC0104"),
        ("\" \"", "EC0104"),
        (long.as_str(), "EC0008"),
        (&long[..1000], "EC0103"),
    ];
    for (code, id) in cases {
        let seen = refusal(code);
        assert!(seen.contains(id), "{}: {seen}", &code[..code.len().min(20)]);
    }
    row(
        "B24",
        "leading digit, digits only, punctuation only, empty, 10,000 characters",
        "an error",
        "EC0103, EC0103, EC0103, EC0104, EC0008",
    );
}

#[test]
fn b25_signs_and_single_letters() {
    for code in ["$$", "\"-\"", "+1", "-1"] {
        assert!(refusal(code).contains("EC0103"), "{code}");
    }
    let alike = analysis(&catalog(&["c", "C", "C++", "\"C#\""]));
    let raised = refused("C", &alike);
    assert!(raised.contains(&"EC0102"), "{raised:?}");
    let entry = |code: &str, name: &str| {
        format!(
            "  - {{code: {code}, name: {name}, status: 400, message: There is no such parcel here.}}\n"
        )
    };
    let named = ["$$", "\"-\"", "+1", "-1", "C++", "\"C#\""]
        .iter()
        .zip("ABCDEF".chars());
    let named: String = named
        .map(|(code, name)| entry(code, &name.to_string()))
        .collect();
    let named = analysis(&format!("{HEAD}errors:\n{named}"));
    assert!(ids(&named).is_empty(), "{:?}", ids(&named));
    assert_eq!(identifiers(&named), ["A", "B", "C", "D", "E", "F"]);
    row(
        "B25",
        "`$$ - +1 -1 c C C++ C#`",
        "an error, or identifiers that differ",
        "EC0103: `$$ - +1 -1`; EC0102: `c C C++ C#`; with `name:` each is sound",
    );
}

/// Codes beside the one that each is taken for.
const DECEIVING: [(&str, &str, &str); 8] = [
    ("NFC", "caf\u{e9}", "cafe"),
    ("NFD", "cafe\u{301}", "cafe"),
    ("fullwidth", "\u{ff21}BC", "ABC"),
    ("Cyrillic A", "\u{410}BC", "ABC"),
    ("ligature", "\u{fb01}x", "fix"),
    ("Turkish dotless i", "F\u{131}X", "FIX"),
    ("Turkish dotted I", "F\u{130}X", "FIX"),
    ("long s", "pa\u{17f}s", "pass"),
];

#[test]
fn b26_letters_that_look_like_others() {
    for (name, code, _) in DECEIVING {
        let seen = refusal(code);
        assert!(seen.contains("EC0103"), "{name}: {seen}");
    }
    for hidden in ["\u{200b}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{ad}"] {
        let seen = refusal(&format!("A{hidden}B"));
        assert!(seen.contains("EC0002") || seen.contains("EC0103"), "{seen}");
    }
    // With a name of its own such a code is sound, but said to deceive.
    for (name, code, _) in DECEIVING.iter().skip(1) {
        let text = format!(
            "{HEAD}errors:\n  - {{code: {code}, name: ANY, status: 400, message: There is no such parcel here.}}\n"
        );
        assert_eq!(ids(&analysis(&text)), ["EC0113"], "{name}");
    }
    row(
        "B26",
        "NFC, NFD, fullwidth, Cyrillic A, ligature, Turkish i, zero width",
        "refused, or an error that says what it looks like",
        "EC0103; EC0002: zero width; with `name:` a warning EC0113, but for the letters of NFC",
    );
}

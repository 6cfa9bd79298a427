//! A13 to A15: line ends, encodings and control characters.

use super::{PATIENCE, refuse};
use crate::hostile_yaml;
use crate::input::{HEAD, analysis_of, found, output};
use crate::table::row;

#[test]
fn a13_line_ends_and_marks() {
    let seen = refuse("A13", PATIENCE);
    let plain = format!("{HEAD}notes:\n  - |\n    Two\n    lines.\nerrors: []\n");
    let variants = [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.trim_end().to_owned(),
        plain.replace("errors: []", "errors: []\t"),
    ];
    for path in ["rust/hostile.rs", "docs/hostile.md", "json/hostile.json"] {
        let expected = output(&analysis_of(plain.as_bytes()), path);
        for variant in &variants {
            assert_eq!(
                output(&analysis_of(variant.as_bytes()), path),
                expected,
                "{variant:?}"
            );
        }
    }
    row(
        "A13",
        "BOM, CR LF, CR, tabs, NEL, no line break at the end",
        "the same as with LF, or an error",
        &format!("BOM, CR LF, a tab at a line's end, no line break at the end: the same; {seen}"),
    );
}

#[test]
fn a14_other_encodings() {
    let seen = refuse("A14", PATIENCE);
    let first_bad = HEAD.len() + "errors: []\nx-a: b".len();
    for input in hostile_yaml::of("A14") {
        let analysis = analysis_of(&input.bytes);
        let finding = analysis.diagnostics().iter().next().expect("one");
        if std::str::from_utf8(&input.bytes).is_err() && !input.name.starts_with("UTF-16") {
            let byte = format!("at byte {first_bad}");
            assert!(
                finding.message().ends_with(&byte),
                "{}: {}",
                input.name,
                finding.message()
            );
        }
    }
    let escape = hostile_yaml::of("A14").pop().expect("the last one");
    assert_eq!(found(&analysis_of(&escape.bytes)), ["EC0001 5:8"]);
    row(
        "A14",
        "UTF-8 that is invalid or overlong, UTF-16, `\\uD800`",
        "an error with the byte",
        &seen,
    );
}

#[test]
fn a15_control_characters() {
    let seen = refuse("A15", PATIENCE);
    let count = hostile_yaml::of("A15").len();
    assert_eq!(
        count,
        2 * (32 + 33 - 2),
        "all but tab and line break, twice"
    );
    row(
        "A15",
        "NUL and the controls C0 and C1, raw and escaped",
        "an error",
        &format!("{seen}: {count} inputs"),
    );
}

//! Any text in the sink of each place: a reader of that language that is not
//! ours reads exactly the text, and nothing beside it.

mod html;
mod markdown;
mod quoted;
mod rust;
mod scripts;

use std::collections::BTreeMap;

use errcat_codegen::fuzzing as sinks;
use errcat_codegen::sink::{Terminal, visible};

/// Holds if `bytes`, as text, survive each sink.
///
/// # Panics
///
/// If they don't.
pub fn hold(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    rust::string(text);
    rust::comment(text);
    json(text);
    html::hold(text);
    html::comment(text);
    html::link(text);
    scripts::literals(text);
    terminal(text);
    yaml(text);
    // What no catalog can hold reaches no other sink.
    if sinks::is_refused(text) {
        return;
    }
    markdown::hold(text);
    rust::doc(text);
    scripts::docstring(text);
    scripts::tsdoc(text);
}

/// A line for a terminal, and one of a file, where tabs stay.
fn terminal(text: &str) {
    let shown = visible(text);
    quoted::shows(&shown, text);
    assert!(!shown.contains(['\n', '\t']), "{shown:?}");
    let mut line = Terminal::default();
    line.source(text);
    let shown = line.finish();
    quoted::shows(&shown, text);
    assert!(!shown.contains('\n'), "{shown:?}");
}

fn json(text: &str) {
    let written = sinks::json(text);
    let read: serde_json::Value = serde_json::from_str(&written).expect("valid JSON");
    let object = read.as_object().expect("an object");
    assert_eq!(object.len(), 1);
    assert_eq!(
        object.get(text).and_then(|it| it.as_str()),
        Some(text),
        "{written}"
    );
    let hides = |it: char| it != '\n' && (it.is_control() || sinks::is_refused(&it.to_string()));
    assert!(!written.contains(hides), "{written:?}");
}

/// Numbers and words that mean something in YAML are texts to errcat, so the other
/// reader is asked for texts as well.
fn yaml(text: &str) {
    for written in sinks::yaml(text) {
        let file = format!(
            "- {written}\n- [{written}, {written}]\n- {{{written}: {written} }}\n- a: {written} # comment\n"
        );
        type File = (
            String,
            [String; 2],
            BTreeMap<String, String>,
            BTreeMap<String, String>,
        );
        let read: File =
            serde_yaml::from_str(&file).unwrap_or_else(|it| panic!("{it} in {file:?}"));
        let text = || text.to_owned();
        let (pair, value) = (
            BTreeMap::from([(text(), text())]),
            BTreeMap::from([("a".to_owned(), text())]),
        );
        assert_eq!(read, (text(), [text(), text()], pair, value), "{file:?}");
        let document: String = serde_yaml::from_str(&format!("{written}\n")).expect(&file);
        assert_eq!(document, text(), "{file:?}");
    }
}

//! Any text in the sink of each place: a reader of that language that is not
//! ours reads exactly the text, and nothing beside it.

mod html;
mod markdown;
mod quoted;
mod rust;
mod scripts;

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

fn yaml(text: &str) {
    for written in sinks::yaml(text) {
        for (file, of) in [
            (format!("{written}\n"), "a document"),
            (format!("- {written}\n- x\n"), "an item"),
            (format!("a: {written} # comment\n"), "a value"),
            (format!("[{written}, x]\n"), "a flow item"),
        ] {
            let read: serde_yaml::Value = match serde_yaml::from_str(&file) {
                Ok(read) => read,
                // `serde_yaml` has no value for whole numbers of more than 64 bits.
                Err(_) if text.parse::<i128>().is_ok() && written == text => continue,
                Err(error) => panic!("{error} as {of}: {file:?}"),
            };
            let read = read.get(0).or_else(|| read.get("a")).unwrap_or(&read);
            // Numbers and words that mean something are read as text by errcat alone.
            match read.as_str() {
                Some(read) => assert_eq!(read, text, "as {of}: {file:?}"),
                None => assert_eq!(written, text, "as {of}: {file:?}"),
            }
        }
    }
}

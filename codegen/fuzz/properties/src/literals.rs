//! Any text in the sink of each place: a reader of that language that is not
//! ours reads exactly the text, and nothing beside it.

mod markdown;
mod rust;

use errcat_codegen::fuzzing as sinks;

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
    html(text);
    yaml(text);
    // What no catalog can hold reaches no other sink.
    if sinks::is_refused(text) {
        return;
    }
    markdown::hold(text);
    rust::doc(text);
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

/// Comments and anchors of HTML, which hold no more than letters of ASCII and marks that
/// mean nothing.
fn html(text: &str) {
    let comment = sinks::html_comment(text);
    let is_inert = |it: char| it.is_ascii_alphanumeric() || matches!(it, ' ' | '.' | '_');
    assert!(comment.chars().all(is_inert), "{comment:?}");
    let anchor = sinks::html_anchor(text);
    let name = anchor
        .strip_prefix("<a id=\"")
        .and_then(|it| it.strip_suffix("\"></a>"));
    let name = name.expect("an anchor");
    let is_name = |it: char| it.is_ascii_alphanumeric() || "_.-~".contains(it);
    assert!(name.chars().all(is_name), "{anchor:?}");
}

fn yaml(text: &str) {
    for written in sinks::yaml(text) {
        for (file, of) in [
            (format!("{written}\n"), "a document"),
            (format!("- {written}\n- x\n"), "an item"),
            (format!("a: {written} # comment\n"), "a value"),
            (format!("[{written}, x]\n"), "a flow item"),
        ] {
            let read: serde_yaml::Value = serde_yaml::from_str(&file)
                .unwrap_or_else(|error| panic!("{error} as {of}: {file:?}"));
            let read = read.get(0).or_else(|| read.get("a")).unwrap_or(&read);
            // Numbers and words that mean something are read as text by errcat alone.
            match read.as_str() {
                Some(read) => assert_eq!(read, text, "as {of}: {file:?}"),
                None => assert_eq!(written, text, "as {of}: {file:?}"),
            }
        }
    }
}

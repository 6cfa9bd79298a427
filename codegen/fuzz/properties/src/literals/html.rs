//! HTML, read by html5ever as a browser would.

use errcat_codegen::fuzzing as sinks;
use errcat_codegen::sink::{Attribute, Href, Html, Json};

use crate::html_nodes::nodes;

/// Holds if a page with `text` in each place of HTML has just our own elements,
/// and the text whole in each.
pub(super) fn hold(text: &str) {
    let mut json = Json::default();
    json.string(text);
    let mut html = Html::default();
    html.raw("<!doctype html><html><head><title>x").text(text);
    html.raw("</title></head><body><textarea>x").text(text);
    html.raw("</textarea><p")
        .attribute(Attribute::Title, text)
        .attribute(Attribute::Data("x"), text)
        .raw(">x")
        .text(text)
        .raw("</p><pre>x")
        .text(text)
        .raw("</pre>")
        .json("data", json)
        .raw("<i></i></body></html>");
    let written = html.finish();
    let nodes = nodes(&written);
    // HTML can't hold NUL.
    let held = text.replace('\0', "\u{fffd}");
    let [before @ .., data, last] = &nodes[..] else {
        panic!("{written:?} is {nodes:?}");
    };
    let expected = [
        "<html>".to_owned(),
        "<head>".to_owned(),
        "<title>".to_owned(),
        format!("x{held}"),
        "<body>".to_owned(),
        "<textarea>".to_owned(),
        format!("x{held}"),
        format!("<p title={held} data-x={held}>"),
        format!("x{held}"),
        "<pre>".to_owned(),
        format!("x{held}"),
        "<script type=application/json id=data>".to_owned(),
    ];
    assert_eq!(before, expected, "{written:?}");
    assert_eq!(last, "<i>", "{written:?}");
    let read: String = serde_json::from_str(data).expect("JSON in a script");
    assert_eq!(read, text, "{written:?}");
}

/// Comments and anchors, which hold no more than letters of ASCII and marks that
/// mean nothing.
pub(super) fn comment(text: &str) {
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

/// Holds if `text` as a link is refused, or is one of letters and marks that a
/// URL has, which runs nothing, stays on its site or says whither it leads, and
/// leads where the text does.
pub(super) fn link(text: &str) {
    let Some(href) = Href::new(text) else {
        return;
    };
    let url = href.as_str();
    let is_mark = |it: char| "-._~:/?#[]@!$&'()*+,;=%".contains(it);
    let is_of_url = |it: char| it.is_ascii_alphanumeric() || is_mark(it);
    assert!(!url.is_empty() && url.chars().all(is_of_url), "{url:?}");
    assert!(!url.starts_with("//"), "{url:?}");
    let end = url.find(['/', '?', '#']).unwrap_or(url.len());
    if let Some(colon) = url[..end].find(':') {
        let scheme = url[..colon].to_ascii_lowercase();
        let inert = ["http", "https", "mailto"].contains(&&*scheme);
        assert!(inert, "{url:?}");
    }
    assert_eq!(bytes(url), bytes(text), "{url:?}");
    let mut html = Html::default();
    html.raw("<!doctype html><html><head></head><body><a");
    html.href(&href).raw("></a></body></html>");
    let written = html.finish();
    let expected = ["<html>", "<head>", "<body>", &format!("<a href={url}>")];
    assert_eq!(nodes(&written), expected, "{written:?}");
}

/// What a server reads: percent codes decoded.
fn bytes(url: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = url.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let digits = digits.filter(|it| it.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|it| std::str::from_utf8(it).ok());
        match digits.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

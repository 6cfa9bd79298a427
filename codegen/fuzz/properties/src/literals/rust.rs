//! Rust source, read by `syn`.

use errcat_codegen::fuzzing as sinks;

use super::markdown::{seen, words};

pub(super) fn string(text: &str) {
    let written = sinks::rust_string(text);
    let literal: syn::LitStr = syn::parse_str(&written).expect("one literal");
    assert_eq!(literal.value(), text, "{written}");
    // rustc refuses these in a literal; the others would hide in a review.
    let hides = |it: char| it.is_control() || sinks::is_refused(&it.to_string());
    assert!(!written.contains(hides), "{written:?}");
}

pub(super) fn comment(text: &str) {
    let written = sinks::rust_comment(text);
    let is_inert = |it: char| it.is_ascii_alphanumeric() || matches!(it, ' ' | '.' | '_');
    assert!(written.chars().all(is_inert), "{written:?}");
}

/// Plain text and prose in doc comments.
pub(super) fn doc(text: &str) {
    let read = documented(&sinks::rust_doc(text));
    assert_eq!(words(&seen(&read)), words(text), "{read:?}");
    if let Some(prose) = sinks::prose(text) {
        let read = documented(&sinks::rust_doc_of(&prose));
        let written = sinks::markdown_prose(sinks::Stands::InDoc, &prose);
        // No blank ends a line of a comment.
        let lines = |text: &str| -> Vec<String> {
            let line = |line: &str| line.trim_end_matches(' ').to_owned();
            text.trim_end().lines().map(line).collect()
        };
        assert_eq!(lines(&read), lines(&written), "of {text:?}");
        super::markdown::runs_nothing(&read);
    }
}

/// What rustdoc reads in the comment of an item: one item, and nothing else on it.
fn documented(comment: &str) -> String {
    let source = format!("{comment}struct Item;\n");
    let file = syn::parse_file(&source).unwrap_or_else(|error| panic!("{error} in {source}"));
    let [syn::Item::Struct(item)] = file.items.as_slice() else {
        panic!("more than one item in {source}");
    };
    let lines: Vec<String> = item.attrs.iter().map(|it| line(it, &source)).collect();
    lines.join("\n")
}

/// A line of a doc comment, without the blank before its text.
fn line(attribute: &syn::Attribute, source: &str) -> String {
    let syn::Meta::NameValue(doc) = &attribute.meta else {
        panic!("an attribute in {source}");
    };
    assert!(doc.path.is_ident("doc"), "an attribute in {source}");
    let syn::Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(text),
        ..
    }) = &doc.value
    else {
        panic!("no text in {source}");
    };
    let text = text.value();
    text.strip_prefix(' ').unwrap_or(&text).to_owned()
}

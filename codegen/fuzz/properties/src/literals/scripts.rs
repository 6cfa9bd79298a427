//! TypeScript and Python, read by readers of what is written alone: strict, and
//! made for this. The compilers of both read it in `codegen/tests/sinks`.

use errcat_codegen::sink::{Python, TypeScript};

use super::markdown::{seen, words};
use super::quoted::{Escapes, body, decoded};

/// Literals and comments, which take any text.
pub(super) fn literals(text: &str) {
    let mut script = TypeScript::default();
    script.string(text);
    let written = script.finish();
    assert_eq!(decoded(body(&written), Escapes::Script), text, "{written}");
    let written = python(|module| {
        module.string(text);
    });
    assert_eq!(decoded(body(&written), Escapes::Python), text, "{written}");
    let mut script = TypeScript::default();
    script.comment(text);
    let comment = python(|module| {
        module.comment(text);
    });
    let is_inert = |it: char| it.is_ascii_alphanumeric() || matches!(it, ' ' | '.' | '_');
    for comment in [script.finish(), comment] {
        assert!(comment.chars().all(is_inert), "{comment:?}");
    }
}

/// Python behind the two lines that name no encoding.
fn python(write: impl FnOnce(&mut Python)) -> String {
    let mut module = Python::new();
    write(&mut module);
    let source = module.finish();
    let mut rest = source.as_str();
    for _ in 0..2 {
        let (head, after) = rest.split_once('\n').expect("a line of ours");
        assert!(head.starts_with("# ") && head.is_ascii(), "{head:?}");
        // PEP 263: what a reader takes for the encoding's name.
        assert!(
            !head.contains("coding:") && !head.contains("coding="),
            "{head:?}"
        );
        rest = after;
    }
    rest.to_owned()
}

/// A docstring has the lines of its text.
pub(super) fn docstring(text: &str) {
    let written = python(|module| {
        module.docstring("    ", text);
    });
    let inner = written.strip_prefix("    \"\"\"");
    let inner = inner.and_then(|it| it.strip_suffix("\"\"\"\n"));
    let inner = inner.unwrap_or_else(|| panic!("no docstring: {written:?}"));
    let text = text.trim().replace('\t', "    ");
    // Where it has more than one line, the quotes that end it stand alone.
    let inner = if text.contains('\n') {
        inner
            .strip_suffix("\n    ")
            .expect("quotes of their own line")
    } else {
        inner
    };
    let mut lines = inner.split('\n').enumerate();
    let read: Vec<String> = lines
        .by_ref()
        .map(|(at, line)| {
            let inner = line.strip_prefix("    ").filter(|_| at > 0);
            assert!(at == 0 || line.is_empty() || inner.is_some(), "{written:?}");
            decoded(inner.unwrap_or(line), Escapes::Python)
        })
        .collect();
    assert_eq!(read, text.split('\n').collect::<Vec<_>>(), "{written:?}");
}

/// `TSDoc` ends where it should, has no tag, and is Markdown that says the text.
pub(super) fn tsdoc(text: &str) {
    let read = comment(|doc| {
        doc.text(text);
    });
    assert_eq!(words(&seen(&read)), words(text), "{read:?}");
    comment(|doc| {
        doc.raw("A ").code(text).raw(" b.\n\n").fence("js", text);
    });
    comment(|doc| {
        doc.link("https://a.example/*/{@link}", |doc| doc.text(text));
    });
}

/// The Markdown of a comment; its tags begin with `@`, which must be escaped.
fn comment(write: impl FnOnce(&mut errcat_codegen::sink::Markdown)) -> String {
    let mut script = TypeScript::default();
    script.doc("  ", write);
    let written = script.finish();
    assert_eq!(written.matches("*/").count(), 1, "{written:?}");
    let inner = written.strip_prefix("  /**\n");
    let inner = inner.and_then(|it| it.strip_suffix("   */\n"));
    let inner = inner.unwrap_or_else(|| panic!("no comment: {written:?}"));
    let line = |line: &str| {
        let rest = line.strip_prefix("   *");
        let rest = rest.unwrap_or_else(|| panic!("a line of {written:?} is {line:?}"));
        assert!(rest.is_empty() || rest.starts_with(' '), "{written:?}");
        has_no_tag(rest);
        rest.strip_prefix(' ').unwrap_or(rest).to_owned()
    };
    inner.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A tag begins with `@` at a line's start, behind a blank or behind `{`.
fn has_no_tag(line: &str) {
    for (at, _) in line.match_indices('@') {
        let before = line[..at].chars().next_back();
        let begins = before.is_none_or(|it| it.is_whitespace() || it == '{');
        assert!(!begins, "a tag in {line:?}");
    }
}

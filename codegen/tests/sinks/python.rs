//! Python, read by its own `ast`.

use errcat_codegen::sink::Python;

use crate::scripts::answer;
use crate::texts::texts;

/// Prints the kind of each statement, the string that it holds, and the string
/// as `inspect.cleandoc` takes it.
const READER: &str = r"
import ast, inspect, json, sys
tree = ast.parse(sys.stdin.buffer.read())
def told(it):
    value = it.body[0].value if isinstance(it, ast.FunctionDef) else it.value
    return [type(it).__name__, value.value, inspect.cleandoc(value.value)]
json.dump([told(it) for it in tree.body], sys.stdout)
";

/// Text that Rust and Python take for the same: with `inspect.cleandoc`.
const CLEANER: &str = r"
import inspect, json, sys
json.dump([inspect.cleandoc(it) for it in json.load(sys.stdin)], sys.stdout)
";

fn read(module: &str) -> Vec<[String; 3]> {
    let told = answer("python3", &["-c", READER], module);
    serde_json::from_value(told).expect("three strings each")
}

#[test]
fn every_text_becomes_the_string_that_means_it() {
    let texts = texts();
    let mut module = Python::new();
    for text in &texts {
        module.raw("a = ").string(text).raw("\n");
    }
    let read = read(&module.finish());
    assert_eq!(read.len(), texts.len());
    for ([kind, value, _], text) in read.iter().zip(&texts) {
        assert_eq!((kind.as_str(), value), ("Assign", text));
    }
}

#[test]
fn every_text_becomes_the_docstring_that_says_it() {
    let texts: Vec<String> = texts()
        .iter()
        .map(|text| text.trim().replace('\t', "    "))
        .collect();
    let mut module = Python::new();
    for text in &texts {
        module.raw("def a():\n").docstring("    ", text);
    }
    let expected = serde_json::to_string(&texts).expect("text is JSON");
    let expected = answer("python3", &["-c", CLEANER], &expected);
    let expected: Vec<String> = serde_json::from_value(expected).expect("a string each");
    let read = read(&module.finish());
    assert_eq!(read.len(), texts.len());
    for ([kind, _, cleaned], text) in read.iter().zip(&expected) {
        assert_eq!((kind.as_str(), cleaned), ("FunctionDef", text));
    }
}

#[test]
fn a_comment_is_no_code() {
    let mut module = Python::new();
    for text in texts() {
        module.raw("# ").comment(&text).raw("\n");
    }
    module.raw("a = ").number(1).raw("\n");
    let told = answer(
        "python3",
        &[
            "-c",
            "import ast, json, sys\njson.dump([ast.unparse(it) for it in ast.parse(sys.stdin.buffer.read()).body], sys.stdout)",
        ],
        &module.finish(),
    );
    assert_eq!(told, serde_json::json!(["a = 1"]));
}

#[test]
fn no_text_names_the_encoding() {
    let mut module = Python::new();
    module.raw("a = ").string("coding: rot13").raw("\n");
    let source = module.finish();
    let head: Vec<&str> = source.lines().take(2).collect();
    let mut other = Python::new();
    other.docstring("", "# coding: utf-7");
    let other = other.finish();
    assert_eq!(
        head,
        other.lines().take(2).collect::<Vec<_>>(),
        "it is the same for all"
    );
    let told = answer(
        "python3",
        &[
            "-c",
            "import json, sys, tokenize\njson.dump(tokenize.detect_encoding(sys.stdin.buffer.readline)[0], sys.stdout)",
        ],
        &source,
    );
    assert_eq!(told, "utf-8");
    assert!(
        head.iter()
            .all(|line| line.is_ascii() && line.starts_with("# "))
    );
}

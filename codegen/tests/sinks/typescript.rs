//! TypeScript: literals, which are those of JavaScript, read by node; comments
//! by TypeScript's own compiler, and what that takes for their text by
//! pulldown-cmark.

use errcat_codegen::sink::{Markdown, Place, TypeScript};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::scripts::answer;
use crate::texts::texts;

/// Runs a script, and prints what it leaves in `a`.
const RUNNER: &str = "
const source = require('fs').readFileSync(0, 'utf8');
process.stdout.write(JSON.stringify(new Function(source + '\\nreturn a;')()));
";

/// What a reader of Markdown sees: text, code and links, each marked.
fn seen(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut seen = Vec::new();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(it) => text.push_str(&it),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            other => {
                if !text.is_empty() {
                    seen.push(format!("text {}", std::mem::take(&mut text)));
                }
                match other {
                    Event::Code(it) => seen.push(format!("code {it}")),
                    Event::Start(Tag::Link { dest_url, .. }) => {
                        seen.push(format!("link {dest_url}"));
                    }
                    Event::Start(Tag::CodeBlock(_)) => seen.push("block".to_owned()),
                    Event::Start(_) | Event::End(_) => {}
                    other => seen.push(format!("{other:?}")),
                }
            }
        }
    }
    seen
}

#[test]
fn every_text_becomes_the_literal_that_means_it() {
    let texts = texts();
    let mut script = TypeScript::default();
    script.raw("\"use strict\";\nconst a = [\n");
    for text in &texts {
        script.raw("  ").string(text).raw(",\n");
    }
    script.raw("];\n");
    let source = script.finish();
    assert!(source.lines().count() == texts.len() + 3, "one line each");
    let back = answer("node", &["-e", RUNNER], &source);
    assert_eq!(
        serde_json::from_value::<Vec<String>>(back).expect("strings"),
        texts
    );
}

#[test]
fn a_comment_is_no_code() {
    let mut script = TypeScript::default();
    for text in texts() {
        script
            .raw("// ")
            .comment(&text)
            .raw("\n/* ")
            .comment(&text)
            .raw(" */\n");
        script.doc("", |doc| {
            doc.text(&text)
                .raw("\n\n")
                .code(&text)
                .raw("\n\n")
                .fence("js", &text);
        });
    }
    script.raw("const a = ").number(1).raw(";\n");
    assert_eq!(answer("node", &["-e", RUNNER], &script.finish()), 1);
}

/// Writes a text in each way that a comment knows.
type Way = fn(&mut Markdown, &str);

/// Each way, with what a reader of a text must see.
const WAYS: [(&str, Way); 4] = [
    ("text", |doc, text| {
        doc.text(text);
    }),
    ("code", |doc, text| {
        doc.raw("A ").code(text).raw(" b.");
    }),
    ("fence", |doc, text| {
        doc.raw("A:\n\n").fence("js", text);
    }),
    ("link", |doc, text| {
        doc.link("https://a.example/*/{@link}", |doc| doc.text(text));
    }),
];

#[test]
#[ignore = "needs TypeScript's compiler: run with codegen/tests/sinks/run"]
fn tsdoc_reads_back_as_its_text() {
    let package = std::env::var("ERRCAT_TYPESCRIPT").expect("the folder of the compiler");
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sinks/comments.mjs");
    let texts: Vec<String> = texts()
        .into_iter()
        .filter(|it| !it.trim().is_empty())
        .collect();
    let mut script = TypeScript::default();
    let mut expected = Vec::new();
    for text in &texts {
        for (_, way) in WAYS {
            let mut alone = Markdown::new(Place::TsDoc);
            way(&mut alone, text);
            expected.push(alone.finish());
            script.doc("", |doc| way(doc, text));
            script.raw("export const a = ").string(text).raw(";\n");
        }
    }
    let told = answer("node", &[reader, &package], &script.finish());
    let told: Vec<Value> = serde_json::from_value(told).expect("a value for each statement");
    assert_eq!(told.len(), expected.len());
    for (at, (told, markdown)) in told.iter().zip(&expected).enumerate() {
        let (text, (way, _)) = (&texts[at / WAYS.len()], WAYS[at % WAYS.len()]);
        let why = format!("{way} of {text:?}: {markdown:?}");
        assert_eq!(told["value"], text.as_str(), "{why}");
        assert_eq!(told["tags"], 0, "{why}");
        let comment = told["comment"].as_str().expect("one comment of text alone");
        assert_eq!(seen(trimmed(comment)), seen(trimmed(markdown)), "{why}");
    }
}

/// Without what JavaScript takes for blanks, as the compiler trims comments.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || matches!(it, '\u{200b}' | '\u{feff}'))
}

#[test]
fn tsdoc_loses_no_word() {
    let words = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for text in texts() {
        for (way, write) in &WAYS[..3] {
            let mut doc = Markdown::new(Place::TsDoc);
            write(&mut doc, &text);
            let read = seen(&doc.finish()).join(" ");
            assert!(
                words(&read).contains(&words(&text)),
                "{way} of {text:?}: {read:?}"
            );
        }
    }
}

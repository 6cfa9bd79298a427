//! Markdown, read by `pulldown-cmark` with all that GitHub and rustdoc add.

use errcat_codegen::fuzzing::{self as sinks, Stands};
use errcat_codegen::model::Block;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// Holds if `text` is read as itself from each place of Markdown.
pub(super) fn hold(text: &str) {
    for stands in Stands::ALL {
        plain_text(stands, text);
        code(stands, text);
        fence(stands, text);
        if let Some(prose) = sinks::prose(text) {
            let written = sinks::markdown_prose(stands, &prose);
            let again = sinks::prose(&written).map(|it| told(it.blocks()));
            let given = told(prose.blocks());
            assert_eq!(again, Some(given), "{stands:?}: {written:?} of {text:?}");
        }
    }
    heading(text);
    table(text);
    link(text);
}

/// A tree as text, without the languages of code: in rustdoc that is always
/// `text`, and elsewhere it loses what is no letter. The last line of code may
/// have had no end, where the fence had none; and addresses may be encoded anew.
fn told(blocks: &[Block]) -> String {
    let told = blocks.iter().map(|block| match block {
        Block::Paragraph(inlines) => unencoded(&format!("{inlines:?}")),
        Block::Code(code) => format!("code {:?}", code.text.lines().collect::<Vec<_>>()),
        Block::List(list) => {
            let items: Vec<String> = list.items.iter().map(|it| told(it)).collect();
            format!("list {:?} {items:?}", list.start)
        }
    });
    told.collect::<Vec<_>>().join("\n")
}

/// The words of a text: Markdown keeps no more of its blanks.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', '\t'])
        .filter(|it| !it.is_empty())
        .collect()
}

/// The text that a reader of one paragraph sees; any markup is a failure.
pub(super) fn seen(markdown: &str) -> String {
    let mut seen = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::SoftBreak => seen.push(' '),
            Event::Start(Tag::Paragraph) | Event::End(_) => {}
            other => panic!("{markdown:?} is markup: {other:?}"),
        }
    }
    seen
}

/// Holds if no block of `markdown` is one that rustdoc compiles and runs.
pub(super) fn runs_nothing(markdown: &str) {
    for event in events(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                assert_eq!(&*language, "text", "{markdown:?}");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) | Event::Html(_) => {
                panic!("{markdown:?} is run");
            }
            _ => {}
        }
    }
}

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options)
}

fn plain_text(stands: Stands, text: &str) {
    let written = sinks::markdown_text(stands, text);
    assert!(!written.contains('\n'), "more than a line: {written:?}");
    assert_eq!(
        words(&seen(&written)),
        words(text),
        "{stands:?}: {written:?}"
    );
}

fn code(stands: Stands, text: &str) {
    let written = sinks::markdown_code(stands, text);
    // No code span can be empty or hold an end of a paragraph.
    if words(text).is_empty() {
        return;
    }
    let found: Vec<Event<'_>> = events(&written).collect();
    let [
        Event::Start(Tag::Paragraph),
        Event::Code(code),
        Event::End(_),
    ] = &found[..]
    else {
        panic!("{written:?} is {found:?}");
    };
    assert_eq!(words(code), words(text), "{stands:?}: {written:?}");
}

fn fence(stands: Stands, text: &str) {
    let written = sinks::markdown_fence(stands, text, text);
    let found: Vec<Event<'_>> = events(&written).collect();
    let mut inner = found.iter();
    let Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))) = inner.next() else {
        panic!("{written:?} is {found:?}");
    };
    let is_word = |it: char| it.is_ascii_alphanumeric() || "+-_#".contains(it);
    assert!(language.chars().all(is_word), "{written:?}");
    assert!(
        stands != Stands::InDoc || &**language == "text",
        "{written:?}"
    );
    let Some(Event::End(_)) = inner.next_back() else {
        panic!("{written:?} is {found:?}");
    };
    let mut code = String::new();
    for event in inner {
        match event {
            Event::Text(text) => code.push_str(text),
            other => panic!("{written:?} holds {other:?}"),
        }
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&code), lines(text), "{written:?}");
}

fn heading(text: &str) {
    let written = sinks::markdown_heading(text);
    let mut seen = String::new();
    for event in events(&written) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::Start(Tag::Heading { .. }) | Event::End(_) => {}
            other => panic!("{written:?} is markup: {other:?}"),
        }
    }
    assert_eq!(words(&seen), words(text), "{written:?}");
}

/// A table keeps its three columns and its two rows.
fn table(text: &str) {
    // A column that says nothing is left out, such as one of a code block without text.
    let says = |it: &errcat_codegen::model::Prose| !it.to_plain_text().is_empty();
    let Some(prose) = sinks::prose(text).filter(says) else {
        return;
    };
    let written = sinks::markdown_table(text, &prose);
    let found: Vec<Event<'_>> = events(&written).collect();
    let count = |is: fn(&Event<'_>) -> bool| found.iter().filter(|event| is(event)).count();
    assert_eq!(
        count(|it| matches!(it, Event::Start(Tag::TableCell))),
        6,
        "{written}"
    );
    assert_eq!(
        count(|it| matches!(it, Event::Start(Tag::TableRow))),
        1,
        "{written}"
    );
    assert_eq!(
        count(|it| matches!(it, Event::Html(_) | Event::InlineHtml(_))),
        0,
        "{written}"
    );
    assert_eq!(
        count(|it| matches!(it, Event::Start(Tag::Paragraph))),
        0,
        "{written}"
    );
    let cells: Vec<String> = cells(&found);
    assert_eq!(words(&cells[0]), words(text), "{written}");
    assert_eq!(words(&cells[1]), words(text), "{written}");
}

/// What the cells of the row under the heads say.
fn cells(found: &[Event<'_>]) -> Vec<String> {
    let rows = found
        .iter()
        .skip_while(|it| !matches!(it, Event::Start(Tag::TableRow)));
    let mut cells: Vec<String> = Vec::new();
    for event in rows {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) | Event::Code(text) => {
                cells.last_mut().expect("text is in a cell").push_str(text);
            }
            _ => {}
        }
    }
    cells
}

/// A link leads to one place, whatever that is called, and says its label.
fn link(text: &str) {
    let Some(url) = errcat_codegen::model::Url::new(text) else {
        return;
    };
    for stands in Stands::ALL {
        let written = sinks::markdown_link(stands, url.as_str(), text);
        let found: Vec<Event<'_>> = events(&written).collect();
        let [
            Event::Start(Tag::Paragraph),
            Event::Start(Tag::Link { dest_url, .. }),
            inner @ ..,
            Event::End(_),
            Event::End(_),
        ] = &found[..]
        else {
            panic!("{written:?} is {found:?}");
        };
        assert_eq!(unencoded(dest_url), unencoded(text), "{written:?}");
        let label = inner.iter().map(|event| match event {
            Event::Text(text) => &**text,
            other => panic!("{written:?} holds {other:?}"),
        });
        assert_eq!(label.collect::<String>(), text, "{written:?}");
    }
}

/// An address without the percent codes of printable ASCII: to a server they are
/// the same.
fn unencoded(url: &str) -> String {
    let mut decoded = String::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('%') {
        decoded.push_str(before);
        let code = after
            .get(..2)
            .and_then(|it| u8::from_str_radix(it, 16).ok());
        rest = match code.filter(u8::is_ascii_graphic) {
            Some(code) => {
                decoded.push(char::from(code));
                &after[2..]
            }
            None => {
                decoded.push('%');
                after
            }
        };
    }
    decoded + rest
}

//! Texts of each form that a field of a catalog has, as hostile as it allows.

use arbitrary::{Result, Unstructured};

use crate::yaml::Yaml;

/// What means something in some output, or to what reads it.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "`",
    "``",
    "```",
    "~~~",
    "\\",
    "\\\\",
    "\"#",
    "\"##",
    "r#\"",
    "{}",
    "{0}",
    "{{",
    "}}",
    "%s",
    "${x}",
    "#{x}",
    "*/",
    "/*",
    "//",
    "///",
    "//!",
    "#!",
    "#![allow(x)]",
    "<!--",
    "-->",
    "]]>",
    "\"\"\"",
    "'''",
    "compile_error!(\"x\");",
    "\"]",
    "#[doc = \"",
    "\\u000a",
    "&#10;",
    "%0a",
    "&amp;",
    "&lt;",
    "[x]",
    "[x]: y",
    "[x](https://a.example)",
    "[`Foo`]",
    "<T>",
    "Option<String>",
    "<b>",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "javascript:",
    "</title>",
    "|",
    "||",
    " | - |",
    "::error::",
    "##[",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "#",
    "# ",
    "- ",
    "+ ",
    "1. ",
    "1) ",
    ">",
    "=",
    "===",
    "---",
    "***",
    "    ",
    "$",
    "$$",
    "^",
    "[^1]",
    "![",
    "(",
    ")",
    "[",
    "]",
    "!",
    ":",
    "://",
    "https://a.example/?b=c&d=e",
    "www.a.example",
    "a@b.example",
    "@deprecated",
    " ",
    "  ",
    "a",
    "B",
    "Self",
    "404",
    "null",
    "true",
    "é",
    "日本",
    "\u{1f600}",
    "e\u{301}",
    "\u{2014}",
    "\u{fb01}",
    "\u{fe0f}",
    "\u{ad}",
];

/// What most fields refuse, and so is rare here.
const REFUSED: &[&str] = &[
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{200b}",
    "\u{2028}",
    "\u{202e}",
    "\u{feff}",
    "\u{1b}[31m",
    "\u{fffe}",
    "\u{e0041}",
];

/// Some pieces in a row, and text of any kind.
pub(super) fn any(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=7)? {
        match bytes.int_in_range(0..=15)? {
            0 if bytes.ratio(1, 64)? => text.push_str(bytes.choose(REFUSED)?),
            1 => text.extend(
                bytes
                    .arbitrary::<&str>()?
                    .chars()
                    .filter(|it| it.is_alphanumeric()),
            ),
            2 => text.push(printable(bytes.arbitrary()?)),
            _ => text.push_str(bytes.choose(PIECES)?),
        }
    }
    Ok(text)
}

/// The same character, or one that can be seen: what looks like a blank is
/// refused where the oracle's writer of YAML leaves out quotes.
fn printable(character: char) -> char {
    if character.is_control() || character.is_whitespace() {
        '?'
    } else {
        character
    }
}

/// One line of plain text.
pub(super) fn line(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let text = any(bytes)?;
    let text = if text.trim().is_empty() {
        format!("{text}Line")
    } else {
        text
    };
    Ok(Yaml::text(text))
}

/// A line in which no brace stands but in placeholders of `details`.
pub(super) fn message(bytes: &mut Unstructured<'_>, details: &[String]) -> Result<Yaml> {
    let mut text = any(bytes)?.replace(['{', '}'], "").replace(" a", "a");
    text.insert_str(0, "Failed: ");
    if let Some(detail) = details.first().filter(|it| is_word(it)) {
        text.push_str(&format!(" {{{detail}}} "));
        text.push_str(&any(bytes)?.replace(['{', '}'], ""));
    }
    Ok(Yaml::text(text))
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'_')
}

/// Markdown: blocks, most of them inside the dialect.
pub(super) fn prose(bytes: &mut Unstructured<'_>) -> Result<Yaml> {
    let mut text = String::new();
    for _ in 0..=bytes.int_in_range(0..=2)? {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&block(bytes)?);
    }
    Ok(Yaml::text(text))
}

fn block(bytes: &mut Unstructured<'_>) -> Result<String> {
    Ok(match bytes.int_in_range(0..=9)? {
        0 => {
            let fence = bytes.choose(&["```", "````", "~~~"])?;
            let language = bytes.choose(&["json", "rust", "text", "c++", "rust,ignore", "x"])?;
            let code = any(bytes)?.replace(fence, "");
            format!("{fence}{language}\n{code}\n{fence}")
        }
        1 => {
            let mark = bytes.choose(&["- ", "1. ", "* ", "7) "])?;
            format!("{mark}{}\n{mark}{}", inlines(bytes)?, inlines(bytes)?)
        }
        2 => any(bytes)?,
        _ => inlines(bytes)?,
    })
}

fn inlines(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::from("T");
    for _ in 0..=bytes.int_in_range(0..=3)? {
        let inner = escaped(&any(bytes)?);
        text.push_str(&match bytes.int_in_range(0..=7)? {
            0 => format!(" *{inner}w* "),
            1 => format!("**w{inner}** "),
            2 => format!(
                " [{inner}](https://a.example/{}) ",
                bytes.choose(&["", "b_c", "(d)", "?e=f&g"])?
            ),
            3 => {
                let code = any(bytes)?;
                let fence = "`".repeat(code.len() + 1);
                format!(" {fence} {code} {fence} ")
            }
            4 => "\\\n".to_owned() + &inner,
            _ => inner,
        });
    }
    Ok(text)
}

/// The text with a backslash before all that may mean something.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A name of which no two are alike: it ends with a number.
pub(super) fn name(bytes: &mut Unstructured<'_>, number: usize) -> Result<String> {
    let text = any(bytes)?.replace(['{', '}'], "");
    let text = text.trim().trim_start_matches('$');
    Ok(format!("{text}N{number}"))
}

/// Any tree of constants.
pub(super) fn tree(bytes: &mut Unstructured<'_>, depth: u8) -> Result<Yaml> {
    Ok(match bytes.int_in_range(0..=7)? {
        // A list in an envelope shows its one item.
        0 if depth > 0 => Yaml::List(vec![tree(bytes, depth - 1)?]),
        1 | 2 if depth > 0 => {
            let key = |number, bytes: &mut _| name(bytes, number);
            Yaml::Map(vec![
                (key(1, bytes)?, tree(bytes, depth - 1)?),
                (key(2, bytes)?, tree(bytes, depth - 1)?),
            ])
        }
        3 => Yaml::bare(bytes.choose(&["1", "-7", "1.5", "true", "false", "null", "~"])?),
        _ => Yaml::text(any(bytes)?.trim_start_matches('$')),
    })
}

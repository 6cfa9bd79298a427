//! Texts that have broken out of some language somewhere, alone and in random
//! company.

/// Pieces that mean something in a language that is generated.
const PIECES: &[&str] = &[
    // Quotes, escapes, placeholders.
    "\"",
    "'",
    "`",
    "\\",
    "\"#",
    "\"##",
    "{}",
    "{0}",
    "{{",
    "}}",
    "%s",
    "${x}",
    "#{x}",
    "\\n",
    "\\u000a",
    "\\u{a}",
    "\\x22",
    "&#10;",
    "&amp",
    "&lt;",
    "&copy",
    "%0a",
    "%2e%2e",
    "\"\"\"",
    "'''",
    "r\"",
    "b\"",
    "f\"{1/0}\"",
    // What ends a line, or hides.
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{b}",
    "\u{c}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{9b}31m",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{61c}",
    "\u{feff}",
    "\u{e0041}",
    "\u{ffff}",
    "\u{10ffff}",
    "\u{200b}",
    // Comments and what ends them.
    "*/",
    "/*",
    "//",
    "///",
    "//!",
    "#",
    "#!",
    "#![x]",
    "<!--",
    "-->",
    "--!>",
    "]]>",
    "*",
    "/",
    "*/ compile_error!(\"x\"); /*",
    "\"]; compile_error!(\"x\");",
    "# coding: utf-7",
    "-*- coding: rot13 -*-",
    "\"\"\"\nimport os\n\"\"\"",
    // Markup.
    "<script>",
    "</script>",
    "</SCRIPT ",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=x>",
    "</title>",
    "</textarea>",
    "</style>",
    "<b>",
    "</p>",
    "<p",
    ">",
    "<",
    "&",
    "=",
    "javascript:x",
    "data:text/html,x",
    "http://a.example",
    "\" onclick=\"x",
    "' onclick='x",
    // Markdown.
    "```",
    "~~~",
    "    x",
    "- ",
    "1. ",
    "> ",
    "# ",
    "|",
    "[x](y)",
    "[x]: y",
    "![x](y)",
    "[`Foo`]",
    "**",
    "__",
    "~~",
    "<T>",
    "Option<String>",
    "---",
    "===",
    // Tags of documentation.
    "@deprecated",
    "@param x",
    "{@link x}",
    "{@code",
    "@",
    "{",
    "}",
    "\n@internal\n",
    "\n * @a",
    // Names, and words of other languages.
    "constructor",
    "__proto__",
    "None",
    "a",
    "b c",
    "é",
    "語",
    "\u{1f600}",
    "e\u{301}",
    " ",
    "  ",
    "",
];

/// How many texts are random.
const RANDOM: usize = 3_000;

/// Each piece alone, each behind a word, and pieces at random: the same texts in
/// every run.
pub(crate) fn texts() -> Vec<String> {
    let mut texts: Vec<String> = PIECES.iter().map(|piece| (*piece).to_owned()).collect();
    texts.extend(PIECES.iter().map(|piece| format!("a{piece}")));
    texts.extend(PIECES.iter().map(|piece| format!("a {piece}\nb")));
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        // Xorshift, by Marsaglia.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 32).expect("32 bits fit") % below
    };
    for _ in 0..RANDOM {
        let length = 1 + next(6);
        texts.push((0..length).map(|_| PIECES[next(PIECES.len())]).collect());
    }
    texts
}

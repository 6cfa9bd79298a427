//! What a parser saw, in a form that all targets share.

use serde_json::Value;

/// A part of an output.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// Structure: a token of Rust, the start or end of a block of Markdown, a
    /// key of JSON.
    Mark(String),
    /// Structure within a line of Markdown: emphasis, links, anchors.
    Span(String),
    /// What parts two runs of text.
    Break,
    /// Text of Markdown, decoded.
    Text(String),
    /// A code span.
    Code(String),
    /// The text of a code block.
    Block(String),
    /// The value of a string literal, or of a string of JSON.
    Literal(String),
    /// What a literal must hold: this JSON, however it is laid out.
    Json(Value),
    /// What a literal must hold: Markdown that reads like this.
    Prose(Vec<Self>),
    /// What must stand there: this, or the identifier that the outputs have for
    /// this word of the twin.
    Named(String, Box<Self>),
}

impl Token {
    pub(crate) fn mark(text: impl Into<String>) -> Self {
        Self::Mark(text.into())
    }

    pub(crate) fn span(text: impl Into<String>) -> Self {
        Self::Span(text.into())
    }
}

/// The same in one form: runs of text as one token, blanks as one, and breaks
/// only where they part two runs.
pub(crate) fn normal(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (joined.last_mut(), token) {
            (Some(Token::Text(before)), Token::Text(text)) => before.push_str(&text),
            (Some(Token::Mark(_) | Token::Block(_) | Token::Break) | None, Token::Break) => {}
            (Some(Token::Mark(_) | Token::Block(_) | Token::Break) | None, Token::Text(text))
                if text.trim_matches(' ').is_empty() => {}
            (_, token) => {
                let block = matches!(token, Token::Mark(_) | Token::Block(_));
                if block && joined.last() == Some(&Token::Break) {
                    joined.pop();
                }
                joined.push(token);
            }
        }
    }
    if joined.last() == Some(&Token::Break) {
        joined.pop();
    }
    let edges: Vec<[bool; 2]> = (0..joined.len()).map(|at| edges(&joined, at)).collect();
    for (token, [starts, ends]) in joined.iter_mut().zip(edges) {
        let token = match token {
            Token::Named(_, inner) => inner,
            token => token,
        };
        match token {
            Token::Text(text) => *text = blanks(text, starts, ends),
            Token::Code(text) => *text = blanks(text, true, true),
            Token::Block(text) => text.truncate(text.trim_end_matches('\n').len()),
            _ => {}
        }
    }
    joined.retain(|token| !matches!(token, Token::Text(text) if text.is_empty()));
    joined
}

/// Whether a line of text begins and ends with the token at `at`.
fn edges(tokens: &[Token], at: usize) -> [bool; 2] {
    let is_edge = |token: Option<&Token>| match token {
        None | Some(Token::Mark(_) | Token::Block(_) | Token::Break) => true,
        Some(Token::Span(span)) => span == "line",
        Some(_) => false,
    };
    [
        is_edge(at.checked_sub(1).and_then(|at| tokens.get(at))),
        is_edge(tokens.get(at + 1)),
    ]
}

/// Text with one blank for each run of them, as HTML shows it.
pub(crate) fn blanks(text: &str, starts: bool, ends: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let blank = matches!(character, ' ' | '\n' | '\t');
        if !blank {
            out.push(character);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    let out = if starts {
        out.trim_start_matches(' ')
    } else {
        &out
    };
    let out = if ends { out.trim_end_matches(' ') } else { out };
    out.to_owned()
}

/// Whether a reader does not see a character, or sees others differently.
pub(crate) fn hides(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => character.is_control(),
    }
}

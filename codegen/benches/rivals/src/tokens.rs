//! Rust source as tokens to compare: literals decoded, doc comments joined.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Ident(String),
    Punct(char),
    Open(Delimiter),
    Close(Delimiter),
    /// A string literal, as it is decoded.
    Text(String),
    /// A literal of another kind.
    Other(String),
    /// Doc attributes in a row, as rustdoc joins them.
    Doc(String),
}

/// The tokens of a source that `syn` parses as a file.
pub fn of(source: &str) -> Result<Vec<Token>, String> {
    syn::parse_file(source).map_err(|error| error.to_string())?;
    let stream: TokenStream = source
        .parse()
        .map_err(|error: proc_macro2::LexError| error.to_string())?;
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    Ok(joined(&tokens))
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => {
                tokens.push(Token::Open(group.delimiter()));
                flatten(group.stream(), tokens);
                tokens.push(Token::Close(group.delimiter()));
            }
            TokenTree::Ident(ident) => tokens.push(Token::Ident(ident.to_string())),
            TokenTree::Punct(punct) => tokens.push(Token::Punct(punct.as_char())),
            TokenTree::Literal(literal) => {
                let text = syn::parse_str::<syn::LitStr>(&literal.to_string());
                tokens.push(match text {
                    Ok(text) => Token::Text(text.value()),
                    Err(_) => Token::Other(literal.to_string()),
                });
            }
        }
    }
}

/// The same with each run of `#[doc = ".."]` as one token.
fn joined(tokens: &[Token]) -> Vec<Token> {
    let mut joined = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((text, length)) = doc(&tokens[at..]) else {
            joined.push(tokens[at].clone());
            at += 1;
            continue;
        };
        match joined.last_mut() {
            Some(Token::Doc(before)) => {
                before.push('\n');
                before.push_str(text);
            }
            _ => joined.push(Token::Doc(text.to_owned())),
        }
        at += length;
    }
    joined
}

/// The text of a doc attribute at the start, and how many tokens it takes.
fn doc(tokens: &[Token]) -> Option<(&str, usize)> {
    let start = match tokens {
        [Token::Punct('#'), Token::Punct('!'), ..] => 2,
        [Token::Punct('#'), ..] => 1,
        _ => return None,
    };
    match &tokens[start..] {
        [
            Token::Open(Delimiter::Bracket),
            Token::Ident(name),
            Token::Punct('='),
            Token::Text(text),
            Token::Close(Delimiter::Bracket),
            ..,
        ] if name == "doc" => Some((text, start + 5)),
        _ => None,
    }
}

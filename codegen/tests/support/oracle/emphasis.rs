//! Emphasis as it looks: none within emphasis of its kind, and what of a kind
//! stands side by side is one. errcat writes no other.

use super::token::{Token, normal};

/// Tokens of a catalog's Markdown with emphasis as it looks.
pub(crate) fn as_it_looks(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined = Joined::default();
    for token in tokens {
        joined.take(token);
    }
    normal(joined.tokens)
}

#[derive(Default)]
struct Joined {
    tokens: Vec<Token>,
    /// The spans that are open, and whether their marks are kept.
    open: Vec<(Token, bool)>,
    /// What the ends at the end of `tokens` have closed.
    closed: Vec<Token>,
}

impl Joined {
    fn take(&mut self, token: Token) {
        match (&token, self.tokens.last_mut()) {
            (Token::Span(span), _) if span == "emphasis" || span == "strong" => self.start(token),
            (Token::Span(span), _) if span == "end" => self.end(token),
            (Token::Code(code), Some(Token::Code(before))) => before.push_str(code),
            (other, _) => {
                if matches!(other, Token::Span(span) if span.starts_with("link ")) {
                    self.open.push((token.clone(), true));
                }
                self.closed.clear();
                self.tokens.push(token);
            }
        }
    }

    fn start(&mut self, token: Token) {
        let within = self.open.iter().any(|(it, _)| *it == token);
        if !within && self.closed.last() == Some(&token) {
            self.closed.pop();
            self.tokens.pop();
        } else if !within {
            self.closed.clear();
            self.tokens.push(token.clone());
        }
        self.open.push((token, !within));
    }

    fn end(&mut self, token: Token) {
        let (span, kept) = self.open.pop().expect("an end has a start");
        if kept {
            self.closed.push(span);
            self.tokens.push(token);
        }
    }
}

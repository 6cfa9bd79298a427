//! What a generator wrote for a text, held against what it wrote for a harmless
//! one: the same tokens, but for names and texts, and among these the text.

use pulldown_cmark::{Event, Parser};

use crate::tokens::{self, Token};
use crate::{Outcome, Place, Stop};

/// The outcome, and how it was seen.
pub fn judge(
    place: Place,
    payload: &str,
    harmless: &[Token],
    generated: &Result<String, (Stop, String)>,
) -> (Outcome, String) {
    let source = match generated {
        Ok(source) => source,
        Err((stop, why)) => return (Outcome::Refused(*stop), why.clone()),
    };
    let found = match tokens::of(source) {
        Ok(found) => found,
        Err(why) => return (Outcome::DidNotCompile("syntax".to_owned()), why),
    };
    match compared(place, payload, harmless, &found) {
        Ok(()) => (Outcome::Escaped, String::new()),
        Err((how, seen)) => (Outcome::BrokeOut(how), seen),
    }
}

fn compared(
    place: Place,
    payload: &str,
    expected: &[Token],
    found: &[Token],
) -> Result<(), (&'static str, String)> {
    let mut says = false;
    for at in 0..expected.len().max(found.len()) {
        match (expected.get(at), found.get(at)) {
            (Some(expected), Some(found)) if expected == found => {}
            (Some(Token::Ident(_)), Some(Token::Ident(_))) if place != Place::Description => {}
            (Some(Token::Other(_)), Some(Token::Other(_))) => {}
            (Some(Token::Text(was)), Some(Token::Text(is)))
            | (Some(Token::Doc(was)), Some(Token::Doc(is))) => {
                let here = says_payload(place, payload, was, is);
                says |= here;
                if place == Place::Description && !here {
                    return Err(("another text", format!("{is:?} instead of {was:?}")));
                }
            }
            (expected, found) => {
                return Err(("other tokens", format!("{found:?} instead of {expected:?}")));
            }
        }
    }
    // A name that is an identifier as it is needs no literal.
    let names = [payload.to_owned(), format!("r#{payload}")];
    let is_name = |it: &Token| matches!(it, Token::Ident(name) if names.contains(name));
    if says || (place != Place::Description && found.iter().any(is_name)) {
        Ok(())
    } else {
        Err(("the text is nowhere", String::new()))
    }
}

/// Whether a text is the harmless one with the payload in its place: to the letter, or,
/// for what is read as Markdown, as its reader sees it.
fn says_payload(place: Place, payload: &str, was: &str, is: &str) -> bool {
    let expected = was.replace(place.harmless(), payload);
    if is == expected {
        return true;
    }
    place == Place::Description && (words(is) == words(&expected) || seen(is) == seen(&expected))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What a reader of Markdown sees, without blanks.
fn seen(markdown: &str) -> String {
    let lines: Vec<&str> = markdown
        .lines()
        .map(|it| it.strip_prefix(' ').unwrap_or(it))
        .collect();
    let lines = lines.join("\n");
    let texts = Parser::new(&lines).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            Some(text.into_string())
        }
        _ => None,
    });
    texts.collect::<String>().split_whitespace().collect()
}

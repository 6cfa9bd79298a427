//! What a generator wrote for a text, held against what it wrote for a harmless
//! one, its twin: the same tokens, but for names and texts that the twin has from
//! its harmless text, and among these the text.

use pulldown_cmark::{Event, Parser};

use crate::tokens::Token;
use crate::{HARMLESS, Place};

/// Where a source is not what its twin is: how, and how it was seen.
pub type Difference = (&'static str, String);

/// What a generator wrote for a harmless text.
pub struct Twin {
    pub text: &'static str,
    pub source: String,
    pub tokens: Vec<Token>,
}

/// Whether a source is that of one of the twins with `payload` in place of its text.
///
/// # Errors
/// The way in which it differs from the twin that it is most like.
pub fn compared(
    place: Place,
    payload: &str,
    twins: &[Twin],
    found: &[Token],
) -> Result<(), Difference> {
    let mut furthest: Option<(usize, Difference)> = None;
    for twin in twins {
        match with_twin(place, payload, twin, found) {
            Ok(()) => return Ok(()),
            Err((at, difference)) => {
                if furthest.as_ref().is_none_or(|(so_far, _)| at > *so_far) {
                    furthest = Some((at, difference));
                }
            }
        }
    }
    Err(furthest.expect("each place has a twin").1)
}

fn with_twin(
    place: Place,
    payload: &str,
    twin: &Twin,
    found: &[Token],
) -> Result<(), (usize, Difference)> {
    for at in 0..twin.tokens.len().max(found.len()) {
        let (was, is) = (twin.tokens.get(at), found.get(at));
        if was == is {
            continue;
        }
        let how = match (was, is) {
            (Some(Token::Text(was)), Some(Token::Text(is))) => {
                text(place, payload, twin.text, was, is)
            }
            (Some(Token::Doc(was)), Some(Token::Doc(is))) => {
                doc(place, payload, twin.text, was, is)
            }
            (Some(Token::Ident(was)), Some(Token::Ident(_)))
                if place != Place::Description && is_of_twin(was) =>
            {
                Ok(())
            }
            // Lengths and places of texts.
            (Some(Token::Other(_)), Some(Token::Other(_))) => Ok(()),
            _ => Err("other tokens"),
        };
        how.map_err(|how| (at, (how, format!("{is:?} instead of {was:?}"))))?;
    }
    if place == Place::Description || found.iter().any(|it| is_wire_name(it, payload)) {
        return Ok(());
    }
    Err((found.len(), ("the text is nowhere", String::new())))
}

/// A name that was the twin's is the payload, to the letter. A text that was made from the
/// twin's, as a message that names a field, may spell the payload in a way of its own.
fn text(place: Place, payload: &str, twin: &str, was: &str, is: &str) -> Result<(), &'static str> {
    let same = match place {
        Place::Description => says(payload, twin, was, is),
        Place::EnumValue | Place::PropertyName => {
            is == was.replace(twin, payload) || (was != twin && is_of_twin(was))
        }
    };
    if same { Ok(()) } else { Err("another text") }
}

/// Docs say a description whole. Of a name they may say anything.
fn doc(place: Place, payload: &str, twin: &str, was: &str, is: &str) -> Result<(), &'static str> {
    if place != Place::Description || says(payload, twin, was, is) {
        return Ok(());
    }
    Err("another text")
}

/// Whether a description stands there whole: to the letter but for blanks, as a reader of
/// Markdown sees it or its letters, or as a string of JSON.
fn says(payload: &str, twin: &str, was: &str, is: &str) -> bool {
    let expected = was.replace(twin, payload);
    words(is) == words(&expected)
        || seen(is) == seen(&expected)
        || seen(is) == seen(was).replace(&seen(twin), &words(payload).concat())
        || is.contains(&json(payload))
}

fn is_of_twin(text: &str) -> bool {
    text.to_lowercase().contains(HARMLESS)
}

/// A name that is an identifier as it is needs no literal.
fn is_wire_name(token: &Token, payload: &str) -> bool {
    match token {
        Token::Text(text) => text == payload,
        Token::Ident(name) => name.strip_prefix("r#").unwrap_or(name) == payload,
        _ => false,
    }
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

/// The text within a string of JSON, which some docs quote.
fn json(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Twin, compared};
    use crate::Place;
    use crate::tokens;

    fn outcome(place: Place, payload: &str, source: &str) -> Result<(), &'static str> {
        let (text, twin) = match place {
            Place::Description => (
                "Harmless words",
                "#[doc = \"Harmless words\"] struct Failure { kind: u8 }",
            ),
            Place::EnumValue | Place::PropertyName => (
                "harmless words",
                "struct Failure { #[serde(rename = \"harmless words\")] harmless_words: u8 }",
            ),
        };
        let twins = [Twin {
            text,
            source: twin.to_owned(),
            tokens: tokens::of(twin).expect("the twin is Rust"),
        }];
        let found = tokens::of(source).expect("the source is Rust");
        compared(place, payload, &twins, &found).map_err(|(how, _)| how)
    }

    #[test]
    fn a_name_may_become_another_identifier_but_no_other_name() {
        let named = |wire: &str| {
            let source = format!("struct Failure {{ #[serde(rename = {wire:?})] x_1: u8 }}");
            outcome(Place::PropertyName, "*/ x", &source)
        };
        assert_eq!(named("*/ x"), Ok(()));
        assert_eq!(named("x"), Err("another text"));
    }

    #[test]
    fn more_items_or_attributes_are_seen() {
        for more in ["fn out() {}", "#[cfg(x)] struct Y;"] {
            let source = format!("#[doc = \"*/\"] struct Failure {{ kind: u8 }} {more}");
            let broke = outcome(Place::Description, "*/", &source);
            assert_eq!(broke, Err("other tokens"), "{more}");
        }
    }

    #[test]
    fn a_description_stands_there_as_markdown_or_not_at_all() {
        let said = |doc: &str| {
            let source = format!("#[doc = {doc:?}] struct Failure {{ kind: u8 }}");
            outcome(Place::Description, "[x]", &source)
        };
        assert_eq!(said("[x]"), Ok(()));
        assert_eq!(said("\\[x\\]"), Ok(()));
        assert_eq!(said("x"), Err("another text"));
    }
}

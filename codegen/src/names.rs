//! Identifiers: case by heck, then an allowlist, then reserved words.
//!
//! Nothing is renamed silently: a name that gives no identifier, or one that
//! is taken, is refused, so that adding an entry never renames another.

mod reserved;

use heck::{ToSnakeCase, ToUpperCamelCase};

use self::reserved::{FREE_FOR_FIELDS, NEVER_RAW, RESERVED_CAMEL, RESERVED_SNAKE, TAKEN};
use crate::model::{Code, Ident, Name};

/// Longest identifier: more helps no reader.
const LONGEST: usize = 128;

/// Why words give no identifier, as it reads after "`X` gives no identifier: ".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoIdent {
    NoLetterFirst,
    NotAscii,
    Reserved,
    TooLong,
}

impl NoIdent {
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::NoLetterFirst => "it does not begin with a letter",
            Self::NotAscii => "it holds letters outside ASCII",
            Self::Reserved => "it is a reserved word of Rust",
            Self::TooLong => "it is longer than 128 characters",
        }
    }
}

/// The words that a code's name is made of: without its variable parts.
pub(crate) fn words_of(code: &Code) -> Name {
    Name(match code {
        Code::Text(text) => text.as_str().into(),
        Code::Integer(number) => number.to_string().into(),
        Code::Pattern(pattern) => {
            let literals = pattern.literals().iter();
            let words = literals.map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
            let words: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
            words.join("_").into()
        }
    })
}

/// The words of a code in lower case: `payment` and `failed` of `PAYMENT_FAILED`.
pub(crate) fn words(code: &Code) -> Vec<String> {
    let words = words_of(code).as_str().to_snake_case();
    words.split('_').map(str::to_owned).collect()
}

/// The `UpperCamelCase` identifier of some words.
pub(crate) fn upper_camel(words: &str) -> Result<Ident, NoIdent> {
    if !words.is_ascii() {
        return Err(NoIdent::NotAscii);
    }
    let camel = capitals(words).unwrap_or_else(|| words.to_upper_camel_case());
    if !camel.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(NoIdent::NoLetterFirst);
    }
    if RESERVED_CAMEL.contains(&camel.as_str()) {
        return Err(NoIdent::Reserved);
    }
    if camel.len() > LONGEST {
        return Err(NoIdent::TooLong);
    }
    Ok(Ident(camel.into()))
}

/// The `snake_case` identifier of a field; a raw one where it is a word of Rust,
/// or with `_` behind it where that can't be raw, and with `n` before digits: the
/// wire's keys can't be renamed.
pub(crate) fn field(words: &str) -> Result<Ident, NoIdent> {
    if !words.is_ascii() {
        return Err(NoIdent::NotAscii);
    }
    let mut snake = words.to_snake_case();
    if snake.starts_with(|first: char| first.is_ascii_digit()) {
        snake.insert(0, 'n');
    }
    if !snake.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(NoIdent::NoLetterFirst);
    }
    if NEVER_RAW.contains(&snake.as_str()) {
        snake.push('_');
    }
    if snake.len() > LONGEST {
        return Err(NoIdent::TooLong);
    }
    let is_word = is_reserved(&snake) && !FREE_FOR_FIELDS.contains(&snake.as_str());
    let snake = if is_word { format!("r#{snake}") } else { snake };
    Ok(Ident(snake.into()))
}

/// The identifier of a struct that lies in a field of another one.
pub(crate) fn inner(outer: &Ident, words: &str) -> Result<Ident, NoIdent> {
    let field = field(words)?;
    let camel = field
        .as_str()
        .trim_start_matches("r#")
        .to_upper_camel_case();
    let inner = Ident((outer.as_str().to_owned() + &camel).into());
    if inner.as_str().len() > LONGEST {
        return Err(NoIdent::TooLong);
    }
    Ok(inner)
}

/// The identifier of words that are written in capitals, as most codes are.
fn capitals(words: &str) -> Option<String> {
    let mut camel = String::with_capacity(words.len());
    let mut begins = true;
    for byte in words.bytes() {
        match byte {
            b'A'..=b'Z' if begins => camel.push(char::from(byte)),
            b'A'..=b'Z' => camel.push(char::from(byte.to_ascii_lowercase())),
            b'0'..=b'9' => camel.push(char::from(byte)),
            b'_' => {}
            _ => return None,
        }
        begins = byte == b'_';
    }
    Some(camel)
}

/// The field of what stands beside the other keys of an error body.
pub(crate) const BESIDE: &str = "beside";

/// Whether no struct of details can have this name.
pub(crate) fn is_taken(name: &str) -> bool {
    TAKEN.binary_search(&name).is_ok()
}

/// Whether a catalog's or tag's id can't name a Rust module or method.
pub(crate) fn is_reserved(id: &str) -> bool {
    RESERVED_SNAKE.contains(&id)
}

/// A code in words, for an entry without a message: `Rate limited.`
pub(crate) fn in_words(name: &Name) -> String {
    let words = name.as_str().to_snake_case().replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_come_from_an_allowlist() {
        for (words, ident) in [
            ("RATE_LIMITED", "RateLimited"),
            ("card.declined", "CardDeclined"),
            ("E1001", "E1001"),
        ] {
            assert_eq!(upper_camel(words).expect(words).as_str(), ident);
        }
        for (words, why) in [
            ("", NoIdent::NoLetterFirst),
            ("404", NoIdent::NoLetterFirst),
            ("-+$", NoIdent::NoLetterFirst),
            ("SELF", NoIdent::Reserved),
            ("ＡＢＣ", NoIdent::NotAscii),
        ] {
            assert_eq!(upper_camel(words), Err(why), "{words}");
        }
        assert_eq!(upper_camel(&"a".repeat(10_000)), Err(NoIdent::TooLong));
    }

    #[test]
    fn taken_names_are_in_order() {
        assert!(TAKEN.is_sorted());
        assert!(is_taken("Retry") && !is_taken("InboxRestricted"));
    }

    #[test]
    fn a_field_is_an_identifier_raw_where_it_must_be() {
        for (words, name) in [
            ("retryAfter", "retry_after"),
            ("type", "r#type"),
            ("Content-Type", "content_type"),
            ("alloc", "alloc"),
            ("404", "n404"),
            ("self", "self_"),
        ] {
            assert_eq!(field(words).expect(words).as_str(), name);
        }
        for (words, why) in [("@", NoIdent::NoLetterFirst), ("größe", NoIdent::NotAscii)] {
            assert_eq!(field(words), Err(why), "{words}");
        }
        for word in RESERVED_SNAKE {
            if let Ok(ident) = field(word) {
                let parsed = syn::parse_str::<syn::Ident>(ident.as_str());
                let raw = syn::parse_str::<syn::ItemStruct>(&format!("struct X {{ {ident}: u8 }}"));
                assert!(parsed.is_ok() || raw.is_ok(), "{ident}");
            }
        }
    }

    #[test]
    fn a_struct_within_another_bears_both_names() {
        let outer = Ident("Lost".into());
        for (words, name) in [
            ("retryAfter", "LostRetryAfter"),
            ("type", "LostType"),
            ("404", "LostN404"),
        ] {
            assert_eq!(inner(&outer, words).expect(words).as_str(), name);
        }
        assert_eq!(inner(&outer, "@"), Err(NoIdent::NoLetterFirst));
        let longest = "a".repeat(LONGEST - "Lost".len());
        assert_eq!(
            inner(&outer, &longest).map(|it| it.as_str().len()),
            Ok(LONGEST)
        );
        assert_eq!(inner(&outer, &(longest + "a")), Err(NoIdent::TooLong));
        assert_eq!(
            field(&"a".repeat(LONGEST)).map(|it| it.as_str().len()),
            Ok(LONGEST)
        );
        assert_eq!(field(&"a".repeat(LONGEST + 1)), Err(NoIdent::TooLong));
    }

    #[test]
    fn capitals_take_the_short_way_to_the_same_identifier() {
        let letters = ["A", "B", "CD", "1", "23", "_", "__"];
        for number in 0..letters.len().pow(5) {
            let part = |place: u32| letters[number / letters.len().pow(place) % letters.len()];
            let words: String = (0..5).map(part).collect();
            assert_eq!(
                capitals(&words),
                Some(words.to_upper_camel_case()),
                "{words}"
            );
        }
        assert_eq!(capitals("rate_limited"), None);
    }

    #[test]
    fn every_identifier_is_one_for_rust() {
        for word in RESERVED_SNAKE
            .iter()
            .chain(&["ok", "none", "vec", "string"])
        {
            if let Ok(ident) = upper_camel(word) {
                assert!(
                    syn::parse_str::<syn::Ident>(ident.as_str()).is_ok(),
                    "{ident}"
                );
            }
        }
    }

    #[test]
    fn a_name_holds_nothing_of_a_variable_part() {
        for (code, name) in [
            ("SLOW_DOWN_{seconds}", "SLOW_DOWN"),
            ("slow-{n}-down", "slow_down"),
            ("{n}: too many", "too many"),
        ] {
            let code = Code::text(code.to_owned()).expect("a code");
            assert_eq!(words_of(&code).as_str(), name);
        }
    }

    #[test]
    fn each_refusal_says_why() {
        let reasons = [
            NoIdent::NoLetterFirst,
            NoIdent::NotAscii,
            NoIdent::Reserved,
            NoIdent::TooLong,
        ]
        .map(NoIdent::reason);
        assert_eq!(
            reasons,
            [
                "it does not begin with a letter",
                "it holds letters outside ASCII",
                "it is a reserved word of Rust",
                "it is longer than 128 characters",
            ]
        );
        let longest = format!("A{}", "a".repeat(LONGEST - 1));
        assert_eq!(upper_camel(&longest), Ok(Ident(longest.as_str().into())));
        assert_eq!(upper_camel(&(longest + "a")), Err(NoIdent::TooLong));
    }

    #[test]
    fn reserved_words_are_those_of_every_edition() {
        for word in ["self", "gen", "async", "try", "union", "core"] {
            assert!(is_reserved(word), "{word}");
        }
        for word in ["parcel", "Self", "asynch", ""] {
            assert!(!is_reserved(word), "{word}");
        }
    }

    #[test]
    fn the_words_of_a_code_are_in_lower_case() {
        let code = |text: &str| Code::text(text.to_owned()).expect("a code");
        assert_eq!(words(&code("PAYMENT_FAILED")), ["payment", "failed"]);
        assert_eq!(words(&code("cardDeclined")), ["card", "declined"]);
        assert_eq!(words_of(&Code::Integer(-32601)).as_str(), "-32601");
    }

    #[test]
    fn a_code_in_words_is_a_sentence() {
        assert_eq!(in_words(&Name("RATE_LIMITED".into())), "Rate limited.");
    }
}

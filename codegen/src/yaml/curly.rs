//! Curly quotes, which word processors write and YAML takes for text.

/// Each opening quote, and what closes it.
const PAIRS: [(char, &[char]); 5] = [
    ('\u{201c}', &['\u{201d}', '\u{201c}']),
    ('\u{201d}', &['\u{201d}']),
    ('\u{201e}', &['\u{201c}', '\u{201d}']),
    ('\u{2018}', &['\u{2019}']),
    ('\u{2019}', &['\u{2019}']),
];

/// The curly quote at the start of a text.
pub(crate) fn opening(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    PAIRS.iter().any(|it| it.0 == first).then_some(first)
}

/// What stands between curly quotes, if they are the first and the last
/// character of a text and no others of their kind stand between them.
pub(crate) fn within(text: &str) -> Option<&str> {
    let (open, closing) = PAIRS.iter().find(|it| text.starts_with(it.0))?;
    let inner = text.strip_prefix(*open)?.strip_suffix(*closing)?;
    // An apostrophe is the quote that closes a single one.
    let other = |it: char| it == *open || closing.contains(&it) && it != '\u{2019}';
    (!inner.trim().is_empty() && !inner.contains(other)).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quotes_around_all_of_a_text_are_its_quotes() {
        assert_eq!(within("\u{201c}Sold, sorry\u{201d}"), Some("Sold, sorry"));
        assert_eq!(within("\u{2018}Don\u{2019}t\u{2019}"), Some("Don\u{2019}t"));
        assert_eq!(within("\u{201c}A\u{201d} or \u{201c}B\u{201d}"), None);
        assert_eq!(within("\u{201c}A"), None);
        assert_eq!(within("\u{201c}\u{201d}"), None);
    }
}

//! Scalars in their forms: each reader takes a key's value out of a map,
//! reports it where it does not have its form, and gives `None` then, or where
//! the key was not written.

use std::borrow::Cow;

use super::Lower;
use crate::diag::Report;
use crate::lint::{bad_value, nearest};
use crate::mend::Mend;
use crate::model::{Constant, Date, Extension, Shape, Text, Url, is_canonical};
use crate::source::{Span, Spanned};
use crate::syntax::Fields;
use crate::yaml::{Node, Style, Value};

/// An enum of the language that is written as one of some words.
pub(crate) trait Word: Sized {
    /// The words, in the order of the reference.
    const WORDS: &'static [&'static str];

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self>;
}

impl<'a> Fields<'a> {
    /// A map with known keys.
    pub(super) fn record(&mut self, key: &str) -> Option<Fields<'a>> {
        Fields::of(self.take(key)?)
    }

    /// A list's items, or the one value that stands for a list of one.
    pub(crate) fn nodes(&mut self, key: &str) -> Option<Vec<Node<'a>>> {
        let node = self.take(key)?;
        match node.value {
            Value::List { items, .. } => Some(items),
            Value::Broken => None,
            _ => Some(vec![node]),
        }
    }

    /// A scalar as written.
    pub(crate) fn text_of(&mut self, key: &str) -> Option<Spanned<Cow<'a, str>>> {
        self.take(key).and_then(scalar)
    }

    /// A constant: what a plain scalar means in JSON, or text.
    pub(super) fn constant(&mut self, key: &str) -> Option<Constant> {
        let node = self.take(key)?;
        match node.value {
            Value::Scalar { text, style } => Some(constant(text, style)),
            _ => None,
        }
    }
}

impl Lower<'_> {
    /// One line of plain text.
    pub(super) fn line(&mut self, fields: &mut Fields, key: &str) -> Option<Text> {
        self.line_at(fields, key).map(|line| line.value)
    }

    /// One line of plain text and its place.
    pub(super) fn line_at(&mut self, fields: &mut Fields, key: &str) -> Option<Spanned<Text>> {
        let node = fields.take(key)?;
        self.line_in(node, key)
    }

    /// One line of plain text in a node.
    pub(super) fn line_in(&mut self, node: Node, key: &str) -> Option<Spanned<Text>> {
        let Spanned { value, span } = scalar(node)?;
        let value = match Text::of(trim_end(value)) {
            Ok(value) => return Some(Spanned { value, span }),
            Err(value) => value,
        };
        if value.contains('\n') {
            bad_value::several_lines(self.report, span, key);
        } else if value.trim().is_empty() {
            bad_value::blank(self.report, span);
        } else {
            bad_value::tab(self.report, span, key, &value);
        }
        None
    }

    /// The phrase of a status: no client sees blanks at its ends (RFC 9112,
    /// section 4), so they are a slip.
    pub(super) fn phrase(&mut self, fields: &mut Fields) -> Option<Text> {
        let Spanned { value, span } = self.line_at(fields, "phrase")?;
        let meant = value.as_str().trim();
        if meant != value.as_str() {
            bad_value::blanks_around(self.report, span, "phrase", meant);
        }
        Some(value)
    }

    /// A link.
    pub(super) fn url(&mut self, fields: &mut Fields, key: &str) -> Option<Url> {
        let expected = "a URL that starts with `https://` or `http://` and has no spaces";
        self.form(fields, key, expected, Url::new)
    }

    /// A link in which `{code}` stands for a code.
    pub(super) fn url_template(&mut self, fields: &mut Fields, key: &str) -> Option<Url> {
        let expected = "a URL without spaces, in which only `{code}` stands in braces";
        self.form(fields, key, expected, |text| {
            let rest = text.replace("{code}", "");
            Url::new(text).filter(|_| !rest.contains(['{', '}']))
        })
    }

    /// A day.
    pub(super) fn date(&mut self, fields: &mut Fields, key: &str) -> Option<Date> {
        let Spanned { value, span } = fields.text_of(key)?;
        let read = Date::new(&value);
        if read.is_none() {
            let expected = "a day of the calendar, like `2026-11-21`";
            let finding = bad_value::raise(self.report, span, key, &value, expected);
            if let Some(meant) = day_meant_by(&value) {
                finding.mend(Mend::Say(span, meant));
            }
        }
        read
    }

    /// A value that `read` gives for texts of its form.
    pub(super) fn form<T>(
        &mut self,
        fields: &mut Fields,
        key: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let Spanned { value, span } = fields.text_of(key)?;
        let read = read(&value);
        if read.is_none() {
            bad_value::raise(self.report, span, key, &value, expected);
        }
        read
    }

    /// One of an enum's words.
    pub(super) fn word<T: Word>(&mut self, fields: &mut Fields, key: &str) -> Option<T> {
        T::from_word(self.word_of(fields, key, T::WORDS)?)
    }

    /// One of some words; compiled once for all enums.
    fn word_of(
        &mut self,
        fields: &mut Fields,
        key: &str,
        words: &'static [&'static str],
    ) -> Option<&'static str> {
        let Spanned { value, span } = fields.text_of(key)?;
        let known = words.iter().copied();
        known.clone().find(|word| *word == value).or_else(|| {
            bad_value::word(self.report, span, key, &value, words);
            // What was probably meant, so that nothing follows from the slip.
            nearest(&value, known)
        })
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, fields: &mut Fields, key: &str) -> Option<bool> {
        let node = fields.take(key)?;
        self.boolean_in(node, key)
    }

    /// `true` or `false` in a node.
    pub(super) fn boolean_in(&mut self, node: Node, key: &str) -> Option<bool> {
        truth(node, key, self.report)
    }

    /// A whole number from 0.
    pub(super) fn count(&mut self, fields: &mut Fields, key: &str) -> Option<u32> {
        let node = fields.take(key)?;
        self.plain(node, key, "a whole number from 0", canonical)
    }

    /// A whole number from 1, as `expected` says, and its place.
    pub(super) fn positive_at(
        &mut self,
        fields: &mut Fields,
        key: &str,
        expected: &str,
    ) -> Option<Spanned<u32>> {
        let node = fields.take(key)?;
        let span = node.span;
        let read = |text: &str| canonical(text).filter(|number| *number > 0);
        let value = self.plain(node, key, expected, read)?;
        Some(Spanned { value, span })
    }

    /// A whole number and its place.
    pub(super) fn integer_at(&mut self, fields: &mut Fields, key: &str) -> Option<Spanned<i64>> {
        let node = fields.take(key)?;
        let span = node.span;
        let value = self.plain(node, key, "a whole number", canonical)?;
        Some(Spanned { value, span })
    }

    /// A value that is no text, so it must not be quoted.
    fn plain<T>(
        &mut self,
        node: Node,
        key: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let quoted = is_quoted(&node);
        let Spanned { value, span } = scalar(node)?;
        let read = read(&value);
        if read.is_none() {
            bad_value::raise(self.report, span, key, &value, expected);
        } else if quoted {
            bad_value::quoted(self.report, span, key, &value);
        }
        read
    }

    /// The line of the catalog on which `span` starts.
    pub(super) fn line_of(&self, span: Span) -> u32 {
        self.source.line(span.start)
    }
}

/// The `x-` keys that are left.
pub(super) fn extensions(fields: Fields) -> Vec<Extension> {
    let pairs = fields.into_extensions().into_iter();
    pairs
        .map(|pair| Extension {
            key: pair.key.text.into_owned(),
            value: tree(pair.value),
        })
        .collect()
}

/// `true` or `false` in a node; what other languages write so is reported, and
/// means the same.
pub(crate) fn truth(node: Node, key: &str, report: &mut Report) -> Option<bool> {
    let quoted = is_quoted(&node);
    let Spanned { value: text, span } = scalar(node)?;
    let meant = meant_by(&text);
    if !matches!(&*text, "true" | "false") {
        bad_value::boolean(report, span, key, &text, meant);
    } else if quoted {
        bad_value::quoted(report, span, key, &text);
    }
    meant
}

/// A scalar's text and place; `None` if it was broken.
pub(crate) fn scalar(node: Node<'_>) -> Option<Spanned<Cow<'_, str>>> {
    match node.value {
        Value::Scalar { text, .. } => Some(Spanned {
            value: text,
            span: node.span,
        }),
        _ => None,
    }
}

/// Whether a scalar was quoted, so that it is text whatever it looks like.
pub(super) fn is_quoted(node: &Node) -> bool {
    let Value::Scalar { style, .. } = &node.value else {
        return false;
    };
    *style == Style::Quoted
}

/// What a scalar means in JSON: plain `null`, truth values and numbers are
/// that, all else is text (YAML 1.2, section 10.2).
pub(super) fn constant(text: Cow<'_, str>, style: Style) -> Constant {
    match &*text {
        _ if style != Style::Plain => Constant::Text(text.into_owned()),
        "null" | "~" | "" => Constant::Null,
        "true" => Constant::Boolean(true),
        "false" => Constant::Boolean(false),
        number if is_json_number(number) => Constant::Number(text.into_owned()),
        _ => Constant::Text(text.into_owned()),
    }
}

/// The tree of an `x-` key.
fn tree(node: Node) -> Shape {
    match node.value {
        Value::Scalar { text, style } => Shape::Constant(constant(text, style)),
        Value::List { items, .. } => Shape::List(items.into_iter().map(tree).collect()),
        Value::Map(pairs) => Shape::Object(
            pairs
                .into_iter()
                .map(|pair| (pair.key.text.into_owned(), tree(pair.value)))
                .collect(),
        ),
        Value::Broken => Shape::Constant(Constant::Null),
    }
}

/// A day whose year comes first, so that it can be no other, as it is written
/// here.
fn day_meant_by(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let two = |part: &str| (matches!(part.len(), 1 | 2)).then(|| format!("{part:0>2}"));
    let meant = format!("{year}-{}-{}", two(month)?, two(day)?);
    Date::new(&meant).map(|_| meant)
}

/// The truth value that other languages write so.
pub(crate) fn meant_by(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" => Some(true),
        "false" | "no" | "n" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// A number in canonical decimal: no plus, no leading zero.
fn canonical<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok().filter(|_| is_canonical(text))
}

/// RFC 8259, section 6.
pub(crate) fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|it| digits(it.strip_prefix(['+', '-']).unwrap_or(it)))
}

/// A block scalar keeps the line break at its end; text has none there.
pub(super) fn trim_end(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\n')),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end_matches('\n').len());
            Cow::Owned(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_numbers_are_numbers() {
        for good in ["0", "-1", "1.5", "1e3", "-0.1E+2"] {
            assert!(is_json_number(good), "{good}");
        }
        for bad in [
            "", "-", "01", "0x1F", "1.", ".5", "+1", "1_000", ".nan", "12:30", "0o17",
        ] {
            assert!(!is_json_number(bad), "{bad}");
        }
    }
}

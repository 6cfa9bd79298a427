//! Small texts that have a form.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::Code;

/// A catalog's, section's or tag's id: `[a-z][a-z0-9_]*`, at most 64 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// One line of plain text: not empty, no line break, no control character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

/// A day, as `YYYY-MM-DD` (RFC 3339, `full-date`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

/// A link that starts with `https://` or `http://` and holds no white space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

/// Gives a text newtype `as_str` and `Display`.
macro_rules! reads_as_text {
    ($($name:ident),*) => {$(
        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
reads_as_text!(Id, Text, Date, Url);

impl Id {
    /// The id, if `text` is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let starts = text.starts_with(|first: char| first.is_ascii_lowercase());
        let rest = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (starts && text.len() <= 64 && text.bytes().all(rest)).then(|| Self(text.to_owned()))
    }
}

impl Text {
    /// The text, if it is one line and not blank.
    #[must_use]
    pub fn new(text: String) -> Option<Self> {
        Self::of(Cow::Owned(text)).ok()
    }

    /// The same; what is no such text is given back.
    pub(crate) fn of(text: Cow<'_, str>) -> Result<Self, Cow<'_, str>> {
        // The first check is enough for nearly all texts, and the cheapest.
        if is_graphic(&text) || !text.trim().is_empty() && !text.contains(char::is_control) {
            Ok(Self(text.into()))
        } else {
            Err(text)
        }
    }
}

/// Whether a text is visible ASCII and spaces, and does not begin with one.
fn is_graphic(text: &str) -> bool {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
    let begins = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    begins
        && text
            .as_bytes()
            .iter()
            .fold(true, |all, byte| all & is_plain(byte))
}

impl Date {
    /// The date, if `text` is a day of the calendar.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let digits = |range| {
            let part: &str = text.get(range)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse::<u32>().ok())?
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (dashes && (1..=last).contains(&day)).then(|| Self(text.to_owned()))
    }
}

/// Whether `text` is a date and a time with its offset from UTC (RFC 3339,
/// `date-time`).
pub(crate) fn is_timestamp(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return false;
    };
    let (clock, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => return false,
    };
    let (clock, fraction) = match clock.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (clock, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_offset = match offset.split_at(1) {
        ("Z" | "z", "") => true,
        ("+" | "-", offset) => are_below(offset, &[24, 60]),
        _ => false,
    };
    // A minute may have a leap second.
    let is_clock = are_below(clock, &[24, 60, 61]);
    Date::new(date).is_some() && is_clock && fraction.is_none_or(is_digits) && is_offset
}

/// Whether `text` is two digits for each limit, with colons between, all below
/// their limits.
fn are_below(text: &str, limits: &[u32]) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let is_below = |(part, limit): (&&str, &u32)| {
        part.len() == 2
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u32>().is_ok_and(|it| it < *limit)
    };
    parts.len() == limits.len() && parts.iter().zip(limits).all(is_below)
}

impl Url {
    /// The link, if `text` is an absolute `http` or `https` URL.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let fits = |byte: u8| {
            byte.is_ascii_graphic()
                && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'|')
        };
        (!rest.is_empty() && text.bytes().all(fits)).then(|| Self(text.to_owned()))
    }

    /// The link with `{code}` replaced by a code, percent-encoded (RFC 3986).
    #[must_use]
    pub(crate) fn with_code(&self, code: &Code) -> String {
        let mut encoded = String::new();
        for byte in code.to_string().bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                encoded.push(char::from(byte));
            } else {
                write!(encoded, "%{byte:02X}").expect("a String takes all text");
            }
        }
        self.0.replace("{code}", &encoded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_have_a_date_a_time_and_an_offset() {
        for good in [
            "2026-03-07T12:00:00Z",
            "2026-03-07T12:00:00.000Z",
            "2026-03-07t23:59:60.5+05:30",
            "2026-03-07 12:00:00-00:00",
        ] {
            assert!(is_timestamp(good), "{good}");
        }
        for bad in [
            "",
            "Z",
            "2026-03-07",
            "12:00:00Z",
            "2026-03-07T12:00:00",
            "2026-13-07T12:00:00Z",
            "2026-03-07T24:00:00Z",
            "2026-03-07T12:00Z",
            "2026-03-07T12:00:00.Z",
            "2026-03-07T12:00:00+5:30",
            "2026-03-07T12:00:00Zulu",
            "2026-03-07T+1:00:00Z",
            "yesterday",
        ] {
            assert!(!is_timestamp(bad), "{bad}");
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        for good in ["2026-11-21", "2024-02-29", "2000-02-29"] {
            assert!(Date::new(good).is_some(), "{good}");
        }
        for bad in [
            "2026-13-01",
            "2026-02-29",
            "1900-02-29",
            "2026-1-01",
            "26-01-01",
            "2026-01-32",
            "2026-01-0١",
        ] {
            assert!(Date::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn links_are_absolute_and_hold_no_markup() {
        assert!(Url::new("https://parcel.example/errors#{code}").is_some());
        for bad in [
            "javascript:alert(1)",
            "https://",
            "/errors",
            "https://a b",
            "https://a/<b>",
            "https://é.example",
        ] {
            assert!(Url::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_code_in_a_link_is_percent_encoded() {
        let template = Url::new("https://parcel.example/{code}").expect("a link");
        let code = Code::text("NOT FOUND: é/".to_owned()).expect("a code");
        assert_eq!(
            template.with_code(&code),
            "https://parcel.example/NOT%20FOUND%3A%20%C3%A9%2F"
        );
    }
}

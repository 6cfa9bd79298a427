/// Reads a text for which `find` has a value.
pub(super) fn known_text<'de, T, D: ::serde::Deserializer<'de>>(
    deserializer: D,
    find: fn(&str) -> Option<T>,
    what: &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Known { find, what })
}

/// Reads a number for which `find` has a value.
pub(super) fn known_number<'de, T, D: ::serde::Deserializer<'de>>(
    deserializer: D,
    find: fn(i64) -> Option<T>,
    what: &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_i64(Known { find, what })
}

/// A reader of what `find` knows, and what that is in words.
struct Known<F> {
    find: F,
    what: &'static str,
}

impl<T> ::serde::de::Visitor<'_> for Known<fn(&str) -> Option<T>> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.find)(text).ok_or_else(|| E::custom(NotKnown(Shown(text), self.what)))
    }
}

impl<T> ::serde::de::Visitor<'_> for Known<fn(i64) -> Option<T>> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_i64<E: ::serde::de::Error>(self, number: i64) -> Result<T, E> {
        (self.find)(number).ok_or_else(|| E::custom(NotKnown(number, self.what)))
    }

    fn visit_u64<E: ::serde::de::Error>(self, number: u64) -> Result<T, E> {
        let known = <i64 as ::core::convert::TryFrom<u64>>::try_from(number);
        let known = known.ok().and_then(self.find);
        known.ok_or_else(|| E::custom(NotKnown(number, self.what)))
    }
}

/// The message about a value that is not what it should be.
struct NotKnown<T>(T, &'static str);

impl<T: fmt::Display> fmt::Display for NotKnown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(f, "`{}` is not {}", self.0, self.1)
    }
}

/// Text off the wire in a message: escaped, and not longer than people read.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(64).map_or(self.0.len(), |(at, _)| at);
        let (shown, rest) = self.0.split_at(end);
        shown.escape_debug().fmt(f)?;
        f.write_str(if rest.is_empty() { "" } else { ".." })
    }
}

impl<C, W> ::serde::Serialize for AnyCode<C, W>
where
    C: Catalogued,
    C::Key: ::serde::Serialize,
    W: Borrow<C::Key>,
{
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(code) => code.code().borrow().serialize(serializer),
            Self::Unknown(code) => code.code.borrow().serialize(serializer),
        }
    }
}

/// A reader of any code.
struct Any<C>(PhantomData<C>);

impl<'de: 'a, 'a, C> ::serde::Deserialize<'de> for AnyCode<C, &'a str>
where
    C: Catalogued<Key = str, Wire = &'static str>,
{
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Any(PhantomData))
    }
}

impl<'de, C: Catalogued<Key = str, Wire = &'static str>> ::serde::de::Visitor<'de>
for Any<C> {
    type Value = AnyCode<C, &'de str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_borrowed_str<E>(self, code: &'de str) -> Result<Self::Value, E> {
        Ok(AnyCode::of(code))
    }

    fn visit_str<E: ::serde::de::Error>(self, code: &str) -> Result<Self::Value, E> {
        let known = C::from_wire(code).map(AnyCode::Known);
        known.ok_or_else(|| E::custom(NotLent(Shown(code))))
    }
}

/// The message about an unknown code that the input does not hold as it is:
/// an escape stands in it, or it comes from a stream.
struct NotLent<'a>(Shown<'a>);

impl fmt::Display for NotLent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(
            f,
            "the unknown code `{}` can't be borrowed from the input; \
                 read it as an `OwnedCode`, which errcat's switch `alloc` adds",
            self.0
        )
    }
}

impl<'de, C> ::serde::Deserialize<'de> for AnyCode<C, i64>
where
    C: Catalogued<Key = i64, Wire = i64>,
{
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from_code)
    }
}

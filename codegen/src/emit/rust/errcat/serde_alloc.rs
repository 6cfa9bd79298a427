impl<'de, C> ::serde::Deserialize<'de> for AnyCode<C, String>
where
    C: Catalogued<Key = str, Wire = &'static str>,
{
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnyOwned(PhantomData))
    }
}

/// A reader of any code, which it will own.
struct AnyOwned<C>(PhantomData<C>);

impl<C: Catalogued<Key = str, Wire = &'static str>> ::serde::de::Visitor<'_>
for AnyOwned<C> {
    type Value = OwnedCode<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_str<E>(self, code: &str) -> Result<Self::Value, E> {
        Ok(AnyCode::from(code))
    }
}

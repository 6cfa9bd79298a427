/// Details in a body, as JSON. `Debug` shows their names and no values: some
/// may have to stay out of logs.
#[derive(Clone, PartialEq)]
pub struct RawDetails(Json);

impl RawDetails {
    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name)
    }

    /// Sets the value of a name. What is no object becomes one.
    pub fn insert(&mut self, name: &str, value: impl Into<Json>) {
        if !self.0.is_object() {
            self.0 = Json::Object(JsonObject::new());
        }
        if let Some(object) = self.0.as_object_mut() {
            object.insert(name.into(), value.into());
        }
    }

    /// All of them.
    #[must_use]
    pub fn as_json(&self) -> &Json {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_object().is_some_and(JsonObject::is_empty)
    }

    /// The values, each with its name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Json)> {
        self.0.as_object().into_iter().flatten()
    }
}

impl Default for RawDetails {
    fn default() -> Self {
        Self(Json::Object(JsonObject::new()))
    }
}

impl From<JsonObject> for RawDetails {
    fn from(details: JsonObject) -> Self {
        Self(Json::Object(details))
    }
}

impl fmt::Debug for RawDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

impl ::serde::Serialize for RawDetails {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> ::serde::Deserialize<'de> for RawDetails {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self)
    }
}

/// A part of a body that is an object.
pub(super) trait BodyPart: Sized {
    /// Its keys, each with its place among them.
    const KEYS: &'static [(&'static str, usize)];

    /// Reads the object.
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        members: Members<A>,
    ) -> Result<Self, A::Error>;
}

/// Reads a part of a body.
pub(super) fn read_part<'de, T: BodyPart, D: ::serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(PartVisitor(PhantomData))
}

struct PartVisitor<T>(PhantomData<T>);

impl<'de, T: BodyPart> ::serde::de::Visitor<'de> for PartVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of an error body")
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        members: A,
    ) -> Result<T, A::Error> {
        T::read(Members { keys: T::KEYS, members })
    }
}

/// The members of an object that is being read.
pub(super) struct Members<A> {
    keys: &'static [(&'static str, usize)],
    members: A,
}

/// A key of an object, known or not.
pub(super) enum Member {
    Known(usize),
    Other(String),
}

impl<'de, A: ::serde::de::MapAccess<'de>> Members<A> {
    /// The next key.
    pub(super) fn next(&mut self) -> Result<Option<Member>, A::Error> {
        self.members.next_key_seed(AnyKey(self.keys))
    }

    /// The value behind it.
    pub(super) fn value<T: ::serde::Deserialize<'de>>(
        &mut self,
    ) -> Result<T, A::Error> {
        self.members.next_value()
    }

    /// Passes over the value behind it.
    pub(super) fn skip(&mut self) -> Result<(), A::Error> {
        self.members.next_value::<::serde::de::IgnoredAny>().map(|_| ())
    }
}

/// A value that has to be there.
pub(super) fn required<T, E: ::serde::de::Error>(
    value: Option<T>,
    key: &'static str,
) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(key))
}

/// A reader of a key.
struct AnyKey(&'static [(&'static str, usize)]);

impl<'de> ::serde::de::DeserializeSeed<'de> for AnyKey {
    type Value = Member;

    fn deserialize<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Member, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl ::serde::de::Visitor<'_> for AnyKey {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Member, E> {
        let known = self.0.iter().find(|(known, _)| *known == key);
        Ok(
            known
                .map_or_else(
                    || Member::Other(key.into()),
                    |(_, at)| Member::Known(*at),
                ),
        )
    }
}

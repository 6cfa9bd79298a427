/// The shape of an error body, or of a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyShape {
    /// Always `null`.
    Null,
    /// Always this truth value.
    Boolean(bool),
    /// Always this number, as the catalog writes it.
    Number(&'static str),
    /// Always this text.
    Text(&'static str),
    /// A value.
    Slot(BodySlot),
    /// Keys in their order.
    Object(&'static [(&'static str, BodyShape)]),
    /// One or more of the same.
    List(&'static BodyShape),
}

/// A place of the body that a value fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BodySlot {
    /// What fills it.
    pub role: Role,
    /// The type of its value.
    pub kind: &'static str,
    /// The unit of its value.
    pub unit: Option<&'static str>,
}

/// What fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The code.
    Code,
    /// The type.
    Type,
    /// The message.
    Message,
    /// The object of details.
    Details,
    /// The keys of the details, beside the others.
    Inline,
    /// The request field at fault.
    Field,
    /// The id of the request.
    RequestId,
    /// Anything else.
    Other,
}

/// An error body: its JSON, its shape, and which of its errors is meant.
#[derive(Clone, Copy)]
struct Located<'a> {
    shape: &'static BodyShape,
    body: &'a Json,
    nth: usize,
}

impl<'a> Located<'a> {
    /// What fills a slot.
    fn role(self, role: Role) -> Option<&'a Json> {
        self.slot(&|_, slot| slot.role == role).map(|(json, _)| json)
    }

    /// The code as the body spells it, where it is text.
    fn spelt(self) -> &'a str {
        self.role(Role::Code).and_then(Json::as_str).unwrap_or_default()
    }

    /// What fills the first slot that is wanted, and that slot.
    fn slot(
        self,
        wanted: &dyn Fn(&str, &BodySlot) -> bool,
    ) -> Option<(&'a Json, BodySlot)> {
        match self.shape {
            BodyShape::Object(keys) => {
                keys.iter()
                    .find_map(|(key, shape)| match shape {
                        BodyShape::Slot(slot) if wanted(key, slot) => {
                            Some((self.body.get(key)?, *slot))
                        }
                        shape => self.at(shape, self.body.get(key)?).slot(wanted),
                    })
            }
            BodyShape::List(of) => self.item(of)?.slot(wanted),
            _ => None,
        }
    }

    /// The objects that lie around a slot, the outermost first.
    fn around(self, role: Role) -> Option<Vec<&'a JsonObject>> {
        match self.shape {
            BodyShape::Object(keys) => {
                let object = self.body.as_object()?;
                let mut around = keys
                    .iter()
                    .find_map(|(key, shape)| match shape {
                        BodyShape::Slot(slot) => (slot.role == role).then(Vec::new),
                        shape => self.at(shape, object.get(*key)?).around(role),
                    })?;
                around.insert(0, object);
                Some(around)
            }
            BodyShape::List(of) => self.item(of)?.around(role),
            BodyShape::Slot(slot) => (slot.role == role).then(Vec::new),
            _ => None,
        }
    }

    fn at(self, shape: &'static BodyShape, body: &'a Json) -> Self {
        Self { shape, body, nth: self.nth }
    }

    /// The item of a list: that of the error, where the list is one of errors.
    fn item(self, of: &'static BodyShape) -> Option<Self> {
        let at = if of.holds_code() { self.nth } else { 0 };
        Some(self.at(of, self.body.get(at)?))
    }

    /// The value of a field that travels there; in a code or a message it
    /// stands as text, which one of the templates made.
    fn value(
        self,
        name: &str,
        travels: Travels,
        templates: &[Cow<'_, str>],
    ) -> Option<Cow<'a, Json>> {
        let text = |role| {
            let text = self.role(role)?.as_str()?;
            let value = templates
                .iter()
                .find_map(|it| placeholder_in(it, text, name));
            value.map(|it| Cow::Owned(Json::from(it)))
        };
        match travels {
            Travels::Code => text(Role::Code),
            Travels::Message => text(Role::Message),
            Travels::Details => {
                let slot = self.role(Role::Details).and_then(|it| it.get(name));
                let beside = || self.around(Role::Inline)?.last()?.get(name);
                slot.or_else(beside).map(Cow::Borrowed)
            }
            Travels::Body => {
                let around = self.around(Role::Code)?;
                let value = around.iter().rev().find_map(|it| it.get(name));
                value.map(Cow::Borrowed)
            }
        }
    }
}

impl BodyShape {
    /// Whether a slot of it holds the code.
    fn holds_code(&self) -> bool {
        match self {
            Self::Slot(slot) => slot.role == Role::Code,
            Self::Object(keys) => keys.iter().any(|(_, it)| it.holds_code()),
            Self::List(of) => of.holds_code(),
            _ => false,
        }
    }
}

/// What is always the same, as it is written. Slots have no value here.
impl ::serde::Serialize for BodyShape {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Slot(_) => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Number(number) => {
                let json = ::serde_json::from_str::<Json>(number);
                json.unwrap_or(Json::Null).serialize(serializer)
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::Object(keys) => {
                serializer.collect_map(keys.iter().map(|(key, shape)| (key, shape)))
            }
            Self::List(of) => serializer.collect_seq([*of]),
        }
    }
}

/// A code as a body spells it: that of the catalog, an alias, a variable code
/// with its values, or one that the catalog does not know.
#[derive(Clone, PartialEq, Eq)]
pub struct WireCode<C> {
    code: AnyCode<C, String>,
    /// The JSON, where it is not the catalog's own spelling.
    spelt: Option<Json>,
}

impl<C: Enveloped> WireCode<C> {
    /// The code, known or not.
    #[must_use]
    pub fn code(&self) -> AnyCode<C, &str> {
        self.code.lent()
    }

    /// The code as it is spelt here, as text.
    #[must_use]
    pub fn spelt(&self) -> String {
        match (&self.spelt, &self.code) {
            (Some(Json::String(text)), _) => text.clone(),
            (Some(json), _) => json.to_string(),
            (None, AnyCode::Known(code)) => code.code().to_string(),
            (None, AnyCode::Unknown(code)) => code.code.clone(),
        }
    }

    /// The same code, as text also where codes are numbers.
    pub(super) fn in_text(mut self) -> Self {
        self.spelt = Some(Json::String(self.spelt()));
        self
    }

    /// A code of the catalog with the values of its variable parts.
    fn spelt_as(code: C, spelt: String) -> Self {
        let own = spelt == code.code().to_string();
        Self {
            code: AnyCode::Known(code),
            spelt: (!own).then_some(Json::String(spelt)),
        }
    }
}

impl<C: Enveloped> From<C> for WireCode<C> {
    fn from(code: C) -> Self {
        Self {
            code: AnyCode::Known(code),
            spelt: None,
        }
    }
}

impl<C: Enveloped> Default for WireCode<C> {
    fn default() -> Self {
        Self {
            code: unknown(String::new()),
            spelt: None,
        }
    }
}

impl<C: Enveloped> fmt::Debug for WireCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WireCode").field(&self.spelt()).finish()
    }
}

impl<C: Enveloped> fmt::Display for WireCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spelt())
    }
}

impl<C: Enveloped> ::serde::Serialize for WireCode<C>
where
    C::Key: ::serde::Serialize,
{
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match (&self.spelt, &self.code) {
            (Some(json), _) => json.serialize(serializer),
            (None, AnyCode::Known(code)) => {
                code.code().borrow().serialize(serializer)
            }
            (None, AnyCode::Unknown(code)) => serializer.serialize_str(&code.code),
        }
    }
}

impl<'de, C: Enveloped> ::serde::Deserialize<'de> for WireCode<C> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        let known = match &json {
            Json::String(text) => C::from_text(text),
            Json::Number(number) => number.as_i64().and_then(C::from_number),
            _ => None,
        };
        let text = || match &json {
            Json::String(text) => text.clone(),
            json => json.to_string(),
        };
        let code = known.map_or_else(|| unknown(text()), AnyCode::Known);
        let own = known
            .is_some_and(|code| {
                code.code().to_string() == text() && is_kind_of_codes::<C>(&json)
            });
        let spelt = (!own).then(|| json.clone());
        Ok(Self { code, spelt })
    }
}

/// Whether codes are of this kind of JSON: numbers, or else text. Text that reads
/// as the number of a code is of another kind than that code.
fn is_kind_of_codes<C: Enveloped>(json: &Json) -> bool {
    let number = |text: &str| text.parse().ok().and_then(C::from_number);
    match json {
        Json::String(text) => number(text).is_none(),
        json => json.is_number(),
    }
}

/// A value that an error carries.
pub trait DetailValue: fmt::Debug {
    /// The value as JSON; `None` if it is absent.
    fn to_json(&self) -> Option<Json>;

    /// Writes the value as it stands in a message.
    ///
    /// # Errors
    ///
    /// The text takes no more.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Whether there is a value.
    fn is_given(&self) -> bool {
        true
    }

    /// Reads a value; `None` is one that is absent.
    ///
    /// # Errors
    ///
    /// It is missing, or of another type.
    fn read(json: Option<&Json>) -> Result<Self, DetailsError>
    where
        Self: Sized;
}

/// What `found` makes of a value, or what is wrong with it.
fn read_as<'v, T>(
    json: Option<&'v Json>,
    kind: &'static str,
    found: impl Fn(&'v Json) -> Option<T>,
) -> Result<T, DetailsError> {
    match json {
        None => Err(DetailsError::of(Problem::Missing)),
        Some(json) => found(json).ok_or(DetailsError::of(Problem::NotA(kind))),
    }
}

/// The field at a place that no field has.
impl DetailValue for () {
    fn to_json(&self) -> Option<Json> {
        None
    }

    fn show(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }

    fn is_given(&self) -> bool {
        false
    }

    fn read(_: Option<&Json>) -> Result<Self, DetailsError> {
        Ok(())
    }
}

impl DetailValue for String {
    fn to_json(&self) -> Option<Json> {
        Some(Json::String(self.clone()))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(
            json,
            "text",
            |json| match json {
                Json::String(text) => Some(text.clone()),
                Json::Number(_) | Json::Bool(_) => Some(json.to_string()),
                _ => None,
            },
        )
    }
}

impl DetailValue for i64 {
    fn to_json(&self) -> Option<Json> {
        Some(Json::from(*self))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(
            json,
            "a whole number of 64 bits",
            |json| match json {
                Json::String(text) => text.parse().ok(),
                _ => json.as_i64(),
            },
        )
    }
}

impl DetailValue for f64 {
    fn to_json(&self) -> Option<Json> {
        Some(Json::from(*self))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        let finite = |number: f64| Some(number).filter(|it| it.is_finite());
        read_as(
            json,
            "a number",
            |json| match json {
                Json::String(text) => text.parse().ok().and_then(finite),
                _ => json.as_f64(),
            },
        )
    }
}

impl DetailValue for bool {
    fn to_json(&self) -> Option<Json> {
        Some(Json::Bool(*self))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(
            json,
            "a truth value",
            |json| match json {
                Json::String(text) => text.parse().ok(),
                _ => json.as_bool(),
            },
        )
    }
}

impl DetailValue for Json {
    fn to_json(&self) -> Option<Json> {
        Some(self.clone())
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::String(text) => f.write_str(text),
            _ => fmt::Display::fmt(self, f),
        }
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(json, "anything", |json| Some(json.clone()))
    }
}

impl DetailValue for JsonObject {
    fn to_json(&self) -> Option<Json> {
        Some(Json::Object(self.clone()))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Json::Object(self.clone()), f)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(json, "an object", |json| json.as_object().cloned())
    }
}

impl<T: DetailValue> DetailValue for Option<T> {
    fn to_json(&self) -> Option<Json> {
        self.as_ref()?.to_json()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_ref().map_or(Ok(()), |it| it.show(f))
    }

    fn is_given(&self) -> bool {
        self.is_some()
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        let json = json.filter(|json| !json.is_null());
        json.map(|json| T::read(Some(json))).transpose()
    }
}

impl<T: DetailValue> DetailValue for Vec<T> {
    fn to_json(&self) -> Option<Json> {
        let items = self.iter().map(|it| it.to_json().unwrap_or(Json::Null));
        Some(Json::Array(items.collect()))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, item) in self.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { ", " })?;
            item.show(f)?;
        }
        Ok(())
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        let items = read_as(json, "a list", Json::as_array)?;
        let item = |(at, json): (usize, &Json)| {
            T::read(Some(json)).map_err(|error| error.within(&at.to_string()))
        };
        items.iter().enumerate().map(item).collect()
    }
}

impl<T: Record> DetailValue for T {
    fn to_json(&self) -> Option<Json> {
        Some(Json::Object(json_of(T::fields(), self)))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, field) in T::fields().iter().enumerate() {
            f.write_str(if at == 0 { "" } else { ", " })?;
            f.write_str(field.name)?;
            f.write_str(": ")?;
            self.value(at).show(f)?;
        }
        Ok(())
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        let object = read_as(json, "an object", Json::as_object)?;
        let get = |field: &Field| object.get(field.name).map(Cow::Borrowed);
        read_record(&get)
    }
}

/// The values of a record that are given.
fn json_of(fields: &[Field], record: &dyn Record) -> JsonObject {
    let given = fields
        .iter()
        .enumerate()
        .filter_map(|(at, field)| {
            Some((field.name.into(), record.value(at).to_json()?))
        });
    given.collect()
}

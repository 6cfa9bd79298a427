/// An error as problem details (RFC 9457), in whatever shape the catalog's own
/// body is.
///
/// It is made from the details of a code, from a code that has none, or from an
/// [`ErrorResponse`], by `?` or `.into()`. Where the media type of the catalog is
/// `application/problem+json` itself, its `Envelope` is that already: return the
/// `ErrorResponse` there.
///
/// ```text
/// let mut problem = parcel::ProblemDetails::from(parcel::ParcelNotFound { id, deleted_by: None });
/// problem.instance = Some("/v1/parcels/p_1".into());
/// ```
///
/// It is read back with serde. A member of the wrong type is ignored, as RFC 9457
/// asks in section 3.1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ProblemDetails {
    /// The kind of problem, a URI: the link to the documentation of the code. Where
    /// it has none it is `about:blank`, which means no more than the status does.
    pub r#type: String,
    /// What this kind of problem is, in short: the reason phrase of the code, or of
    /// the status where the kind is `about:blank`, if the catalog has it.
    pub title: Option<String>,
    /// The status of the response.
    pub status: Option<u16>,
    /// The message.
    pub detail: Option<String>,
    /// This occurrence, a URI. An error does not know it: fill it in.
    pub instance: Option<String>,
    /// All other members: `code`, and each detail under its name. Where that is one
    /// of the names above, or `code`, `_` stands behind it.
    pub extensions: RawDetails,
    /// What the header `Retry-After` says. It is no member.
    pub retry_after: Option<u64>,
}

impl ProblemDetails {
    /// The media type of the body.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// The code, if it is one of the catalog.
    ///
    /// ```text
    /// let code: Option<parcel::ErrorCode> = problem.code();
    /// ```
    #[must_use]
    pub fn code<C: Enveloped>(&self) -> Option<C> {
        match self.extensions.get("code")? {
            Json::String(code) => C::from_text(code),
            Json::Number(code) => C::from_number(code.as_i64()?),
            _ => None,
        }
    }

    /// The typed details.
    ///
    /// # Errors
    ///
    /// The problem has another code than `T`, or a value is missing or of another
    /// type.
    pub fn details<T: Details>(&self) -> Result<T, DetailsError>
    where
        T::Code: Enveloped,
    {
        if self.code() != Some(T::CODE) {
            return Err(DetailsError::of(Problem::OtherCode));
        }
        let get = |field: &Field| {
            self.extensions.get(&extension(field.name)).map(Cow::Borrowed)
        };
        read_record(&get)
    }

    /// The bytes of the body.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Keys are text and values are JSON: there is nothing to fail at.
        ::serde_json::to_vec(self).unwrap_or_default()
    }

    /// The values of the members that RFC 9457 names.
    fn members(&self) -> [Option<Json>; 5] {
        let text = |text: &Option<String>| text.as_deref().map(Json::from);
        [
            Some(Json::from(self.r#type.as_str())),
            text(&self.title),
            self.status.map(Json::from),
            text(&self.detail),
            text(&self.instance),
        ]
    }
}

/// The members that RFC 9457 names.
const MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// The kind of a problem that has none.
const ABOUT_BLANK: &str = "about:blank";

/// The name of the member for a detail: a longer one where its own is taken, which
/// no other detail has, as both would be the same field of Rust.
fn extension(name: &str) -> Cow<'_, str> {
    if name == "code" || MEMBERS.contains(&name) {
        return Cow::Owned([name, "_"].concat());
    }
    Cow::Borrowed(name)
}

impl Default for ProblemDetails {
    fn default() -> Self {
        Self {
            r#type: ABOUT_BLANK.into(),
            title: None,
            status: None,
            detail: None,
            instance: None,
            extensions: RawDetails::default(),
            retry_after: None,
        }
    }
}

/// What was filled into its body is not taken along: `instance` and
/// `extensions` have room for it.
impl<C: Served> From<ErrorResponse<C>> for ProblemDetails {
    fn from(error: ErrorResponse<C>) -> Self {
        let retry_after = error.retry_after();
        let entry = error.code().entry();
        let kind = entry.doc_url();
        let phrase = || entry.tables.phrase_of(error.status().into());
        let title = kind.map_or_else(phrase, |_| entry.reason());
        let parts = *error.0;
        let mut extensions = RawDetails::default();
        let code = ::serde_json::to_value(&parts.spelt);
        extensions.insert("code", code.unwrap_or_default());
        for (name, value) in parts.values {
            extensions.insert(&extension(&name), value);
        }
        Self {
            r#type: kind.unwrap_or(ABOUT_BLANK).into(),
            title: title.map(Into::into),
            status: Some(parts.status),
            detail: Some(parts.message),
            instance: None,
            extensions,
            retry_after,
        }
    }
}

impl<C, S: Copy + Into<i32>> Tables<C, S> {
    /// The reason phrase of this status itself.
    fn phrase_of(&self, status: i32) -> Option<&'static str> {
        let rows = self.rows.iter();
        let mut here = rows.filter(|it| it.row.distance(Some(status)) == 0);
        here.find_map(|it| it.reason)
    }
}

impl<T: Details> From<T> for ProblemDetails
where
    T::Code: Served,
{
    fn from(error: T) -> Self {
        Self::from(ErrorResponse::from(error))
    }
}

/// Status, kind and detail on one line, whatever is in them.
impl fmt::Display for ProblemDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status {
            ::core::write!(f, "{status} ")?;
        }
        fmt::Display::fmt(&OneLine(&self.r#type), f)?;
        match self.detail.as_ref().or(self.title.as_ref()) {
            Some(text) => ::core::write!(f, ": {}", OneLine(text)),
            None => Ok(()),
        }
    }
}

impl Error for ProblemDetails {}

impl ::serde::Serialize for ProblemDetails {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in MEMBERS.iter().zip(self.members()) {
            if let Some(value) = value {
                map.serialize_entry(name, &value)?;
            }
        }
        for (name, value) in self.extensions.iter() {
            if !MEMBERS.contains(&name.as_str()) {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

impl<'de> ::serde::Deserialize<'de> for ProblemDetails {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let mut members = JsonObject::deserialize(deserializer)?;
        let [kind, title, status, detail, instance] = MEMBERS
            .map(|name| members.remove(name));
        let text = |json: Option<Json>| match json {
            Some(Json::String(text)) => Some(text),
            _ => None,
        };
        let status = status.and_then(|it| it.as_u64());
        let status = status
            .and_then(|it| {
                <u16 as ::core::convert::TryFrom<u64>>::try_from(it).ok()
            });
        Ok(Self {
            r#type: text(kind).unwrap_or_else(|| ABOUT_BLANK.into()),
            title: text(title),
            status,
            detail: text(detail),
            instance: text(instance),
            extensions: RawDetails::from(members),
            retry_after: None,
        })
    }
}

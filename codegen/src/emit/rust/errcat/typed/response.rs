/// The codes of a catalog whose errors a server can answer with: its statuses
/// are those of HTTP, and its body is an object of JSON.
pub trait Served: Enveloped<Status = u16, Key: ::serde::Serialize> {
    /// The body of an error.
    type Envelope: Clone
        + fmt::Debug
        + ::serde::Serialize
        + From<Sent<Self>>
        + Send
        + Sync
        + 'static;
}

/// An error as the response that a server gives.
///
/// It is made from the details of a code, or from a code that has none, by `?`
/// or `.into()`, and knows its status, its media type, its body, and how long
/// to wait. Each catalog's module names its own `ErrorResponse`.
///
/// ```text
/// fn find(id: &str) -> Result<Parcel, parcel::ErrorResponse> {
///     let parcel = parcels.get(id).ok_or(parcel::ParcelNotFound { id: id.into(), deleted_by: None })?;
///     if parcel.is_held() {
///         return Err(parcel::ErrorCode::ParcelHeld.into());
///     }
///     Ok(parcel)
/// }
/// ```
///
/// Of headers it knows `Content-Type` and `Retry-After`. Others that a document
/// asks for, such as the `Location` of a redirect, a handler adds itself.
///
/// It is one pointer wide: a `Result` that can hold one stays small.
#[derive(Clone)]
#[must_use]
pub struct ErrorResponse<C: Served>(Box<ResponseParts<C>>);

#[derive(Clone)]
struct ResponseParts<C: Served> {
    code: C,
    spelt: WireCode<C>,
    status: u16,
    media_type: &'static str,
    /// The advice of the code, whatever the status.
    retry: Option<Retry>,
    wait: Option<Duration>,
    message: String,
    values: JsonObject,
    body: C::Envelope,
}

impl<C: Served> ErrorResponse<C> {
    /// The response of a code that carries nothing.
    pub(super) fn of_code(code: C) -> Self {
        let ruling = ruling_of(code, &|_| false);
        Self::of(code, Sent::of_code(code), ruling, JsonObject::new())
    }

    fn of(
        code: C,
        sent: Sent<C>,
        ruling: Option<(Basis, Retry)>,
        values: JsonObject,
    ) -> Self {
        let parts = ResponseParts {
            code,
            spelt: sent.code.clone(),
            status: final_status(code.status().unwrap_or(NO_STATUS)),
            media_type: C::catalog().media_type,
            retry: ruling.map(|(_, retry)| retry),
            wait: None,
            message: sent.message.clone(),
            values,
            body: C::Envelope::from(sent),
        };
        Self(Box::new(parts))
    }

    /// The same error with another status than the canonical one of its code.
    ///
    /// What can't be the status of a response counts as 500: below 200, above
    /// 999.
    pub fn with_status(mut self, status: u16) -> Self {
        self.0.status = final_status(status);
        self
    }

    /// The same error with this time to wait instead of what the catalog says.
    ///
    /// It is needed where the catalog leaves the time to the header `Retry-After`.
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> C {
        self.0.code
    }

    /// The status: the canonical one of the code, or what `with_status` set. A
    /// code without a status is answered with 500.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// The media type of the body.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        self.0.media_type
    }

    /// The message, with its values; a sensitive one is `[redacted]`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What the header `Retry-After` says: whole seconds, rounded up, or as many of
    /// the unit that the catalog declares for this header.
    ///
    /// It is what `with_retry_after` set, else what the catalog's advice for the
    /// code and the status points at: a number of seconds, or a value of the error.
    /// `None` where the advice is not to send the request again, where there is none,
    /// and where it points at a time of day, which takes a clock, at a header, at a
    /// sensitive value, or at more than a year.
    ///
    /// ```text
    /// let response = parcel::ErrorResponse::from(parcel::SlowDown { seconds: Some(30) });
    /// assert_eq!(response.retry_after(), Some(30));
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        let wait = self.0.wait.or_else(|| self.documented_wait())?;
        let unit = header_unit::<C>("Retry-After");
        let one = unit.and_then(|unit| in_unit(1.0, unit));
        let one = one.map_or(1_000_000_000, |one| one.as_nanos().max(1));
        let whole = wait.as_nanos().div_ceil(one);
        Some(
            <u64 as ::core::convert::TryFrom<u128>>::try_from(whole)
                .unwrap_or(u64::MAX),
        )
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &C::Envelope {
        &self.0.body
    }

    /// The body, to fill in what an error does not know of itself, like the id of the
    /// request.
    #[must_use]
    pub fn body_mut(&mut self) -> &mut C::Envelope {
        &mut self.0.body
    }

    /// The bytes of the body.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Keys are text and values are JSON: there is nothing to fail at.
        ::serde_json::to_vec(&self.0.body).unwrap_or_default()
    }

    /// The time to wait that the catalog gives.
    fn documented_wait(&self) -> Option<Duration> {
        let tables = self.0.code.entry().tables;
        let of_status = || tables.retry_of(Some(self.0.status.into()));
        let retry = self.0.retry.or_else(of_status)?;
        wait_of(retry, &|name| self.stated(name))
    }

    /// The value of a detail, or of a slot under this key.
    fn stated(&self, name: &str) -> Option<Stated> {
        let mut details = self.0.code.entry().details();
        if let Some(detail) = details.find(|it| it.path == name) {
            let json = self.0.values.get(name).filter(|_| !detail.sensitive);
            let (kind, unit) = (detail.kind, detail.unit);
            return json.cloned().map(|json| Stated { json, kind, unit });
        }
        let body = ::serde_json::to_value(&self.0.body).ok()?;
        let (shape, body, nth) = (C::BODY, &body, 0);
        let (json, slot) = Located { shape, body, nth }.slot(&|key, _| key == name)?;
        let (json, kind, unit) = (json.clone(), slot.kind, slot.unit);
        Some(Stated { json, kind, unit })
    }
}

/// The status of a code that has none.
const NO_STATUS: u16 = 500;

/// A status that a response can end with.
fn final_status(status: u16) -> u16 {
    if (200..=999).contains(&status) { status } else { NO_STATUS }
}

impl<C: Served, T: Details<Code = C>> From<T> for ErrorResponse<C> {
    fn from(error: T) -> Self {
        let own = T::CODE.message();
        let is_variant = |variant: &Variant| {
            is_variant_of(variant, own, T::fields(), &error)
        };
        let ruling = ruling_of(T::CODE, &is_variant);
        let values = json_of(T::fields(), &error);
        Self::of(T::CODE, Sent::of(&error), ruling, values)
    }
}

/// The body is left out: it may hold values that must stay out of logs.
impl<C: Served> fmt::Debug for ErrorResponse<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse")
            .field("status", &self.status())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("retry_after", &self.retry_after())
            .finish_non_exhaustive()
    }
}

/// Status, code and message on one line, whatever is in the values.
impl<C: Served> fmt::Display for ErrorResponse<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, code) = (self.status(), self.code().code());
        ::core::write!(f, "{status} {code}: {}", OneLine(self.message()))
    }
}

impl<C: Served> Error for ErrorResponse<C> {}

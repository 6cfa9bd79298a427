/// An error as gRPC carries it: a status with `ErrorInfo`, and with `RetryInfo`
/// where it states how long to wait.
///
/// A server makes one of details or of a code, and a `tonic::Status` of it. A
/// client reads one from a status, which can't fail: what is no error of the
/// catalog is kept, and can be seen.
///
/// ```text
/// let error = parcel::SlowDown { seconds: Some(30) };
/// let status = tonic::Status::from(error);
///
/// let error = parcel::GrpcError::from(&status);
/// assert_eq!(error.code().known(), Some(ErrorCode::SlowDown));
/// assert_eq!(error.delay(), Some(Duration::from_secs(30)));
/// ```
#[derive(Clone)]
pub struct GrpcError<C: Enveloped> {
    grpc_code: ::tonic::Code,
    code: WireCode<C>,
    message: String,
    domain: String,
    metadata: self::alloc::collections::BTreeMap<String, String>,
    delay: Option<Duration>,
}

impl<C: Enveloped> GrpcError<C> {
    /// The error of a code that carries nothing; its message is as written.
    #[must_use]
    pub fn of_code(code: C) -> Self {
        Self::without_delay(code).with_stated_delay()
    }

    /// The error with these details. All of them are put into the metadata, as
    /// text, also those that stand in the message or in the code. Sensitive ones
    /// are not left out, as they are not from a body: what shows a
    /// [`tonic::Status`] with `Debug` shows them.
    #[must_use]
    pub fn of<T: Details<Code = C>>(details: &T) -> Self {
        let mut error = Self::without_delay(T::CODE);
        error.message = rendered(T::CODE.entry(), T::fields(), details).to_string();
        let spelt = spelling(details, &error.code.spelt());
        error.code = WireCode::spelt_as(T::CODE, spelt);
        for (at, field) in T::fields().iter().enumerate() {
            if let Some(json) = details.value(at).to_json() {
                let text = in_metadata(json, error.kind(field.name));
                error.metadata.insert(field.name.into(), text);
            }
        }
        error.with_stated_delay()
    }

    /// The same error, with this delay before a next attempt.
    #[must_use]
    pub fn with_delay(mut self, delay: Duration) -> Self {
        self.delay = Some(delay);
        self
    }

    /// The same error, with another code of gRPC than the one of its HTTP status.
    #[must_use]
    pub fn with_grpc_code(mut self, code: ::tonic::Code) -> Self {
        self.grpc_code = code;
        self
    }

    /// The same error, with another domain than the id of the catalog.
    #[must_use]
    pub fn with_domain(mut self, domain: impl Into<String>) -> Self {
        self.domain = domain.into();
        self
    }

    /// The error in a status, where its domain is the id of the catalog.
    #[must_use]
    pub fn from_status(status: &::tonic::Status) -> Self {
        Self::from_status_in(C::catalog().id, status)
    }

    /// The error in a status, where servers send this domain. A reason of another
    /// domain is no code of the catalog, however it is spelt.
    #[must_use]
    pub fn from_status_in(domain: &str, status: &::tonic::Status) -> Self {
        use ::tonic_types::StatusExt as _;
        let mut error = Self {
            grpc_code: status.code(),
            code: WireCode::default(),
            message: status.message().into(),
            domain: String::new(),
            metadata: self::alloc::collections::BTreeMap::new(),
            delay: status
                .get_details_retry_info()
                .and_then(|it| it.retry_delay)
                .filter(|it| *it <= LONGEST_DELAY),
        };
        if let Some(info) = status.get_details_error_info() {
            error.domain = info.domain;
            error.metadata.extend(info.metadata);
            let exact = error.metadata.get(EXACT_CODE).map(String::as_str);
            error.code = code_in(&info.reason, exact, error.domain == domain);
        }
        error
    }

    /// The code of gRPC.
    #[must_use]
    pub fn grpc_code(&self) -> ::tonic::Code {
        self.grpc_code
    }

    /// The code. One that is missing is unknown, and empty.
    #[must_use]
    pub fn code(&self) -> AnyCode<C, &str> {
        self.code.code()
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whose error it is; empty where the status does not say so.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The metadata, each value with its key.
    pub fn metadata(&self) -> impl Iterator<Item = (&str, &str)> {
        self.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The delay before a next attempt that the error states, or its document.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }

    /// The typed details.
    ///
    /// # Errors
    ///
    /// The error has another code than `T`, or a value is missing or of another
    /// type. The metadata is still at hand.
    pub fn details<T: Details<Code = C>>(&self) -> Result<T, DetailsError> {
        if self.code().known() != Some(T::CODE) {
            return Err(DetailsError::of(Problem::OtherCode));
        }
        let spelt = self.code.spelt();
        let get = |field: &Field| {
            let shown = || {
                let text = match field.travels {
                    Travels::Code => &spelt,
                    Travels::Message => &self.message,
                    Travels::Details | Travels::Body => return None,
                };
                let templates = templates(T::CODE.entry(), field.travels, &spelt);
                let mut values = templates
                    .iter()
                    .map(|it| placeholder_in(it, text, field.name));
                values.find_map(|it| it.map(Json::from))
            };
            self.value(field.name).or_else(shown).map(Cow::Owned)
        };
        read_record(&get)
    }

    /// What to do. `now` is the time since 1970; only a time that the details
    /// state is held against it.
    #[must_use]
    pub fn advice(&self, now: Duration) -> Advice {
        let ruling = self.ruling();
        let retry = ruling.map(|(_, retry)| retry);
        let mut advice = Advice::of(ruling);
        if let Some(Place::Detail(name)) = retry.and_then(|it| it.to) {
            advice.to = self.metadata.get(name).cloned();
        }
        if advice.action.is_none() || advice.is_retryable() {
            let in_details = || match retry?.delay? {
                Delay::Detail(name) => self.stated(name)?.delay(now),
                _ => None,
            };
            advice.delay = self.delay.or_else(in_details).or(advice.delay);
        }
        advice
    }

    /// The advice that counts, and what gives it.
    fn ruling(&self) -> Option<(Basis, Retry)> {
        let status = self.http_status();
        let rows = tables_of::<C>();
        let known = self.code().known();
        let of_status = || {
            let code = rows?.row_fact(Some(status), |row| row.default_code)?;
            known_code::<C>(code)
        };
        let code = known.or_else(of_status);
        let is_meant = |it: &Variant| self.is_variant(it);
        let of_code = || ruling_of(code?, &is_meant);
        let of_row = || Some((Basis::Status, rows?.retry_of(Some(status))?));
        of_code().or_else(of_row)
    }

    fn without_delay(code: C) -> Self {
        Self {
            grpc_code: grpc_code(code.status().map(Into::into)),
            code: WireCode::from(code),
            message: code.message().into(),
            domain: C::catalog().id.into(),
            metadata: self::alloc::collections::BTreeMap::new(),
            delay: None,
        }
    }

    /// With the delay that the details state, or the document; a time is none, as
    /// there is no clock at hand, and neither is what is sensitive.
    fn with_stated_delay(mut self) -> Self {
        let is_sensitive = |name: &str| self.declared(name).is_some_and(|it| it.sensitive);
        let shown = |name: &str| self.stated(name).filter(|_| !is_sensitive(name));
        self.delay = self.ruling().and_then(|(_, retry)| wait_of(retry, &shown));
        self
    }

    /// The status that the code has in HTTP, else that of the code of gRPC.
    fn http_status(&self) -> i32 {
        let known = self.code().known().and_then(Catalogued::status);
        known.map_or_else(|| http_status(self.grpc_code), Into::into)
    }

    /// A value of the metadata.
    fn value(&self, name: &str) -> Option<Json> {
        let text = self.metadata.get(name).filter(|_| name != EXACT_CODE)?;
        Some(off_metadata(text, self.kind(name)))
    }

    /// The type that the catalog declares for a value.
    fn kind(&self, name: &str) -> &'static str {
        self.declared(name).map_or("string", |it| it.kind)
    }

    fn declared(&self, name: &str) -> Option<&'static Detail> {
        let mut details = self.code().known()?.entry().details();
        details.find(|it| it.path == name)
    }

    fn stated(&self, name: &str) -> Option<Stated> {
        let detail = self.declared(name)?;
        let (kind, unit) = (detail.kind, detail.unit);
        let json = self.value(name)?;
        Some(Stated { json, kind, unit })
    }

    /// Whether the error is this variant, told by a detail or by its text.
    fn is_variant(&self, variant: &Variant) -> bool {
        match (variant.when, variant.message) {
            (Some((name, json)), _) => is_json(self.value(name).as_ref(), json),
            (None, Some(template)) => is_made_by(template, &self.message),
            (None, None) => false,
        }
    }
}

impl<C: Enveloped> From<&::tonic::Status> for GrpcError<C> {
    fn from(status: &::tonic::Status) -> Self {
        Self::from_status(status)
    }
}

/// Values of the metadata are left out: some may have to stay out of logs.
impl<C: Enveloped> fmt::Debug for GrpcError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GrpcError")
            .field("grpc_code", &self.grpc_code)
            .field("code", &self.code())
            .field("message", &self.message)
            .field("domain", &self.domain)
            .field("delay", &self.delay)
            .finish_non_exhaustive()
    }
}

/// Codes and message on one line, whatever was sent in them.
impl<C: Enveloped> fmt::Display for GrpcError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(f, "{:?}", self.grpc_code)?;
        match self.code() {
            AnyCode::Known(code) => ::core::write!(f, " {}", code.code())?,
            AnyCode::Unknown(code) if code.as_str().is_empty() => {
                f.write_str(" without a code")?;
            }
            AnyCode::Unknown(code) => {
                ::core::write!(f, " {}", OneLine(code.as_str()))?;
            }
        }
        ::core::write!(f, ": {}", OneLine(& self.message))
    }
}

impl<C: Enveloped> Error for GrpcError<C> {}

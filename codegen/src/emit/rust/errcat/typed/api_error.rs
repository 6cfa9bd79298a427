/// An error response, read so that nothing of it is lost.
///
/// It can't fail to be made: a code that is unknown, a body that is not JSON
/// and one that is cut short are kept as they came, and can be seen.
pub struct ApiError<C: Enveloped> {
    status: C::Status,
    outcome: Outcome,
    met: AllMet<C>,
    body: Box<[u8]>,
}

/// What the body of a response turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// JSON with a code of the catalog.
    Known,
    /// JSON with another code, or none where it belongs.
    Unknown,
    /// No JSON: empty, of another kind, or cut short.
    Broken,
}

impl<C: Enveloped> ApiError<C> {
    /// The error in a response with this status and body.
    #[must_use]
    pub fn from_parts(status: C::Status, body: &[u8]) -> Self {
        let met = scan(body).ok();
        let outcome = match &met {
            None => Outcome::Broken,
            Some(met) if met.first.code.known().is_some() => Outcome::Known,
            Some(_) => Outcome::Unknown,
        };
        Self {
            status,
            outcome,
            met: met.unwrap_or_else(AllMet::blank),
            body: body.into(),
        }
    }

    /// The status of the response. What the catalog says of the code may be
    /// another one: `code().known()` has it.
    #[must_use]
    pub fn status(&self) -> C::Status {
        self.status
    }

    /// What the body turned out to be.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The code, that of the first error where there are several. One that is
    /// missing is unknown, and empty; a number or `null` stands as its text.
    #[must_use]
    pub fn code(&self) -> AnyCode<C, &str> {
        self.met.first.code.lent()
    }

    /// The code that this error counts as: its own, else the one that the
    /// catalog assumes for its type or the status of the response.
    #[must_use]
    pub fn counts_as(&self) -> Option<C> {
        self.first().counts_as(self.json().as_ref())
    }

    /// The message, that of the first error where there are several.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.met.first.message.as_deref()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as JSON, read anew; `None` if it is none, or has what `serde_json`
    /// makes no value of: deep nesting, half of a surrogate pair in text, a number
    /// like `1e999` that no `f64` holds. The code is at hand even then, unless it is
    /// what can't be read, and so is the message.
    #[must_use]
    pub fn json(&self) -> Option<Json> {
        ::serde_json::from_slice(&self.body).ok()
    }

    /// The errors in the body: one, or more where it holds a list of them. Items
    /// at its end that are no objects are left out, and so are those behind the
    /// first 1,024: [`Self::json`] has them all.
    pub fn errors(&self) -> impl Iterator<Item = ErrorRef<'_, C>> {
        let all = ::core::iter::once(&self.met.first).chain(&self.met.rest);
        all.enumerate().map(move |(nth, met)| ErrorRef { of: self, met, nth })
    }

    /// The first error in the body.
    #[must_use]
    pub fn first(&self) -> ErrorRef<'_, C> {
        ErrorRef {
            of: self,
            met: &self.met.first,
            nth: 0,
        }
    }

    /// The typed details of the first error that has the code of `T`.
    ///
    /// # Errors
    ///
    /// No error in the body has that code, or a value is missing or of another
    /// type. The raw JSON is still at hand.
    pub fn details<T: Details<Code = C>>(&self) -> Result<T, DetailsError> {
        let other = || Err(DetailsError::of(Problem::OtherCode));
        let mut errors = self.errors();
        errors
            .find(|error| error.code().known() == Some(T::CODE))
            .map_or_else(other, ErrorRef::details)
    }

    /// The request's id, where the body has a place for it.
    #[must_use]
    pub fn request_id(&self) -> Option<String> {
        self.first().text(Role::RequestId)
    }
}

/// The tables of a catalog, which any of its codes has at hand.
fn tables_of<C: Catalogued>() -> Option<&'static Tables<C::Wire, C::Status>> {
    C::ALL.first().map(|code| code.entry().tables)
}

impl<C: Enveloped> Clone for ApiError<C> {
    fn clone(&self) -> Self {
        Self {
            status: self.status,
            outcome: self.outcome,
            met: self.met.clone(),
            body: self.body.clone(),
        }
    }
}

/// The body is left out: it may hold values that must stay out of logs.
impl<C: Enveloped> fmt::Debug for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("outcome", &self.outcome)
            .field("code", &self.code())
            .field("message", &self.message())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Status, code and message on one line, whatever was sent in them.
impl<C: Enveloped> fmt::Display for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(f, "{}", self.status)?;
        match (self.outcome, self.code()) {
            (Outcome::Broken, _) => {
                ::core::write!(
                    f, ": the body is not JSON ({} bytes)", self.body.len()
                )?;
            }
            (_, AnyCode::Known(code)) => ::core::write!(f, " {}", code.code())?,
            (_, AnyCode::Unknown(code)) if code.as_str().is_empty() => {
                f.write_str(" without a code")?;
            }
            (_, AnyCode::Unknown(code)) => {
                ::core::write!(f, " {}", OneLine(code.as_str()))?;
            }
        }
        match self.message() {
            Some(message) => ::core::write!(f, ": {}", OneLine(message)),
            None => Ok(()),
        }
    }
}

impl<C: Enveloped> Error for ApiError<C> {}

/// Text off the wire on a line of a log: control characters escaped, and not
/// longer than people read.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(512).map_or(self.0.len(), |(at, _)| at);
        for character in self.0[..end].chars() {
            match character {
                '\u{2028}'
                | '\u{2029}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' => {
                    fmt::Display::fmt(&character.escape_unicode(), f)?;
                }
                it if it.is_control() => {
                    fmt::Display::fmt(&it.escape_default(), f)?;
                }
                it => {
                    fmt::Write::write_char(f, it)?;
                }
            }
        }
        f.write_str(if end < self.0.len() { ".." } else { "" })
    }
}

impl<C: Copy> AnyCode<C, String> {
    /// The same code, lent.
    fn lent(&self) -> AnyCode<C, &str> {
        match self {
            Self::Known(code) => AnyCode::Known(*code),
            Self::Unknown(it) => {
                AnyCode::Unknown(UnknownCode {
                    code: it.code.as_str(),
                    catalog: PhantomData,
                })
            }
        }
    }
}

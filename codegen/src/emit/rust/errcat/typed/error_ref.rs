/// One of the errors in a response.
#[derive(Clone, Copy)]
pub struct ErrorRef<'a, C: Enveloped> {
    of: &'a ApiError<C>,
    met: &'a Met<C>,
    nth: usize,
}

impl<'a, C: Enveloped> ErrorRef<'a, C> {
    /// The code. One that is missing is unknown, and empty; a number or `null`
    /// stands as its text.
    #[must_use]
    pub fn code(self) -> AnyCode<C, &'a str> {
        self.met.code.lent()
    }

    /// The message.
    #[must_use]
    pub fn message(self) -> Option<&'a str> {
        self.met.message.as_deref()
    }

    /// The request field at fault, where the body has a place for it.
    #[must_use]
    pub fn field(self) -> Option<String> {
        self.text(Role::Field)
    }

    /// The typed details.
    ///
    /// # Errors
    ///
    /// The error has another code than `T`, or a value is missing or of another
    /// type. The raw JSON is still at hand.
    pub fn details<T: Details<Code = C>>(self) -> Result<T, DetailsError> {
        if self.code().known() != Some(T::CODE) {
            return Err(DetailsError::of(Problem::OtherCode));
        }
        let Some(body) = self.of.json() else {
            return Err(DetailsError::of(Problem::NotJson));
        };
        let located = self.located(&body);
        let code = T::CODE.code().to_string();
        let codes = [code.as_str()];
        let entry = T::CODE.entry();
        let own = ::core::iter::once(entry.message());
        let messages: Vec<&str> = own
            .chain(entry.variants().filter_map(|it| it.message))
            .collect();
        let get = |field: &Field| {
            let templates = match field.travels {
                Travels::Code => &codes[..],
                _ => &messages,
            };
            located.value(field.name, field.travels, templates)
        };
        read_record(&get)
    }

    /// All details as they came, wherever the body has them as one object.
    #[must_use]
    pub fn raw_details(self) -> Option<Json> {
        let body = self.of.json()?;
        let located = self.located(&body);
        let slot = located.role(Role::Details).cloned();
        let beside = || {
            let around = located.around(Role::Inline)?;
            Some(Json::Object((*around.last()?).clone()))
        };
        slot.or_else(beside)
    }

    fn located(self, body: &Json) -> Located<'_> {
        Located {
            shape: C::BODY,
            body,
            nth: self.nth,
        }
    }

    /// The text in a slot; a number stands as its text.
    fn text(self, role: Role) -> Option<String> {
        let body = self.of.json()?;
        let json = self.located(&body).role(role)?;
        String::read(Some(json)).ok()
    }

    fn counts_as(self, body: Option<&Json>) -> Option<C> {
        let code = |text: &'static str| {
            C::ALL.iter().copied().find(|it| it.code().to_string() == text)
        };
        let of_type = || self.parent(body?)?.default_code;
        let status = Some(self.of.status.into());
        let of_status = || {
            tables_of::<C>()?.row_fact(status, |row| row.default_code)
        };
        let known = self.code().known();
        known.or_else(|| of_type().or_else(of_status).and_then(code))
    }

    /// The type that the body states.
    fn parent(self, body: &Json) -> Option<&'static TypeInfo> {
        let id = self.located(body).role(Role::Type)?.as_str()?;
        tables_of::<C>()?.types.iter().find(|it| it.id == id)
    }
}

impl<C: Enveloped> fmt::Debug for ErrorRef<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorRef")
            .field("code", &self.code())
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}

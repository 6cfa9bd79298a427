/// One of the errors in a response.
///
/// Its code and its message are at hand. All else is read anew from the body with
/// each call, as [`ApiError::json`] does: of many errors take that once.
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
        let get = |field: &Field| {
            let templates = templates(T::CODE.entry(), field.travels, located.spelt());
            located.value(field.name, field.travels, &templates)
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
        let code = |text: &str| {
            let number = || text.parse().ok().and_then(C::from_number);
            C::from_text(text).or_else(number)
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

/// The texts that a value which travels there may stand in: the code with its
/// aliases, or the message with those of the variants. Of codes, those whose
/// parts that are numbers would be numbers: `WAIT_{s}` does not spell what
/// `WAIT_FOR_{s}` does.
fn templates<C: Copy + fmt::Display, S: Copy>(
    entry: Entry<C, S>,
    travels: Travels,
    spelt: &str,
) -> Vec<Cow<'static, str>> {
    match travels {
        Travels::Code => {
            let aliases = entry.tables.aliases.iter().filter(|it| it.1 == entry.row);
            let aliases = aliases.map(|(alias, _)| Cow::Owned(alias.to_string()));
            let own = Cow::Owned(entry.code().to_string());
            ::core::iter::once(own)
                .chain(aliases)
                .filter(|template| has_numbers(entry, template, spelt))
                .collect()
        }
        Travels::Message => {
            let of_variants = entry.variants().filter_map(|it| it.message);
            let own = ::core::iter::once(entry.message());
            own.chain(of_variants).map(Cow::Borrowed).collect()
        }
        Travels::Details | Travels::Body => Vec::new(),
    }
}

/// Whether a code has whole numbers where its template asks for them.
fn has_numbers<C: Copy, S: Copy>(
    entry: Entry<C, S>,
    template: &str,
    code: &str,
) -> bool {
    let asks = |name| {
        entry.details().any(|it| it.path == name && it.kind == "integer")
    };
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    pieces(template)
        .all(|piece| match piece {
            Piece::Placeholder(name) if asks(name) => {
                placeholder_in(template, code, name).is_some_and(is_number)
            }
            _ => true,
        })
}

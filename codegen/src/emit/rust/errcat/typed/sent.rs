/// What an error says of itself, to be put into the slots of a body.
pub struct Sent<C: Enveloped> {
    pub(super) code: WireCode<C>,
    pub(super) message: String,
    pub(super) details: JsonObject,
    pub(super) beside: JsonObject,
    pub(super) about: SentAbout<C>,
}

/// What the catalog says about an error that is sent.
pub(super) struct SentAbout<C: Enveloped> {
    entry: Entry<C::Wire, C::Status>,
    user_message: Option<String>,
}

impl<C: Enveloped> Sent<C> {
    /// What a code says that carries nothing; its message is as written.
    pub(super) fn of_code(code: C) -> Self {
        let entry = code.entry();
        Self {
            code: WireCode::from(code),
            message: entry.message().into(),
            details: JsonObject::new(),
            beside: JsonObject::new(),
            about: SentAbout {
                entry,
                user_message: entry.user_message().map(Into::into),
            },
        }
    }

    /// What typed details say.
    pub(super) fn of<T: Details<Code = C>>(error: &T) -> Self {
        let mut sent = Self::of_code(T::CODE);
        sent.message = rendered(T::CODE.entry(), T::fields(), error).to_string();
        let spelt = spelling(error, &sent.code.spelt());
        sent.code = WireCode::spelt_as(T::CODE, spelt);
        let template = sent.about.user_message.take();
        sent.about.user_message = template
            .map(|template| {
                let (fields, record) = (T::fields(), error);
                Rendered {
                    template: &template,
                    fields,
                    record,
                }
                    .to_string()
            });
        for (at, field) in T::fields().iter().enumerate() {
            let into = match field.travels {
                Travels::Details => &mut sent.details,
                Travels::Body => &mut sent.beside,
                Travels::Code | Travels::Message => continue,
            };
            if let Some(json) = error.value(at).to_json() {
                into.insert(field.name.into(), json);
            }
        }
        sent
    }
}

/// The code with its values; an alias without any, where one is not given.
fn spelling<T: Details>(error: &T, template: &str) -> String {
    let entry = T::CODE.entry();
    let aliases = entry.tables.aliases.iter().filter(|(_, row)| *row == entry.row);
    let mut plain = aliases
        .map(|(alias, _)| alias.to_string())
        .filter(|alias| !alias.contains('{'));
    let given = |(at, field): (usize, &Field)| {
        field.travels != Travels::Code || error.value(at).is_given()
    };
    let record = Rendered {
        template,
        fields: T::fields(),
        record: error,
    };
    let whole = T::fields().iter().enumerate().all(given);
    let instead = if whole { None } else { plain.next() };
    instead.unwrap_or_else(|| record.to_string())
}

impl<C: Enveloped> SentAbout<C> {
    /// Its type.
    pub(super) fn parent(&self) -> Option<String> {
        self.entry.parent().map(|it| it.id.into())
    }

    /// Its status, as a number.
    pub(super) fn status(&self) -> Option<i64> {
        self.entry.status().map(|it| i64::from(it.into()))
    }

    /// Its numeric twin.
    pub(super) fn code_number(&self) -> Option<i64> {
        self.entry.code_number()
    }

    /// A short title: its reason phrase.
    pub(super) fn title(&self) -> Option<String> {
        self.entry.reason().map(Into::into)
    }

    /// What an end user may read.
    pub(super) fn user_message(&self) -> Option<String> {
        self.user_message.clone()
    }

    /// The link to its documentation.
    pub(super) fn doc_url(&self) -> Option<String> {
        self.entry.doc_url().map(Into::into)
    }
}

/// A number where the body has text.
pub(super) fn number_in_text(number: i64) -> String {
    number.to_string()
}

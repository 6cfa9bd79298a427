/// The examples of a code that comes with this status, each with its name: those
/// of the catalog, else one that is made of the examples of its values.
fn examples<C: Described>(
    code: C,
    status: Option<u16>,
) -> Vec<(String, ::utoipa::openapi::example::Example)> {
    let name = code.code().to_string();
    let documented = code.entry().examples().filter_map(|it| body_of(code, it));
    let mut bodies: Vec<(String, Json)> = documented.collect();
    if bodies.is_empty() {
        let made = ExampleOf::new(code, status);
        bodies.push((made.message.clone(), made.of(&body_shape::<C>())));
    }
    let described = code.entry().description().unwrap_or_default();
    let example = |(at, (summary, body)): (usize, (String, Json))| {
        let example = ::utoipa::openapi::example::ExampleBuilder::new()
            .summary(summary)
            .description(described)
            .value(Some(body))
            .build();
        let mut name = name.clone();
        if at > 0 {
            name.push(' ');
            name.push_str(&(at + 1).to_string());
        }
        (name, example)
    };
    bodies.into_iter().enumerate().map(example).collect()
}

/// The title and the body of an example, if that is a body with this code.
fn body_of<C: Described>(code: C, example: &Example) -> Option<(String, Json)> {
    let status = code.status().unwrap_or_default();
    let error = ApiError::<C>::from_parts(status, example.text.as_bytes());
    let body = error.json().filter(|_| error.code().known() == Some(code))?;
    Some((example.title.into(), body))
}

/// A body that is made as an example.
struct ExampleOf<C: Described> {
    code: C,
    status: Option<u16>,
    about: SentAbout<C>,
    details: Vec<Json>,
    message: String,
}

impl<C: Described> ExampleOf<C> {
    fn new(code: C, status: Option<u16>) -> Self {
        let details = details_of(code);
        let message = filled(code.message(), &details, shown);
        let mut about = Sent::of_code(code).about;
        about.user_message = about
            .user_message
            .map(|it| filled(&it, &details, shown));
        Self {
            code,
            status,
            about,
            details,
            message,
        }
    }

    fn of(&self, shape: &Json) -> Json {
        match shape {
            Json::Object(_) if role(shape).is_some() => {
                self.slot(shape).unwrap_or_default()
            }
            Json::Object(keys) => {
                let is = |wanted: &str| {
                    keys.values().any(|it| stands_for(it, wanted))
                };
                let mut object = JsonObject::new();
                if is("inline") {
                    object.extend(self.travelling("details"));
                }
                if is("code") {
                    object.extend(self.travelling("body"));
                }
                for (key, shape) in keys {
                    match role(shape) {
                        Some("inline") => {}
                        Some(_) => {
                            object.remove(key);
                            let value = self.slot(shape);
                            object.extend(value.map(|it| (key.clone(), it)));
                        }
                        None => {
                            object.insert(key.clone(), self.of(shape));
                        }
                    }
                }
                Json::Object(object)
            }
            Json::Array(items) => items.iter().map(|it| self.of(it)).collect(),
            constant => constant.clone(),
        }
    }

    /// What fills a slot; `None` where it is left out.
    fn slot(&self, slot: &Json) -> Option<Json> {
        let example = || example_of(slot);
        let absent = || {
            if is_set(slot, "optional") {
                return None;
            }
            let kind = kind_of_slot(slot);
            Some(
                match role(slot) {
                    _ if is_set(slot, "nullable") => Json::Null,
                    Some("type" | "title" | "user-message" | "doc-url") => {
                        Json::from("")
                    }
                    _ => sample(slot, kind),
                },
            )
        };
        let of_error = self
            .of_role(slot)
            .map(|it| match it {
                Json::Number(it) if kind_of(slot) == "string" => {
                    Json::from(it.to_string())
                }
                it => it,
            });
        of_error.or_else(example).or_else(absent)
    }

    /// What the error says of itself for a slot.
    fn of_role(&self, slot: &Json) -> Option<Json> {
        match role(slot)? {
            "code" => {
                let code = self.code.code().to_string();
                let value = |it: &Json| Some(sample(it, kind_of(it)));
                let spelt = filled(&code, &self.details, value);
                Some(code_json::<C>(&spelt, false))
            }
            "message" => Some(Json::from(self.message.as_str())),
            "details" => {
                let details: JsonObject = self.travelling("details").collect();
                let may_lack = is_set(slot, "optional") || is_set(slot, "nullable");
                let is_shown = !may_lack || !details.is_empty();
                is_shown.then_some(Json::Object(details))
            }
            "type" => self.about.parent().map(Json::from),
            "status" => self.status.map(Json::from),
            "code-number" => self.about.code_number().map(Json::from),
            "title" => self.about.title().map(Json::from),
            "user-message" => self.about.user_message().map(Json::from),
            "doc-url" => self.about.doc_url().map(Json::from),
            _ => None,
        }
    }

    /// The details that travel so, each with its value.
    fn travelling<'a>(
        &'a self,
        place: &'a str,
    ) -> impl Iterator<Item = (String, Json)> + 'a {
        samples(self.details.iter().filter(move |it| travels(it, place)))
    }
}

/// The values that have an example or are always there.
fn samples<'a>(
    values: impl Iterator<Item = &'a Json> + 'a,
) -> impl Iterator<Item = (String, Json)> + 'a {
    let shown = values
        .filter(|it| example_of(it).is_some() || !is_set(it, "optional"));
    shown.map(|it| (name_of(it).into(), sample(it, kind_of(it))))
}

/// The example of a value, else a value of its type.
fn sample(value: &Json, kind: &str) -> Json {
    if let Some(example) = example_of(value) {
        return example;
    }
    match kind {
        "string" => Json::from("string"),
        "integer" | "number" => Json::from(0),
        "boolean" => Json::from(false),
        "timestamp" if is_number_of_units(value) => Json::from(0),
        "timestamp" => Json::from("2026-01-01T00:00:00Z"),
        "array" => {
            let items = value.get("items").filter(|it| it.is_object());
            items.into_iter().map(|it| sample(it, kind_of(it))).collect()
        }
        _ => {
            let properties = value.get("properties").and_then(Json::as_array);
            Json::Object(samples(properties.into_iter().flatten()).collect())
        }
    }
}

/// A template with the values of its details; those without one stay as they
/// are written.
fn filled(
    template: &str,
    details: &[Json],
    value: fn(&Json) -> Option<Json>,
) -> String {
    let mut filled = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Literal(text) => filled.push_str(text),
            Piece::Placeholder(name) => {
                let detail = details.iter().find(|it| name_of(it) == name);
                match detail.and_then(value) {
                    Some(Json::String(text)) => filled.push_str(&text),
                    Some(json) => filled.push_str(&json.to_string()),
                    None => {
                        filled.push('{');
                        filled.push_str(name);
                        filled.push('}');
                    }
                }
            }
        }
    }
    filled
}

/// The example of a value.
fn example_of(value: &Json) -> Option<Json> {
    value.get("example").filter(|it| !it.is_null()).cloned()
}

/// What a message shows of a value.
fn shown(value: &Json) -> Option<Json> {
    if is_set(value, "sensitive") {
        return Some("[redacted]".into());
    }
    example_of(value)
}

/// The schema of a body with one of these codes.
///
/// It is that of each known code, told apart where their details differ, or of
/// a body with any code: servers gain codes, and no client should break on one.
fn schema_of<C: Described>(codes: &[C]) -> Schema {
    let mut groups: Vec<(&str, Vec<C>)> = Vec::new();
    for code in codes {
        let details = written_details(*code);
        match groups.iter_mut().find(|(of, _)| *of == details) {
            Some((_, codes)) => codes.push(*code),
            None => groups.push((details, Vec::from([*code]))),
        }
    }
    let any = BodySchema {
        codes,
        are: Codes::Some,
        details: &[],
    };
    if groups.iter().all(|(details, _)| *details == "[]") {
        return any.whole();
    }
    let known = groups
        .iter()
        .fold(
            OneOfBuilder::new(),
            |known, (details, codes)| {
                let details = ::serde_json::from_str::<Vec<Json>>(details);
                let body = BodySchema {
                    codes,
                    are: Codes::All,
                    details: &details.unwrap_or_default(),
                };
                known.item(body.whole())
            },
        );
    AnyOfBuilder::new().item(known).item(any.whole()).into()
}

/// Whether other codes may stand where these do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    All,
    Some,
}

/// The schema of a body that holds one of these codes.
struct BodySchema<'a, C> {
    codes: &'a [C],
    are: Codes,
    details: &'a [Json],
}

impl<C: Described> BodySchema<'_, C> {
    fn whole(&self) -> Schema {
        self.of(&body_shape::<C>())
    }

    fn of(&self, shape: &Json) -> Schema {
        match shape {
            Json::Object(_) if role(shape).is_some() => self.slot(shape),
            Json::Object(keys) => self.object(keys),
            Json::Array(items) => {
                let item = items.first().map_or_else(anything, |it| self.of(it));
                let items = ::utoipa::openapi::RefOr::T(item);
                let mut list = ArrayBuilder::new().items(items).build();
                list.min_items = Some(1);
                list.into()
            }
            constant => always(constant),
        }
    }

    /// An object; further keys may stand in any.
    fn object(&self, keys: &JsonObject) -> Schema {
        let is = |wanted: &str| keys.values().any(|it| stands_for(it, wanted));
        let mut object = ObjectBuilder::new();
        if is("inline") {
            object = with_details(object, self.details, "details");
        }
        if is("code") {
            object = with_details(object, self.details, "body");
        }
        let mut object = object.build();
        object.required.retain(|name| !keys.contains_key(name));
        for (key, shape) in keys {
            if role(shape) == Some("inline") {
                continue;
            }
            object.properties.insert(key.clone(), self.of(shape).into());
            if !is_set(shape, "optional") || self.is_there(shape) {
                object.required.push(key.clone());
            }
        }
        object.into()
    }

    /// Whether these codes always fill a slot: it is the one of the code, by which
    /// they are told apart, or that of details, and some of them are always there.
    fn is_there(&self, slot: &Json) -> bool {
        let is_always = |it: &Json| {
            travels(it, "details") && !is_set(it, "optional")
        };
        match role(slot) {
            Some("code") => self.are == Codes::All,
            Some("details") => self.details.iter().any(is_always),
            _ => false,
        }
    }

    fn slot(&self, slot: &Json) -> Schema {
        let schema = match role(slot) {
            Some("code") => self.code(slot),
            Some("type") => self.parent(slot),
            Some("details") => {
                let object = ObjectBuilder::new().description(about(slot));
                with_details(object, self.details, "details").into()
            }
            _ => value_schema(slot, kind_of_slot(slot)),
        };
        if is_set(slot, "nullable") && !self.is_there(slot) {
            let null = ObjectBuilder::new().schema_type(Type::Null);
            return AnyOfBuilder::new().item(schema).item(null).into();
        }
        schema
    }

    /// A code: these, with their further spellings, and perhaps any other.
    fn code(&self, slot: &Json) -> Schema {
        let in_text = slot.get("type").is_some_and(|it| it == "string");
        let mut known = Vec::new();
        let mut patterns = Vec::new();
        for code in self.codes {
            let entry = code.entry();
            let aliases = entry.tables.aliases.iter().filter(|it| it.1 == entry.row);
            let spelt = ::core::iter::once(entry.code())
                .chain(aliases.map(|it| it.0));
            for spelt in spelt.map(|it| it.to_string()) {
                if spelt.contains('{') {
                    patterns.push(pattern_of(&spelt));
                } else {
                    known.push(code_json::<C>(&spelt, in_text));
                }
            }
        }
        let is_number = known.iter().any(Json::is_number);
        let kind = if is_number { Type::Integer } else { Type::String };
        let of = |kind| ObjectBuilder::new().schema_type(kind);
        let mut schemas = Vec::new();
        if !known.is_empty() {
            schemas.push(of(kind.clone()).enum_values(Some(known)));
        }
        let of_pattern = |it| of(Type::String).pattern(Some::<String>(it));
        schemas.extend(patterns.into_iter().map(of_pattern));
        if self.are == Codes::Some {
            schemas.push(of(kind));
        }
        any_of(schemas, about(slot))
    }

    /// A type: those of these codes, and perhaps any other.
    fn parent(&self, slot: &Json) -> Schema {
        let mut ids: Vec<&str> = Vec::new();
        for parent in self.codes.iter().filter_map(|code| code.entry().parent()) {
            if !ids.contains(&parent.id) {
                ids.push(parent.id);
            }
        }
        let text = || ObjectBuilder::new().schema_type(Type::String);
        let known = text().enum_values(Some(ids.iter().copied()));
        let mut schemas = Vec::from([known, text()]);
        schemas.drain(..usize::from(ids.is_empty()));
        any_of(schemas, about(slot))
    }
}

/// Any of some schemas; where it is only one, that.
fn any_of(mut schemas: Vec<ObjectBuilder>, about: Option<String>) -> Schema {
    if schemas.len() > 1 {
        let any = schemas.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
        return any.description(about).into();
    }
    let only = schemas.pop().unwrap_or_default();
    only.description(about).into()
}

/// The shape of the body, as the catalog writes it.
fn body_shape<C: Described>() -> Json {
    let shape = C::catalog().envelope.map(::serde_json::from_str);
    shape.and_then(Result::ok).unwrap_or_default()
}

/// What fills a slot.
fn role(shape: &Json) -> Option<&str> {
    shape.get("$slot")?.as_str()
}

/// Whether a shape is this slot, or a list of it.
fn stands_for(shape: &Json, wanted: &str) -> bool {
    let item = shape.as_array().and_then(|it| it.first());
    role(item.unwrap_or(shape)) == Some(wanted)
}

fn is_set(value: &Json, flag: &str) -> bool {
    value.get(flag).and_then(Json::as_bool).unwrap_or(false)
}

/// The code of this spelling as it stands in a body.
fn code_json<C: Described>(spelt: &str, in_text: bool) -> Json {
    let number = spelt.parse().ok().filter(|it| C::from_number(*it).is_some());
    match number {
        Some(number) if !in_text => Json::from(number),
        _ => Json::from(spelt),
    }
}

/// A regular expression for the spellings of a variable code.
fn pattern_of(template: &str) -> String {
    let mut pattern = String::from("^");
    for piece in pieces(template) {
        match piece {
            Piece::Placeholder(_) => pattern.push_str(".+"),
            Piece::Literal(text) => {
                for it in text.chars() {
                    if "^$\\.*+?()[]{}|/".contains(it) {
                        pattern.push('\\');
                    }
                    pattern.push(it);
                }
            }
        }
    }
    pattern.push('$');
    pattern
}

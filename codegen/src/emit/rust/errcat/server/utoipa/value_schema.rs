/// The schema of a value: a detail, a part of one, or what fills a slot.
fn value_schema(value: &Json, kind: &str) -> Schema {
    match kind {
        "array" => {
            let items = value.get("items").filter(|it| it.is_object());
            let items = items
                .map_or_else(anything, |it| value_schema(it, kind_of(it)));
            ArrayBuilder::new()
                .items(::utoipa::openapi::RefOr::T(items))
                .description(about(value))
                .into()
        }
        "object" => {
            let properties = value.get("properties").and_then(Json::as_array);
            let object = ObjectBuilder::new().description(about(value));
            with_values(object, properties.into_iter().flatten()).into()
        }
        kind => plain_value(value, kind).description(about(value)).into(),
    }
}

/// The schema of a value that holds no others.
fn plain_value(value: &Json, kind: &str) -> ObjectBuilder {
    let (of, format) = match kind {
        "string" => (Type::String.into(), None),
        "integer" => (Type::Integer.into(), Some("int64")),
        "number" => (Type::Number.into(), Some("double")),
        "boolean" => (Type::Boolean.into(), None),
        "timestamp" if is_number_of_units(value) => (Type::Number.into(), None),
        "timestamp" => (Type::String.into(), Some("date-time")),
        _ => (SchemaType::AnyValue, None),
    };
    let format = format.map(|it| ::utoipa::openapi::SchemaFormat::Custom(it.into()));
    ObjectBuilder::new().schema_type(of).format(format).examples(example_of(value))
}

/// Whether a time is a number since 1970: its unit or its example says so.
fn is_number_of_units(value: &Json) -> bool {
    let of = |key| value.get(key).unwrap_or(&Json::Null);
    of("unit").is_string() || of("example").is_number()
}

/// An object with the details that travel so.
fn with_details(
    object: ObjectBuilder,
    details: &[Json],
    place: &str,
) -> ObjectBuilder {
    with_values(object, details.iter().filter(|it| travels(it, place)))
}

fn with_values<'a>(
    mut object: ObjectBuilder,
    values: impl Iterator<Item = &'a Json>,
) -> ObjectBuilder {
    for value in values {
        let name = name_of(value);
        object = object.property(name, value_schema(value, kind_of(value)));
        if !is_set(value, "optional") {
            object = object.required(name);
        }
    }
    object
}

/// What is always the same.
fn always(constant: &Json) -> Schema {
    let kind = match constant {
        Json::Null => Type::Null,
        Json::Bool(_) => Type::Boolean,
        Json::Number(_) => Type::Number,
        _ => Type::String,
    };
    let values = [constant.clone()];
    ObjectBuilder::new().schema_type(kind).enum_values(Some(values)).into()
}

fn anything() -> Schema {
    ObjectBuilder::new().schema_type(SchemaType::AnyValue).into()
}

fn name_of(detail: &Json) -> &str {
    detail.get("name").and_then(Json::as_str).unwrap_or_default()
}

fn kind_of(value: &Json) -> &str {
    value.get("type").and_then(Json::as_str).unwrap_or("any")
}

/// The type of what fills a slot: its own, else that of its role.
fn kind_of_slot(slot: &Json) -> &str {
    let own = slot.get("type").and_then(Json::as_str);
    own.unwrap_or_else(|| match role(slot).unwrap_or_default() {
        "code-number" | "status" | "integer" => "integer",
        "number" => "number",
        "boolean" => "boolean",
        "timestamp" => "timestamp",
        "any" | "details" | "inline" => "any",
        _ => "string",
    })
}

/// Whether a detail travels so.
fn travels(detail: &Json, place: &str) -> bool {
    detail.get("in").is_some_and(|it| it == place)
}

/// What is known about a value, in Markdown.
fn about(value: &Json) -> Option<String> {
    let text = |key| value.get(key).and_then(Json::as_str);
    let guess = "The document states no key for it; this one is a guess.";
    let guess = is_set(value, "inferred").then(|| guess.into());
    joined(&[text("description").map(plain), text("unit").map(unit_in_words), guess])
}

fn unit_in_words(unit: &str) -> String {
    let mut words = String::from("Unit: ");
    words.push_str(&plain(unit));
    words.push('.');
    words
}

/// What there is of some paragraphs.
fn joined(paragraphs: &[Option<String>]) -> Option<String> {
    let mut joined = String::new();
    for paragraph in paragraphs.iter().flatten() {
        joined.push_str(if joined.is_empty() { "" } else { "\n\n" });
        joined.push_str(paragraph);
    }
    Some(joined).filter(|it| !it.is_empty())
}

/// A text that is not in Markdown, where Markdown is read.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, it) in text.char_indices() {
        let begins = at == 0 && "#+-=~".contains(it);
        let numbers = at > 0 && at == digits && ".)".contains(it);
        if begins || numbers || "\\`*_[]<>&|~".contains(it) {
            plain.push('\\');
        }
        plain.push(it);
    }
    plain
}

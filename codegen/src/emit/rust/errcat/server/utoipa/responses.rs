/// One response for each status of these codes.
fn responses_of<C: Described>(codes: &[C]) -> ResponsesByStatus {
    let mut by_status = self::alloc::collections::BTreeMap::new();
    for code in codes {
        let statuses = code.statuses().iter().copied().map(Some);
        let none = if code.statuses().is_empty() { Some(None) } else { None };
        for status in statuses.chain(none) {
            let codes: &mut Vec<C> = by_status.entry(status).or_default();
            if !codes.contains(code) {
                codes.push(*code);
            }
        }
    }
    let responses = by_status
        .into_iter()
        .map(|(status, codes)| {
            let name = status.map_or_else(|| "default".into(), |it| it.to_string());
            (name, response(status, &codes).into())
        });
    responses.collect()
}

fn response<C: Described>(
    status: Option<u16>,
    codes: &[C],
) -> ::utoipa::openapi::Response {
    let examples = codes.iter().flat_map(|code| examples(*code, status));
    let content = ::utoipa::openapi::ContentBuilder::new()
        .schema(Some(schema_of(codes)))
        .examples_from_iter(examples)
        .build();
    let mut response = ::utoipa::openapi::ResponseBuilder::new()
        .description(description(status, codes))
        .content(C::catalog().media_type, content);
    for header in C::catalog().headers.iter().filter(|it| !it.in_request) {
        if codes.iter().any(|code| carries(*code, status, header.name)) {
            response = response.header(header.name, header_of(header));
        }
    }
    response.build()
}

/// What a status means, else what its only code does: a response has to say
/// something.
fn description<C: Described>(status: Option<u16>, codes: &[C]) -> String {
    let status = status.map(i32::from);
    let rows = tables_of::<C>();
    let described = rows.and_then(|it| it.row_fact(status, |row| row.description));
    let (phrase, message) = match codes {
        [code] => (code.entry().phrase(), code.message()),
        _ => (None, C::catalog().title),
    };
    let of_status = || rows?.row_fact(status, |row| row.reason);
    let phrase = phrase.or_else(of_status).map(plain);
    joined(&[phrase, described.map(String::from)]).unwrap_or_else(|| plain(message))
}

/// Whether responses with a code bear a header: the entry says so, its advice
/// points at it, or it is `Retry-After` and a server knows how long to wait.
fn carries<C: Described>(code: C, status: Option<u16>, header: &str) -> bool {
    let retry = status.map_or_else(|| code.retry(), |it| code.retry_with(it));
    let waits = retry.is_some_and(|it| it.is_retryable());
    let is_shown = |name| {
        code.entry()
            .details()
            .any(|it| it.path == name && !it.sensitive && it.kind != "timestamp")
    };
    let delay = match retry.and_then(|it| it.delay) {
        Some(Delay::Header(name)) => Some(name),
        Some(Delay::Seconds(_)) if waits => Some("Retry-After"),
        Some(Delay::Detail(name)) if waits && is_shown(name) => Some("Retry-After"),
        _ => None,
    };
    let place = match retry.and_then(|it| it.to) {
        Some(Place::Header(name)) => Some(name),
        _ => None,
    };
    let mut named = code.entry().headers().chain(delay).chain(place);
    named.any(|it| it.eq_ignore_ascii_case(header))
}

fn header_of(header: &HeaderInfo) -> ::utoipa::openapi::header::Header {
    let kind = match header.unit {
        Some(_) if header.name.eq_ignore_ascii_case("Retry-After") => Type::Integer,
        Some(_) => Type::Number,
        None => Type::String,
    };
    let unit = header.unit.map(unit_in_words);
    let described = header.description.map(String::from);
    ::utoipa::openapi::HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(kind)))
        .description(joined(&[described, unit]))
        .build()
}

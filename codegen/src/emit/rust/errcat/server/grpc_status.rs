impl<C: Enveloped> From<GrpcError<C>> for ::tonic::Status {
    fn from(error: GrpcError<C>) -> Self {
        use ::tonic_types::StatusExt as _;
        let (message, info) = fitted(&error);
        let mut details = Vec::from([::tonic_types::ErrorDetail::from(info)]);
        if error.delay.is_some() {
            details.push(::tonic_types::RetryInfo::new(error.delay).into());
        }
        Self::with_error_details_vec(error.grpc_code, message, details)
    }
}

/// The code of gRPC for an HTTP status, by the mapping of `google/rpc/code.proto`.
/// Of those that share a status there, it is the one that fits most errors; a
/// status that it does not name goes to the nearest in meaning. Never `Ok`: an
/// error that says so is no error to a client.
fn grpc_code(status: Option<i32>) -> ::tonic::Code {
    use ::tonic::Code;
    match status {
        Some(400 | 422) => Code::InvalidArgument,
        Some(401) => Code::Unauthenticated,
        Some(403) => Code::PermissionDenied,
        Some(404 | 410) => Code::NotFound,
        Some(408 | 504) => Code::DeadlineExceeded,
        Some(409) => Code::Aborted,
        Some(416) => Code::OutOfRange,
        Some(429) => Code::ResourceExhausted,
        Some(499) => Code::Cancelled,
        Some(501) => Code::Unimplemented,
        Some(502 | 503) => Code::Unavailable,
        Some(400..=499) => Code::FailedPrecondition,
        Some(500..=599) => Code::Internal,
        _ => Code::Unknown,
    }
}

/// The HTTP status of a code of gRPC, as `google/rpc/code.proto` has it.
fn http_status(code: ::tonic::Code) -> i32 {
    use ::tonic::Code;
    match code {
        Code::Ok => 200,
        Code::InvalidArgument | Code::FailedPrecondition | Code::OutOfRange => 400,
        Code::Unauthenticated => 401,
        Code::PermissionDenied => 403,
        Code::NotFound => 404,
        Code::AlreadyExists | Code::Aborted => 409,
        Code::ResourceExhausted => 429,
        Code::Cancelled => 499,
        Code::Unknown | Code::Internal | Code::DataLoss => 500,
        Code::Unimplemented => 501,
        Code::Unavailable => 503,
        Code::DeadlineExceeded => 504,
    }
}

/// The key of the code as it is spelt, where it can't be the reason. A detail of
/// this name does not travel.
const EXACT_CODE: &str = "catalog-code";

/// The reason of a code: the code itself, where it matches
/// `[A-Z][A-Z0-9_]+[A-Z0-9]` and has no more than 63 characters, as AIP-193 asks,
/// else what is left of it in such characters.
fn reason_of(code: &str) -> String {
    let is_reason = |text: &str| {
        let is_part = |it: u8| {
            it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_'
        };
        (3..=63).contains(&text.len()) && text.bytes().all(is_part)
            && text.starts_with(|it: char| it.is_ascii_uppercase())
            && !text.ends_with('_')
    };
    if is_reason(code) {
        return code.into();
    }
    let mut reason = String::from("CODE");
    let words = code.split(|it: char| !it.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        reason.push('_');
        reason.push_str(&word.to_ascii_uppercase());
    }
    let bare = reason.strip_prefix("CODE_").filter(|it| is_start(it));
    let reason: String = bare.unwrap_or(&reason).chars().take(63).collect();
    reason.trim_end_matches('_').into()
}

/// Whether a reason can begin so.
fn is_start(reason: &str) -> bool {
    reason.len() > 2 && reason.starts_with(|it: char| it.is_ascii_uppercase())
}

/// The code of the catalog that is spelt so.
fn known_code<C: Enveloped>(text: &str) -> Option<C> {
    let number = || text.parse().ok().and_then(C::from_number);
    C::from_text(text).or_else(number)
}

/// The code that a reason stands for, with its exact spelling beside it if it
/// has another one.
fn code_in<C: Enveloped>(
    reason: &str,
    exact: Option<&str>,
    ours: bool,
) -> WireCode<C> {
    let known = |text: &str| known_code::<C>(text).filter(|_| ours);
    let stands_for = |exact: &str| {
        let code = known(exact).map(|it| it.code().to_string());
        reason_of(code.as_deref().unwrap_or(exact)) == reason
    };
    let spelt = exact.filter(|it| stands_for(it)).unwrap_or(reason);
    match known(spelt) {
        Some(code) => WireCode::spelt_as(code, spelt.into()),
        None => {
            WireCode {
                code: unknown(spelt.into()),
                spelt: None,
            }
        }
    }
}

/// A value as text. What is text already stays as it is, unless it would be read
/// as another value of its type.
fn in_metadata(json: Json, kind: &str) -> String {
    match json {
        Json::String(text) if off_metadata(&text, kind) == text.as_str() => text,
        json => json.to_string(),
    }
}

/// The value that a text of the metadata stands for.
fn off_metadata(text: &str, kind: &str) -> Json {
    let json = || ::serde_json::from_str(text).ok();
    let json = if kind == "string" { None } else { json() };
    json.unwrap_or_else(|| Json::from(text))
}

/// The most bytes of headers that an error takes. Peers refuse more than 8 KiB,
/// and then nothing of an error is left.
const MOST_BYTES: usize = 7 * 1_024;

/// The most bytes of a message: it is sent twice, and as many as four for one.
const MOST_OF_MESSAGE: usize = 1_024;

/// What of an error fits into headers: its message, cut where it is too long,
/// and the values that there is room for, each whole.
fn fitted<C: Enveloped>(error: &GrpcError<C>) -> (String, ::tonic_types::ErrorInfo) {
    let spelt = error.code.spelt();
    let known = error.code().known().map(|it| it.code().to_string());
    let reason = reason_of(known.as_deref().unwrap_or(&spelt));
    let message = cut(&error.message, MOST_OF_MESSAGE);
    let domain = cut(&error.domain, 255);
    let shown = message
        .bytes()
        .map(|it| if it.is_ascii_alphanumeric() { 1 } else { 3 });
    let mut room = (MOST_BYTES - shown.sum::<usize>()) / 4 * 3;
    room = room.saturating_sub(message.len() + domain.len() + reason.len() + 256);
    let exact = (spelt != reason).then_some((EXACT_CODE, spelt.as_str()));
    let values = error.metadata().filter(|(key, _)| *key != EXACT_CODE);
    let fitting = exact
        .into_iter()
        .chain(values)
        .filter(|(key, value)| {
            let left = room.checked_sub(key.len() + value.len() + 16);
            room = left.unwrap_or(room);
            left.is_some()
        });
    let fitting = fitting.map(|(key, value)| (key.into(), value.into()));
    let mut info = ::tonic_types::ErrorInfo::new(reason, domain, []);
    info.metadata.extend(fitting);
    (message.into(), info)
}

/// As much of a text as takes no more than so many bytes.
fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

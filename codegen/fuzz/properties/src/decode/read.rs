//! A response as `serde_json` reads it, and as a client does.

use std::time::Duration;

use serde::de::IgnoredAny;
use serde_json::Value;

use super::api::errcat::{ApiError, Enveloped, Outcome};
use super::on_one_line;

/// 2026-03-07 12:00:00 UTC.
const NOW: Duration = Duration::from_secs(1_772_884_800);
/// No documented wait is longer than a year.
const YEAR: Duration = Duration::from_secs(366 * 86_400);

/// What a fuzzer makes up.
pub(super) struct Response<'a> {
    pub(super) status: u16,
    retry_after: &'a str,
    pub(super) body: &'a [u8],
}

impl<'a> Response<'a> {
    /// The response that these bytes stand for, if they are enough for one.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let (status, rest) = bytes.split_first_chunk()?;
        let end = rest.iter().position(|it| *it == b'\n')?;
        Some(Self {
            status: 200 + u16::from_le_bytes(*status) % 400,
            retry_after: std::str::from_utf8(&rest[..end]).ok()?,
            body: &rest[end + 1..],
        })
    }
}

/// What a reader that knows no catalog makes of a body.
pub(super) enum ByOthers {
    NoJson,
    /// JSON that `Value` can't hold: too deep, or with half of a surrogate pair.
    NoValue,
    Value(Value),
}

pub(super) fn by_others(body: &[u8]) -> ByOthers {
    match serde_json::from_slice(body) {
        Ok(value) => ByOthers::Value(value),
        Err(_) if serde_json::from_slice::<IgnoredAny>(body).is_ok() => ByOthers::NoValue,
        Err(_) => ByOthers::NoJson,
    }
}

/// Reads a response as a client of `C` does, whose code lies at `pointer`.
pub(super) fn read<C: Enveloped<Status = u16>>(
    response: &Response<'_>,
    by_others: &ByOthers,
    pointer: &str,
) -> ApiError<C> {
    let api = ApiError::from_parts(response.status, response.body);
    assert_eq!(api.body(), response.body);
    assert_eq!(api.status(), response.status);
    let is_broken = api.outcome() == Outcome::Broken;
    match by_others {
        ByOthers::NoJson => assert!(is_broken),
        ByOthers::Value(_) => assert!(!is_broken),
        // The code itself may be what nobody can read.
        ByOthers::NoValue => {}
    }
    if let ByOthers::Value(value) = by_others {
        assert_eq!(api.json().as_ref(), Some(value));
        let code = match value.pointer(pointer) {
            Some(Value::String(code)) => code.clone(),
            Some(Value::Number(number)) if number.is_f64() => {
                format!("{}", number.as_f64().unwrap_or(0.0))
            }
            Some(value @ (Value::Number(_) | Value::Bool(_) | Value::Null)) => value.to_string(),
            Some(Value::Array(_) | Value::Object(_)) | None => String::new(),
        };
        assert_eq!(api.code().to_string(), code);
    }
    on_one_line(&api);
    assert!(format!("{api:?}").len() < 1_000 + 12 * response.body.len());
    times_are_bounded(response, &api);
    for error in api.errors() {
        let _ = (error.field(), error.raw_details());
        assert!(format!("{error:?}").len() < 1_000 + 12 * response.body.len());
    }
    api
}

fn times_are_bounded<C: Enveloped>(response: &Response<'_>, api: &ApiError<C>) {
    for told in [None, Some(response.retry_after)] {
        let advice = api.advice(NOW, |name| told.filter(|_| name == "Retry-After"));
        assert!(advice.delay.is_none_or(|it| it <= YEAR), "{advice:?}");
    }
}

//! Errors as the responses that a server gives, and what a client makes of them.

use super::*;
use crate::api::errcat::{ApiError, ErrorResponse, Served};
use crate::api::{numbers, numbers_in_text, waits, words};

/// Reads a response as a client does, which must see what the server meant.
fn read_back<C: Served>(response: &ErrorResponse<C>) -> ApiError<C> {
    let api = ApiError::from_parts(response.status(), &response.to_json());
    assert_eq!(api.outcome(), Outcome::Known);
    assert_eq!(api.code().known(), Some(response.code()));
    assert_eq!(api.message(), Some(response.message()));
    let header = response.retry_after().map(|it| it.to_string());
    let told = api.advice(NOW, |name| {
        header.as_ref().filter(|_| name == "Retry-After")
    });
    let silent = api.advice(NOW, no_header);
    // Only a time of day can be told by the body alone.
    if told.is_retryable() && header.is_some() {
        let (told, silent) = (told.delay.expect("a header"), silent.delay);
        assert!(silent.is_none_or(|it| it <= told && told.abs_diff(it) <= Duration::from_secs(1)));
    }
    api
}

#[test]
fn every_code_is_a_response() {
    fn all<C: Served>()
    where
        ErrorResponse<C>: From<C>,
    {
        for code in C::ALL {
            let response = ErrorResponse::from(*code);
            read_back(&response);
            let status = code.status().filter(|it| *it >= 200).unwrap_or(500);
            assert_eq!(response.status(), status);
            assert_eq!(response.media_type(), C::catalog().media_type);
            let line = format!("{status} {}: {}", code.code(), code.message());
            assert_eq!(response.to_string(), line);
        }
    }
    all::<agentchat::ErrorCode>();
    all::<aicity::ErrorCode>();
    all::<remno::ErrorCode>();
    all::<parcel::ErrorCode>();
    all::<numbers::ErrorCode>();
    all::<numbers_in_text::ErrorCode>();
    all::<words::ErrorCode>();
    all::<waits::ErrorCode>();
}

#[test]
fn an_error_becomes_a_response_by_a_question_mark() {
    fn find(id: &str) -> Result<(), parcel::ErrorResponse> {
        if id == "p_1" {
            Err(parcel::ErrorCode::PickupTaken)?;
        }
        let (id, deleted_by) = (id.into(), Some(Sensitive::new("mallory".into())));
        Err(parcel::ParcelNotFound { id, deleted_by })?
    }
    let taken = find("p_1").expect_err("it is taken");
    assert_eq!(
        (taken.code(), taken.status()),
        (parcel::ErrorCode::PickupTaken, 409)
    );
    let mut lost = find("p_2\r\nSet-Cookie: a").expect_err("there is none");
    assert_eq!((lost.status(), lost.retry_after()), (410, None));
    assert_eq!(size_of_val(&lost), size_of::<usize>());
    lost.body_mut().meta.request_id = "r-1".into();
    let api = read_back(&lost);
    assert_eq!(api.request_id().as_deref(), Some("r-1"));
    let details = api
        .details::<parcel::ParcelNotFound>()
        .expect("its details");
    assert_eq!(
        details.deleted_by.map(Sensitive::into_exposed).as_deref(),
        Some("mallory")
    );
    let shown = format!("{lost} {lost:?} {lost:#?}");
    assert!(
        !shown.contains("mallory") && shown.contains("p_2\\r\\nSet-Cookie"),
        "{shown}"
    );
    assert_eq!(lost.to_string().lines().count(), 1);
}

/// The response of a full belt.
fn queued(wait: f64, shift: &str) -> waits::ErrorResponse {
    let shift = Some(shift.into());
    waits::BeltQueued { wait, shift }.into()
}

#[test]
fn the_wait_is_that_of_the_value_in_whole_seconds() {
    let wait = |it: f64| queued(it, "late").retry_after();
    let told = [0.0, 1.0, 1_000.0, 1_500.0, 4_999.999].map(wait);
    assert_eq!(told, [Some(0), Some(1), Some(1), Some(2), Some(5)]);
    let year = 366.0 * 86_400_000.0;
    assert_eq!(wait(year), Some(366 * 86_400));
    let told = [-1.0, f64::NAN, f64::INFINITY, 2.0 * year].map(wait);
    assert_eq!(told, [None; 4]);
    // A value tells the variant apart, and that has advice of its own.
    assert_eq!(queued(1.0, "night").retry_after(), Some(3_600));
    assert_eq!(queued(1.0, "none").retry_after(), None);
    for shift in ["late", "night", "none"] {
        let api = read_back(&queued(2_500.0, shift));
        assert!(api.details::<waits::BeltQueued>().is_ok());
    }
    let minutes = |minutes| words::ErrorResponse::from(words::ParcelLate { minutes });
    assert_eq!(minutes(Some(2)).retry_after(), Some(120));
    assert_eq!(minutes(None).retry_after(), None);
    let held = words::ErrorResponse::from(words::ParcelHeld { seconds: 30 });
    assert_eq!(held.retry_after(), Some(30));
}

#[test]
fn the_wait_may_stand_in_a_slot_or_nowhere() {
    let mut busy = waits::ErrorResponse::from(waits::ErrorCode::BeltBusy);
    assert_eq!(busy.retry_after(), None);
    busy.body_mut().minutes = Some(2);
    assert_eq!(busy.retry_after(), Some(120));
    let api = read_back(&busy);
    assert_eq!(
        api.advice(NOW, no_header).delay,
        Some(Duration::from_secs(120))
    );
    // What must stay out of logs stays out of headers.
    let held = waits::ErrorResponse::from(waits::BeltHeld { seconds: 3.into() });
    assert_eq!(held.retry_after(), None);
    let opens = waits::ErrorResponse::from(waits::BeltOpens { at: 9_u64.into() });
    assert_eq!(opens.retry_after(), None);
    let told = opens.with_retry_after(Duration::from_millis(60_001));
    assert_eq!(told.retry_after(), Some(61));
    let most = told.with_retry_after(Duration::MAX).retry_after();
    assert_eq!(most, Some(u64::MAX));
}

#[test]
fn the_wait_is_that_of_the_status_which_is_sent() {
    let jammed = || waits::ErrorResponse::from(waits::ErrorCode::BeltJammed);
    assert_eq!((jammed().status(), jammed().retry_after()), (500, None));
    let with = |status| {
        (
            jammed().with_status(status).status(),
            jammed().with_status(status).retry_after(),
        )
    };
    assert_eq!(with(502), (502, Some(7)));
    assert_eq!(with(429), (429, None));
    for status in [0, 100, 199, 1_000, u16::MAX] {
        assert_eq!(with(status), (500, None));
    }
    assert_eq!(with(999).0, 999);
    let waited = jammed()
        .with_status(429)
        .with_retry_after(Duration::from_secs(9));
    let header = waited.retry_after().map(|it| it.to_string());
    let advice = read_back(&waited).advice(NOW, |_| header.as_ref());
    assert_eq!(advice.delay, Some(Duration::from_secs(9)));
}

#[test]
fn the_header_has_the_unit_that_the_catalog_declares() {
    let slow = numbers::ErrorResponse::from(numbers::SlowDown { limit: 5 });
    let slow = slow.with_retry_after(Duration::from_micros(1_500_001));
    assert_eq!(slow.retry_after(), Some(1_501));
    let header = slow.retry_after().map(|it| it.to_string());
    let advice = read_back(&slow).advice(NOW, |_| header.as_ref());
    assert_eq!(advice.delay, Some(Duration::from_millis(1_501)));
}

#[test]
fn a_number_is_the_one_that_is_meant_however_it_is_written() {
    let action = |body: &str| {
        let api = waits::ApiError::from_parts(503, body.as_bytes());
        api.advice(Duration::ZERO, |_| None::<&str>).action
    };
    let sent = ErrorResponse::from(waits::BeltSlow { level: 5.0 });
    let sent = String::from_utf8(sent.to_json()).expect("JSON is text");
    for level in ["5", "5.0", "\"5\""] {
        let body = format!(r#"{{"code":"BELT_SLOW","details":{{"level":{level}}}}}"#);
        assert_eq!(action(&body), Some(Action::Stop), "{body}");
    }
    assert_eq!(action(&sent), Some(Action::Stop), "{sent}");
    for level in ["6", "\"five\"", "true"] {
        let body = format!(r#"{{"code":"BELT_SLOW","details":{{"level":{level}}}}}"#);
        assert_eq!(action(&body), Some(Action::Backoff), "{body}");
    }
}

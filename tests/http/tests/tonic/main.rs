//! The switch `tonic` against the real `tonic` and `tonic-types`: every error of
//! every catalog as a status, through the headers of HTTP/2, and back.

mod api {
    include!(concat!(env!("OUT_DIR"), "/tonic/generated/rust/mod.rs"));
}

mod hostile;
mod loopback;

use std::time::Duration;

use api::errcat::{Action, Details, Enveloped, GrpcError, Problem};
use api::{agentchat, field_errors, hostile as odd, multi_error, parcel, twins, typed, variable};
use serde_json::json;
use tonic::codegen::http::HeaderMap;
use tonic::{Code, Status};
use tonic_types::{ErrorInfo, StatusExt as _};

/// 2026-03-07, 12:00.
const NOW: Duration = Duration::from_secs(1_772_884_800);

/// What a client gets of a status: its headers, which no peer refuses.
fn received(status: &Status) -> Status {
    let mut headers = HeaderMap::new();
    status.add_header(&mut headers).expect("headers");
    let size: usize = headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len() + 32)
        .sum();
    assert!(size <= 8 * 1_024, "{size} bytes");
    Status::from_header_map(&headers).expect("a status")
}

fn is_reason(text: &str) -> bool {
    let is_part = |it: char| it.is_ascii_uppercase() || it.is_ascii_digit() || it == '_';
    (3..=63).contains(&text.len())
        && text.starts_with(|it: char| it.is_ascii_uppercase())
        && text.chars().all(is_part)
        && !text.ends_with('_')
}

/// The code of gRPC that has this HTTP status in `google/rpc/code.proto`, where
/// exactly one has.
fn only_code_of(status: i32) -> Option<Code> {
    Some(match status {
        401 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 => Code::NotFound,
        429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        501 => Code::Unimplemented,
        503 => Code::Unavailable,
        504 => Code::DeadlineExceeded,
        _ => return None,
    })
}

/// A code without details arrives as what it was.
fn arrives<C: Enveloped + Into<Status>>(code: C) {
    let status = received(&code.into());
    let info = status.get_details_error_info().expect("an ErrorInfo");
    assert!(is_reason(&info.reason), "{}", info.reason);
    assert_eq!(info.domain, C::catalog().id);
    assert_ne!(status.code(), Code::Ok);
    let only = code.status().and_then(|it| only_code_of(it.into()));
    assert!(only.is_none_or(|only| only == status.code()), "{code}");
    let error = GrpcError::<C>::from(&status);
    assert_eq!(error.code().known(), Some(code));
    assert_eq!(error.message(), code.message());
    let advice = error.advice(NOW);
    let documented = code.retry();
    assert_eq!(advice.action, documented.map(|it| it.action));
    assert_eq!(advice.attempts, documented.and_then(|it| it.attempts));
}

#[test]
fn every_error_of_every_catalog() {
    macro_rules! all {
        ($($catalog:ident)*) => {$(
            for code in api::$catalog::ErrorCode::ALL {
                arrives(*code);
            }
        )*};
    }
    all!(agentchat aicity remno parcel field_errors multi_error twins typed variable hostile);
}

#[test]
fn details_stand_in_the_metadata() {
    let status: Status = agentchat::InboxRestricted {
        handle: "alice".into(),
    }
    .into();
    assert_eq!(status.code(), Code::PermissionDenied);
    let info = received(&status)
        .get_details_error_info()
        .expect("an ErrorInfo");
    assert_eq!(
        (&*info.reason, &*info.domain),
        ("INBOX_RESTRICTED", "agentchat")
    );
    assert_eq!(info.metadata["handle"], "alice");
    assert_eq!(info.metadata.len(), 1);
}

/// Details arrive as what they were.
fn round_trip<T>(details: &T) -> Status
where
    T: Details + Clone + PartialEq + core::fmt::Debug + core::fmt::Display + Into<Status>,
    T::Code: Enveloped,
{
    let status = received(&details.clone().into());
    let error = GrpcError::<T::Code>::from(&status);
    assert_eq!(error.code().known(), Some(T::CODE));
    assert_eq!(error.message(), details.to_string());
    assert_eq!(error.details::<T>().as_ref(), Ok(details));
    status
}

#[test]
fn details_of_all_types_come_back() {
    round_trip(&agentchat::GroupDeleted {
        deleted_by: "bob".into(),
        deleted_at: 1_772_884_800.into(),
    });
    round_trip(&agentchat::GroupDeleted {
        deleted_by: "bob".into(),
        deleted_at: "1772884800".into(),
    });
    for fields in [
        json!("7"),
        json!(7),
        json!("\"7\""),
        json!(null),
        json!({"to": [1, "x"]}),
    ] {
        round_trip(&agentchat::ValidationError { fields });
    }
    round_trip(&parcel::ParcelRejected {
        limit: Some(30.5),
        reason: Some("true".into()),
        boxes: Some(vec![parcel::ParcelRejectedBoxes { size: -3 }]),
    });
    round_trip(&parcel::ParcelRejected::default());
    round_trip(&twins::MalformedSignal { arms: vec![45, 90] });
    round_trip(&multi_error::MarginTooNarrow { page: 7 });
    round_trip(&typed::CardRefused {
        decline_code: Some("stolen".into()),
    });
}

#[test]
fn a_reason_is_constant_and_the_exact_code_stands_beside_it() {
    let reason = |status: &Status| {
        let info = status.get_details_error_info().expect("an ErrorInfo");
        let exact = info.metadata.get("catalog-code").cloned();
        (info.reason, exact.unwrap_or_default())
    };
    let part = |reason: &str, exact: &str| (reason.to_owned(), exact.to_owned());
    let slow = round_trip(&parcel::SlowDown { seconds: Some(30) });
    assert_eq!(reason(&slow), part("SLOW_DOWN_SECONDS", "SLOW_DOWN_30"));
    let slow = round_trip(&parcel::SlowDown { seconds: None });
    assert_eq!(reason(&slow), part("SLOW_DOWN_SECONDS", "SLOW_DOWN"));
    let feather = round_trip(&variable::Feather {
        colour: "GREY".into(),
        size: 5,
    });
    assert_eq!(
        reason(&feather),
        part("FEATHER_COLOUR_SIZE", "FEATHER_GREY__5")
    );
    let form: Status = field_errors::ErrorCode::FormNotFound.into();
    assert_eq!(reason(&form), part("CODE_20404", "20404"));
    let card: Status = typed::ErrorCode::CardExpired.into();
    assert_eq!(reason(&card), part("CARD_EXPIRED", "card_expired"));
    let odd = |code: odd::ErrorCode| reason(&code.into());
    assert_eq!(
        odd(odd::ErrorCode::Declined),
        part("CARD_DECLINED_AGAIN", "card.declined-again")
    );
    assert_eq!(odd(odd::ErrorCode::Size), part("GR_E", "größe"));
    assert_eq!(odd(odd::ErrorCode::Dash), part("CODE", "-"));
    assert_eq!(odd(odd::ErrorCode::One), part("CODE_A", "A"));
    assert_eq!(odd(odd::ErrorCode::Lives), part("CODE_9LIVES", "9LIVES"));
    assert_eq!(odd(odd::ErrorCode::Under), part("UNDER", "_UNDER_"));
    let parcel: Status = parcel::ErrorCode::ParcelMoved.into();
    assert_eq!(reason(&parcel), part("PARCEL_MOVED", ""));
}

#[test]
fn a_stated_delay_is_retry_info() {
    let delay = |status: &Status| {
        let info = received(status).get_details_retry_info();
        info.and_then(|it| it.retry_delay)
    };
    let slow: Status = parcel::SlowDown { seconds: Some(30) }.into();
    assert_eq!(delay(&slow), Some(Duration::from_secs(30)));
    let error = parcel::GrpcError::from(&slow);
    let advice = error.advice(NOW);
    assert_eq!(advice.action, Some(Action::Wait));
    assert_eq!(advice.delay, Some(Duration::from_secs(30)));
    // The document tells of a header, whose value the server has to say.
    let code = agentchat::ErrorCode::RateLimited;
    assert_eq!(delay(&code.into()), None);
    let status = agentchat::GrpcError::of_code(code).with_delay(Duration::from_millis(1_500));
    let status = Status::from(status);
    assert_eq!(delay(&status), Some(Duration::from_millis(1_500)));
    let advice = agentchat::GrpcError::from(&status).advice(NOW);
    assert_eq!(advice.delay, Some(Duration::from_millis(1_500)));
    // What must not be sent again has no delay.
    let moved: Status = parcel::ErrorCode::ParcelNotFound.into();
    assert_eq!(delay(&moved), None);
}

#[test]
fn a_response_of_http_is_a_status_too() {
    let response = parcel::ErrorResponse::from(parcel::ParcelMoved {
        region: "eu".into(),
    });
    let response = response
        .with_status(503)
        .with_retry_after(Duration::from_secs(9));
    let error = parcel::GrpcError::from(&received(&response.into()));
    assert_eq!(error.grpc_code(), Code::Unavailable);
    assert_eq!(error.delay(), Some(Duration::from_secs(9)));
    let moved = error.details::<parcel::ParcelMoved>().expect("details");
    assert_eq!(moved.region, "eu");
    let slow = parcel::SlowDown { seconds: Some(30) };
    let status = Status::from(parcel::ErrorResponse::from(slow.clone()));
    let direct = Status::from(slow);
    let shown = |status: &Status| format!("{:?}", parcel::GrpcError::from(status));
    assert_eq!(shown(&status), shown(&direct));
}

#[test]
fn the_advice_of_a_variant_counts() {
    let advice = |decline_code: Option<&str>| {
        let status: Status = typed::CardRefused {
            decline_code: decline_code.map(Into::into),
        }
        .into();
        typed::GrpcError::from(&received(&status))
            .advice(NOW)
            .action
    };
    assert_eq!(advice(Some("stolen")), Some(Action::Stop));
    assert_eq!(advice(Some("try_later")), Some(Action::Backoff));
    assert_eq!(advice(None), Some(Action::Act));
}

#[test]
fn a_server_may_state_another_code_and_domain() {
    let error = parcel::GrpcError::of_code(parcel::ErrorCode::PickupTaken)
        .with_grpc_code(Code::AlreadyExists)
        .with_domain("parcel.example");
    let status = received(&error.into());
    assert_eq!(status.code(), Code::AlreadyExists);
    let elsewhere = parcel::GrpcError::from_status(&status);
    assert_eq!(elsewhere.code().known(), None);
    assert_eq!(elsewhere.domain(), "parcel.example");
    let error = parcel::GrpcError::from_status_in("parcel.example", &status);
    assert_eq!(error.code().known(), Some(parcel::ErrorCode::PickupTaken));
}

#[test]
fn details_of_others_are_read_where_they_stand_in_the_code() {
    let info = ErrorInfo::new("SLOW_DOWN_30", "parcel", []);
    let status =
        Status::with_error_details_vec(Code::ResourceExhausted, "Too many.", vec![info.into()]);
    let error = parcel::GrpcError::from(&status);
    let details = error.details::<parcel::SlowDown>().expect("details");
    assert_eq!(details.seconds, Some(30));
    let other = error.details::<parcel::ParcelMoved>();
    assert_eq!(other.map_err(|it| it.problem()), Err(Problem::OtherCode));
}

//! Statuses that no server of the catalog sends, and values that do not fit.

use std::collections::HashMap;
use std::time::Duration;

use tonic::{Code, Status};
use tonic_types::{ErrorInfo, RetryInfo, StatusExt as _};

use super::api::errcat::{Action, Basis, Problem};
use super::api::{agentchat, hostile as odd, parcel};
use super::{NOW, received, round_trip};

fn with_info(info: ErrorInfo) -> Status {
    Status::with_error_details_vec(Code::NotFound, "m", vec![info.into()])
}

fn info<const N: usize>(reason: &str, metadata: [(&str, &str); N]) -> ErrorInfo {
    let owned = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
    let metadata: HashMap<String, String> = metadata.into_iter().map(owned).collect();
    ErrorInfo::new(reason, "parcel", metadata)
}

#[test]
fn hostile_values_come_back() {
    for text in [
        "",
        "{id}{x} {{ %s %2F",
        "\0\r\n\u{1b}[31m\u{202e}\u{2028}",
        "größe 日本語 \u{1f4e6}",
        "\"}, \"code\": \"OTHER\"",
        "null",
        "30",
        "true",
    ] {
        round_trip(&parcel::ParcelNotFound {
            id: text.into(),
            deleted_by: Some(text.to_owned().into()),
        });
        round_trip(&parcel::ParcelMoved {
            region: text.into(),
        });
    }
}

#[test]
fn a_detail_may_be_called_like_our_key() {
    let long = odd::Long {
        text: "x".into(),
        a_b: Some(1.5),
        catalog_code: None,
    };
    round_trip(&long);
    let named = odd::Long {
        catalog_code: Some("A".into()),
        ..long.clone()
    };
    let error = odd::GrpcError::from(&received(&named.into()));
    assert_eq!(error.code().known(), Some(odd::ErrorCode::Long));
    assert_eq!(error.details::<odd::Long>(), Ok(long));
}

#[test]
fn what_is_too_long_is_left_out_whole() {
    for text in ["x", "é", "\u{1f4e6}", "%", "\0"] {
        let long = text.repeat(10_000_000 / text.len());
        let status: Status = parcel::ParcelNotFound {
            id: long.clone(),
            deleted_by: Some("bob".to_owned().into()),
        }
        .into();
        let error = parcel::GrpcError::from(&received(&status));
        assert_eq!(
            error.code().known(),
            Some(parcel::ErrorCode::ParcelNotFound)
        );
        let cut = format!("No parcel has the ID {long}");
        assert!(error.message().len() > 1_000 && cut.starts_with(error.message()));
        let read = error.details::<parcel::ParcelNotFound>();
        let problem = read.map_err(|it| (it.problem(), it.path().to_owned()));
        assert_eq!(problem, Err((Problem::Missing, "id".to_owned())));
        let kept: Vec<_> = error.metadata().collect();
        assert_eq!(kept, [("deleted_by", "bob")]);
    }
}

#[test]
fn a_domain_without_end_is_cut() {
    let code = parcel::ErrorCode::PickupTaken;
    let error = parcel::GrpcError::of_code(code).with_domain("ü".repeat(1_000_000));
    let status = received(&error.into());
    let info = status.get_details_error_info().expect("an ErrorInfo");
    assert_eq!(info.domain, "ü".repeat(127));
}

#[test]
fn an_unknown_reason_is_kept() {
    for reason in [
        "",
        "NEW_CODE",
        "parcel_not_found",
        "\0\u{202e}",
        &"X".repeat(5_000),
    ] {
        let error = parcel::GrpcError::from(&with_info(info(reason, [])));
        assert_eq!(error.code().known(), None);
        let parcel::AnyCode::Unknown(code) = error.code() else {
            panic!("{reason} is not known");
        };
        assert_eq!(code.as_str(), reason);
        assert!(!error.to_string().contains(['\0', '\u{202e}']));
    }
}

#[test]
fn an_exact_code_has_to_fit_its_reason() {
    let code = |reason, exact| {
        let error = parcel::GrpcError::from(&with_info(info(reason, [("catalog-code", exact)])));
        (error.code().known(), error.code().to_string())
    };
    let moved = Some(parcel::ErrorCode::ParcelMoved);
    assert_eq!(code("PARCEL_MOVED", "PICKUP_TAKEN").0, moved);
    assert_eq!(code("PARCEL_MOVED", "\0").0, moved);
    assert_eq!(
        code("CARD_LOST", "card.lost"),
        (None, "card.lost".to_owned())
    );
    let slow = Some(parcel::ErrorCode::SlowDown);
    assert_eq!(code("SLOW_DOWN_SECONDS", "SLOW_DOWN_7").0, slow);
}

#[test]
fn broken_details_leave_the_rest() {
    let mut bytes = received(&with_info(info("PARCEL_MOVED", [("region", "eu")])))
        .details()
        .to_vec();
    for end in 0..bytes.len() {
        let status = Status::with_details(Code::NotFound, "m", bytes[..end].to_vec().into());
        let error = parcel::GrpcError::from(&status);
        assert_eq!((error.grpc_code(), error.message()), (Code::NotFound, "m"));
        assert_eq!(error.code().known(), None);
        assert!(error.details::<parcel::ParcelMoved>().is_err());
    }
    for at in 0..bytes.len() {
        bytes[at] ^= 0xff;
        let status = Status::with_details(Code::NotFound, "m", bytes.clone().into());
        let error = parcel::GrpcError::from(&status);
        assert_eq!(error.message(), "m");
        let known = error.code().known();
        assert!(known.is_none_or(|it| it == parcel::ErrorCode::ParcelMoved));
        bytes[at] ^= 0xff;
    }
}

#[test]
fn a_status_of_another_kind_takes_its_advice_from_the_table() {
    let error = parcel::GrpcError::from(&Status::unavailable("connection reset"));
    assert_eq!(error.code().to_string(), "");
    let advice = error.advice(NOW);
    assert_eq!(advice.action, Some(Action::Backoff));
    assert_eq!(advice.basis, Some(Basis::Status));
    assert_eq!(advice.attempts, Some(3));
    assert_eq!(
        error.to_string(),
        "Unavailable without a code: connection reset"
    );
}

#[test]
fn a_delay_is_bounded() {
    for (stated, delay) in [(0, Some(0)), (90, Some(90)), (u64::MAX, None)] {
        let retry = RetryInfo::new(Some(Duration::from_secs(stated)));
        let details = vec![info("PICKUP_TAKEN", []).into(), retry.into()];
        let status = Status::with_error_details_vec(Code::Aborted, "m", details);
        let error = parcel::GrpcError::from(&status);
        assert_eq!(error.delay(), delay.map(Duration::from_secs));
    }
}

#[test]
fn wrong_values_say_where() {
    let metadata = [("boxes", r#"[{"size": "x"}]"#), ("reason", "[1]")];
    let error = parcel::GrpcError::from(&with_info(info("PARCEL_REJECTED", metadata)));
    let wrong = error.details::<parcel::ParcelRejected>();
    let wrong = wrong.map_err(|it| it.to_string());
    let told = "`boxes.0.size` is not a whole number of 64 bits";
    assert_eq!(wrong, Err(told.to_owned()));
    let deep = "[".repeat(100_000);
    let metadata = [("boxes", deep.as_str())];
    let error = parcel::GrpcError::from(&with_info(info("PARCEL_REJECTED", metadata)));
    assert!(error.details::<parcel::ParcelRejected>().is_err());
}

#[test]
fn values_stay_out_of_logs() {
    let status: Status = parcel::ParcelNotFound {
        id: "p_1".into(),
        deleted_by: Some("mallory".to_owned().into()),
    }
    .into();
    let error = parcel::GrpcError::from(&status);
    assert!(!format!("{error:?} {error}").contains("mallory"));
    let details = error.details::<parcel::ParcelNotFound>().expect("details");
    let deleter = details
        .deleted_by
        .map(super::api::errcat::Sensitive::into_exposed);
    assert_eq!(deleter.as_deref(), Some("mallory"));
    let told = agentchat::GrpcError::of_code(agentchat::ErrorCode::RateLimited).to_string();
    assert!(
        told.starts_with("ResourceExhausted RATE_LIMITED: "),
        "{told}"
    );
}

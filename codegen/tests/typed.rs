//! What the switch `typed` adds, used as a server and as a client would. The
//! modules are those of the shipped catalogs and of the golden case that has
//! every key; another test holds them against what errcat writes.

mod api {
    include!("typed/expected/rust/mod.rs");
}

use core::time::Duration;

use api::errcat::{Action, Details, Outcome, Problem, Request, Sensitive};
use api::{agentchat, aicity, parcel, remno};
use serde_json::{Value, json};

const NOW: Duration = Duration::from_secs(1_772_884_800);

fn written(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("a body is JSON")
}

fn no_header(_: &str) -> Option<&'static str> {
    None
}

/// Sends each error of a catalog and reads it back: those with details from
/// their structs, the others from their codes.
macro_rules! round_trips {
    ($test:ident, $catalog:ident, $typed:expr) => {
        #[test]
        fn $test() {
            use $catalog::{ApiError, Envelope, ErrorCode};
            #[allow(dead_code, reason = "the errors of one catalog have no details")]
            fn sent<T>(typed: T) -> ErrorCode
            where
                T: Details<Code = ErrorCode> + Clone + PartialEq + core::fmt::Debug,
                T: core::fmt::Display,
            {
                let message = typed.to_string();
                let body = written(&Envelope::from(typed.clone()));
                let read: Envelope = serde_json::from_value(body.clone()).expect("an envelope");
                assert_eq!(written(&read), body);
                let api = ApiError::from_parts(400, body.to_string().as_bytes());
                assert_eq!(api.outcome(), Outcome::Known);
                assert_eq!(api.code().known(), Some(T::CODE));
                assert_eq!(api.message(), Some(message.as_str()));
                assert_eq!(api.details::<T>().as_ref(), Ok(&typed));
                T::CODE
            }
            let typed: &[ErrorCode] = &$typed;
            for code in ErrorCode::ALL {
                let has_struct = code.entry().details().next().is_some();
                assert_eq!(typed.contains(code), has_struct, "{code}");
                if has_struct {
                    continue;
                }
                let envelope = Envelope::from(*code);
                let body = written(&envelope).to_string();
                assert_eq!(
                    serde_json::from_str::<Envelope>(&body).expect("an envelope"),
                    envelope
                );
                let api = ApiError::from_parts(code.status(), body.as_bytes());
                assert_eq!(api.code().known(), Some(*code));
                assert_eq!(api.message(), Some(code.message()));
                assert_eq!(api.outcome(), Outcome::Known);
            }
        }
    };
}

#[path = "typed/problem.rs"]
mod problem;
#[path = "typed/response.rs"]
mod response;
#[path = "typed/wire.rs"]
mod wire;

round_trips!(
    every_error_of_agentchat,
    agentchat,
    [
        sent(agentchat::InboxRestricted {
            handle: "alice".into()
        }),
        sent(agentchat::GroupDeleted {
            deleted_by: "bob".into(),
            deleted_at: "2026-03-07T12:00:00Z".into(),
        }),
        sent(agentchat::ValidationError {
            fields: json!({"to": ["is required"]})
        }),
    ]
);
round_trips!(
    every_error_of_aicity,
    aicity,
    [
        sent(aicity::ValidationError {
            fields: json!(["name"])
        }),
        sent(aicity::InsufficientBalance {
            required: 500,
            available: 200
        }),
    ]
);
round_trips!(every_error_of_remno, remno, []);
round_trips!(
    every_error_of_parcel,
    parcel,
    [
        sent(parcel::ParcelNotFound {
            id: "p_1".into(),
            deleted_by: Some(Sensitive::new("mallory".into())),
        }),
        sent(parcel::ParcelNotFound {
            id: "{id}".into(),
            deleted_by: None
        }),
        sent(parcel::ParcelRejected {
            limit: Some(30.5),
            ..Default::default()
        }),
        sent(parcel::ParcelRejected {
            limit: None,
            reason: Some("embargo".into()),
            boxes: Some(vec![parcel::ParcelRejectedBoxes { size: 3 }]),
        }),
        sent(parcel::SlowDown { seconds: Some(30) }),
        sent(parcel::SlowDown { seconds: None }),
        sent(parcel::ParcelMoved {
            region: "north".into()
        }),
    ]
);

#[test]
fn bodies_have_exactly_the_documented_shape() {
    let body = agentchat::Envelope::from(agentchat::InboxRestricted {
        handle: "alice".into(),
    });
    let message = "The recipient accepts messages only from contacts.";
    let error =
        json!({"code": "INBOX_RESTRICTED", "message": message, "details": {"handle": "alice"}});
    assert_eq!(written(&body), json!({"error": error}));
    let body = agentchat::Envelope::from(agentchat::ErrorCode::Blocked);
    assert_eq!(
        written(&body)["error"]
            .as_object()
            .expect("an object")
            .len(),
        2
    );

    let mut body = remno::Envelope::from(remno::ErrorCode::ValidationError);
    body.meta.request_id = "r-1".into();
    body.meta.timestamp = "2026-03-07T12:00:00.000Z".into();
    body.errors[0].field = Some("email".into());
    body.errors.push(
        remno::Envelope::from(remno::ErrorCode::NotFound)
            .errors
            .remove(0),
    );
    let text = serde_json::to_string(&body).expect("a body is JSON");
    assert_eq!(
        text,
        "{\"data\":null,\"meta\":{\"requestId\":\"r-1\",\"timestamp\":\"2026-03-07T12:00:00.000Z\"},\
         \"errors\":[{\"code\":\"VALIDATION_ERROR\",\"message\":\"The request body does not match the schema.\",\
         \"field\":\"email\"},{\"code\":\"NOT_FOUND\",\"message\":\"There is no such resource.\"}]}"
    );
    assert_eq!(
        serde_json::from_str::<remno::Envelope>(&text).expect("an envelope"),
        body
    );

    let body = written(&aicity::Envelope::from(aicity::ErrorCode::InternalError));
    assert_eq!(
        (&body["success"], &body["error"]["details"]),
        (&json!(false), &json!({}))
    );
    let body = written(&parcel::Envelope::from(parcel::SlowDown {
        seconds: Some(30),
    }));
    assert_eq!(body["error"]["code"], "SLOW_DOWN_30");
    let body = written(&parcel::Envelope::from(parcel::SlowDown { seconds: None }));
    assert_eq!(body["error"]["code"], "SLOW_DOWN");
    let body = parcel::ParcelNotFound {
        id: "p_1".into(),
        deleted_by: Some(Sensitive::new("m".into())),
    };
    assert_eq!(
        written(&parcel::Envelope::from(body))["error"]["deleted_by"],
        "m"
    );
}

#[test]
fn constants_are_read_whatever_they_are_and_slots_are_not() {
    let error = json!({"code": "INTERNAL_ERROR", "message": "", "details": {}});
    for body in [
        json!({"success": true, "error": error}),
        json!({"error": error, "more": 1}),
    ] {
        let read: aicity::Envelope = serde_json::from_value(body).expect("an envelope");
        assert_eq!(written(&read)["success"], false);
    }
    let no_code = json!({"success": false, "error": {"message": "", "details": {}}});
    let told = serde_json::from_value::<aicity::Envelope>(no_code).expect_err("it lacks the code");
    assert_eq!(told.to_string(), "missing field `code`");
    let null = json!({"error": {"code": "BLOCKED", "message": "", "details": null}});
    let read: agentchat::Envelope = serde_json::from_value(null).expect("an envelope");
    assert_eq!(read.error.details, None);
}

#[test]
fn several_errors_of_a_response_are_all_at_hand() {
    let body = br#"{"data":null,"meta":{"requestId":"r-1","timestamp":"t"},"errors":[
        {"code":"VALIDATION_ERROR","message":"email is required","field":"email"},
        7, {"code":"NEWER","message":"a later one"}, 7, null]}"#;
    let api = remno::ApiError::from_parts(400, body);
    let seen: Vec<_> = api
        .errors()
        .map(|it| (it.code().known(), it.message(), it.field()))
        .collect();
    let first = (
        Some(remno::ErrorCode::ValidationError),
        Some("email is required"),
        Some("email".to_owned()),
    );
    assert_eq!(
        seen,
        [first, (None, None, None), (None, Some("a later one"), None)]
    );
    assert_eq!(api.request_id().as_deref(), Some("r-1"));
    assert_eq!(api.to_string(), "400 VALIDATION_ERROR: email is required");
    let empty = remno::ApiError::from_parts(400, br#"{"errors":[]}"#);
    assert_eq!(
        (empty.errors().count(), empty.outcome()),
        (1, Outcome::Unknown)
    );
    let numbers = format!(r#"{{"errors":[{}7]}}"#, "7,".repeat(5_000));
    let objects = format!(r#"{{"errors":[{}{{}}]}}"#, "{},".repeat(5_000));
    for (body, errors) in [(numbers, 1), (objects, 1_024)] {
        let api = remno::ApiError::from_parts(400, body.as_bytes());
        assert_eq!(api.errors().count(), errors);
    }
}

#[test]
fn advice_is_the_documented_one_for_the_status_of_the_response() {
    let api =
        |status, body: &Value| parcel::ApiError::from_parts(status, body.to_string().as_bytes());
    let slow = json!({"error": {"code": "SLOW_DOWN_30", "message": ""}});
    let advice = api(429, &slow).advice(NOW, no_header);
    assert_eq!(
        (advice.action, advice.delay),
        (Some(Action::Wait), Some(Duration::from_secs(30)))
    );
    assert!(advice.retries(Request::Idempotent) && !advice.retries(Request::WithEffects));
    assert_eq!(
        advice.adjust(Some(Duration::from_secs(1))),
        Some(Duration::from_secs(30))
    );
    assert_eq!(advice.adjust(None), None);
    // The catalog says nothing of this code with 402, nor of the status.
    let failed =
        json!({"error": {"code": "PARCEL_MOVED", "message": "", "details": {"region": "north"}}});
    let advice = api(307, &failed).advice(NOW, no_header);
    assert_eq!(
        (advice.action, advice.to.as_deref()),
        (Some(Action::Redirect), Some("north"))
    );
    assert!(advice.is_retryable() && !advice.retries(Request::Idempotent));
    // Whether a request with effects may be repeated is not documented.
    let advice = api(503, &json!({})).advice(NOW, no_header);
    assert_eq!((advice.action, advice.safe), (Some(Action::Backoff), None));
    assert!(advice.retries(Request::Idempotent) && !advice.retries(Request::WithEffects));
    let reason = json!({"error": {"code": "PARCEL_REJECTED", "details": {"reason": "embargo"}}});
    assert_eq!(
        api(400, &reason).advice(NOW, no_header).action,
        Some(Action::Stop)
    );
    let reason = json!({"error": {"code": "PARCEL_REJECTED", "details": {"reason": "other"}}});
    assert_eq!(api(400, &reason).advice(NOW, no_header).action, None);
    assert_eq!(
        api(503, &reason).advice(NOW, no_header).action,
        Some(Action::Backoff)
    );
    let unknown = json!({"error": {"code": "NEWER", "type": "billing_error"}});
    let api = api(402, &unknown);
    let assumed = api.counts_as().map(parcel::ErrorCode::as_str);
    assert_eq!(assumed, Some("PAYMENT_FAILED"));
    assert_eq!(api.advice(NOW, no_header).action, Some(Action::Act));
}

#[test]
fn undocumented_stays_undocumented() {
    for code in remno::ErrorCode::ALL {
        let body = written(&remno::Envelope::from(*code)).to_string();
        let advice =
            remno::ApiError::from_parts(code.status(), body.as_bytes()).advice(NOW, no_header);
        assert_eq!(
            (advice.action, advice.basis, advice.is_retryable()),
            (None, None, false)
        );
    }
    let capped = written(&agentchat::Envelope::from(
        agentchat::ErrorCode::ColdCapExceeded,
    ))
    .to_string();
    let api = agentchat::ApiError::from_parts(429, capped.as_bytes());
    let advice = api.advice(NOW, |_| Some("5"));
    assert_eq!((advice.action, advice.delay), (Some(Action::Stop), None));
}

#[test]
fn details_that_do_not_fit_are_refused_by_name() {
    let api = |details: &str| {
        let body = format!(r#"{{"error":{{"code":"INSUFFICIENT_BALANCE","details":{details}}}}}"#);
        aicity::ApiError::from_parts(402, body.as_bytes())
    };
    let lenient = api(r#"{"required":"500","available":200,"more":[]}"#);
    let expected = aicity::InsufficientBalance {
        required: 500,
        available: 200,
    };
    assert_eq!(lenient.details(), Ok(expected));
    let told = |details| {
        api(details)
            .details::<aicity::InsufficientBalance>()
            .expect_err(details)
    };
    assert_eq!(told("{}").to_string(), "`required` is missing");
    let wrong = told(r#"{"required":500,"available":"much"}"#);
    assert_eq!(
        wrong.to_string(),
        "`available` is not a whole number of 64 bits"
    );
    let other = lenient
        .details::<aicity::ValidationError>()
        .expect_err("another code");
    assert_eq!(other.problem(), Problem::OtherCode);
}

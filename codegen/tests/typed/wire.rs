//! Catalogs made for typed errors: codes that are numbers, keys that are words
//! of generated code, and times.

use super::*;
use crate::api::{numbers, numbers_in_text, words};

round_trips!(
    every_error_of_numbers,
    numbers,
    [sent(numbers::SlowDown { limit: 5 })]
);
round_trips!(
    every_error_of_numbers_in_text,
    numbers_in_text,
    [sent(numbers_in_text::SlowDown { limit: 5 })]
);
round_trips!(
    every_error_of_words,
    words,
    [
        sent(words::ParcelDue {
            until: 1_772_884_830_000_u64.into(),
            from: "noon".into(),
            fields: vec![words::ParcelDueFields {
                self_: "s".into(),
                at: 1
            }],
        }),
        sent(words::ParcelAddresseeUnknown {
            address: Sensitive::new("mallory".into())
        }),
        sent(words::ParcelHeld { seconds: 30 }),
        sent(words::ParcelLate { minutes: Some(2) }),
        sent(words::ParcelLate { minutes: None }),
    ]
);

#[test]
fn a_code_is_written_back_as_it_came() {
    for code in [json!(404), json!("404"), json!(420), json!("7"), json!(7)] {
        let body = json!({"code": code, "message": "", "details": {}});
        let read: numbers::Envelope = serde_json::from_value(body.clone()).expect("an envelope");
        assert_eq!(written(&read)["code"], code);
        let read: numbers_in_text::Envelope = serde_json::from_value(body).expect("an envelope");
        assert_eq!(written(&read)["code"], code);
    }
    let number = json!({"code": 404, "message": "There is no such parcel."});
    let text = json!({"code": "404", "message": "There is no such parcel."});
    let of_code = numbers::Envelope::from(numbers::ErrorCode::ParcelNotFound);
    assert_eq!(written(&of_code), number);
    assert_eq!(serde_json::from_value(number).ok(), Some(of_code.clone()));
    assert_ne!(serde_json::from_value(text.clone()).ok(), Some(of_code));
    let of_code = numbers_in_text::Envelope::from(numbers_in_text::ErrorCode::ParcelNotFound);
    assert_eq!(written(&of_code), text);
    assert_eq!(serde_json::from_value(text).ok(), Some(of_code));
}

#[test]
fn a_sensitive_value_in_a_message_is_sent_among_the_details_alone() {
    let error = words::ParcelAddresseeUnknown {
        address: Sensitive::new("mallory".into()),
    };
    let body = written(&words::Envelope::from(error));
    assert_eq!(body["member"], "Nobody at [redacted] awaits a parcel.");
    assert_eq!(body["map"]["address"], "mallory");
    let api = words::ApiError::from_parts(404, body.to_string().as_bytes());
    let shown = format!("{api} {api:?}");
    assert!(!shown.contains("mallory"), "{shown}");
}

#[test]
fn advice_and_details_find_a_value_in_the_same_texts() {
    let api = |code: &str, message: &str| {
        let body = json!({"members": code, "member": message}).to_string();
        words::ApiError::from_parts(503, body.as_bytes())
    };
    for code in ["PARCEL_HELD_30", "PARCEL_KEPT_30"] {
        let api = api(code, "");
        assert_eq!(api.details(), Ok(words::ParcelHeld { seconds: 30 }));
        let delay = api.advice(NOW, no_header).delay;
        assert_eq!(delay, Some(Duration::from_secs(30)), "{code}");
    }
    let api = api("PARCEL_LATE", "It is 2 minutes late.");
    let minutes = Some(2);
    assert_eq!(api.details(), Ok(words::ParcelLate { minutes }));
    let delay = api.advice(NOW, no_header).delay;
    assert_eq!(delay, Some(Duration::from_secs(120)));
}

#[test]
fn a_time_is_one_of_its_unit() {
    let delay = |until: Value| {
        let body = json!({"members": "PARCEL_DUE", "map": {"until": until}});
        let api = words::ApiError::from_parts(503, body.to_string().as_bytes());
        api.advice(NOW, no_header).delay
    };
    let half = Some(Duration::from_secs(30));
    assert_eq!(delay(json!(1_772_884_830_000_u64)), half);
    assert_eq!(delay(json!("1772884830000")), half);
    assert_eq!(delay(json!("2026-03-07T12:00:30Z")), half);
    assert_eq!(delay(json!("2026-03-07T13:00:30+01:00")), half);
    for text in [
        "2026-3-7-1T12:00:30Z",
        "2026-3-07-T12:00:30Z",
        "2026-03-07T12:00:30+9223372036854775807:00",
    ] {
        assert_eq!(delay(json!(text)), None, "{text}");
    }
    let time = words::ParcelDue {
        until: 1_500_u64.into(),
        from: String::new(),
        fields: Vec::new(),
    }
    .until;
    let in_units = ["milliseconds", "s", "parcels"].map(|unit| time.since_epoch_in(unit));
    let expected = [Some(Duration::from_millis(1_500)), time.since_epoch(), None];
    assert_eq!(in_units, expected);
    assert_eq!(time.since_epoch(), Some(Duration::from_secs(1_500)));
}

#[test]
fn dates_of_http_have_three_forms() {
    let delay = |date: &str| {
        let api = words::ApiError::from_parts(503, b"{}");
        api.advice(NOW, |name| (name == "Retry-After").then_some(date))
            .delay
    };
    for date in [
        "Sat, 07 Mar 2026 12:00:30 GMT",
        "Saturday, 07-Mar-26 12:00:30 GMT",
        "Sat Mar  7 12:00:30 2026",
    ] {
        assert_eq!(delay(date), Some(Duration::from_secs(30)), "{date}");
    }
    // More than 50 years ahead is long ago.
    let past = "Sunday, 06-Nov-94 08:49:37 GMT";
    assert_eq!(delay(past), Some(Duration::ZERO));
    for date in [
        "Sat, 07 anF 2026 12:00:30 GMT",
        "Sat, 07 Mar 26 12:00:30 GMT",
        "Sat, 07 Mar 2026 12:00:30",
        "Saturday, 07-Mar-2026 12:00:30 GMT",
        "Saturday, 07-Mar-26-1 12:00:30 GMT",
        "Sat Mar 7 12:00:30 26",
        "Sat Mar 7 12:00:30 2026 GMT",
    ] {
        assert_eq!(delay(date), None, "{date}");
    }
}

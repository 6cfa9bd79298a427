//! H. Generated code at run time. The modules are those that `tests/typed`
//! holds: the shipped catalogs, and the one that has every key.

mod api {
    include!("../typed/expected/rust/mod.rs");
}

use std::time::Duration;

use api::errcat::Sensitive;
use api::{agentchat, aicity, parcel, remno};

use crate::table::row;

/// 2026-03-07 12:00:00 UTC.
const NOW: Duration = Duration::from_secs(1_772_884_800);

/// What a client sees of a body: what it is, its code, and how much is kept.
fn seen(body: &[u8]) -> String {
    let api = agentchat::ApiError::from_parts(400, body);
    assert_eq!(api.body(), body, "the body is kept as it came");
    let code = api.code().to_string();
    let shown = if code.len() > 40 {
        format!("{} bytes", code.len())
    } else {
        format!("`{code}`")
    };
    assert!(api.to_string().len() < 4_000 && format!("{api:?}").len() <= 400 + 2 * body.len());
    format!("{:?} {shown}", api.outcome())
}

/// A body with this JSON where the code belongs.
fn with_code(code: &str) -> Vec<u8> {
    format!(r#"{{"error":{{"code":{code},"message":"m"}}}}"#).into_bytes()
}

#[test]
fn h80_a_code_that_is_none_of_the_catalog() {
    let long = format!("\"{}\"", "A".repeat(10_000_000));
    let codes = ["null", "429", "\"NEWER\"", "\"blocked\"", "[1]", &long];
    let mut outcomes = vec![seen(br#"{"error":{"message":"m"}}"#)];
    outcomes.extend(codes.iter().map(|code| seen(&with_code(code))));
    row(
        "H80",
        "code missing, null, a number, unknown, in another case, a list, of 10 MB",
        "unknown, all kept, no panic",
        &outcomes.join(", "),
    );
}

#[test]
fn h81_a_body_that_is_no_json() {
    let cut = br#"{"error":{"code":"BLOCKED","message":"m"#;
    let deep = format!(
        r#"{{"error":{{"code":"BLOCKED"}},"deep":{}1{}}}"#,
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    let deep_code = with_code(&("[".repeat(200_000) + &"]".repeat(200_000)));
    let half = br#"{"error":{"code":"BLOCKED"},"more":"\ud800"}"#;
    let large = br#"{"error":{"code":"BLOCKED"},"more":1e999}"#;
    let half_message = br#"{"error":{"code":"BLOCKED","message":"cut \ud83d"}}"#;
    let half_code = with_code(r#""\ud800""#);
    let bodies: [&[u8]; 12] = [
        b"",
        b"Bad Gateway",
        b"<html><body>502</body></html>",
        cut,
        b"\xff\xfe{}",
        b"[{\"error\":1}]",
        deep.as_bytes(),
        &deep_code,
        half,
        half_message,
        large,
        &half_code,
    ];
    // A thread of a small stack: nothing depends on how deep a body nests.
    let bodies = bodies.map(<[u8]>::to_vec);
    let small = std::thread::Builder::new().stack_size(256 * 1024);
    let all = small.spawn(move || {
        let typed = |body: &[u8]| {
            let api = agentchat::ApiError::from_parts(400, body);
            assert!(api.details::<agentchat::InboxRestricted>().is_err());
            let is_whole = body.starts_with(b"[");
            assert_eq!(api.json().is_some(), is_whole, "a value of the whole body");
            assert!(!api.advice(NOW, |_| Some("1")).is_retryable());
        };
        bodies.each_ref().map(|body| {
            typed(body);
            seen(body)
        })
    });
    let all = all.expect("a thread").join().expect("no overflow");
    row(
        "H81",
        "body empty, text, HTML, cut short, no UTF-8, another shape, 200,000 levels beside the code, and in its place; half a surrogate pair beside the code, half a pair in the message, 1e999 beside the code, half a pair in its place",
        "kept and visible, no panic",
        &all.join(", "),
    );
}

#[test]
fn h82_a_known_code_with_another_status() {
    let api = agentchat::ApiError::from_parts(503, &with_code("\"BLOCKED\""));
    let code = api.code().known().expect("a known code");
    let rows = [
        format!("response {}, catalog {}", api.status(), code.status()),
        format!("{:?}", api.advice(NOW, |_| None::<&str>).action),
        api.to_string(),
    ];
    row(
        "H82",
        "`BLOCKED`, documented with 403, in a 503",
        "both statuses visible; the entry's own advice",
        &rows.join("; "),
    );
}

#[test]
fn h83_details_that_do_not_fit() {
    let read = |details: &str| {
        let body = format!(r#"{{"error":{{"code":"INSUFFICIENT_BALANCE","details":{details}}}}}"#);
        let api = aicity::ApiError::from_parts(402, body.as_bytes());
        match api.details::<aicity::InsufficientBalance>() {
            Ok(it) => format!("{} of {}", it.available, it.required),
            Err(error) => {
                assert!(
                    api.first().raw_details().is_some(),
                    "the raw JSON is at hand"
                );
                error.to_string()
            }
        }
    };
    let seen = [
        read(r#"{"required":5,"available":2,"more":{}}"#),
        read(r#"{"required":"5","available":2}"#),
        read(r#"{"required":5}"#),
        read(r#"{"required":5,"available":[2]}"#),
        read(r#"{"required":5,"available":1e30}"#),
        read("[]"),
    ];
    row(
        "H83",
        "details with more keys, text for a number, a key missing, of a wrong type, too large, no object",
        "read, or refused by name; the raw JSON at hand",
        &seen.join(", "),
    );
}

#[test]
fn h84_every_code_is_found_and_no_prefix_is() {
    let mut found = 0;
    macro_rules! all_of {
        ($catalog:ident) => {
            for code in $catalog::ErrorCode::ALL {
                let text = code.as_str();
                assert_eq!($catalog::ErrorCode::from_code(text), Some(*code));
                let exact = |it: &str| {
                    $catalog::ErrorCode::ALL
                        .iter()
                        .any(|code| code.as_str() == it)
                };
                for end in (0..text.len()).filter(|end| !exact(&text[..*end])) {
                    let short = $catalog::ErrorCode::from_code(&text[..end]);
                    let variable = text.contains('{');
                    assert!(short.is_none() || variable, "{}", &text[..end]);
                }
                let longer = format!("{text}_X");
                assert!(exact(&longer) || $catalog::ErrorCode::from_code(&longer).is_none());
                found += 1;
            }
        };
    }
    all_of!(agentchat);
    all_of!(aicity);
    all_of!(parcel);
    all_of!(remno);
    row(
        "H84",
        "every code of four catalogs, each of its beginnings, and each with more behind it",
        "`from_code(as_str(c)) == c`, and no other text is `c`",
        &format!("{found} codes found, no other text"),
    );
}

#[test]
fn h85_retry_after_of_any_kind() {
    let body = with_code("\"RATE_LIMITED\"");
    let api = agentchat::ApiError::from_parts(429, &body);
    let delay = |value: &str| {
        let header = |name: &str| name.eq_ignore_ascii_case("retry-after").then_some(value);
        match api.advice(NOW, header).delay {
            Some(delay) => format!("{} s", delay.as_secs_f64()),
            None => "none".to_owned(),
        }
    };
    let values = [
        "120",
        " 0 ",
        "Sat, 07 Mar 2026 12:00:30 GMT",
        "Sat, 07 Mar 2026 11:59:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Sat, 31 Feb 2026 12:00:30 GMT",
        "Sat, 07 Mar 2026 9223372036854775807:00:30 GMT",
        "-5",
        "+5",
        "1000000000000000000000000000000",
        "1e3",
        "NaN",
        "soon",
        "",
        "\u{0663}",
    ];
    let seen = values.map(delay);
    row(
        "H85",
        "`Retry-After` of seconds (2), a date ahead, past, far off, of no day, of more hours than 64 bits hold, and of garbage (8)",
        "bounded; garbage is none",
        &seen.join(", "),
    );
}

#[test]
fn h86_values_are_not_formatted_twice() {
    let values = ["{}", "{id}", "{0:?}", "%s", "\u{1b}[31m", "a\nb"];
    for value in values {
        let error = parcel::ParcelNotFound {
            id: value.into(),
            deleted_by: None,
        };
        assert_eq!(error.to_string(), format!("No parcel has the ID {value}."));
        let body = parcel::Envelope::from(error.clone());
        assert_eq!(body.error.message, error.to_string());
        let text = serde_json::to_vec(&body).expect("a body is JSON");
        let api = parcel::ApiError::from_parts(404, &text);
        assert_eq!(api.details().as_ref(), Ok(&error));
        let response = parcel::ErrorResponse::from(error);
        for line in [api.to_string(), response.to_string()] {
            assert!(!line.contains(['\u{1b}', '\n']), "one line of a log");
        }
        let headers = http::Response::from(response).into_parts().0.headers;
        assert_eq!(headers["content-type"], "application/json");
        assert_eq!(headers.len(), 1);
    }
    let error = parcel::ParcelNotFound {
        id: "{id} {}".into(),
        deleted_by: None,
    };
    row(
        "H86",
        "values of `{}`, `{id}`, `{0:?}`, `%s`, ANSI, a line break in a message",
        "each stands as it is, once; escaped on the line of a log, and in no header",
        &error.to_string(),
    );
}

#[test]
fn h87_sensitive_values_are_not_shown() {
    let secret = "mallory@example.com";
    let error = parcel::ParcelNotFound {
        id: "p_1".into(),
        deleted_by: Some(Sensitive::new(secret.into())),
    };
    let envelope = parcel::Envelope::from(error.clone());
    let text = serde_json::to_vec(&envelope).expect("a body is JSON");
    let api = parcel::ApiError::from_parts(404, &text);
    let read: parcel::ParcelNotFound = api.details().expect("typed details");
    let response = parcel::ErrorResponse::from(error.clone());
    let problem = parcel::ProblemDetails::from(error.clone());
    let exposed = read.deleted_by.as_ref().map(|it| it.expose().as_str());
    assert_eq!(exposed, Some(secret));
    for shown in [
        format!("{error:?} {error:#?} {error}"),
        format!("{envelope:?}"),
        format!("{api:?} {api:#?} {api} {:?}", api.first()),
        format!("{read:?}"),
        format!("{response:?} {response:#?} {response}"),
        format!("{problem:?} {problem:#?} {problem}"),
        format!("{:?}", api.details::<parcel::ParcelMoved>()),
    ] {
        assert!(!shown.contains("mallory"), "{shown}");
    }
    row(
        "H87",
        "a sensitive detail in `Debug` and `Display` of the details, the envelope, the response and the problem",
        "never shown but by `expose()`",
        &format!("{:?}", error.deleted_by),
    );
}

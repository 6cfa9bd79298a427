//! The switch `problem`: errors as problem details (RFC 9457).

mod api {
    include!(concat!(env!("OUT_DIR"), "/problem/generated/rust/mod.rs"));
}
mod sent;

use api::errcat::{Details, ErrorResponse, ProblemDetails, Served};
use api::{agentchat, aicity, parcel, remno};
use sent::{Framework, HOSTILE, Seen, every_error};
use serde_json::{Value, json};

/// Sends nothing, and looks at the problem that an error makes.
struct AsProblem;

impl Framework for AsProblem {
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen {
        assert_problem(&error);
        let headers = [("content-type", error.media_type().to_owned())].into_iter();
        let wait = error
            .retry_after()
            .map(|it| ("retry-after", it.to_string()));
        let headers = headers.chain(wait);
        Seen {
            status: error.status(),
            headers: headers.map(|(name, it)| (name.into(), it.into())).collect(),
            body: error.to_json(),
        }
    }
}

/// Holds the problem of an error against what the catalog says.
fn assert_problem<C: Served>(error: &ErrorResponse<C>) {
    let problem = ProblemDetails::from(error.clone());
    let json = serde_json::from_slice::<Value>(&problem.to_json()).expect("JSON");
    let entry = error.code().entry();
    assert_eq!(json["type"], entry.doc_url().unwrap_or("about:blank"));
    assert_eq!(json["status"], error.status());
    assert_eq!(json["detail"], error.message());
    assert_eq!(json.get("instance"), None);
    if entry.doc_url().is_some() {
        assert_eq!(json.get("title").and_then(Value::as_str), entry.reason());
    }
    assert_eq!(problem.code::<C>(), Some(error.code()));
    assert_eq!(problem.retry_after, error.retry_after());
    let read: ProblemDetails = serde_json::from_value(json).expect("a problem");
    let expected = ProblemDetails {
        retry_after: None,
        ..problem
    };
    assert_eq!(read, expected);
    assert_eq!(read.to_string().lines().count(), 1);
}

#[test]
fn every_error_is_a_problem() {
    every_error(&AsProblem);
}

/// The problem of an error with details, whose values are all in it.
fn told<T: Details + Clone + PartialEq + std::fmt::Debug>(error: &T) -> Value
where
    T::Code: Served,
{
    let problem = ProblemDetails::from(error.clone());
    let read: ProblemDetails = serde_json::from_slice(&problem.to_json()).expect("a problem");
    assert_eq!(read.details::<T>().as_ref(), Ok(error));
    serde_json::to_value(problem).expect("JSON")
}

#[test]
fn details_are_members_under_their_names() {
    let problem = told(&parcel::ParcelNotFound {
        id: HOSTILE.into(),
        deleted_by: Some("mallory".to_owned().into()),
    });
    let expected = json!({
        "type": "https://parcel.example/errors#PARCEL_NOT_FOUND",
        "status": 410,
        "detail": format!("No parcel has the ID {HOSTILE}."),
        "code": "PARCEL_NOT_FOUND",
        "id": HOSTILE,
        "deleted_by": "mallory",
    });
    assert_eq!(problem, expected);
    // A value in the code or the message is a member too, of its own type.
    let slow = told(&parcel::SlowDown { seconds: Some(30) });
    assert_eq!(
        (&slow["code"], &slow["seconds"]),
        (&json!("SLOW_DOWN_30"), &json!(30))
    );
    assert_eq!(slow["title"], "Slow Down");
    let limit = Some(30.5);
    let heavy = told(&parcel::ParcelRejected {
        limit,
        ..Default::default()
    });
    assert_eq!(
        (&heavy["limit"], &heavy["detail"]),
        (&json!(30.5), &json!("The parcel weighs over 30.5 kg."))
    );
    told(&agentchat::InboxRestricted {
        handle: HOSTILE.into(),
    });
    let (required, available) = (500, -1);
    told(&aicity::InsufficientBalance {
        required,
        available,
    });
}

#[test]
fn without_a_link_a_problem_means_what_its_status_does() {
    let problem = |code: aicity::ErrorCode| ProblemDetails::from(code);
    let limited = problem(aicity::ErrorCode::RateLimited);
    let (kind, title) = (limited.r#type.as_str(), limited.title.as_deref());
    assert_eq!((kind, title), ("about:blank", Some("Too Many Requests")));
    // The phrase is that of the status which is sent; a class has none.
    let sent = |status| {
        let error = aicity::ErrorResponse::from(aicity::ErrorCode::RateLimited);
        ProblemDetails::from(error.with_status(status)).title
    };
    assert_eq!(sent(503).as_deref(), Some("Service Unavailable"));
    assert_eq!(sent(599), None);
    assert_eq!(
        ProblemDetails::from(remno::ErrorCode::NotFound).status,
        Some(404)
    );
}

#[test]
fn a_member_of_the_wrong_type_is_ignored() {
    let read = |json: Value| serde_json::from_value::<ProblemDetails>(json);
    let wrong = json!({"type": 7, "title": [], "status": "404", "detail": {}, "instance": null});
    assert_eq!(read(wrong).ok(), Some(ProblemDetails::default()));
    for status in [json!(404.5), json!(-1), json!(65_536), json!(true)] {
        let problem = read(json!({"status": status, "code": "PARCEL_MOVED"})).expect("an object");
        assert_eq!(
            (problem.status, problem.code()),
            (None, Some(parcel::ErrorCode::ParcelMoved))
        );
    }
    let more = read(json!({"more": {"a": 1}, "code": 7, "instance": "/a"})).expect("an object");
    assert_eq!(more.extensions.get("more"), Some(&json!({"a": 1})));
    assert_eq!(more.instance.as_deref(), Some("/a"));
    assert_eq!(more.code::<parcel::ErrorCode>(), None);
    assert!(more.details::<parcel::ParcelMoved>().is_err());
    for no_object in [json!([]), json!("a"), json!(null)] {
        assert!(read(no_object).is_err());
    }
}

//! Problem details, where the catalog has names and values of its own.

use super::*;
use crate::api::errcat::ProblemDetails;
use crate::api::waits;

fn taken() -> waits::BeltTaken {
    waits::BeltTaken {
        code: "a\r\nb".into(),
        r#type: "heavy".into(),
        status: 7,
        title: "early".into(),
        detail: Some(json!({"a": [1]})),
        instance: true,
        key: Some("k".into()),
        badge: "mallory".to_owned().into(),
    }
}

#[test]
fn no_detail_takes_the_place_of_a_member() {
    let problem = ProblemDetails::from(taken());
    let message = "Shift early has it; heavy k.";
    let expected = json!({
        "type": "about:blank", "status": 409, "detail": message, "code": "BELT_TAKEN_a\r\nb",
        "code_": "a\r\nb", "type_": "heavy", "status_": 7, "title_": "early",
        "detail_": {"a": [1]}, "instance_": true, "key": "k", "badge": "mallory",
    });
    assert_eq!(written(&problem), expected);
    let read: ProblemDetails = serde_json::from_value(expected).expect("a problem");
    assert_eq!(read, problem);
    assert_eq!(read.details::<waits::BeltTaken>(), Ok(taken()));
    let mut overwritten = read;
    overwritten.extensions.insert("status", 200);
    overwritten.extensions.insert("instance", "/elsewhere");
    assert_eq!(written(&overwritten)["status"], 409);
    assert_eq!(written(&overwritten).get("instance"), None);
}

#[test]
fn what_must_stay_out_of_logs_is_not_shown() {
    let problem = ProblemDetails::from(taken());
    let shown = format!("{problem} {problem:?} {problem:#?}");
    assert!(!shown.contains("mallory"), "{shown}");
    assert_eq!(
        problem.to_string(),
        "409 about:blank: Shift early has it; heavy k."
    );
}

#[test]
fn a_problem_is_that_of_the_response() {
    let error = waits::ErrorResponse::from(waits::ErrorCode::BeltJammed);
    let error = error.with_status(502);
    let problem = ProblemDetails::from(error.clone());
    let (title, wait) = (problem.title.as_deref(), problem.retry_after);
    assert_eq!((title, wait), (Some("Bad Gateway"), Some(7)));
    let set = ProblemDetails::from(error.with_retry_after(Duration::from_millis(1)));
    assert_eq!(set.retry_after, Some(1));
    let status = ProblemDetails::from(waits::ErrorCode::BeltReady).status;
    assert_eq!(status, Some(500));
}

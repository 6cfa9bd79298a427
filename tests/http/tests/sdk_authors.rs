//! The program of the guide for authors of SDKs does what the guide says.

mod api {
    include!(concat!(
        env!("OUT_DIR"),
        "/sdk-authors/generated/rust/mod.rs"
    ));
}

#[expect(unreachable_pub, reason = "the guide shows a library")]
mod guide {
    use super::api::parcel;

    include!(concat!(env!("OUT_DIR"), "/sdk-authors/guide.rs"));
}

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering::Relaxed};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use tokio::net::TcpListener;

use api::parcel::Request;
use guide::{Failure, Response, client, fetch, for_people, log_line, pause, put, read};

fn response(status: u16, body: &str) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: body.into(),
    }
}

fn failure(status: u16, body: &str) -> Failure {
    *read(response(status, body)).expect_err("an error")
}

#[test]
fn people_read_what_happened() {
    let body = r#"{"error":{"code":"PARCEL_NOT_FOUND","message":"..","details":{"id":"p_1"}}}"#;
    assert_eq!(for_people(&failure(404, body)), "There is no parcel p_1.");
    let body = r#"{"error":{"code":"PARCEL_NOT_FOUND","message":".."}}"#;
    assert_eq!(for_people(&failure(404, body)), "There is no such parcel.");
    let body = r#"{"error":{"code":"RATE_LIMITED","message":"slow"}}"#;
    assert_eq!(for_people(&failure(429, body)), "Too many requests.");
    let body = r#"{"error":{"code":"NEWER","message":"?"}}"#;
    assert_eq!(
        for_people(&failure(400, body)),
        "The server answered 400 (NEWER)."
    );
    assert_eq!(
        for_people(&failure(502, "<html>")),
        "The server answered 502."
    );
}

#[test]
fn a_pause_is_as_long_as_the_response_says() {
    let second = Duration::from_secs(1);
    let full = r#"{"error":{"code":"LOCKER_FULL","message":"","details":{"free_in":40}}}"#;
    let full = failure(409, full);
    assert_eq!(pause(&full, second), Some(40 * second));
    let line = log_line(&full);
    assert_eq!(line, "409 LOCKER_FULL: ; next attempt in 40s");
    let missing = r#"{"error":{"code":"PARCEL_NOT_FOUND","message":"gone"}}"#;
    let missing = failure(404, missing);
    assert_eq!(pause(&missing, second), None);
    assert_eq!(log_line(&missing), "404 PARCEL_NOT_FOUND: gone");
}

#[tokio::test(start_paused = true)]
async fn a_request_is_sent_again_when_the_time_has_come() {
    let mut limited = response(429, r#"{"error":{"code":"RATE_LIMITED","message":""}}"#);
    limited.headers = vec![("retry-after".to_owned(), "90".to_owned())];
    let answers = RefCell::new(vec![response(200, "parcel"), limited]);
    let start = tokio::time::Instant::now();
    let call = || async { answers.borrow_mut().pop().expect("another answer") };
    let fetched = fetch(call, Request::Idempotent)
        .await
        .map_err(|it| it.error.to_string());
    assert_eq!(fetched, Ok(b"parcel".to_vec()));
    assert_eq!(start.elapsed(), Duration::from_secs(90));
    let mut limited = response(429, r#"{"error":{"code":"RATE_LIMITED","message":""}}"#);
    limited.headers = vec![("retry-after".to_owned(), "31536000".to_owned())];
    answers.borrow_mut().push(limited);
    assert!(fetch(call, Request::Idempotent).await.is_err());
    assert!(start.elapsed() < Duration::from_secs(91));
}

#[tokio::test]
async fn a_middleware_sends_a_request_again() {
    let calls = Arc::new(AtomicU16::new(0));
    let limited_once = move || {
        let is_first = calls.fetch_add(1, Relaxed) == 0;
        async move {
            let body = r#"{"error":{"code":"RATE_LIMITED","message":""}}"#;
            let limited = (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "1")], body);
            is_first.then_some(limited).ok_or(StatusCode::OK)
        }
    };
    let app = Router::new().route("/", post(limited_once));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    let start = Instant::now();
    assert_eq!(put(&client(), &url).await.expect("an answer"), 200);
    assert!(start.elapsed() >= Duration::from_secs(1));
    server.abort();
}

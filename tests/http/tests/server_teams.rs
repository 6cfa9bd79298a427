//! The program of the guide for server teams does what the guide says.

mod api {
    include!(concat!(
        env!("OUT_DIR"),
        "/server-teams/generated/rust/mod.rs"
    ));
}

#[expect(
    dead_code,
    unreachable_pub,
    reason = "the guide shows a library, and an endpoint for its document alone"
)]
mod guide {
    use super::api::parcel;

    include!(concat!(env!("OUT_DIR"), "/server-teams/guide.rs"));
}

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// Status, `Content-Type`, `Retry-After` and body of an answer.
async fn answer(method: Method, path: &str) -> (u16, String, String, Value) {
    let request = Request::builder().method(method).uri(path);
    let request = request.body(Body::empty()).expect("a request");
    let app = Router::new()
        .merge(guide::weights())
        .fallback_service(guide::app());
    let Ok(response) = app.oneshot(request).await;
    let header = |name: &str| {
        let value = response.headers().get(name);
        value.map_or("", |it| it.to_str().expect("text")).to_owned()
    };
    let (kind, wait) = (header("content-type"), header("retry-after"));
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), 4_096).await.expect("a body");
    let body = serde_json::from_slice(&body).unwrap_or_default();
    (status, kind, wait, body)
}

#[tokio::test]
async fn handlers_answer_as_the_catalog_says() {
    let (status, kind, wait, body) = answer(Method::GET, "/v1/parcels/p_2").await;
    assert_eq!(
        (status, kind.as_str(), wait.as_str()),
        (404, "application/json", "")
    );
    let message = "No parcel has the ID p_2.";
    let error = json!({"code": "PARCEL_NOT_FOUND", "message": message, "details": {"id": "p_2"}});
    assert_eq!(body, json!({"error": error, "request": "r-1"}));
    assert!(guide::is_not_found(status, body.to_string().as_bytes()));

    let (status, _, wait, body) = answer(Method::PUT, "/v1/lockers/small").await;
    assert_eq!((status, wait.as_str()), (409, "40"));
    assert_eq!(body["error"]["details"], json!({"free_in": 40}));
    assert!(!guide::is_not_found(status, body.to_string().as_bytes()));

    let (status, _, wait, body) = answer(Method::PUT, "/v1/lockers/busy").await;
    assert_eq!((status, wait.as_str()), (429, "3"));
    assert_eq!(body["error"]["code"], "RATE_LIMITED");

    assert_eq!(answer(Method::GET, "/v1/parcels/p_1").await.0, 200);
    assert_eq!(answer(Method::PUT, "/v1/lockers/large").await.0, 200);
}

#[tokio::test]
async fn problem_details_say_so() {
    let (status, kind, _, body) = answer(Method::GET, "/v1/weights/p_2").await;
    assert_eq!((status, kind.as_str()), (404, "application/problem+json"));
    let told = [&body["detail"], &body["code"], &body["id"]];
    assert_eq!(
        told,
        ["No parcel has the ID p_2.", "PARCEL_NOT_FOUND", "p_2"]
    );
}

#[test]
fn the_document_shows_the_errors_of_an_endpoint() {
    let document = <guide::Document as utoipa::OpenApi>::openapi();
    let document = serde_json::to_value(&document).expect("a document is JSON");
    let responses = &document["paths"]["/v1/lockers/{id}"]["put"]["responses"];
    let statuses: Vec<&String> = responses.as_object().expect("an object").keys().collect();
    assert_eq!(statuses, ["200", "409", "429"]);
    let examples = &responses["409"]["content"]["application/json"]["examples"];
    assert!(examples["LOCKER_FULL"].is_object(), "{examples}");
    for status in ["409", "429"] {
        let headers = &responses[status]["headers"];
        assert!(headers["Retry-After"].is_object(), "{status}: {headers}");
    }
}

#[test]
fn a_status_of_grpc_has_code_and_delay() {
    let status = guide::reserve("small").expect_err("the locker is full");
    assert_eq!(status.code(), tonic::Code::Aborted);
    assert_eq!(guide::wait_of(&status), Some(Duration::from_secs(40)));
    assert!(guide::reserve("large").is_ok());
}

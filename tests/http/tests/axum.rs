//! The switch `axum`: errors that handlers return.

mod api {
    include!(concat!(env!("OUT_DIR"), "/axum/generated/rust/mod.rs"));
}
#[path = "sent/parts.rs"]
mod parts;
mod sent;

use std::io::{Read, Write};
use std::net::TcpStream;

use api::errcat::{ErrorResponse, Served};
use api::parcel;
use axum::extract::{Path, Request};
use axum::routing::get;
use axum::{Json, Router};
use sent::{Framework, HOSTILE, Seen, every_error};
use tower::ServiceExt as _;

struct Axum(tokio::runtime::Runtime);

impl Framework for Axum {
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen {
        let handler = move || async move { Err::<(), _>(error) };
        let app = Router::new().route("/", get(handler));
        self.0.block_on(async {
            let request = Request::new(axum::body::Body::empty());
            let Ok(response) = app.oneshot(request).await;
            let (head, body) = response.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await;
            parts::seen(&head, body.expect("a whole body").to_vec())
        })
    }
}

fn runtime() -> tokio::runtime::Runtime {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.enable_all().build().expect("a runtime")
}

#[test]
fn every_error_arrives() {
    every_error(&Axum(runtime()));
}

/// A handler as a user writes it.
async fn find(Path(id): Path<String>) -> Result<Json<u64>, parcel::ErrorResponse> {
    if id == "p_1" {
        return Ok(Json(1));
    }
    if id == "p_2" {
        Err(parcel::SlowDown { seconds: Some(30) })?;
    }
    let deleted_by = Some(HOSTILE.to_owned().into());
    Err(parcel::ParcelNotFound { id, deleted_by }.into())
}

#[test]
fn no_value_reaches_the_head_of_a_response_on_the_wire() {
    let runtime = runtime();
    let bound = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = bound.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let app = Router::new().route("/{id}", get(find));
    runtime.spawn(async move { axum::serve(listener, app).await });
    let told = |path: &str| {
        let mut stream = TcpStream::connect(address).expect("a server");
        write!(stream, "GET {path} HTTP/1.0\r\n\r\n").expect("a request");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("a response");
        let (head, body) = response.split_once("\r\n\r\n").expect("a head");
        (head.to_ascii_lowercase(), body.to_owned())
    };
    assert_eq!(told("/p_1").1, "1");
    let (head, _) = told("/p_2");
    assert!(
        head.starts_with("http/1.0 429 ") && head.contains("\r\nretry-after: 30\r\n"),
        "{head}"
    );
    let (head, body) = told("/p%0D%0ASet-Cookie:%20stolen=1%0D%0A%0D%0A");
    assert!(
        head.starts_with("http/1.0 410 ") && head.lines().count() == 4,
        "{head}"
    );
    assert!(
        !head.contains("stolen") && !head.contains("set-cookie"),
        "{head}"
    );
    let api = parcel::ApiError::from_parts(410, body.as_bytes());
    let read = api
        .details::<parcel::ParcelNotFound>()
        .expect("its details");
    assert_eq!(read.id, "p\r\nSet-Cookie: stolen=1\r\n\r\n");
    assert_eq!(read.deleted_by.expect("given").expose(), HOSTILE);
}

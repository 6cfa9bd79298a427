//! The switch `actix`: errors that handlers return.

mod api {
    include!(concat!(env!("OUT_DIR"), "/actix/generated/rust/mod.rs"));
}
mod sent;

use actix_web::web::{Json, Path, get};
use actix_web::{App, ResponseError as _, rt, test};
use api::errcat::{ErrorResponse, Served};
use api::parcel;
use sent::{Framework, HOSTILE, Seen, every_error};

struct Actix;

impl Framework for Actix {
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen {
        assert_eq!(error.status_code().as_u16(), error.status());
        rt::System::new().block_on(async {
            let handler = move || {
                let error = error.clone();
                async move { Err::<String, _>(error) }
            };
            let app = test::init_service(App::new().route("/", get().to(handler))).await;
            let request = test::TestRequest::get().to_request();
            seen(test::call_service(&app, request).await).await
        })
    }
}

async fn seen(response: actix_web::dev::ServiceResponse) -> Seen {
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    Seen {
        status: response.status().as_u16(),
        headers: headers.collect(),
        body: test::read_body(response).await.to_vec(),
    }
}

#[::core::prelude::v1::test]
fn every_error_arrives() {
    every_error(&Actix);
}

/// A handler as a user writes it.
async fn find(id: Path<String>) -> Result<Json<u64>, parcel::ErrorResponse> {
    let id = id.into_inner();
    if id == "p_1" {
        return Ok(Json(1));
    }
    if id == "p_2" {
        Err(parcel::SlowDown { seconds: Some(30) })?;
    }
    let deleted_by = Some(HOSTILE.to_owned().into());
    Err(parcel::ParcelNotFound { id, deleted_by }.into())
}

#[actix_web::test]
async fn a_handler_returns_an_error_in_one_line() {
    let app = test::init_service(App::new().route("/{id}", get().to(find))).await;
    let told = async |path: &str| {
        let request = test::TestRequest::get().uri(path).to_request();
        seen(test::call_service(&app, request).await).await
    };
    assert_eq!(told("/p_1").await.body, b"1");
    told("/p_2")
        .await
        .assert_head(429, "application/json", Some(30));
    let lost = told("/p%0D%0ASet-Cookie:%20stolen=1").await;
    lost.assert_head(410, "application/json", None);
    let api = parcel::ApiError::from_parts(410, &lost.body);
    let read = api
        .details::<parcel::ParcelNotFound>()
        .expect("its details");
    assert_eq!(read.id, "p\r\nSet-Cookie: stolen=1");
}

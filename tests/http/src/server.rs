//! The server: `GET /CATALOG/CODE` is answered with that error, as the API of the
//! catalog would. `?status=` asks for another of its statuses, and
//! `GET /CATALOG/damaged/KIND` for a body that is [damaged](Damage).

use std::collections::HashMap;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::api::errcat::{Delay, ErrorResponse};
use crate::api::{agentchat, aicity, parcel, remno};
use crate::damage::Damage;
use crate::samples::Sampled;

/// How long clients are told to wait where the catalog leaves it to a header.
pub const WAIT: Duration = Duration::from_secs(30);

/// The status of damaged bodies.
pub const BAD_GATEWAY: u16 = 502;

/// All catalogs, each under its name.
pub fn router() -> Router {
    Router::new()
        .nest("/agentchat", errors::<agentchat::ErrorCode>())
        .nest("/aicity", errors::<aicity::ErrorCode>())
        .nest("/remno", errors::<remno::ErrorCode>())
        .nest("/parcel", errors::<parcel::ErrorCode>())
}

fn errors<C: Sampled>() -> Router {
    Router::new()
        .route("/{code}", get(error::<C>))
        .route("/damaged/{kind}", get(damaged::<C>))
}

type Asked = Query<HashMap<String, String>>;

/// A handler: what it returns is the response, status, headers and body.
async fn error<C: Sampled>(
    Path(code): Path<String>,
    Query(asked): Asked,
) -> Result<ErrorResponse<C>, StatusCode> {
    let code = C::from_text(&code).ok_or(StatusCode::NOT_FOUND)?;
    let status = asked.get("status").and_then(|it| it.parse().ok());
    Ok(answer(code, status))
}

/// The error of a code, complete.
fn answer<C: Sampled>(code: C, status: Option<u16>) -> ErrorResponse<C> {
    let mut error = code.sample();
    if let Some(status) = status {
        error = error.with_status(status);
    }
    let retry = code.retry_with(error.status());
    if let Some(Delay::Header(_)) = retry.and_then(|it| it.delay) {
        error = error.with_retry_after(WAIT);
    }
    C::fill_in(error.body_mut());
    error
}

async fn damaged<C: Sampled>(Path(kind): Path<String>) -> Response {
    let damage = Damage::ALL.iter().find(|it| it.name() == kind);
    let Some((damage, code)) = damage.zip(C::ALL.first()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let error = answer(*code, Some(BAD_GATEWAY));
    let body = damage.of(&error.to_json(), &code.code().to_string());
    let kind = match damage {
        Damage::Html => "text/html",
        _ => error.media_type(),
    };
    (StatusCode::BAD_GATEWAY, [(CONTENT_TYPE, kind)], body).into_response()
}

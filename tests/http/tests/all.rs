//! All switches at once: each framework sends the catalog's own body, and
//! problem details.

mod api {
    include!(concat!(env!("OUT_DIR"), "/all/generated/rust/mod.rs"));
}
#[path = "sent/parts.rs"]
mod parts;
mod sent;

use actix_web::ResponseError;
use api::errcat::{ErrorResponse, ProblemDetails, Served};
use axum::response::IntoResponse;
use sent::{Framework, Seen, every_error};

struct All(tokio::runtime::Runtime);

impl Framework for All {
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen {
        let problem = ProblemDetails::from(error.clone());
        let wait = error.retry_after();
        for seen in [
            http(problem.clone()),
            self.axum(problem.clone()),
            self.actix(&problem),
        ] {
            seen.assert_head(error.status(), "application/problem+json", wait);
            let read: ProblemDetails = serde_json::from_slice(&seen.body).expect("a problem");
            assert_eq!(read.code::<C>(), Some(error.code()));
            assert_eq!(seen.body, problem.to_json());
        }
        let [first, second] = [self.axum(error.clone()), self.actix(&error)];
        for seen in [&first, &second] {
            seen.assert_head(error.status(), error.media_type(), wait);
            assert_eq!(seen.body, error.to_json());
        }
        http(error)
    }
}

fn http(error: impl Into<http::Response<Vec<u8>>>) -> Seen {
    let (head, body) = error.into().into_parts();
    parts::seen(&head, body)
}

impl All {
    fn axum(&self, error: impl IntoResponse) -> Seen {
        let (head, body) = error.into_response().into_parts();
        let body = self.0.block_on(axum::body::to_bytes(body, usize::MAX));
        parts::seen(&head, body.expect("a whole body").to_vec())
    }

    fn actix(&self, error: &impl ResponseError) -> Seen {
        let response = error.error_response();
        assert_eq!(response.status(), error.status_code());
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
        let (status, headers) = (response.status().as_u16(), headers.collect());
        let body = actix_web::body::to_bytes(response.into_body());
        let body = self.0.block_on(body).expect("a whole body").to_vec();
        Seen {
            status,
            headers,
            body,
        }
    }
}

#[test]
fn every_error_arrives_in_both_shapes() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    every_error(&All(runtime.build().expect("a runtime")));
}

#[test]
fn a_problem_without_a_status_is_answered_with_500() {
    let told = |status| {
        let problem = ProblemDetails {
            status,
            ..ProblemDetails::default()
        };
        assert_eq!(
            problem.status_code().as_u16(),
            problem.clone().into_response().status().as_u16()
        );
        http(problem).status
    };
    assert_eq!(
        [None, Some(100), Some(0), Some(1_000), Some(418)].map(told),
        [500, 500, 500, 500, 418]
    );
}

//! The switches `http` and `typed`: errors as responses of the crate `http`.

mod api {
    include!(concat!(env!("OUT_DIR"), "/http/generated/rust/mod.rs"));
}
#[path = "sent/parts.rs"]
mod parts;
mod sent;

use api::errcat::{ErrorResponse, Served};
use sent::{Framework, Seen, every_error};

struct Http;

impl Framework for Http {
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen {
        let (head, body) = http::Response::from(error).into_parts();
        parts::seen(&head, body)
    }
}

#[test]
fn every_error_arrives() {
    every_error(&Http);
}

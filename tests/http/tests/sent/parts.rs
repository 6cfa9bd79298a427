//! Responses of the crate `http`, which axum's are as well.

use crate::sent::Seen;

/// The response with this head and body.
pub(crate) fn seen(head: &http::response::Parts, body: Vec<u8>) -> Seen {
    let headers = head.headers.iter();
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        (name.to_string(), value.as_bytes().to_vec())
    };
    Seen {
        status: head.status.as_u16(),
        headers: headers.map(header).collect(),
        body,
    }
}

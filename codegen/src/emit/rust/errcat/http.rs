/// A status of a catalog: 100 to 599, each of which `http` takes.
pub(super) fn status_code(status: u16) -> ::http::StatusCode {
    let none = ::http::StatusCode::INTERNAL_SERVER_ERROR;
    ::http::StatusCode::from_u16(status).unwrap_or(none)
}

/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
impl ::axum::response::IntoResponse for ProblemDetails {
    fn into_response(self) -> ::axum::response::Response {
        Answer::from(&self).into_response()
    }
}

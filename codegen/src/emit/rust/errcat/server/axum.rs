/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
///
/// The response bears the error as an extension: a layer may take it out, fill in
/// what all bodies have, such as the id of the request, and make it a response
/// again.
///
/// ```text
/// async fn find(Path(id): Path<String>) -> Result<Json<Parcel>, parcel::ErrorResponse> {
///     let found = parcels.get(&id).cloned();
///     found.map(Json).ok_or_else(|| parcel::ParcelNotFound { id, deleted_by: None }.into())
/// }
/// ```
impl<C: Served> ::axum::response::IntoResponse for ErrorResponse<C> {
    fn into_response(self) -> ::axum::response::Response {
        let mut response = Answer::from(&self).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl ::axum::response::IntoResponse for Answer {
    fn into_response(self) -> ::axum::response::Response {
        use ::axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
        let none = ::axum::http::StatusCode::INTERNAL_SERVER_ERROR;
        let status = ::axum::http::StatusCode::from_u16(self.status).unwrap_or(none);
        let kind = [(CONTENT_TYPE, self.media_type)];
        let wait = self.retry_after.map(|wait| [(RETRY_AFTER, wait)]);
        (status, kind, wait, self.body).into_response()
    }
}

/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
///
/// ```text
/// async fn find(id: Path<String>) -> Result<Json<Parcel>, parcel::ErrorResponse> {
///     let (id, found) = (id.into_inner(), parcels.get(&*id).cloned());
///     found.map(Json).ok_or_else(|| parcel::ParcelNotFound { id, deleted_by: None }.into())
/// }
/// ```
impl<C: Served> ::actix_web::ResponseError for ErrorResponse<C> {
    fn status_code(&self) -> ::actix_web::http::StatusCode {
        actix_status(self.status())
    }

    fn error_response(&self) -> ::actix_web::HttpResponse {
        Answer::from(self).into()
    }
}

impl From<Answer> for ::actix_web::HttpResponse {
    fn from(answer: Answer) -> Self {
        let mut response = Self::build(actix_status(answer.status));
        response.content_type(answer.media_type);
        if let Some(wait) = answer.retry_after {
            response.insert_header((::actix_web::http::header::RETRY_AFTER, wait));
        }
        response.body(answer.body)
    }
}

fn actix_status(status: u16) -> ::actix_web::http::StatusCode {
    let none = ::actix_web::http::StatusCode::INTERNAL_SERVER_ERROR;
    ::actix_web::http::StatusCode::from_u16(status).unwrap_or(none)
}

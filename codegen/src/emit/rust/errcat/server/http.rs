/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
///
/// ```text
/// let response = http::Response::from(parcel::ErrorResponse::from(error));
/// ```
impl<C: Served> From<ErrorResponse<C>> for ::http::Response<Vec<u8>> {
    fn from(error: ErrorResponse<C>) -> Self {
        Answer::from(&error).into()
    }
}

impl From<Answer> for ::http::Response<Vec<u8>> {
    fn from(answer: Answer) -> Self {
        let mut response = Self::new(answer.body);
        *response.status_mut() = status_code(answer.status);
        let headers = response.headers_mut();
        if let Ok(kind) = ::http::HeaderValue::from_str(answer.media_type) {
            headers.insert(::http::header::CONTENT_TYPE, kind);
        }
        if let Some(wait) = answer.retry_after {
            headers.insert(::http::header::RETRY_AFTER, wait.into());
        }
        response
    }
}

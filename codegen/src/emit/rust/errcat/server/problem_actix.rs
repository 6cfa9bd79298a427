/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
impl ::actix_web::ResponseError for ProblemDetails {
    fn status_code(&self) -> ::actix_web::http::StatusCode {
        actix_status(final_status(self.status.unwrap_or(NO_STATUS)))
    }

    fn error_response(&self) -> ::actix_web::HttpResponse {
        Answer::from(self).into()
    }
}

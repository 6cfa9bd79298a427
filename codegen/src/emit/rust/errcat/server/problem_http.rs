/// The response with its status, `Content-Type`, and `Retry-After` where there is
/// a time to wait.
impl From<ProblemDetails> for ::http::Response<Vec<u8>> {
    fn from(problem: ProblemDetails) -> Self {
        Answer::from(&problem).into()
    }
}

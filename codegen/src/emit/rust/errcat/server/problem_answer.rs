impl From<&ProblemDetails> for Answer {
    fn from(problem: &ProblemDetails) -> Self {
        Self {
            status: final_status(problem.status.unwrap_or(NO_STATUS)),
            media_type: ProblemDetails::MEDIA_TYPE,
            retry_after: problem.retry_after,
            body: problem.to_json(),
        }
    }
}

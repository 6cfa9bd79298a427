/// What a response of any framework is made of.
struct Answer {
    status: u16,
    media_type: &'static str,
    retry_after: Option<u64>,
    body: Vec<u8>,
}

impl<C: Served> From<&ErrorResponse<C>> for Answer {
    fn from(error: &ErrorResponse<C>) -> Self {
        Self {
            status: error.status(),
            media_type: error.media_type(),
            retry_after: error.retry_after(),
            body: error.to_json(),
        }
    }
}

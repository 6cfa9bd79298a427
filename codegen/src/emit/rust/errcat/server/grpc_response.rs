/// The same error over gRPC, with the status and the time to wait that the
/// response has.
impl<C: Served> From<ErrorResponse<C>> for GrpcError<C> {
    fn from(response: ErrorResponse<C>) -> Self {
        let parts = *response.0;
        let mut error = Self::without_delay(parts.code);
        error.grpc_code = grpc_code(Some(parts.status.into()));
        error.code = parts.spelt;
        error.message = parts.message;
        for (name, json) in parts.values {
            let text = in_metadata(json, error.kind(&name));
            error.metadata.insert(name, text);
        }
        let mut error = error.with_stated_delay();
        error.delay = parts.wait.or(error.delay);
        error
    }
}

impl<C: Served> From<ErrorResponse<C>> for ::tonic::Status {
    fn from(response: ErrorResponse<C>) -> Self {
        GrpcError::from(response).into()
    }
}

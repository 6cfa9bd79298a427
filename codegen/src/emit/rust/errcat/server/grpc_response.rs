/// The same error over gRPC, with the status and the time to wait that the
/// response has. What was filled into its body is not taken along.
impl<C: Served> From<ErrorResponse<C>> for GrpcError<C> {
    fn from(response: ErrorResponse<C>) -> Self {
        let wait = response.0.wait.or_else(|| response.documented_wait());
        let parts = *response.0;
        let mut error = Self::without_delay(parts.code);
        error.grpc_code = grpc_code(Some(parts.status.into()));
        error.code = parts.spelt;
        error.message = parts.message;
        for (name, json) in parts.values {
            let text = in_metadata(json, error.kind(&name));
            error.metadata.insert(name, text);
        }
        error.delay = wait;
        error
    }
}

impl<C: Served> From<ErrorResponse<C>> for ::tonic::Status {
    fn from(response: ErrorResponse<C>) -> Self {
        GrpcError::from(response).into()
    }
}

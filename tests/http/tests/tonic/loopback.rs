//! A real server on loopback whose every call fails, and a real client.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use tonic::body::Body;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::codegen::Service;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::codegen::http::{Request, Response};
use tonic::server::NamedService;
use tonic::transport::{Channel, Server};
use tonic::{Status, client};

use super::api::parcel::{self, ErrorCode};
use super::api::{field_errors, variable};

/// Answers `/errors.Errors/NAME` with an error of that name.
#[derive(Clone)]
struct Errors;

impl NamedService for Errors {
    const NAME: &'static str = "errors.Errors";
}

impl Service<Request<Body>> for Errors {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Ready<Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let name = request.uri().path().rsplit('/').next();
        let status = refused(name.unwrap_or_default()).err();
        let status = status.unwrap_or_else(|| Status::ok(""));
        ready(Ok(status.into_http()))
    }
}

/// A handler as a user writes it: `?` and `into` make a status.
fn refused(name: &str) -> Result<(), Status> {
    match name {
        "large" => Err(parcel::ParcelNotFound {
            id: "日本".repeat(100_000),
            deleted_by: None,
        })?,
        "form" => Err(field_errors::ErrorCode::FormNotFound)?,
        "flood" => Err(variable::Flood { seconds: Some(42) })?,
        name => Err(ErrorCode::from_code(name).ok_or(Status::unknown(""))?)?,
    }
    Ok(())
}

/// Messages of no content.
struct Nothing;

impl Codec for Nothing {
    type Encode = ();
    type Decode = ();
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Nothing {
    type Item = ();
    type Error = Status;

    fn encode(&mut self, (): (), _: &mut EncodeBuf<'_>) -> Result<(), Status> {
        Ok(())
    }
}

impl Decoder for Nothing {
    type Item = ();
    type Error = Status;

    fn decode(&mut self, _: &mut DecodeBuf<'_>) -> Result<Option<()>, Status> {
        Ok(Some(()))
    }
}

async fn called(channel: &Channel, name: &str) -> Status {
    let mut client = client::Grpc::new(channel.clone());
    client.ready().await.expect("a connection");
    let path = PathAndQuery::try_from(format!("/errors.Errors/{name}")).expect("a path");
    let answer = client.unary(tonic::Request::new(()), path, Nothing).await;
    answer.expect_err("each call fails")
}

#[tokio::test]
async fn errors_cross_the_wire() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    let incoming = tonic::transport::server::TcpIncoming::from(listener);
    let server = Server::builder().add_service(Errors);
    let server = tokio::spawn(server.serve_with_incoming(incoming));
    let endpoint = Channel::from_shared(format!("http://{address}")).expect("an address");
    let channel = endpoint.connect().await.expect("a server");
    for code in ErrorCode::ALL
        .iter()
        .filter(|it| !it.as_str().contains('{'))
    {
        let error = parcel::GrpcError::from(&called(&channel, code.as_str()).await);
        assert_eq!(error.code().known(), Some(*code));
        assert_eq!(error.message(), code.message());
    }
    let error = parcel::GrpcError::from(&called(&channel, "large").await);
    assert_eq!(error.code().known(), Some(ErrorCode::ParcelNotFound));
    let form = field_errors::GrpcError::from(&called(&channel, "form").await);
    let code = form.code().known();
    assert_eq!(code, Some(field_errors::ErrorCode::FormNotFound));
    let flood = variable::GrpcError::from(&called(&channel, "flood").await);
    let details = flood.details::<variable::Flood>().expect("details");
    assert_eq!(details.seconds, Some(42));
    server.abort();
}

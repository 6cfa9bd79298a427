//! A server that answers as it was told, and tells what it was asked.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use http_body::Frame;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::time::Instant;

/// What the server answers.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    chunks: Vec<Chunk>,
}

/// A piece of a body, sent by itself.
#[derive(Clone, Debug)]
pub(crate) enum Chunk {
    Bytes(Vec<u8>),
    /// What came before is sent first.
    Pause,
    /// The connection is cut.
    Cut,
    /// Nothing more comes, and the connection stays.
    Silence,
}

impl Answer {
    /// A body with its length.
    pub(crate) fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let length = body.len().to_string();
        Self::in_chunks(status, vec![Chunk::Bytes(body)]).header("content-length", length)
    }

    /// A body whose length is not known beforehand.
    pub(crate) fn in_chunks(status: u16, chunks: Vec<Chunk>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            chunks,
        }
    }

    /// An error in the envelope of its catalog.
    pub(crate) fn error(status: u16, envelope: &impl Serialize) -> Self {
        let body = serde_json::to_vec(envelope).expect("an envelope is JSON");
        Self::new(status, body).header("content-type", "application/json")
    }

    pub(crate) fn ok() -> Self {
        Self::new(200, "done")
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn response(self) -> Response {
        let mut response = Response::builder().status(self.status);
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        let body = Body::new(Chunks(self.chunks.into()));
        response.body(body).expect("a response of our own")
    }
}

/// A request that came in.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) at: Instant,
    pub(crate) method: Method,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

pub(crate) struct Server {
    pub(crate) url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Starts one that gives these answers, and the last of them ever after.
    pub(crate) async fn start(answers: Vec<Answer>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/parcels?page=1", listener.local_addr()?);
        let seen = Arc::default();
        let asked = Arc::clone(&seen);
        let answer = move |request| answer(request, answers.clone(), Arc::clone(&asked));
        let serve = axum::serve(listener, Router::new().fallback(answer));
        tokio::spawn(serve.into_future());
        Ok(Self { url, seen })
    }

    /// The requests so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no test holds it").clone()
    }

    /// The times between them.
    pub(crate) fn gaps(&self) -> Vec<Duration> {
        let seen = self.seen();
        seen.windows(2).map(|it| it[1].at - it[0].at).collect()
    }
}

async fn answer(
    request: Request,
    answers: Vec<Answer>,
    seen: Arc<Mutex<Vec<Seen>>>,
) -> Result<Response, Infallible> {
    let (parts, body) = request.into_parts();
    let request = Seen {
        at: Instant::now(),
        method: parts.method,
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.unwrap_or_default(),
    };
    let mut seen = seen.lock().expect("no test holds it");
    let nth = seen.len().min(answers.len() - 1);
    seen.push(request);
    Ok(answers[nth].clone().response())
}

/// A body that is sent piece by piece.
pub(crate) struct Chunks(pub(crate) VecDeque<Chunk>);

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match self.0.pop_front() {
            None => Poll::Ready(None),
            Some(Chunk::Bytes(bytes)) => Poll::Ready(Some(Ok(Frame::data(bytes.into())))),
            Some(Chunk::Pause) => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Some(Chunk::Cut) => Poll::Ready(Some(Err(io::ErrorKind::BrokenPipe.into()))),
            Some(Chunk::Silence) => {
                self.0.push_front(Chunk::Silence);
                Poll::Pending
            }
        }
    }
}

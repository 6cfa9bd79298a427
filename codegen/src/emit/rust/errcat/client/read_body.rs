/// What bodies are made of, and what ends them.
type Bytes = <::reqwest::Body as ::http_body::Body>::Data;
type FrameOrError = Result<::http_body::Frame<Bytes>, ::reqwest::Error>;

/// Reads the body of a response, and makes a response that has it still: its
/// bytes, and what followed them. `None` if there are more than `longest`.
async fn read_body(
    response: ::reqwest::Response,
    longest: u64,
) -> (::reqwest::Response, Option<Bytes>) {
    if response.content_length().is_some_and(|length| length > longest) {
        return (response, None);
    }
    let url = response.url().clone();
    let (mut parts, body) = ::http::Response::<::reqwest::Body>::from(response)
        .into_parts();
    let body = ReadBody::of(body, longest).await;
    let read = body.rest.is_none().then(|| body.start.clone());
    let with_url = ::reqwest::ResponseBuilderExt::url(
        ::http::response::Builder::new(),
        url,
    );
    let (with_url, ()) = with_url.body(()).unwrap_or_default().into_parts();
    parts.extensions.extend(with_url.extensions);
    let response = ::http::Response::from_parts(parts, body.into_body());
    (response.into(), read)
}

/// A body of which some was read: that, what ended it, and what was not read.
struct ReadBody {
    start: Bytes,
    end: Option<FrameOrError>,
    rest: Option<::reqwest::Body>,
}

impl ReadBody {
    async fn of(mut body: ::reqwest::Body, longest: u64) -> Self {
        let mut read = Vec::new();
        let mut end = None;
        let mut rest = None;
        while end.is_none() {
            let frame = ::core::future::poll_fn(|context| {
                ::http_body::Body::poll_frame(Pin::new(&mut body), context)
            });
            let data = match frame.await {
                None => break,
                Some(frame) => frame.map(::http_body::Frame::into_data),
            };
            match data {
                Ok(Ok(data)) => read.extend_from_slice(&data),
                Ok(Err(trailers)) => end = Some(Ok(trailers)),
                Err(error) => end = Some(Err(error)),
            }
            if read.len() as u64 > longest {
                rest = Some(body);
                break;
            }
        }
        Self {
            start: Bytes::from(read),
            end,
            rest,
        }
    }

    fn into_body(self) -> ::reqwest::Body {
        if self.end.is_none() && self.rest.is_none() {
            self.start.into()
        } else {
            ::reqwest::Body::wrap(self)
        }
    }
}

impl ::http_body::Body for ReadBody {
    type Data = Bytes;
    type Error = ::reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut ::core::task::Context<'_>,
    ) -> ::core::task::Poll<Option<FrameOrError>> {
        let start = ::core::mem::take(&mut self.start);
        let start = (!start.is_empty()).then(|| Ok(::http_body::Frame::data(start)));
        match (start.or_else(|| self.end.take()), &mut self.rest) {
            (Some(frame), _) => ::core::task::Poll::Ready(Some(frame)),
            (None, Some(rest)) => Pin::new(rest).poll_frame(context),
            (None, None) => ::core::task::Poll::Ready(None),
        }
    }
}

#[allow(unused_extern_crates)]
extern crate std;

use ::core::future::Future;
use ::core::pin::Pin;

impl<C: Enveloped<Status = u16>> ::reqwest_middleware::Middleware
for RetryMiddleware<C> {
    // What `async_trait` makes of an `async fn`, so that no crate has to.
    fn handle<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        request: ::reqwest::Request,
        extensions: &'life1 mut ::http::Extensions,
        next: ::reqwest_middleware::Next<'life2>,
    ) -> Pin<
        Box<
            dyn Future<
                Output = ::reqwest_middleware::Result<::reqwest::Response>,
            > + Send + 'async_trait,
        >,
    >
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        Box::pin(self.send(request, extensions, next))
    }
}

impl<C: Enveloped<Status = u16>> RetryMiddleware<C> {
    async fn send(
        &self,
        request: ::reqwest::Request,
        extensions: &mut ::http::Extensions,
        next: ::reqwest_middleware::Next<'_>,
    ) -> ::reqwest_middleware::Result<::reqwest::Response> {
        let kind = self.kind_of(&request, extensions);
        for attempts in 1..self.attempts {
            let Some(copy) = request.try_clone() else { break };
            let (answer, pause) = match next.clone().run(copy, extensions).await {
                Ok(response) => {
                    let (response, advice) = judged::<C>(response).await;
                    let pause = advice
                        .and_then(|it| self.pause(&it, kind, attempts));
                    (Ok(response), pause)
                }
                Err(error) => {
                    let pause = self.pause_without_response(&error, kind, attempts);
                    (Err(error), pause)
                }
            };
            let Some(pause) = pause else { return answer };
            // Its connection serves others in the meantime.
            drop(answer);
            ::tokio::time::sleep(pause).await;
        }
        next.run(request, extensions).await
    }

    /// Whether the request may be sent twice and have its effects once.
    fn kind_of(
        &self,
        request: &::reqwest::Request,
        extensions: &::http::Extensions,
    ) -> Request {
        let header = self.idempotency_header.as_deref();
        let by_header = header.is_some_and(|it| request.headers().contains_key(it));
        let by_method = IDEMPOTENT.contains(&request.method().as_str());
        match extensions.get::<Request>() {
            Some(stated) => *stated,
            None if by_method || by_header => Request::Idempotent,
            None => Request::WithEffects,
        }
    }

    /// An error can't tell where there was no connection: behind a redirect, the
    /// request had its effects before.
    fn pause_without_response(
        &self,
        error: &::reqwest_middleware::Error,
        kind: Request,
        attempts: u32,
    ) -> Option<Duration> {
        let unanswered = error.is_request() || error.is_timeout();
        let advice = unanswered.then(Advice::without_response::<C>);
        advice.and_then(|it| self.pause(&it, kind, attempts))
    }
}

/// The methods of RFC 9110 whose requests may be sent twice.
const IDEMPOTENT: &[&str] = &["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/// The response, and what its document advises where it is an error.
async fn judged<C: Enveloped<Status = u16>>(
    response: ::reqwest::Response,
) -> (::reqwest::Response, Option<Advice>) {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return (response, None);
    }
    let longest = RetryMiddleware::<C>::LONGEST_BODY;
    let (response, body) = read_body(response, longest).await;
    let Some(body) = body else { return (response, None) };
    let since = self::std::time::UNIX_EPOCH;
    let now = self::std::time::SystemTime::now().duration_since(since);
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let advice = ApiError::<C>::from_parts(status.as_u16(), &body)
        .advice(now.unwrap_or_default(), header);
    (response, Some(advice))
}

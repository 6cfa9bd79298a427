//! After which answers a request is sent again, and how often.

use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use reqwest_middleware::Middleware;
use serde_json::json;
use tokio::net::TcpListener;

use crate::api::errcat::Action;
use crate::api::{agentchat, aicity, parcel, remno};
use crate::server::{Answer, Server};
use crate::{Tested, client};

/// How many attempts a `GET` takes that is always answered so.
async fn attempts(
    middleware: impl Middleware,
    answer: Answer,
) -> Result<usize, Box<dyn std::error::Error>> {
    let server = Server::start(vec![answer]).await?;
    client(middleware)?.get(&server.url).send().await?;
    Ok(server.seen().len())
}

/// Each code of a catalog is met with each of its statuses.
macro_rules! each_code {
    ($test:ident, $catalog:ident) => {
        #[tokio::test(start_paused = true)]
        async fn $test() -> Tested {
            use $catalog::{Envelope, ErrorCode, RetryMiddleware};
            for code in ErrorCode::ALL {
                for status in code.statuses() {
                    let retry = code.retry_with(*status);
                    let again = |action| matches!(action, Action::Wait | Action::Backoff);
                    let expected = match retry {
                        Some(retry) if again(retry.action) => {
                            retry.attempts.map_or(2, |it| it.min(2))
                        }
                        _ => 1,
                    };
                    let answer = Answer::error(*status, &Envelope::from(*code));
                    let seen = attempts(RetryMiddleware::new().attempts(2), answer).await?;
                    assert_eq!(u32::try_from(seen)?, expected, "{code} {status}");
                }
            }
            Ok(())
        }
    };
}

each_code!(each_code_of_agentchat, agentchat);
each_code!(each_code_of_aicity, aicity);
each_code!(each_code_of_parcel, parcel);
each_code!(each_code_of_remno, remno);

#[tokio::test(start_paused = true)]
async fn one_status_may_wait_or_stop() -> Tested {
    for (code, expected) in [
        (agentchat::ErrorCode::RateLimited, 3),
        (agentchat::ErrorCode::ColdCapExceeded, 1),
    ] {
        let answer = Answer::error(429, &agentchat::Envelope::from(code));
        let answer = answer.header("retry-after", "1");
        let seen = attempts(agentchat::RetryMiddleware::new(), answer).await?;
        assert_eq!(seen, expected, "{code}");
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn what_is_not_documented_is_not_sent_again() -> Tested {
    let unknown = json!({"error": {"code": "NEWER", "message": ""}}).to_string();
    for body in [unknown.as_str(), "", "{\"error\":", "<html>", "null"] {
        let answer = Answer::new(429, body).header("retry-after", "1");
        let seen = attempts(agentchat::RetryMiddleware::new(), answer).await?;
        assert_eq!(seen, 1, "{body}");
        // Its document advises on the status, whatever the code is.
        let seen = attempts(agentchat::RetryMiddleware::new(), Answer::new(503, body)).await?;
        assert_eq!(seen, 3, "{body}");
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn the_lower_number_of_attempts_counts() -> Tested {
    let answer = || Answer::new(503, "");
    for (asked, documented, own) in [(10, 3, 10), (2, 2, 2), (1, 1, 1), (0, 1, 1)] {
        let seen = attempts(parcel::RetryMiddleware::new().attempts(asked), answer()).await?;
        assert_eq!(seen, documented, "{asked}");
        let seen = attempts(agentchat::RetryMiddleware::new().attempts(asked), answer()).await?;
        assert_eq!(seen, own, "{asked}");
    }
    Ok(())
}

/// Counts what comes through it.
struct Counted(Arc<AtomicU32>);

#[async_trait::async_trait]
impl Middleware for Counted {
    async fn handle(
        &self,
        request: reqwest::Request,
        extensions: &mut http::Extensions,
        next: reqwest_middleware::Next<'_>,
    ) -> reqwest_middleware::Result<reqwest::Response> {
        self.0.fetch_add(1, Ordering::Relaxed);
        next.run(request, extensions).await
    }
}

/// How many attempts a request takes that gets no response.
async fn unanswered(
    middleware: impl Middleware,
    method: reqwest::Method,
    url: &str,
) -> Result<u32, Box<dyn std::error::Error>> {
    let count = Arc::new(AtomicU32::new(0));
    let client = reqwest_middleware::ClientBuilder::from_client(client(middleware)?);
    let client = client.with(Counted(Arc::clone(&count))).build();
    let error = client.request(method, url).send().await.err();
    assert!(error.is_some_and(|it| !it.is_middleware()), "{url}");
    Ok(count.load(Ordering::Relaxed))
}

#[tokio::test(start_paused = true)]
async fn calls_without_a_response_are_made_again_where_that_is_documented() -> Tested {
    use reqwest::Method;
    let gone = TcpListener::bind("127.0.0.1:0").await?;
    let refused = format!("http://{}", gone.local_addr()?);
    drop(gone);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let hangs_up = format!("http://{}", listener.local_addr()?);
    tokio::spawn(read_and_hang_up(listener));
    let city = aicity::RetryMiddleware::new;
    // The same error says that a host behind a redirect was not reached, and then
    // the request has had its effects.
    assert_eq!(unanswered(city(), Method::GET, &refused).await?, 3);
    assert_eq!(unanswered(city(), Method::POST, &refused).await?, 1);
    assert_eq!(unanswered(city(), Method::GET, &hangs_up).await?, 3);
    assert_eq!(unanswered(city(), Method::POST, &hangs_up).await?, 1);
    // AgentChat does not say what to do then, and no URL gets better by waiting.
    let chat = agentchat::RetryMiddleware::new();
    assert_eq!(unanswered(chat, Method::GET, &refused).await?, 1);
    assert_eq!(unanswered(city(), Method::GET, "ftp://127.0.0.1").await?, 1);
    Ok(())
}

/// Reads of each request, so that it may have had its effects, and hangs up.
async fn read_and_hang_up(listener: TcpListener) -> std::io::Result<()> {
    loop {
        let (connection, _) = listener.accept().await?;
        let would_block = |error: std::io::Error| error.kind() == ErrorKind::WouldBlock;
        let mut some = [0; 16];
        loop {
            connection.readable().await?;
            if !connection.try_read(&mut some).is_err_and(would_block) {
                break;
            }
        }
    }
}

//! What is handed on: the response as it came.

use reqwest::Response;
use serde_json::json;

use crate::api::errcat::Sensitive;
use crate::api::{agentchat, parcel};
use crate::server::{Answer, Chunk, Server};
use crate::{Tested, client, plain};

const LONGEST: usize = 1 << 20;

/// Everything that a caller sees of a response.
async fn seen(response: Response) -> Result<(String, Vec<u8>), Box<dyn std::error::Error>> {
    let head = format!(
        "{} {:?} {} {:?} {:?}",
        response.status(),
        response.version(),
        response.url(),
        response.remote_addr(),
        response.headers(),
    );
    Ok((head, response.bytes().await?.to_vec()))
}

/// What a `GET` brings, and how many attempts it takes.
async fn handed_on(
    answer: &Answer,
) -> Result<(String, Vec<u8>, usize), Box<dyn std::error::Error>> {
    let server = Server::start(vec![answer.clone()]).await?;
    let response = client(agentchat::RetryMiddleware::new())?
        .get(&server.url)
        .send()
        .await?;
    let attempts = server.seen().len();
    let (head, body) = seen(response).await?;
    let plain = seen(plain()?.get(&server.url).send().await?).await?;
    assert_eq!(without_date(&head), without_date(&plain.0));
    assert_eq!(body, plain.1);
    Ok((head, body, attempts))
}

/// The same, however long it took to ask twice.
fn without_date(head: &str) -> String {
    let (before, date) = head.split_once("\"date\": ").unwrap_or((head, ""));
    before.to_owned() + date.split_once("GMT").map_or("", |it| it.1)
}

#[tokio::test(start_paused = true)]
async fn bodies_are_kept_byte_for_byte() -> Tested {
    let stopped = agentchat::Envelope::from(agentchat::ErrorCode::ColdCapExceeded);
    let pieces = [&b"{\"error\":"[..], b"", b"\xff\x00", b"}"];
    let pieces = pieces.map(|it| Chunk::Bytes(it.into())).to_vec();
    for (answer, body) in [
        (Answer::error(429, &stopped), serde_json::to_vec(&stopped)?),
        (
            Answer::in_chunks(404, pieces.clone()),
            b"{\"error\":\xff\x00}".to_vec(),
        ),
        (Answer::in_chunks(404, Vec::new()), Vec::new()),
        (
            Answer::in_chunks(200, pieces),
            b"{\"error\":\xff\x00}".to_vec(),
        ),
    ] {
        let answer = answer
            .header("x-request-id", "r-1")
            .header("x-request-id", "r-2");
        let (head, seen, attempts) = handed_on(&answer).await?;
        assert_eq!((seen, attempts), (body, 1));
        assert!(
            head.contains("\"x-request-id\": \"r-1\", \"x-request-id\": \"r-2\""),
            "{head}"
        );
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn giant_bodies_are_handed_on_whole_and_not_judged() -> Tested {
    let with_length = |length: usize| {
        let mut body = json!({"error": {"code": "NEWER"}}).to_string().into_bytes();
        body.resize(length, b' ');
        body
    };
    let chunks = |body: &[u8]| {
        body.chunks(10_000)
            .map(|it| Chunk::Bytes(it.into()))
            .collect()
    };
    for (length, attempts) in [(LONGEST, 3), (LONGEST + 1, 1), (10_000_000, 1)] {
        let body = with_length(length);
        let whole = handed_on(&Answer::new(503, body.clone())).await?;
        assert_eq!((whole.1 == body, whole.2), (true, attempts), "{length}");
        let streamed = handed_on(&Answer::in_chunks(503, chunks(&body))).await?;
        assert_eq!(
            (streamed.1 == body, streamed.2),
            (true, attempts),
            "{length}"
        );
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_cut_is_judged_by_its_status_and_stays_cut() -> Tested {
    let cut = || {
        vec![
            Chunk::Bytes(b"{\"error\":".into()),
            Chunk::Pause,
            Chunk::Cut,
        ]
    };
    for (status, attempts) in [(503, 3), (429, 1)] {
        let server = Server::start(vec![Answer::in_chunks(status, cut())]).await?;
        let client = client(agentchat::RetryMiddleware::new())?;
        let mut response = client.get(&server.url).send().await?;
        assert_eq!(
            (response.status().as_u16(), server.seen().len()),
            (status, attempts)
        );
        assert_eq!(
            response.chunk().await?.as_deref(),
            Some(&b"{\"error\":"[..])
        );
        assert!(response.chunk().await.is_err(), "{status}");
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_success_is_not_read() -> Tested {
    let endless = vec![Chunk::Bytes(b"one line\n".into()), Chunk::Silence];
    let server = Server::start(vec![Answer::in_chunks(200, endless)]).await?;
    let client = client(agentchat::RetryMiddleware::new())?;
    let mut response = client.get(&server.url).send().await?;
    assert_eq!(response.chunk().await?.as_deref(), Some(&b"one line\n"[..]));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn sensitive_values_are_in_the_body_alone() -> Tested {
    let error = parcel::ParcelNotFound {
        id: "p_1".into(),
        deleted_by: Some(Sensitive::new("mallory".into())),
    };
    let server = Server::start(vec![Answer::error(404, &parcel::Envelope::from(error))]).await?;
    let middleware = parcel::RetryMiddleware::new();
    let client = client(middleware.clone())?;
    let response = client.get(&server.url).send().await?;
    let shown = format!("{middleware:?} {client:?} {response:?}");
    assert!(!shown.contains("mallory"), "{shown}");
    assert!(response.text().await?.contains("mallory"));
    Ok(())
}

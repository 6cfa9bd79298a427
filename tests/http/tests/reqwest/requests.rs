//! Which requests are sent again: none may have its effects twice.

use reqwest::Method;

use crate::api::errcat::Request;
use crate::api::{agentchat, aicity};
use crate::server::{Answer, Chunk, Chunks, Server};
use crate::{Tested, client};

/// Answers "busy" once, then well.
async fn busy() -> std::io::Result<Server> {
    let error = agentchat::Envelope::from(agentchat::ErrorCode::ServiceUnavailable);
    Server::start(vec![Answer::error(503, &error), Answer::ok()]).await
}

#[tokio::test(start_paused = true)]
async fn those_that_are_idempotent_by_their_method() -> Tested {
    for (method, attempts) in [
        ("GET", 2),
        ("HEAD", 2),
        ("OPTIONS", 2),
        ("TRACE", 2),
        ("PUT", 2),
        ("DELETE", 2),
        ("POST", 1),
        ("PATCH", 1),
        ("get", 1),
        ("PURGE", 1),
    ] {
        let server = busy().await?;
        let name = Method::from_bytes(method.as_bytes())?;
        let client = client(agentchat::RetryMiddleware::new())?;
        client.request(name, &server.url).send().await?;
        assert_eq!(server.seen().len(), attempts, "{method}");
        assert!(server.seen().iter().all(|it| it.method.as_str() == method));
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn those_that_the_user_says_are() -> Tested {
    for (method, stated, attempts) in [
        (Method::POST, Request::Idempotent, 2),
        (Method::POST, Request::WithEffects, 1),
        (Method::GET, Request::WithEffects, 1),
    ] {
        let server = busy().await?;
        let client = client(agentchat::RetryMiddleware::new())?;
        let request = client.request(method, &server.url).with_extension(stated);
        request.body("twelve boxes").send().await?;
        assert_eq!(server.seen().len(), attempts, "{stated:?}");
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn those_that_bear_the_header_that_makes_them_so() -> Tested {
    let declared = agentchat::RetryMiddleware::new();
    let other = agentchat::RetryMiddleware::new().idempotency_header("X-Once");
    for (middleware, header, attempts) in [
        (declared.clone(), "idempotency-key", 2),
        (declared, "x-once", 1),
        (other.clone(), "idempotency-key", 1),
        (other, "x-once", 2),
    ] {
        let server = busy().await?;
        let request = client(middleware)?.post(&server.url).header(header, "k-1");
        request.body("twelve boxes").send().await?;
        let seen = server.seen();
        assert_eq!(seen.len(), attempts, "{header}");
        for request in seen {
            assert_eq!(&request.body[..], b"twelve boxes");
            assert_eq!(request.headers[header], "k-1");
        }
    }
    // AI City documents no such header, so one that is sent says nothing.
    let error = aicity::Envelope::from(aicity::ErrorCode::InternalError);
    let server = Server::start(vec![Answer::error(500, &error), Answer::ok()]).await?;
    let request = client(aicity::RetryMiddleware::new())?.post(&server.url);
    request.header("idempotency-key", "k-1").send().await?;
    assert_eq!(server.seen().len(), 1);
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn no_stream() -> Tested {
    let server = busy().await?;
    let pieces = [&b"twelve "[..], b"boxes"];
    let chunks = Chunks(pieces.map(|it| Chunk::Bytes(it.into())).into());
    let request = client(agentchat::RetryMiddleware::new())?.put(&server.url);
    let response = request.body(reqwest::Body::wrap(chunks)).send().await?;
    assert_eq!(response.status(), 503);
    let seen = server.seen();
    assert_eq!((seen.len(), &seen[0].body[..]), (1, &b"twelve boxes"[..]));
    Ok(())
}

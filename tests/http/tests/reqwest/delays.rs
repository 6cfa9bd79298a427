//! How long the middleware waits: at least as long as the response states.

use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::api::{agentchat, aicity, parcel};
use crate::server::{Answer, Server};
use crate::{Tested, client};

const SECOND: Duration = Duration::from_secs(1);

/// What work on the way takes, at most, by a clock that stands still.
const WORK: Duration = Duration::from_millis(20);

fn limited() -> agentchat::Envelope {
    agentchat::Envelope::from(agentchat::ErrorCode::RateLimited)
}

/// The times between the attempts of a `GET` that is answered so, and at last
/// well.
async fn gaps(
    middleware: impl reqwest_middleware::Middleware,
    answers: &[Answer],
) -> Result<Vec<Duration>, Box<dyn std::error::Error>> {
    let mut answers = answers.to_vec();
    answers.push(Answer::ok());
    let attempts = answers.len();
    let server = Server::start(answers).await?;
    let response = client(middleware)?.get(&server.url).send().await?;
    assert_eq!(
        (response.status(), server.seen().len()),
        (200.try_into()?, attempts)
    );
    Ok(server.gaps())
}

/// The time between two attempts, the first of which is answered so.
async fn gap(status: u16, envelope: &impl Serialize, retry_after: &str) -> Duration {
    let answer = Answer::error(status, envelope);
    let answer = match retry_after {
        "" => answer,
        value => answer.header("retry-after", value),
    };
    let gaps = gaps(agentchat::RetryMiddleware::new(), &[answer]).await;
    gaps.expect("an answer")[0]
}

fn about(expected: Duration) -> std::ops::Range<Duration> {
    expected..expected + WORK
}

#[tokio::test(start_paused = true)]
async fn seconds_of_a_header() {
    for (stated, seconds) in [("30", 30), ("60", 60), (" 7 ", 7)] {
        let gap = gap(429, &limited(), stated).await;
        assert!(about(seconds * SECOND).contains(&gap), "{stated}: {gap:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_date_of_a_header() {
    let until = SystemTime::now() + 31 * SECOND;
    let stated = httpdate::fmt_http_date(until);
    let gap = gap(429, &limited(), &stated).await;
    // A date has whole seconds, and its clock does not stand still.
    assert!(
        (20 * SECOND..=31 * SECOND).contains(&gap),
        "{stated}: {gap:?}"
    );
    let gap = self::gap(429, &limited(), "Sat, 07 Mar 2026 12:00:30 GMT").await;
    assert!(
        about(SECOND / 2).contains(&gap),
        "a date that has passed: {gap:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn what_states_no_time_leaves_the_plan() {
    for stated in ["", "soon", "-1", "1e3", "99999999999999999999", "NaN"] {
        let gap = gap(429, &limited(), stated).await;
        assert!(about(SECOND / 2).contains(&gap), "{stated}: {gap:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_detail_in_its_unit() -> Tested {
    let slow = parcel::Envelope::from(parcel::SlowDown { seconds: Some(45) });
    let answer = Answer::error(429, &slow);
    let gaps = gaps(parcel::RetryMiddleware::new(), &[answer]).await?;
    assert!(about(45 * SECOND).contains(&gaps[0]), "{gaps:?}");
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn planned_delays_double_and_stated_ones_count_where_they_are_longer() -> Tested {
    let unavailable = agentchat::Envelope::from(agentchat::ErrorCode::ServiceUnavailable);
    let answer = || Answer::error(503, &unavailable);
    let stated = answer().header("retry-after", "3");
    let middleware = agentchat::RetryMiddleware::new().attempts(6).base(SECOND);
    let answers = [answer(), answer(), stated.clone(), stated, answer()];
    let gaps = gaps(middleware, &answers).await?;
    for (gap, seconds) in gaps.iter().zip([1, 2, 4, 8, 16]) {
        assert!(about(seconds * SECOND).contains(gap), "{gaps:?}");
    }
    assert_eq!(gaps.len(), 5);
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_plan_of_ones_own_is_cut_to_the_longest() -> Tested {
    let error = aicity::Envelope::from(aicity::ErrorCode::InternalError);
    let answers = [Answer::error(500, &error), Answer::error(500, &error)];
    let middleware = aicity::RetryMiddleware::new()
        .plan(|failed| 7 * SECOND * failed)
        .longest(10 * SECOND);
    let gaps = gaps(middleware, &answers).await?;
    assert!(about(7 * SECOND).contains(&gaps[0]), "{gaps:?}");
    assert!(about(10 * SECOND).contains(&gaps[1]), "{gaps:?}");
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_stated_delay_beyond_the_longest_ends_the_attempts() -> Tested {
    let answer = Answer::error(429, &limited()).header("retry-after", "61");
    let server = Server::start(vec![answer.clone(), Answer::ok()]).await?;
    let patient = agentchat::RetryMiddleware::new().longest(61 * SECOND);
    let hasty = client(agentchat::RetryMiddleware::new())?;
    let response = hasty.get(&server.url).send().await?;
    assert_eq!(
        (response.status(), server.seen().len()),
        (429.try_into()?, 1)
    );
    assert_eq!(gaps(patient, &[answer]).await?.len(), 1);
    Ok(())
}

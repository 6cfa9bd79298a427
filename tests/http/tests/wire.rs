//! Server and client on the loopback interface: each code of each catalog comes
//! through with its status, its details and its advice, and no body does harm.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use axum::Router;
use http_demo::api::errcat::{Action, AnyCode, Delay, Outcome, Problem, Scope};
use http_demo::api::{agentchat, aicity, parcel, remno};
use http_demo::client::{Met, client, meet, meet_all, url_of, url_of_damage};
use http_demo::damage::Damage;
use http_demo::samples::Sampled;
use http_demo::server::{WAIT, router};
use http_demo::table::Table;
use tokio::net::TcpListener;

type Tested = Result<(), Box<dyn Error>>;

/// Starts a server and says where it is.
async fn start(router: Router) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, router).into_future());
    Ok(url)
}

/// Each code of a catalog, with each of its statuses.
async fn each_code_comes_through<C: Sampled>() -> Tested {
    let (client, url) = (client()?, start(router()).await?);
    for code in C::ALL {
        for status in code.statuses() {
            let met = meet::<C>(&client, &url_of(&url, *code, *status)).await?;
            let told = format!("{code} {status}");
            assert_eq!(met.api.outcome(), Outcome::Known, "{told}");
            assert_eq!(met.api.code().known(), Some(*code), "{told}");
            assert_eq!(met.api.status(), *status, "{told}");
            assert_eq!(
                met.headers["content-type"],
                C::catalog().media_type,
                "{told}"
            );
            details_are_those_that_were_sent(&met, *code);
            advice_is_that_of_the_catalog(&met, *code, *status);
        }
    }
    Ok(())
}

fn details_are_those_that_were_sent<C: Sampled>(met: &Met<C>, code: C) {
    let carries = code.entry().details().next().is_some();
    assert_eq!(met.details.is_some(), carries, "{code}");
    if let Some(details) = &met.details {
        assert!(
            details.as_ref().is_ok_and(|it| it.as_sent),
            "{code}: {details:?}"
        );
    }
}

fn advice_is_that_of_the_catalog<C: Sampled>(met: &Met<C>, code: C, status: u16) {
    let retry = code.retry_with(status);
    let advice = &met.advice;
    assert_eq!(advice.action, retry.map(|it| it.action), "{code}");
    assert_eq!(advice.basis.is_some(), retry.is_some(), "{code}");
    assert_eq!(advice.attempts, retry.and_then(|it| it.attempts), "{code}");
    let scope = retry.map_or(Scope::Request, |it| it.scope);
    assert_eq!(advice.scope, scope, "{code}");
    assert_eq!(advice.safe, retry.and_then(|it| it.safe), "{code}");
    let delay = match retry.and_then(|it| it.delay) {
        Some(Delay::Header(_)) => Some(WAIT),
        Some(Delay::Seconds(seconds)) => Some(Duration::from_secs(seconds.into())),
        // The sample of the one code whose delay is a detail.
        Some(Delay::Detail(_)) => Some(Duration::from_secs(45)),
        None => None,
    };
    assert_eq!(advice.delay, delay, "{code}");
    assert_eq!(
        met.headers.contains_key("retry-after"),
        delay.is_some(),
        "{code}"
    );
}

/// Each kind of damage; `advice` is what the document says about 502.
async fn each_damage_is_survived<C: Sampled>(advice: Option<Action>) -> Tested {
    let (client, url) = (client()?, start(router()).await?);
    for damage in Damage::ALL {
        let met = meet::<C>(&client, &url_of_damage::<C>(&url, *damage)).await?;
        assert_eq!(met.api.outcome(), damage.outcome(), "{damage:?}");
        assert_eq!(
            (met.api.status(), met.advice.action),
            (502, advice),
            "{damage:?}"
        );
        assert!(
            format!("{} {:?}", met.api, met.api).len() < 2_000,
            "{damage:?}"
        );
        let (code, length) = (unknown_text(&met), met.api.body().len());
        match damage {
            Damage::Empty => assert_eq!(length, 0),
            Damage::Html => assert!(met.api.body().starts_with(b"<html>")),
            Damage::Truncated => assert!(met.api.body().starts_with(b"{")),
            Damage::Deep => assert!(length > 200_000 && details_are_unreadable(&met)),
            Damage::Giant => assert!(length > 10_000_000),
            Damage::NullCode => assert_eq!(code, "null"),
            Damage::NumberCode => assert_eq!(code, "7007"),
            Damage::NewCode => assert_eq!(code, "NEWER_THAN_THE_CATALOG"),
        }
    }
    let met = meet::<C>(&client, &format!("{url}/{}/NO_SUCH_CODE", C::catalog().id)).await?;
    assert_eq!(
        (met.api.status(), met.api.outcome()),
        (404, Outcome::Broken)
    );
    Ok(())
}

fn unknown_text<C: Sampled>(met: &Met<C>) -> String {
    match met.api.code() {
        AnyCode::Known(_) => String::new(),
        AnyCode::Unknown(code) => code.as_str().to_owned(),
    }
}

/// Whether typed details, if the code has any, are an error and no panic.
fn details_are_unreadable<C: Sampled>(met: &Met<C>) -> bool {
    match &met.details {
        Some(details) => details
            .as_ref()
            .is_err_and(|it| it.problem() == Problem::NotJson),
        None => met.api.json().is_none(),
    }
}

macro_rules! catalogs {
    ($($catalog:ident: $advice:expr,)*) => {
        mod every_code_comes_through {
            use super::*;
            $(#[tokio::test]
            async fn $catalog() -> Tested {
                each_code_comes_through::<$catalog::ErrorCode>().await
            })*
        }
        mod every_damage_is_survived {
            use super::*;
            $(#[tokio::test]
            async fn $catalog() -> Tested {
                each_damage_is_survived::<$catalog::ErrorCode>($advice).await
            })*
        }
    };
}

catalogs! {
    agentchat: Some(Action::Backoff),
    aicity: Some(Action::Backoff),
    remno: None,
    parcel: Some(Action::Backoff),
}

#[tokio::test]
async fn the_programs_do_what_they_say() -> Tested {
    let mut server = Command::new(env!("CARGO_BIN_EXE_server"));
    let mut server = server.arg("127.0.0.1:0").stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    let output = server.stdout.take().ok_or("its output")?;
    BufReader::new(output).read_line(&mut line)?;
    let url = line
        .strip_prefix("listening on ")
        .and_then(|it| it.split(';').next());
    let url = url.ok_or("where it listens")?;
    let printed = Command::new(env!("CARGO_BIN_EXE_client")).arg(url).output();
    let rows = meet_all(&client()?, url).await;
    server.kill()?;
    server.wait()?;
    let (printed, rows) = (printed?, rows?);
    assert!(printed.status.success(), "{printed:?}");
    assert_eq!(String::from_utf8(printed.stdout)?, Table(&rows).to_string());
    let expected = statuses::<agentchat::ErrorCode>()
        + statuses::<aicity::ErrorCode>()
        + statuses::<remno::ErrorCode>()
        + statuses::<parcel::ErrorCode>()
        + 4 * Damage::ALL.len();
    assert_eq!(rows.len(), expected);
    Ok(())
}

fn statuses<C: Sampled>() -> usize {
    C::ALL.iter().map(|it| it.statuses().len()).sum()
}

#[tokio::test]
async fn a_row_says_what_it_should() -> Tested {
    let url = start(router()).await?;
    let rows = meet_all(&client()?, &url).await?;
    let table = Table(&rows).to_string();
    let line = |code: &str| {
        let lines = table.lines().filter(|it| it.contains(code));
        lines
            .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        line("COLD_CAP"),
        ["agentchat 429 COLD_CAP_EXCEEDED ErrorCode stop [entry]"]
    );
    assert_eq!(
        line("INBOX_RESTRICTED"),
        ["agentchat 403 INBOX_RESTRICTED InboxRestricted stop [entry] handle=alice"]
    );
    assert_eq!(
        line("SLOW_DOWN"),
        [
            "parcel 429 SLOW_DOWN_{seconds} SlowDown wait 45s, holds back the account [entry] seconds=45"
        ]
    );
    assert_eq!(
        line("INSUFFICIENT_FUNDS"),
        ["remno 402 INSUFFICIENT_FUNDS ErrorCode not documented"]
    );
    assert!(
        table.contains("[redacted]") && !table.contains("mallory"),
        "{table}"
    );
    Ok(())
}

#[tokio::test]
async fn the_readme_shows_what_the_client_prints() -> Tested {
    let readme = include_str!("../../../README.md");
    let (_, shown) = readme.split_once("--bin client ").ok_or("no client")?;
    let (shown, _) = shown.split_once("```").ok_or("no end")?;
    let url = start(router()).await?;
    let table = Table(&meet_all(&client()?, &url).await?).to_string();
    let printed: Vec<&str> = table.lines().collect();
    let lines: Vec<&str> = shown.lines().skip(1).filter(|it| *it != "...").collect();
    assert!(lines.len() > 5, "{shown}");
    for line in lines {
        assert!(printed.contains(&line), "no line `{line}` in\n{table}");
    }
    Ok(())
}

#[tokio::test]
async fn no_server_gives_orders_to_a_terminal() -> Tested {
    let body = r#"{"error":{"code":"\u001b[31mRED\u202e\n","message":"\u001b]0;"}}"#;
    let url = start(Router::new().fallback(move || async move { body })).await?;
    let rows = meet_all(&client()?, &url).await?;
    let table = Table(&rows).to_string();
    assert!(table.contains("\\u{1b}[31mRED\\u{202e}\\n"), "{table}");
    let plain = |it: char| it == '\n' || (' '..='~').contains(&it);
    assert!(table.chars().all(plain), "{table}");
    assert_eq!(table.lines().count(), rows.len() + 1);
    Ok(())
}

//! The client: it meets every code of every catalog, each with all of its
//! statuses, and bodies that are damaged.

use std::time::SystemTime;

use http::HeaderMap;

use crate::api::errcat::{Advice, AnyCode, ApiError, DetailsError, Outcome};
use crate::api::{agentchat, aicity, parcel, remno};
use crate::damage::Damage;
use crate::samples::{Decoded, Sampled};
use crate::table::{InWords, Row};

/// An error that was met.
#[derive(Debug)]
pub struct Met<C: Sampled> {
    /// The response.
    pub api: ApiError<C>,
    /// Its headers.
    pub headers: HeaderMap,
    /// What its document advises, with the delay that it states.
    pub advice: Advice,
    /// Its details; `None` for a code that carries none.
    pub details: Option<Result<Decoded, DetailsError>>,
}

/// A client that follows no redirect: some are errors of a catalog.
///
/// # Errors
///
/// The system grants none.
pub fn client() -> reqwest::Result<reqwest::Client> {
    let builder = reqwest::Client::builder().no_proxy();
    builder.redirect(reqwest::redirect::Policy::none()).build()
}

/// Meets everything that the server at this URL has.
///
/// # Errors
///
/// The server can't be reached, or goes away.
pub async fn meet_all(client: &reqwest::Client, url: &str) -> reqwest::Result<Vec<Row>> {
    let mut rows = meet_catalog::<agentchat::ErrorCode>(client, url).await?;
    rows.extend(meet_catalog::<aicity::ErrorCode>(client, url).await?);
    rows.extend(meet_catalog::<remno::ErrorCode>(client, url).await?);
    rows.extend(meet_catalog::<parcel::ErrorCode>(client, url).await?);
    Ok(rows)
}

/// Meets the codes of a catalog, and damaged bodies.
async fn meet_catalog<C: Sampled>(
    client: &reqwest::Client,
    url: &str,
) -> reqwest::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for code in C::ALL {
        for status in code.statuses() {
            rows.push(meet::<C>(client, &url_of(url, *code, *status)).await?.row());
        }
    }
    for damage in Damage::ALL {
        let met = meet::<C>(client, &url_of_damage::<C>(url, *damage)).await?;
        rows.push(met.row().of_damage(*damage));
    }
    Ok(rows)
}

/// Where the server has a code.
#[must_use]
pub fn url_of<C: Sampled>(url: &str, code: C, status: u16) -> String {
    let (catalog, code) = (C::catalog().id, code.code());
    format!("{url}/{catalog}/{code}?status={status}")
}

/// Where the server has a damaged body.
#[must_use]
pub fn url_of_damage<C: Sampled>(url: &str, damage: Damage) -> String {
    format!("{url}/{}/damaged/{}", C::catalog().id, damage.name())
}

/// Reads a response, as any client of the API would.
///
/// # Errors
///
/// There is none, or its body ends before its time.
pub async fn meet<C: Sampled>(client: &reqwest::Client, url: &str) -> reqwest::Result<Met<C>> {
    let response = client.get(url).send().await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let api = ApiError::from_parts(status.as_u16(), &response.bytes().await?);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let header = |name: &str| headers.get(name)?.to_str().ok();
    let advice = api.advice(now.unwrap_or_default(), header);
    Ok(Met {
        advice,
        details: C::decoded(&api),
        api,
        headers,
    })
}

impl<C: Sampled> Met<C> {
    /// Its row of the table.
    fn row(&self) -> Row {
        let code = self.api.code();
        let (kind, details) = match (self.api.outcome(), &self.details) {
            (Outcome::Broken, _) => ("broken", format!("{} bytes", self.api.body().len())),
            (Outcome::Unknown, _) => ("unknown", String::new()),
            (Outcome::Known, None) => ("ErrorCode", String::new()),
            (Outcome::Known, Some(Ok(it))) => (it.kind, it.values.clone()),
            (Outcome::Known, Some(Err(error))) => ("ErrorCode", error.to_string()),
        };
        Row {
            catalog: C::catalog().id,
            status: self.api.status(),
            code: match code {
                AnyCode::Known(code) => code.to_string(),
                AnyCode::Unknown(code) => code.as_str().to_owned(),
            },
            kind,
            advice: InWords(&self.advice).to_string(),
            details,
        }
    }
}

//! The switch `reqwest-middleware` against a server on the loopback interface:
//! which requests are sent again, when, and what is handed on in the end.
//!
//! The clock of `tokio` stands still but for waiting, so a minute takes no time.

mod api {
    include!(concat!(env!("OUT_DIR"), "/reqwest/generated/rust/mod.rs"));
}

mod attempts;
mod bodies;
mod delays;
mod requests;
mod server;

use std::error::Error;

use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware};

type Tested = Result<(), Box<dyn Error>>;

/// A client with this middleware.
fn client(middleware: impl Middleware) -> reqwest::Result<ClientWithMiddleware> {
    Ok(ClientBuilder::new(plain()?).with(middleware).build())
}

/// One without. It keeps no connection: the timers of idle ones would move the
/// clock.
fn plain() -> reqwest::Result<reqwest::Client> {
    let builder = reqwest::Client::builder().pool_max_idle_per_host(0);
    builder.no_proxy().build()
}

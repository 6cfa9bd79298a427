//! `cargo run -p http-demo --bin client [URL]`: meets every error of the server
//! and prints what became of it.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use http_demo::client::{client, meet_all};
use http_demo::table::Table;

#[tokio::main]
async fn main() -> ExitCode {
    let url = std::env::args().nth(1);
    let url = url.as_deref().unwrap_or("http://127.0.0.1:7080");
    match run(url).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let hint = "is a server there? `cargo run -p http-demo --bin server` starts one";
            // Where nobody listens, nothing is to be said.
            let _ = writeln!(io::stderr(), "error: {error}\n{hint}");
            ExitCode::FAILURE
        }
    }
}

async fn run(url: &str) -> Result<(), Box<dyn Error>> {
    let rows = meet_all(&client()?, url.trim_end_matches('/')).await?;
    write!(io::stdout(), "{}", Table(&rows))?;
    Ok(())
}

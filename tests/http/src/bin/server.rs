//! `cargo run -p http-demo --bin server [ADDRESS]`: answers any shipped error on
//! request, until Ctrl-C.

use std::io::{self, Write};

use http_demo::server::router;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let address = std::env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:7080");
    let listener = TcpListener::bind(address).await?;
    let url = format!("http://{}", listener.local_addr()?);
    writeln!(
        io::stdout(),
        "listening on {url}; try {url}/agentchat/RATE_LIMITED"
    )?;
    let interrupted = async {
        // Where no signal can be awaited, it ends the process as ever.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let serving = axum::serve(listener, router());
    serving.with_graceful_shutdown(interrupted).await
}

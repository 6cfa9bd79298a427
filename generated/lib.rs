//! The error catalogs of Remno, `AgentChat` and AI City, as Rust.
//!
//! This is what a crate that uses errcat in its build script looks like: one
//! line takes in what the script made of `catalogs/`. The files in `rust/`
//! beside this one are the same bytes, for readers.
//!
//! ```
//! use errcat_catalogs::agentchat::{Action, AnyCode, ErrorCode};
//!
//! let advice = |code: &str| match AnyCode::from_code(code) {
//!     AnyCode::Known(ErrorCode::ColdCapExceeded) => "write to someone who replied",
//!     AnyCode::Known(code) if code.is_retryable() => "send it again, later",
//!     AnyCode::Known(_) => "don't send it again",
//!     AnyCode::Unknown(_) => "update this catalog",
//! };
//! assert_eq!(advice("COLD_CAP_EXCEEDED"), "write to someone who replied");
//! assert_eq!(advice("RATE_LIMITED"), "send it again, later");
//! assert_eq!(advice("NOT_YET_KNOWN"), "update this catalog");
//!
//! let limited = ErrorCode::RateLimited.retry().expect("the document has advice");
//! assert_eq!(limited.action, Action::Wait);
//! ```

include!(concat!(env!("OUT_DIR"), "/errcat/mod.rs"));

//! EC0401: a line of the document that does not hold the error.
//!
//! [`check_documents`](crate::check_documents) runs this, where the document is
//! at hand. A line holds a listing if it mentions one of the entry's codes, or
//! else, since documents lose headings, if it mentions the listing's status.
//! The status is weaker, so it has two limits: where the code is documented,
//! the line must name no other code of the catalog; and a line that mentions a
//! status once vouches for one listing.

#[cfg(feature = "full")]
mod lines;

#[cfg(feature = "full")]
pub(crate) use self::lines::check;
use super::{Level, Rule};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0401",
    name: "source-line",
    level: Level::Deny,
    explain: include_str!("source_line.md"),
    check: None,
};

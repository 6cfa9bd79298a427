//! One writing type per place that text can land in.
//!
//! Text of a catalog is data: it reaches an output only through a method here
//! that escapes it for its place. What a sink takes unescaped is `&'static
//! str`: syntax that stands in our own source. A `String` can't be pushed.

mod json;
mod markdown;
mod rust;
mod words;
mod yaml;

pub(crate) use self::json::Json;
pub(crate) use self::markdown::{Anchor, Markdown, Place, Table};
pub(crate) use self::rust::{Extent, Filling, Rust, doc_comments, doc_lines};
pub(crate) use self::words::{Sentence, Words};
pub(crate) use self::yaml::{Quotes, Scalar};

/// A character of a comment of our own: one that can neither end it nor be read
/// as anything but a name.
fn inert(character: char) -> char {
    match character {
        ' ' | '.' | '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' => character,
        _ => '_',
    }
}

//! One writing type per place that text can land in.
//!
//! Text of a catalog is data: it reaches an output only through a method here
//! that escapes it for its place. What a sink takes unescaped is `&'static
//! str`: syntax that stands in our own source. A `String` can't be pushed, and
//! an example that does not compile shows so for each of these types.
//!
//! Backends print with them, and some wait for backends to come: those are there
//! with the feature `full`, as is the one for YAML. They are public
//! so that their examples can be compiled, and so that tests can read back, with
//! parsers of each language, what a user's program could write. What they are
//! called may change with any version.
//!
//! | place | type |
//! |---|---|
//! | Rust: literals, comments, docs | [`Rust`] |
//! | Markdown: pages, rustdoc, `TSDoc`, cells of tables | [`Markdown`] |
//! | JSON | [`Json`] |
//! | HTML: text, attributes, links, data for scripts | [`Html`], [`Href`], [`Json`] |
//! | TypeScript: literals, comments, `TSDoc` | [`TypeScript`] |
//! | Python: literals, comments, docstrings | [`Python`] |
//! | YAML: a scalar of a catalog | [`Scalar`] |
//! | terminals and logs | [`Terminal`] |

mod decimal;
mod href;
#[cfg(feature = "full")]
mod html;
mod json;
mod literal;
mod markdown;
#[cfg(feature = "full")]
mod python;
mod rust;
mod terminal;
#[cfg(feature = "full")]
mod typescript;
mod words;
#[cfg(feature = "full")]
mod yaml;

pub use self::href::Href;
#[cfg(feature = "full")]
pub use self::html::{Attribute, Html};
pub use self::json::Json;
pub(crate) use self::markdown::{Anchor, Table};
pub use self::markdown::{Markdown, Place};
#[cfg(feature = "full")]
pub use self::python::Python;
pub use self::rust::Rust;
pub(crate) use self::rust::{Extent, Filling, Writing, doc_comments, doc_lines};
pub use self::terminal::{Terminal, visible};
#[cfg(feature = "full")]
pub use self::typescript::TypeScript;
pub(crate) use self::words::{Sentence, Words};
#[cfg(feature = "full")]
pub use self::yaml::{Quotes, Scalar};

/// A character of a comment of our own: one that can neither end it nor be read
/// as anything but a name.
fn inert(character: char) -> char {
    match character {
        ' ' | '.' | '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' => character,
        _ => '_',
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_comment_holds_letters_digits_and_three_marks() {
        let text = "aZ 09._-/*\n\u{2028}é:\"";
        let text: String = text.chars().map(inert).collect();
        assert_eq!(text, "aZ 09._________");
    }
}

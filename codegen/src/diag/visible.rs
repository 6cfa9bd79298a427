//! Text from anywhere as one line that shows all that it holds.

use crate::yaml::is_hidden;

/// The text with every character spelt out that steers a terminal, ends a line
/// or hides: names of files and contents of catalogs must not do that.
///
/// ```
/// assert_eq!(errcat_codegen::visible("a\u{1b}[31m\nb"), "a\\u{1b}[31m\\nb");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) || character == '\n' {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

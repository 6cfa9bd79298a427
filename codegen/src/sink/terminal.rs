//! Terminals and logs: text that shows all that it holds.

use crate::yaml::is_hidden;

/// Text for a terminal that is being written.
///
/// ```
/// use errcat_codegen::sink::Terminal;
///
/// let name = String::from("a\u{1b}[31m");
/// let mut line = Terminal::default();
/// line.raw("wrote ").text(&name).raw("\n");
/// assert_eq!(line.finish(), "wrote a\\u{1b}[31m\n");
/// ```
///
/// Text can't be written as an order to the terminal:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::Terminal;
///
/// let name = String::from("a\u{1b}[31m");
/// let mut line = Terminal::default();
/// line.raw("wrote ").raw(&name).raw("\n");
/// assert_eq!(line.finish(), "wrote a\\u{1b}[31m\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Terminal(String);

impl Terminal {
    /// Our own words, breaks and colours.
    pub fn raw(&mut self, words: &'static str) -> &mut Self {
        self.0.push_str(words);
        self
    }

    /// Text on one line. Every character is spelt out that steers a terminal,
    /// moves the cursor, ends a line or hides.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.spelling_out(text, |it| is_hidden(it) || matches!(it, '\n' | '\t'))
    }

    /// A line of a file: the same, but tabs stay.
    pub fn source(&mut self, line: &str) -> &mut Self {
        self.spelling_out(line, |it| is_hidden(it) || it == '\n')
    }

    /// What is to be printed.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    fn spelling_out(&mut self, text: &str, is_spelt_out: impl Fn(char) -> bool) -> &mut Self {
        for character in text.chars() {
            if is_spelt_out(character) {
                self.0.extend(character.escape_default());
            } else {
                self.0.push(character);
            }
        }
        self
    }
}

/// The text as [`Terminal::text`] writes it: names of files and contents of
/// catalogs must not steer whoever reads them.
///
/// ```
/// assert_eq!(errcat_codegen::visible("a\u{1b}[31m\n\tb"), "a\\u{1b}[31m\\n\\tb");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    let mut line = Terminal(String::with_capacity(text.len()));
    line.text(text);
    line.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each character of the parts of Unicode that hold some that hide.
    fn characters() -> impl Iterator<Item = char> {
        let parts = [
            '\0'..='\u{2fff}',
            '\u{fd00}'..='\u{10fff}',
            '\u{dff00}'..='\u{e0fff}',
        ];
        parts.into_iter().flatten()
    }

    #[test]
    fn no_character_steers_a_terminal() {
        for character in characters() {
            let text = format!("a{character}b");
            let (shown, mut line) = (visible(&text), Terminal::default());
            line.source(&text);
            let line = line.finish();
            let is_spelt_out = |text: &str| text.starts_with("a\\") && text.is_ascii();
            match character {
                '\t' => assert_eq!([shown, line], ["a\\tb", "a\tb"]),
                '\n' => assert_eq!([shown, line], ["a\\nb", "a\\nb"]),
                _ if is_hidden(character) => {
                    assert!(is_spelt_out(&shown) && shown == line, "{shown}");
                }
                _ => assert_eq!([&shown, &line], [&text, &text]),
            }
        }
    }

    #[test]
    fn our_own_words_stay() {
        let mut line = Terminal::default();
        line.raw("\u{1b}[1m").text("\u{1b}").raw("\n");
        assert_eq!(line.finish(), "\u{1b}[1m\\u{1b}\n");
    }
}

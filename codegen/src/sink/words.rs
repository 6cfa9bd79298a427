//! Words: what can be said in each place that people read.
//!
//! Facts that stand in several such places are worded once, over this trait.
//! [`Markdown`] says them on pages and in rustdoc; a [`Sentence`] keeps them as
//! [`Prose`], for programs that print it in a way of their own.

use super::{Anchor, Markdown};
use crate::model::{Block, Inline, Prose};
use crate::prose::Blocks;

/// A place that takes words.
pub(crate) trait Words {
    /// Our own words; in Markdown also its syntax.
    fn raw(&mut self, words: &'static str) -> &mut Self;
    /// Plain text of a catalog.
    fn text(&mut self, text: &str) -> &mut Self;
    /// Code of a catalog.
    fn code(&mut self, code: &str) -> &mut Self;
    /// Our own words, set apart.
    fn emphasis(&mut self, words: &'static str) -> &mut Self;

    fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        let number: i64 = number.into();
        self.text(&number.to_string())
    }

    /// A code of this catalog.
    fn reference(&mut self, code: &str) -> &mut Self {
        self.code(code)
    }

    /// Something else of this catalog, under its name.
    fn named(&mut self, _anchor: Anchor<'_>, name: &str) -> &mut Self {
        self.text(name)
    }
}

impl Words for Markdown {
    fn raw(&mut self, words: &'static str) -> &mut Self {
        self.raw(words)
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.text(text)
    }

    fn code(&mut self, code: &str) -> &mut Self {
        self.code(code)
    }

    fn emphasis(&mut self, words: &'static str) -> &mut Self {
        self.raw("*").raw(words).raw("*")
    }

    fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        self.number(number)
    }

    fn reference(&mut self, code: &str) -> &mut Self {
        self.reference(code)
    }

    fn named(&mut self, anchor: Anchor<'_>, name: &str) -> &mut Self {
        self.named(anchor, name)
    }
}

/// A paragraph that is being said.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    inlines: Vec<Inline>,
}

impl Sentence {
    /// The paragraph, without the blank that a wording may begin with.
    pub(crate) fn finish(mut self) -> Prose {
        if let Some(Inline::Text(first)) = self.inlines.first_mut() {
            first.drain(..first.len() - first.trim_start().len());
        }
        Prose {
            blocks: Blocks::One(Block::Paragraph(self.inlines)),
        }
    }

    fn say(&mut self, words: &str) -> &mut Self {
        match self.inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.inlines.push(Inline::Text(words.to_owned())),
        }
        self
    }
}

impl Words for Sentence {
    fn raw(&mut self, words: &'static str) -> &mut Self {
        self.say(words)
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.say(text)
    }

    fn code(&mut self, code: &str) -> &mut Self {
        self.inlines.push(Inline::Code(code.to_owned()));
        self
    }

    fn emphasis(&mut self, words: &'static str) -> &mut Self {
        self.say(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sink::Place;

    /// The same words in any place.
    fn say(place: &mut impl Words) {
        place.raw("  Wait ").number(-2).raw(" ").text("<s>");
        place
            .raw(" for ")
            .code("A")
            .raw(", ")
            .reference("B")
            .raw(" or ");
        place
            .named(Anchor::Section("c"), "C")
            .raw(", ")
            .emphasis("not")
            .raw(" D.");
    }

    #[test]
    fn a_sentence_joins_its_words() {
        let mut sentence = Sentence::default();
        say(&mut sentence);
        let text = |text: &str| Inline::Text(text.to_owned());
        let code = |code: &str| Inline::Code(code.to_owned());
        let inlines = vec![
            text("Wait -2 <s> for "),
            code("A"),
            text(", "),
            code("B"),
            text(" or C, not D."),
        ];
        let blocks = Blocks::One(Block::Paragraph(inlines));
        assert_eq!(sentence.finish(), Prose { blocks });
    }

    #[test]
    fn markdown_links_what_is_on_its_page() {
        for (place, said) in [
            (
                Place::Page,
                "  Wait -2 \\<s> for `A`, [`B`](#B) or [C](#section:c), *not* D.",
            ),
            (Place::Doc, "  Wait -2 \\<s> for `A`, `B` or C, *not* D."),
            (Place::TsDoc, "  Wait -2 \\<s> for `A`, `B` or C, *not* D."),
        ] {
            let mut markdown = Markdown::new(place);
            say(&mut markdown);
            assert_eq!(markdown.finish(), said);
        }
    }
}

//! Blanks that no reader sees: those at the ends of a paragraph's lines, which
//! character references like `&#32;` can make. `build` takes them away, so that a
//! backend prints no blank that is gone when its output is read.

use super::Inline;

/// Takes away the blanks at the ends of each line of a paragraph, and breaks at
/// its ends; whether anything is left of it.
pub(super) fn says_something(paragraph: &mut Vec<Inline>) -> bool {
    trim_starts(paragraph, |text| {
        text.drain(..text.len() - text.trim_start_matches(' ').len());
    });
    paragraph.reverse();
    trim_starts(paragraph, |text| {
        text.truncate(text.trim_end_matches(' ').len());
    });
    paragraph.reverse();
    !paragraph.is_empty()
}

/// Trims what stands first on each line, and takes it away if that leaves nothing
/// of it. Lines before the first that says something go with their breaks.
fn trim_starts(paragraph: &mut Vec<Inline>, trim: impl Fn(&mut String)) {
    let (mut is_first, mut begins) = (true, true);
    paragraph.retain_mut(|inline| {
        match inline {
            Inline::Text(text) if begins => {
                trim(text);
                begins = text.is_empty();
                is_first &= begins;
                return !begins;
            }
            Inline::Break => begins = true,
            _ => (is_first, begins) = (false, false),
        }
        !(is_first && begins)
    });
}

#[cfg(test)]
mod tests {
    use super::super::{Block, Inline, parse};

    /// What is left of a paragraph.
    fn left(text: &str) -> Vec<Inline> {
        match parse(text, |problem, _| panic!("{problem:?}")).blocks() {
            [] => Vec::new(),
            [Block::Paragraph(inlines)] => inlines.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn lines_begin_and_end_with_no_blank() {
        let text = |text: &str| Inline::Text(text.to_owned());
        assert_eq!(left("&#10; "), []);
        assert_eq!(left("&#32; a&#9;b &#32;"), [text("a b")]);
        let broken = [text("a"), Inline::Break, text("b")];
        assert_eq!(left("a&#32;\\\n&#32;b"), broken);
        assert_eq!(left("&#32;\\\n&#32;\\\na\\\n&#32;"), [text("a")]);
        assert_eq!(left("&#32;\\\n&#32;"), []);
        assert_eq!(left("`a\tb`"), [Inline::Code("a b".into())]);
        let code = [Inline::Code("a".into()), text(" b")];
        assert_eq!(left("&#32;`a` b"), code);
        let inner = Inline::Emphasis(vec![text(" a ")]);
        assert_eq!(left("*&#32;a&#32;*"), [inner]);
    }
}

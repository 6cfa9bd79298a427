//! Comments that an author did not mean as such.

use super::offset;
use crate::source::Span;

/// The comment right behind a plain text that reads like more of it: there is
/// no blank after its `#`.
pub(super) fn glued_to(source: &str, text: Span) -> Option<Span> {
    let rest = source.get(text.end as usize..)?.strip_prefix(' ')?;
    let line = rest.lines().next()?.trim_end();
    let comment = line.trim_start();
    let glued = comment
        .strip_prefix('#')?
        .starts_with(|next: char| next.is_alphanumeric());
    let start = text.end + offset(1 + line.len() - comment.len());
    let span = Span {
        start,
        end: start + offset(comment.len()),
        ..text
    };
    (glued && text.start < text.end).then_some(span)
}

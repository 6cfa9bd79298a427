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

/// The comment in the place of the value of `key`, if it reads like one.
pub(super) fn instead_of_value(source: &str, key: Span) -> Option<Span> {
    let rest = source.get(key.end as usize..)?;
    let line = rest.lines().next()?.trim_end();
    let comment = line.strip_prefix(':')?.trim_start();
    let start = key.end + offset(line.len() - comment.len());
    comment
        .strip_prefix('#')?
        .starts_with(char::is_alphanumeric)
        .then_some(Span {
            start,
            end: start + offset(comment.len()),
            ..key
        })
}

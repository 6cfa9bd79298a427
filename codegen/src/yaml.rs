//! Text to a spanned tree: the only module that knows the YAML crate.
//!
//! Catalogs and the configuration go through [`parse`]. The tree holds scalars
//! *as written*: whether `404` or `no` is text, a number or a truth value is
//! for the stage that knows what is expected there. What edition 1 refuses
//! (anchors, aliases, merge keys, tags, a second document, duplicate keys,
//! characters that a reader can't see) is reported here, each at its place.

mod blanks;
mod builder;
mod characters;
mod columns;
mod commas;
mod comments;
mod curly;
mod duplicates;
mod fault;
mod flow;
mod line;
mod look_alikes;
mod repair;
#[cfg(test)]
mod second_reader;
mod tree;

use granit_parser::Parser;

use self::builder::Builder;
pub(crate) use self::characters::is_hidden;
pub(crate) use self::curly::{opening as opening_curly, within as within_curly};
pub(crate) use self::tree::{Key, Layout, Node, Pair, Style, Value, bit};
use crate::diag::Report;
use crate::limits;
use crate::lint::over_limit;
use crate::source::{Source, SourceId, Span};

/// Whether a text holds a character that a reader can't see.
pub(crate) fn hidden_in(text: &str) -> bool {
    characters::first_hidden(text).is_some()
}

/// Reads `source` into a tree; `None` if it holds no tree or is too broken to
/// give one, which has then been reported.
pub(crate) fn parse<'a>(source: &'a Source, id: SourceId, report: &mut Report) -> Option<Node<'a>> {
    if source.text().len() > limits::FILE {
        over_limit::file(report, Span::start_of(id));
        return None;
    }
    read(source, id, report).ok().flatten()
}

/// The same; where it is too broken, what ended the reading.
pub(crate) fn read<'a>(
    source: &'a Source,
    id: SourceId,
    report: &mut Report,
) -> Result<Option<Node<'a>>, Stop> {
    let (text, origin) = (source.text(), Origin { source: id });
    if let Some(first) = characters::report_hidden(text, origin, report) {
        return Err(Stop::Hidden(first));
    }
    let mut options = granit_parser::Options::default();
    options.set_emit_comments(false);
    options.emit_anchor_events = true;
    options.emit_unresolved_aliases = true;
    options.disallow_directives = true;
    options.flow_nesting_limit = limits::DEPTH;
    options.block_nesting_limit = limits::DEPTH;
    let mut builder = Builder::new(origin, text, report);
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                builder.event(event, span);
                if let Some(broken) = builder.broken() {
                    return Err(Stop::Syntax(broken.start as usize));
                }
            }
            Err(error) => {
                return Err(Stop::Syntax(builder.syntax(&error)));
            }
        }
    }
    Ok(builder.finish().filter(|root| !root.value.is_empty()))
}

/// Where the reading of a text ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Before it began: the first hidden character.
    Hidden(usize),
    /// Where the parser gave up.
    Syntax(usize),
}

/// Which source a text is.
#[derive(Clone, Copy)]
pub(crate) struct Origin {
    source: SourceId,
}

impl Origin {
    fn span(self, start: usize, end: usize) -> Span {
        Span {
            source: self.source,
            start: offset(start),
            end: offset(end.max(start)),
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("sources are at most 64 MiB")
}

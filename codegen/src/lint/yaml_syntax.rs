//! EC0001: the file is not valid YAML.

use super::{Level, Rule, shown};
use crate::diag::{Diagnostic, Report};
use crate::source::Span;
use crate::syntax::grammar;
use crate::yaml::within_curly;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0001",
    name: "yaml-syntax",
    level: Level::Deny,
    explain: include_str!("yaml_syntax.md"),
    check: None,
};

/// What a writer did that YAML can't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A tab where only spaces may indent.
    Tab,
    /// A text without quotes that holds `: `; the text.
    ColonInText(String),
    /// A text with `: ` in it that begins with a quote which is none of YAML's;
    /// the text.
    CurlyQuote(String),
    /// A text without quotes whose first character means something in YAML;
    /// the text.
    ReservedStart(String),
    /// `- ` after a key, on the key's line; the text from there.
    DashAfterKey(String),
    /// A key that is indented so deep that it goes on with the text above.
    TooDeepKey,
    /// A line that starts in a column where nothing else starts; those nearby.
    Indentation(Vec<Start>),
    /// `- ` in the column of keys.
    ItemAmongKeys,
    /// The same, where the first item has no `- `.
    KeysBeforeItem,
    /// A line that a merge left, where both sides had changed something.
    ConflictMarker,
    /// A character that looks like one of YAML's own; that one.
    LookAlike(char, char),
    /// `key:value`; the line as it was meant.
    NoSpaceAfterColon(String),
    /// `-key`; the key.
    NoSpaceAfterDash(String),
    /// `key {`, where `key: {` was meant; the key.
    NoColonBeforeBrace(String),
    /// A line of a map that is no key with a value.
    NoColon,
    /// A quote without its partner.
    UnclosedQuote(char),
    /// A text that goes on after its closing quote.
    TextAfterQuote(char),
    /// A backslash in double quotes that begins no escape; what stands there.
    Escape(String),
    /// A bracket without its partner.
    UnclosedBracket(char),
    /// A bracket that is closed by the other kind.
    Mismatch(char, char),
    /// A closing bracket that closes nothing.
    StrayBracket(char),
    /// Two things without a comma between them; the bracket around them.
    MissingComma(char),
    /// `#` right after a value.
    CommentWithoutSpace,
    /// A comment between two lines of one text.
    CommentInText,
    /// A line that begins with `%`.
    Directive,
    /// Anything else, in the parser's words.
    Other(String),
}

/// Where a line above starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Counted from 1, as is the line.
    pub(crate) column: usize,
    pub(crate) line: usize,
    /// The key that stands there, or the `-` of an item.
    pub(crate) name: String,
}

/// What holds where a file can't be read to its end.
pub(super) const UNREAD: &str = "nothing else in this file is checked until this is mended";

/// Says what is wrong, and what to do next.
pub(crate) fn raise<'a>(report: &'a mut Report, span: Span, fault: &Fault) -> &'a mut Diagnostic {
    report
        .raise(&RULE, span, message(fault))
        .help(help(fault))
        .help(UNREAD)
}

fn message(fault: &Fault) -> String {
    let fixed = match fault {
        Fault::Tab => "YAML does not allow a tab here",
        Fault::ColonInText(_) => "text with a colon and a space in it must be quoted",
        Fault::TooDeepKey => "this line is indented like a part of the text above it",
        Fault::Indentation(_) => "this line does not line up with any line above it",
        Fault::ItemAmongKeys | Fault::KeysBeforeItem => "a list item can't stand among keys",
        Fault::ConflictMarker => "a merge left the marker of a conflict here",
        Fault::LookAlike(found, meant) => {
            return format!("this `{found}` looks like `{meant}`, and is another character");
        }
        Fault::NoSpaceAfterColon(_) => "a key's colon needs a space after it",
        Fault::NoSpaceAfterDash(_) => "the `-` of a list item needs a space after it",
        Fault::NoColon => "this line is no key with a value",
        Fault::UnclosedQuote(_) => "this quote is not closed",
        Fault::TextAfterQuote(_) => "this text goes on after its closing quote",
        Fault::CommentWithoutSpace => "a comment needs a space before its `#`",
        Fault::CommentInText => "this comment ends a text that goes on below it",
        Fault::Directive => "catalogs have no `%` directives",
        Fault::ReservedStart(text) => {
            return format!("text that begins with {} must be quoted", first(text));
        }
        Fault::CurlyQuote(text) => return curly(text),
        Fault::NoColonBeforeBrace(key) => {
            return format!(
                "a colon and a space are missing between `{}` and this brace",
                shown(key)
            );
        }
        Fault::DashAfterKey(_) => "a list can't begin on the line of its key",
        Fault::Escape(escape) => return format!("`{escape}` is no escape of YAML"),
        Fault::UnclosedBracket(open) => return format!("this `{open}` is not closed"),
        Fault::Mismatch(open, close) => return format!("this `{open}` is closed by a `{close}`"),
        Fault::StrayBracket(close) => return format!("this `{close}` closes nothing"),
        Fault::MissingComma(open) => {
            let close = partner(*open);
            return format!("inside `{open}..{close}`, a comma or quotes are missing before this");
        }
        Fault::Other(problem) => return format!("this is not valid YAML: {problem}"),
    };
    fixed.to_owned()
}

fn help(fault: &Fault) -> String {
    let fixed = match fault {
        Fault::ColonInText(text) | Fault::ReservedStart(text) => return one_line_or_two(text),
        Fault::CurlyQuote(text) => return straight(text),
        Fault::DashAfterKey(text) => {
            return format!(
                "start the list on a line of its own; if this is text, {}",
                quote_it(text)
            );
        }
        Fault::NoSpaceAfterColon(line) => return format!("write `{line}`"),
        Fault::NoColonBeforeBrace(key) => return format!("write `{}: {{`", shown(key)),
        Fault::NoSpaceAfterDash(key) => return format!("write `- {key}`"),
        Fault::UnclosedQuote(quote) => {
            return format!(
                "write `{quote}` where the text ends; its further lines must be indented deeper than its key"
            );
        }
        Fault::UnclosedBracket(open) => return format!("write `{}` where it ends", partner(*open)),
        Fault::Mismatch(open, _) => return format!("close it with `{}`", partner(*open)),
        Fault::Tab => "use spaces: two for each level",
        Fault::TooDeepKey => {
            "the keys of one map start in the same column; if this line is text, quote all of the text"
        }
        Fault::Indentation(near) if !near.is_empty() => return start_in(near),
        Fault::Indentation(_) => {
            "the keys of one map, and the items of one list, start in the same column"
        }
        Fault::ItemAmongKeys => {
            "the items of one list start in the same column: move this one under the one before"
        }
        Fault::KeysBeforeItem => {
            "if the keys above are the first item, its `- ` is missing; else start this under a key"
        }
        Fault::ConflictMarker => {
            "choose between the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
        }
        Fault::LookAlike(_, ':') => "write `: `, a colon and a space",
        Fault::LookAlike(..) => "write `- `, a hyphen and a space",
        Fault::NoColon => {
            "write `key: value`; a further line of a text must be indented deeper than its key"
        }
        Fault::TextAfterQuote('\'') => "write an apostrophe inside single quotes twice: `''`",
        Fault::TextAfterQuote(_) => {
            "quote the text from its start to its end; inside, write a quote as `\\\"`"
        }
        Fault::Escape(_) => "write `\\\\` for a backslash, or put the text in single quotes",
        Fault::StrayBracket(_) => "delete it, or quote the text that it belongs to",
        Fault::MissingComma(_) => {
            "put a comma between two values; quote text that holds a comma, a bracket or `: `"
        }
        Fault::CommentWithoutSpace => "put a space before the `#`",
        Fault::CommentInText => {
            "move the comment above the text; if it is part of the text, quote the text"
        }
        Fault::Directive => "delete the line",
        Fault::Other(_) => "look at the indentation and the quotes around this place",
    };
    fixed.to_owned()
}

/// Says which quotes a text needs, unless another line ran into it.
fn one_line_or_two(text: &str) -> String {
    match grammar::key_within(text) {
        Some(key) => format!(
            "if `{key}` is a key, start it on a line of its own; if all of this is text, {}",
            quote_it(text)
        ),
        None => quote_it(text),
    }
}

/// Says that the curly quote at the start of a text is none of YAML's.
pub(super) fn curly(text: &str) -> String {
    let quote = text.chars().next().unwrap_or('\u{201c}');
    format!("`{quote}` is no quote of YAML")
}

/// Says to write straight quotes for curly ones.
pub(super) fn straight(text: &str) -> String {
    match within_curly(text).and_then(quoted) {
        Some(quoted) => format!("write straight quotes: {quoted}"),
        None => "write `\"` where the text begins and where it ends".to_owned(),
    }
}

/// Says to leave out the curly quotes around a word.
pub(super) fn unquoted(text: &str) -> String {
    match within_curly(text) {
        Some(inner) => format!("{}: write `{}`", curly(text), shown(inner)),
        None => format!("{}: delete it", curly(text)),
    }
}

/// Says in which column a line starts, like one above it.
fn start_in(columns: &[Start]) -> String {
    let place = |it: &Start| {
        let name = match it.name.as_str() {
            "-" => "the `-`".to_owned(),
            key => format!("`{}:`", shown(key)),
        };
        format!("in column {}, like {name} on line {}", it.column, it.line)
    };
    let places: Vec<String> = columns.iter().map(place).collect();
    format!("start it {}", places.join(", or "))
}

/// Longest text that is shown with its quotes.
const LONGEST: usize = 80;

/// Says which quotes a text needs.
pub(super) fn quote_it(text: &str) -> String {
    match quoted(text) {
        Some(quoted) => format!("quote it: {quoted}"),
        None => "quote the text, from its first character to its last".to_owned(),
    }
}

/// The text with the quotes that it needs, unless it is too long to be shown.
pub(super) fn quoted(text: &str) -> Option<String> {
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    Some(if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    })
}

/// The first character of a text, as it reads in a sentence.
fn first(text: &str) -> String {
    match text.chars().next() {
        Some('`') => "a backtick".to_owned(),
        Some(first) => format!("`{first}`"),
        None => "this".to_owned(),
    }
}

/// The bracket that closes an opening one.
fn partner(open: char) -> char {
    match open {
        '[' => ']',
        _ => '}',
    }
}

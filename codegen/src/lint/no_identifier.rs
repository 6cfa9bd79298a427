//! EC0103: a name that gives no identifier.

use super::{Level, Rule, confusable_code, shown, yaml_syntax};
use crate::diag::Report;
use crate::model::Ident;
use crate::names::NoIdent;
use crate::source::Span;
use crate::yaml::opening_curly;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0103",
    name: "no-identifier",
    level: Level::Deny,
    explain: include_str!("no_identifier.md"),
    check: None,
};

/// `what` says which kind of name it is: `code`, `name`, `section`.
pub(crate) fn raise(report: &mut Report, span: Span, what: &str, words: &str, why: NoIdent) {
    let message = format!(
        "the {what} `{}` gives no identifier: {}",
        shown(words),
        why.reason()
    );
    report
        .raise(&RULE, span, message)
        .help(help(what, words, why));
}

/// A key of an object gives a field, and what lies behind it no struct: the name
/// of that has those of all objects around it in front.
pub(super) fn within(report: &mut Report, span: Span, what: &str, key: &str, outer: &Ident) {
    let (key, outer) = (shown(key), shown(outer.as_str()));
    let why = NoIdent::TooLong.reason();
    report
        .raise(
            &RULE,
            span,
            format!("the {what} `{key}` within `{outer}` gives no identifier: {why}"),
        )
        .help(help(what, "", NoIdent::TooLong));
}

fn help(what: &str, words: &str, why: NoIdent) -> String {
    if opening_curly(words).is_some() {
        return yaml_syntax::unquoted(words);
    }
    if let (NoIdent::NotAscii, Some(foreign)) = (why, confusable_code::foreign_in(words)) {
        return foreign;
    }
    let fixed = match what {
        "code" => "add `name:` with words to make one of, like `name: NOT_FOUND`",
        "name" => "write other words of ASCII letters and digits, like `NOT_FOUND`",
        "detail" => {
            "each detail is a field in the outputs; where the wire has such a key, declare what holds it as `type: any`, or leave it out"
        }
        "envelope's key" => {
            "each key is a field in the outputs; let one `$any` stand for the object around it"
        }
        _ => "choose other words",
    };
    fixed.to_owned()
}

/// Several codes can't share one `name`.
pub(crate) fn name_of_several(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "`name` can't stand beside a list of codes")
        .help("each code gives an identifier of its own; write two entries to name them");
}

//! EC0014: keys that exclude each other.

use super::{Level, Rule};
use crate::diag::{Diagnostic, Report};
use crate::mend::Mend;
use crate::model::Travels;
use crate::source::{Span, Spanned};
use crate::yaml::Key;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0014",
    name: "conflicting-keys",
    level: Level::Deny,
    explain: include_str!("conflicting_keys.md"),
    check: None,
};

/// An item has both `code` and `ref`.
pub(crate) fn code_and_ref(report: &mut Report, reference: &Key, code: &Key) {
    report
        .raise(
            &RULE,
            reference.span,
            "an item has either `code` or `ref`, not both",
        )
        .related(code.span, "`code` is here")
        .help("`code` defines an entry; `ref` lists one again at another place");
}

/// An item with `code` has a key that only refs have.
pub(crate) fn canonical_code<'a>(
    report: &'a mut Report,
    code: &Key,
    canonical: &Key,
) -> &'a mut Diagnostic {
    report
        .raise(
            &RULE,
            code.span,
            "an item with `canonical` has `ref`, not `code`",
        )
        .related(canonical.span, "`canonical` is here")
        .help("write `ref:` instead of `code:` where the document repeats a code")
}

/// Of two keys at one place only one may be there.
pub(crate) fn either_or(
    report: &mut Report,
    second: Span,
    first: Span,
    keys: [&str; 2],
    help: &str,
) {
    report
        .raise(
            &RULE,
            second,
            format!("`{}` and `{}` exclude each other", keys[0], keys[1]),
        )
        .related(first, format!("`{}` is here", keys[0]))
        .help(help);
}

/// Of two keys at one place exactly one must be there.
pub(crate) fn neither(report: &mut Report, head: Span, keys: [&str; 2], help: &str) {
    report
        .raise(
            &RULE,
            head,
            format!("one of `{}` and `{}` is needed here", keys[0], keys[1]),
        )
        .help(help);
}

/// A key of retry advice speaks of sending the request again, which `action`
/// does not.
pub(crate) fn nothing_again(report: &mut Report, span: Span, key: &str, action: &Spanned<&str>) {
    let Spanned {
        value: word,
        span: at,
    } = action;
    report
        .raise(
            &RULE,
            span,
            format!("`{word}` does not send the request again, so `{key}` says nothing here"),
        )
        .related(*at, format!("`{word}` is here"))
        .help(format!("delete `{key}`; if the same request may be sent again, write `do: backoff` or `do: wait`"));
}

/// Only a redirect leads to a new place.
pub(crate) fn no_redirect(report: &mut Report, span: Span, action: &Spanned<&str>) {
    let Spanned {
        value: word,
        span: at,
    } = action;
    report
        .raise(
            &RULE,
            span,
            format!("`{word}` leads to no new place, so `to` says nothing here"),
        )
        .related(*at, format!("`{word}` is here"))
        .help(
            "delete `to`; if the same request is to be sent to another place, write `do: redirect`",
        );
}

/// `canonical` is about a status that the ref does not have.
pub(crate) fn canonical_without_status(report: &mut Report, span: Span) {
    report
        .raise(
            &RULE,
            span,
            "`canonical` says nothing on a ref without a `status`",
        )
        .help("add the `status:` that is the canonical one, or delete `canonical`");
}

/// A key makes no sense beside what another says.
pub(crate) fn misplaced(report: &mut Report, span: Span, message: impl Into<String>, help: &str) {
    report.raise(&RULE, span, message).help(help);
}

/// A sensitive detail stands in text that is logged.
pub(crate) fn sensitive_in_text(report: &mut Report, [secret, place]: [Span; 2], travels: Travels) {
    let text = match travels {
        Travels::Code => "code",
        Travels::Message => "message",
        Travels::Details | Travels::Body => return,
    };
    report
        .raise(
            &RULE,
            secret,
            format!("a value that stands in the {text} can't stay out of logs"),
        )
        .related(place, format!("`in: {text}` is here"))
        .help("delete `sensitive:` if anyone may see it, or `in:` where the body has it among the details");
}

/// `$inline` stands for the details and for nothing else.
pub(crate) fn inline(report: &mut Report, span: Span) {
    report
        .raise(
            &RULE,
            span,
            "`$inline` puts the keys of the details here, and nothing else",
        )
        .help("write `$inline: details`")
        .mend(Mend::Say(span, "details".to_owned()));
}

/// Outputs would land among the catalogs.
pub(crate) fn one_folder(report: &mut Report, span: Span) {
    report
        .raise(&RULE, span, "`out` and `catalogs` name the same folder")
        .help("give the outputs a folder of their own, like `generated`");
}

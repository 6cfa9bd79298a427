//! Facts in words, the same in every target that people read.

pub(super) mod entry;
pub(super) mod shape;

use crate::model::{
    Action, Advice, AdviceRule, Catalog, Delay, Deprecation, Entry, Place, Retry, Safe, Scope,
    Successor, Text,
};
use crate::sink::Markdown;

/// The advice for an entry with its canonical status and where it stands; then
/// that for other statuses, where it differs.
pub(super) fn advice(out: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    let canonical = catalog.advice(entry, entry.status());
    one(out, catalog, canonical);
    for status in entry.statuses.iter().skip(1) {
        let here = catalog.advice(entry, Some(*status));
        if here.map(|it| it.retry) != canonical.map(|it| it.retry) {
            out.raw(" With ").number(status.number()).raw(": ");
            one(out, catalog, here);
        }
    }
}

fn one(out: &mut Markdown, catalog: &Catalog, advice: Option<Advice<'_>>) {
    let Some(advice) = advice else {
        out.raw("no advice is documented.");
        return;
    };
    retry(out, catalog, advice.retry);
    match advice.rule {
        AdviceRule::Variant | AdviceRule::Entry => {}
        AdviceRule::Section(_) => {
            out.raw(" (As all of its section.)");
        }
        AdviceRule::Type(_) => {
            out.raw(" (As all of its type.)");
        }
        AdviceRule::Status(row) => {
            out.raw(" (As all of status ")
                .text(&row.to_string())
                .raw(".)");
        }
    }
}

/// One block of advice.
pub(super) fn retry(out: &mut Markdown, catalog: &Catalog, it: &Retry) {
    match it.action {
        Action::Stop => {
            out.raw("stop; do not send this request again.");
        }
        Action::Change => {
            out.raw("change the request; the same one will fail again.");
        }
        Action::Act => {
            out.raw("someone must act first; then send it again.");
        }
        Action::Wait => {
            out.raw("send the same request again after ");
            it.delay.iter().for_each(|it| delay(out, catalog, it));
            out.raw(".");
        }
        Action::Backoff => {
            out.raw("send the same request again with growing delays");
            if let Some(it) = &it.delay {
                out.raw(", or after ");
                delay(out, catalog, it);
                out.raw(" where it is stated");
            }
            out.raw(".");
        }
        Action::Redirect => redirect(out, catalog, it.to.as_ref()),
    }
    if let Some(attempts) = it.attempts {
        out.raw(" At most ").number(attempts).raw(" attempts.");
    }
    out.raw(match it.scope {
        Scope::Request => "",
        Scope::Recipient => " Hold back everything to this recipient.",
        Scope::Account => " Hold back everything of this account.",
        Scope::Connection => " Hold back everything on this connection.",
        Scope::Transaction => " Start the whole transaction again.",
    });
    out.raw(match it.safe {
        None => "",
        Some(Safe::Always) => " A request with effects may be sent again too.",
        Some(Safe::Idempotent) => " A request with effects only if it is idempotent.",
    });
    if let Some(note) = &it.note {
        out.raw(" ")
            .text(note.as_str())
            .raw(if ends(note) { "" } else { "." });
    }
}

fn ends(note: &Text) -> bool {
    note.as_str().ends_with(['.', '!', '?'])
}

fn delay(out: &mut Markdown, catalog: &Catalog, delay: &Delay) {
    match delay {
        Delay::Header(at) => out
            .raw("the delay in ")
            .code(catalog.headers[*at].name.as_str()),
        Delay::Detail(name) => out.raw("the delay in ").code(name),
        Delay::Seconds(seconds) => out.number(*seconds).raw(" seconds"),
    };
}

fn redirect(out: &mut Markdown, catalog: &Catalog, to: Option<&Place>) {
    out.raw("send the same request to ");
    match to {
        Some(Place::Header(at)) => out
            .raw("the place in ")
            .code(catalog.headers[*at].name.as_str()),
        Some(Place::Detail(name)) => out.raw("the place in ").code(name),
        None => out.raw("the place that the response names"),
    };
    out.raw(".");
}

/// What follows "deprecated": since when, until when, what instead, and why.
pub(super) fn deprecation(page: &mut Markdown, catalog: &Catalog, it: &Deprecation) {
    if let Some(since) = &it.since {
        page.raw(" since ").text(since.as_str());
    }
    if let Some(sunset) = &it.sunset {
        page.raw(", ends on ").text(sunset.as_str());
    }
    match &it.successor {
        Some(Successor::Code(code)) => {
            page.raw("; use ").reference(&code.to_string());
        }
        Some(Successor::Section(at)) => {
            page.raw("; use ")
                .text(catalog.sections[*at].title.as_str());
        }
        None => {}
    }
    if let Some(note) = &it.note {
        page.raw(": ").text(note.as_str().trim_end_matches('.'));
    }
}

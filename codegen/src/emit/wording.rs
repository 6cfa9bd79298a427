//! Facts in words, the same in every target that people read.

pub(super) mod entry;
pub(super) mod shape;

use crate::model::{
    Action, Catalog, Delay, Deprecation, Entry, Place, Retry, Safe, Scope, Status, Successor, Text,
};
use crate::sink::{Anchor, Markdown, Words};

/// The advice for an entry: one sentence or more if it is the same for all its
/// statuses, else one for each.
pub(super) fn advice(out: &mut Markdown, catalog: &Catalog, entry: &Entry) {
    let of = |status| catalog.advice(entry, status).map(|it| it.retry);
    let canonical = of(entry.status());
    let mut others = entry.statuses.iter().skip(1);
    if others.all(|it| of(Some(*it)) == canonical) {
        block(out, catalog, canonical);
        return;
    }
    for (at, status) in entry.statuses.iter().enumerate() {
        out.raw(if at > 0 { " With " } else { "With " });
        out.number(status.number()).raw(": ");
        block(out, catalog, of(Some(*status)));
    }
}

/// A block of advice, or that there is none.
pub(super) fn block(out: &mut Markdown, catalog: &Catalog, it: Option<&Retry>) {
    match it {
        Some(it) => retry(out, catalog, it),
        // Which is not "stop".
        None => {
            out.raw("Not documented.");
        }
    }
}

/// One block of advice.
pub(super) fn retry(out: &mut impl Words, catalog: &Catalog, it: &Retry) {
    match it.action {
        Action::Stop => {
            out.raw("Stop; do not send this request again.");
        }
        Action::Change => {
            out.raw("Change the request; the same one will fail again.");
        }
        Action::Act => {
            out.raw("Someone must act first; then send it again.");
        }
        Action::Wait => {
            out.raw("Send the same request again after ");
            it.delay.iter().for_each(|it| delay(out, catalog, it));
            out.raw(".");
        }
        Action::Backoff => {
            out.raw("Send the same request again with growing delays");
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

fn delay(out: &mut impl Words, catalog: &Catalog, delay: &Delay) {
    match delay {
        Delay::Header(at) => out
            .raw("the delay in ")
            .code(catalog.headers[*at].name.as_str()),
        Delay::Detail(name) => out.raw("the delay in ").code(name),
        Delay::Seconds(seconds) => out.number(*seconds).raw(" seconds"),
    };
}

fn redirect(out: &mut impl Words, catalog: &Catalog, to: Option<&Place>) {
    out.raw("Send the same request to ");
    match to {
        Some(Place::Header(at)) => out
            .raw("the place in ")
            .code(catalog.headers[*at].name.as_str()),
        Some(Place::Detail(name)) => out.raw("the place in ").code(name),
        None => out.raw("the place that the response names"),
    };
    out.raw(".");
}

/// What follows "Deprecated.", each with a blank before it: since when, until
/// when, what instead, and why.
pub(super) fn deprecation(page: &mut impl Words, catalog: &Catalog, it: &Deprecation) {
    match (&it.since, &it.sunset) {
        (None, None) => {}
        (Some(since), None) => {
            page.raw(" Since ").text(since.as_str()).raw(".");
        }
        (None, Some(sunset)) => {
            page.raw(" Ends on ").text(sunset.as_str()).raw(".");
        }
        (Some(since), Some(sunset)) => {
            page.raw(" Since ").text(since.as_str());
            page.raw("; ends on ").text(sunset.as_str()).raw(".");
        }
    }
    match it.successor.as_deref() {
        Some(Successor::Code(code)) => {
            page.raw(" Use ").reference(&code.spelt()).raw(".");
        }
        Some(Successor::Section(at)) => {
            let section = &catalog.sections[*at];
            page.raw(" Use ")
                .named(Anchor::Section(section.id.as_str()), section.title.as_str())
                .raw(".");
        }
        None => {}
    }
    if let Some(note) = &it.note {
        page.raw(" ")
            .text(note.as_str())
            .raw(if ends(note) { "" } else { "." });
    }
}

/// Statuses as numbers, with commas between.
pub(super) fn numbers(out: &mut Markdown, statuses: &[Status]) {
    for (at, status) in statuses.iter().enumerate() {
        out.raw(if at > 0 { ", " } else { "" })
            .number(status.number());
    }
}

//! Values in rows of the tables.

use crate::emit::wording::shape::inline_json;
use crate::model::{
    Action, Catalog, Code, Delay, Deprecation, Detail, Entry, Example, FieldType, Listing, Name,
    Pattern, Place, Prose, Provenance, Retry, Safe, Scope, Severity, Shape, Stage, Successor, Text,
    Variant,
};
use crate::sink::Rust;

pub(super) fn wire(out: &mut Rust, code: &Code) {
    match code {
        Code::Text(text) => out.string(text),
        Code::Integer(number) => out.number(*number),
        Code::Pattern(_) => out.string(&code.spelt()),
    };
}

pub(super) fn text(out: &mut Rust, text: &Text) {
    out.string(text.as_str());
}

pub(super) fn prose(out: &mut Rust, prose: &Prose) {
    out.prose(prose);
}

pub(super) fn optional_text(out: &mut Rust, text: Option<&Text>) {
    out.optional_string(text.map(Text::as_str));
}

pub(super) fn optional_prose(out: &mut Rust, prose: Option<&Prose>) {
    match prose {
        Some(prose) => out.raw("Some(").prose(prose).raw(")"),
        None => out.raw("None"),
    };
}

pub(super) fn optional_code(out: &mut Rust, code: Option<&Code>) {
    out.optional_string(code.map(Code::spelt).as_deref());
}

pub(super) fn provenance(out: &mut Rust, it: Provenance) {
    out.raw(match it {
        Provenance::Documented => "Provenance::Documented",
        Provenance::Derived => "Provenance::Derived",
        Provenance::Inferred => "Provenance::Inferred",
    });
}

pub(super) fn severity(out: &mut Rust, it: Severity) {
    out.raw(match it {
        Severity::Error => "Severity::Error",
        Severity::Warning => "Severity::Warning",
        Severity::Success => "Severity::Success",
    });
}

pub(super) fn stage(out: &mut Rust, it: Stage) {
    out.raw(match it {
        Stage::Stable => "Stage::Stable",
        Stage::Beta => "Stage::Beta",
        Stage::Reserved => "Stage::Reserved",
    });
}

pub(super) fn retry(out: &mut Rust, catalog: &Catalog, it: &Retry) {
    out.raw("Retry { action: ").raw(match it.action {
        Action::Stop => "Action::Stop",
        Action::Change => "Action::Change",
        Action::Act => "Action::Act",
        Action::Wait => "Action::Wait",
        Action::Backoff => "Action::Backoff",
        Action::Redirect => "Action::Redirect",
    });
    out.raw(", delay: ");
    match &it.delay {
        None => out.raw("None"),
        Some(Delay::Header(at)) => out
            .raw("Some(Delay::Header(")
            .string(catalog.headers[*at].name.as_str())
            .raw("))"),
        Some(Delay::Detail(name)) => out.raw("Some(Delay::Detail(").string(name).raw("))"),
        Some(Delay::Seconds(seconds)) => out.raw("Some(Delay::Seconds(").number(*seconds).raw("))"),
    };
    out.raw(", to: ");
    match &it.to {
        None => out.raw("None"),
        Some(Place::Header(at)) => out
            .raw("Some(Place::Header(")
            .string(catalog.headers[*at].name.as_str())
            .raw("))"),
        Some(Place::Detail(name)) => out.raw("Some(Place::Detail(").string(name).raw("))"),
    };
    out.raw(", attempts: ").optional_number(it.attempts);
    out.raw(", scope: ").raw(match it.scope {
        Scope::Request => "Scope::Request",
        Scope::Recipient => "Scope::Recipient",
        Scope::Account => "Scope::Account",
        Scope::Connection => "Scope::Connection",
        Scope::Transaction => "Scope::Transaction",
    });
    out.raw(", safe: ").raw(match it.safe {
        None => "None",
        Some(Safe::Always) => "Some(Safe::Always)",
        Some(Safe::Idempotent) => "Some(Safe::Idempotent)",
    });
    out.raw(", note: ");
    optional_text(out, it.note.as_ref());
    out.raw(" }");
}

pub(super) fn optional_retry(out: &mut Rust, catalog: &Catalog, it: Option<&Retry>) {
    match it {
        None => {
            out.raw("None");
        }
        Some(it) => {
            out.raw("Some(");
            retry(out, catalog, it);
            out.raw(")");
        }
    }
}

pub(super) fn deprecation(out: &mut Rust, catalog: &Catalog, it: &Deprecation) {
    out.raw("Deprecation { since: ");
    optional_text(out, it.since.as_ref());
    out.raw(", sunset: ")
        .optional_string(it.sunset.as_ref().map(crate::model::Date::as_str));
    out.raw(", successor: ");
    match it.successor.as_deref() {
        Some(Successor::Code(code)) => optional_code(out, Some(code)),
        Some(Successor::Section(at)) => {
            out.optional_string(Some(catalog.sections[*at].id.as_str()));
        }
        None => {
            out.raw("None");
        }
    }
    out.raw(", note: ");
    optional_text(out, it.note.as_ref());
    out.raw(" }");
}

/// The parts of a variable code, literal and variable in turn.
pub(super) fn parts(out: &mut Rust, entry: &Entry, pattern: &Pattern) {
    let mut details = pattern.details().iter();
    let mut comma = "";
    for literal in pattern.literals() {
        if !literal.is_empty() {
            out.raw(comma).raw("Part::Text(").string(literal).raw(")");
            comma = ", ";
        }
        if let Some(name) = details.next() {
            let detail = entry.details.iter().find(|detail| detail.name == *name);
            out.raw(comma).raw(match detail.map(|detail| &detail.kind) {
                Some(FieldType::Integer) => "Part::Integer",
                _ => "Part::Any",
            });
            comma = ", ";
        }
    }
}

/// A second listing of an entry.
pub(super) fn reference(out: &mut Rust, catalog: &Catalog, listing: &Listing) {
    out.raw("Ref { section: ");
    match listing.section {
        None => out.raw("None"),
        Some(at) => out
            .raw("Some(Section::")
            .ident(&catalog.sections[at].ident)
            .raw(" as u16)"),
    };
    out.raw(", status: ")
        .optional_number(listing.statuses.first().map(|status| status.number()));
    let texts = catalog.texts(listing);
    out.raw(", description: ");
    optional_prose(out, texts.description.as_deref());
    out.raw(", causes: ");
    strings(out, &texts.causes, |out, it| prose(out, it));
    out.raw(", fix: ");
    optional_prose(out, texts.fix.as_deref());
    out.raw(", document_line: ")
        .optional_number(listing.document_line());
    out.raw(" }");
}

pub(super) fn detail(out: &mut Rust, (path, it): (String, &Detail)) {
    out.raw("Detail { path: ")
        .string(&path)
        .raw(", kind: ")
        .string(it.kind.word());
    out.raw(", travels: ").string(it.travels.word());
    out.raw(", optional: ").boolean(it.optional);
    out.raw(", sensitive: ").boolean(it.sensitive);
    out.raw(", inferred: ").boolean(it.inferred).raw(", unit: ");
    optional_text(out, it.unit.as_ref());
    out.raw(", description: ");
    optional_text(out, it.description.as_ref());
    out.raw(" }");
}

pub(super) fn variant(out: &mut Rust, catalog: &Catalog, it: &Variant) {
    out.raw("Variant { name: ")
        .optional_string(it.name.as_ref().map(Name::as_str));
    out.raw(", message: ");
    optional_text(out, it.message.as_ref().map(|message| &message.text));
    out.raw(", when: ");
    match &it.when {
        None => out.raw("None"),
        Some((detail, is)) => {
            let value = inline_json(&Shape::Constant(is.clone()));
            out.raw("Some((")
                .string(detail)
                .raw(", ")
                .string(&value)
                .raw("))")
        }
    };
    out.raw(", description: ");
    optional_prose(out, it.description.as_deref());
    out.raw(", causes: ");
    strings(out, &it.causes, |out, it| prose(out, it));
    out.raw(", fix: ");
    optional_prose(out, it.fix.as_deref());
    out.raw(", retry: ");
    optional_retry(out, catalog, it.retry.as_deref());
    out.raw(" }");
}

pub(super) fn example(out: &mut Rust, it: &Example) {
    out.raw("Example { title: ").string(it.title.as_str());
    out.raw(", language: ").string(it.language.as_str());
    out.raw(", text: ").string(&it.text).raw(" }");
}

/// A list on one line.
pub(super) fn strings<T>(out: &mut Rust, items: &[T], write: impl Fn(&mut Rust, &T)) {
    out.raw("&[");
    for (at, item) in items.iter().enumerate() {
        out.raw(if at > 0 { ", " } else { "" });
        write(out, item);
    }
    out.raw("]");
}

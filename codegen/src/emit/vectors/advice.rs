//! The advice for a response, as the catalog gives it.

use super::Subject;
use super::body;
use super::delay::{self, Kind};
use super::stated::Stated;
use super::templates;
use crate::model::{
    AdviceRule, Code, Constant, Delay, Entry, FieldType, Place, Retry, Row, Safe, Shape, Status,
    Text, Variant,
};
use crate::sink::Json;

/// The advice that a client must give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Advice {
    action: Option<&'static str>,
    delay: Option<i64>,
    to: Option<String>,
    scope: &'static str,
    safe: Option<&'static str>,
    attempts: Option<u32>,
    basis: Option<&'static str>,
}

impl Advice {
    pub(super) fn print(&self, json: &mut Json) {
        json.member("action").or_null(self.action, Json::string);
        json.member("delay_ms").or_null(self.delay, Json::integer);
        json.member("to").or_null(self.to.as_deref(), Json::string);
        json.member("scope").string(self.scope);
        json.member("safe").or_null(self.safe, Json::string);
        json.member("attempts")
            .or_null(self.attempts, Json::integer);
        json.member("basis").or_null(self.basis, Json::string);
    }
}

/// The entry that an error counts as, and its code: its own, else the one that
/// is assumed for its type or for the status.
pub(super) fn counts_as<'a>(
    subject: Subject<'a>,
    error: &Stated<'a>,
    status: Status,
) -> Option<(&'a Entry, &'a Code)> {
    let catalog = subject.catalog;
    let of_type = || catalog.types[error.parent?].default_code.as_deref();
    let of_status = || {
        let class = catalog.http.then(|| status.class());
        let rows = [Some(Row::Status(status)), class, Some(Row::Other)];
        let mut rows = rows.into_iter().flatten();
        rows.find_map(|row| catalog.row(row)?.default_code.as_deref())
    };
    error.known.or_else(|| {
        let assumed = of_type().or_else(of_status)?;
        let found = subject.codes.find(&assumed.to_string())?;
        let codes = found.entry.codes.iter();
        let own = codes.map(|it| &it.code).find(|it| *it == found.code);
        Some((found.entry, own.unwrap_or(found.entry.code())))
    })
}

/// What a client must advise.
pub(super) fn expected(
    subject: Subject,
    error: &Stated,
    status: Status,
    headers: &[(String, String)],
) -> Advice {
    let ruling = ruling(subject, error, status);
    let retry = ruling.map(|(retry, _)| retry);
    let facts = Facts {
        subject,
        error,
        status,
        headers,
    };
    let waits = retry.is_none_or(|it| it.action.is_retryable());
    Advice {
        action: retry.map(|it| it.action.word()),
        delay: facts.delay(retry.and_then(|it| it.delay.as_ref()), waits),
        to: retry.and_then(|it| facts.new_place(it.to.as_ref()?)),
        scope: retry.map_or("request", |it| it.scope.word()),
        safe: retry.and_then(|it| it.safe).map(Safe::word),
        attempts: retry.and_then(|it| it.attempts),
        basis: ruling.map(|(_, rule)| match rule {
            AdviceRule::Variant => "variant",
            AdviceRule::Entry => "entry",
            AdviceRule::Section(_) => "section",
            AdviceRule::Type(_) => "type",
            AdviceRule::Status(_) => "status",
        }),
    }
}

/// The advice that counts, and where it stands.
fn ruling<'a>(
    subject: Subject<'a>,
    error: &Stated<'a>,
    status: Status,
) -> Option<(&'a Retry, AdviceRule)> {
    let catalog = subject.catalog;
    let Some((entry, _)) = counts_as(subject, error, status) else {
        let of_type = error.parent.and_then(|at| {
            let retry = catalog.types[at].retry.as_ref()?;
            Some((&retry.value, AdviceRule::Type(at)))
        });
        return of_type.or_else(|| {
            let advice = catalog.advice_for_row(Row::Status(status))?;
            Some((advice.retry, advice.rule))
        });
    };
    let message = error.seen_message(subject);
    let variant = entry.variants.iter().find(|it| is(it, error, message));
    let advice = match variant {
        Some(variant) => catalog.advice_for_variant(entry, variant, Some(status)),
        None => catalog.advice(entry, Some(status)),
    };
    advice.map(|it| (it.retry, it.rule))
}

/// Whether an error is this variant: told by a detail, else by its text.
fn is(variant: &Variant, error: &Stated, message: Option<&str>) -> bool {
    if let Some((name, wanted)) = &variant.when {
        let value = error.values.iter().find(|it| it.detail.name == *name);
        let value = value.and_then(|it| it.typed.as_ref().ok()?.as_ref());
        return matches!(value, Some(Shape::Constant(it)) if it == wanted);
    }
    let text = variant.message.as_ref().zip(message);
    text.is_some_and(|(template, text)| templates::makes(template, text))
}

/// What a response states beside its code.
#[derive(Clone, Copy)]
struct Facts<'a> {
    subject: Subject<'a>,
    error: &'a Stated<'a>,
    status: Status,
    headers: &'a [(String, String)],
}

impl Facts<'_> {
    /// The delay that the response states, else the catalog's own.
    fn delay(self, stated: Option<&Delay>, waits: bool) -> Option<i64> {
        let own = match stated {
            Some(Delay::Seconds(seconds)) => Some(i64::from(*seconds) * 1_000),
            _ => None,
        };
        if !waits {
            return own;
        }
        let pointed_at = match stated {
            Some(Delay::Header(at)) => {
                self.header_delay(self.subject.catalog.headers[*at].name.as_str())
            }
            Some(Delay::Detail(name)) => self.value_delay(name),
            _ => None,
        };
        pointed_at
            .or_else(|| self.header_delay("Retry-After"))
            .or(own)
    }

    /// The value of a header, whose name counts in any case.
    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn header_delay(&self, name: &str) -> Option<i64> {
        let mut declared = self.subject.catalog.headers.iter();
        let declared = declared.find(|it| it.name.as_str().eq_ignore_ascii_case(name));
        let unit = declared.and_then(|it| it.unit.as_ref());
        delay::of_header(self.header(name)?, unit.map(Text::as_str))
    }

    fn value_delay(self, name: &str) -> Option<i64> {
        let (value, kind, unit) = self.value(name)?;
        let Shape::Constant(value) = value else {
            return None;
        };
        let kind = match kind {
            FieldType::Timestamp => Kind::Timestamp,
            _ => Kind::Span,
        };
        delay::of_value(&value, kind, unit.as_ref().map(Text::as_str))
    }

    fn new_place(self, place: &Place) -> Option<String> {
        match place {
            Place::Header(at) => {
                let name = self.subject.catalog.headers[*at].name.as_str();
                self.header(name).map(str::to_owned)
            }
            Place::Detail(name) => match self.value(name)?.0 {
                Shape::Constant(Constant::Text(text)) => Some(text),
                _ => None,
            },
        }
    }

    /// The value of a detail, else of a slot under this key.
    fn value(self, name: &str) -> Option<(Shape, FieldType, Option<Text>)> {
        let detail = || {
            let value = self.error.values.iter().find(|it| it.detail.name == name)?;
            let (kind, unit) = (value.detail.kind.clone(), value.detail.unit.clone());
            Some((value.wire.clone()?, kind, unit))
        };
        let slot = || {
            let slots = self.subject.envelope.slots();
            slots.into_iter().find_map(|(key, slot)| {
                let filled = (key == name)
                    .then(|| body::slot(self.subject, (key, slot), self.error, self.status))??;
                Some((filled, slot.field_type(), slot.unit.clone()))
            })
        };
        detail().or_else(slot)
    }
}

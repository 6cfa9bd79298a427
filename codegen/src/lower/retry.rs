//! Retry advice.

use super::{Found, Lower};
use crate::lint::{incomplete_advice, unknown_detail, unknown_header};
use crate::model::{Action, Delay, Detail, Place, Retry, Scope};
use crate::source::{Span, Spanned};
use crate::syntax::Fields;

impl Lower<'_> {
    /// The advice under `retry`. `details` are those of the entry; a section,
    /// a type or a row has none of its own, so there any name may be meant.
    pub(super) fn retry(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
    ) -> Option<Spanned<Retry>> {
        let mut fields = fields.record("retry")?;
        let at = fields.get("do").map_or(fields.head, |action| action.span);
        let action: Option<Action> = self.word(&mut fields, "do");
        let delay = self.delay(&mut fields, details);
        let to = self.place(&mut fields, details);
        if action == Some(Action::Wait) && delay == Stated::Nowhere {
            incomplete_advice::wait_without_delay(self.report, at);
        }
        let retry = Retry {
            action: action.unwrap_or(Action::Stop),
            delay: delay.known(),
            to,
            attempts: self.count(&mut fields, "attempts"),
            scope: self.word(&mut fields, "scope").unwrap_or(Scope::Request),
            safe: self.word(&mut fields, "safe"),
            note: self.line(&mut fields, "note"),
        };
        action.map(|_| Spanned {
            value: retry,
            span: at,
        })
    }

    fn delay(&mut self, fields: &mut Fields, details: Option<&[Detail]>) -> Stated<Delay> {
        if !fields.has("delay") {
            return Stated::Nowhere;
        }
        let Some(mut fields) = fields.record("delay") else {
            return Stated::Unclear;
        };
        let keys = ["header", "detail", "seconds"];
        let mut written: Vec<Span> = keys.iter().filter_map(|key| fields.key(key)).collect();
        written.sort();
        match written.as_slice() {
            [_] => {}
            [] => {
                let choices = "`header:`, `detail:` or `seconds:`";
                incomplete_advice::nowhere(self.report, fields.head, "delay", choices);
                return Stated::Unclear;
            }
            [first, second, ..] => {
                incomplete_advice::twice(self.report, *second, *first, "delay");
                return Stated::Unclear;
            }
        }
        let seconds = self.count(&mut fields, "seconds").map(Delay::Seconds);
        let header = self.header_named(&mut fields).map(Delay::Header);
        let detail = self.detail_named(&mut fields, details).map(Delay::Detail);
        seconds
            .or(header)
            .or(detail)
            .map_or(Stated::Unclear, Stated::At)
    }

    fn place(&mut self, fields: &mut Fields, details: Option<&[Detail]>) -> Option<Place> {
        let mut fields = fields.record("to")?;
        match ["header", "detail"].map(|key| fields.key(key)) {
            [None, None] => {
                let choices = "`header:` or `detail:`";
                incomplete_advice::nowhere(self.report, fields.head, "to", choices);
                return None;
            }
            [Some(first), Some(second)] => {
                incomplete_advice::twice(self.report, second.max(first), second.min(first), "to");
                return None;
            }
            _ => {}
        }
        let header = self.header_named(&mut fields).map(Place::Header);
        header.or_else(|| self.detail_named(&mut fields, details).map(Place::Detail))
    }

    fn header_named(&mut self, fields: &mut Fields) -> Option<usize> {
        let Spanned { value, span } = fields.text_of("header")?;
        self.known_header(&value, span)
    }

    /// A declared header, in any case.
    pub(super) fn known_header(&mut self, name: &str, span: Span) -> Option<usize> {
        let headers = &self.names.headers;
        match headers.find(name, str::eq_ignore_ascii_case) {
            Found::At(at) => return Some(at),
            Found::Nowhere => unknown_header::raise(self.report, span, name, headers.known()),
            Found::Reported => {}
        }
        None
    }

    fn detail_named(&mut self, fields: &mut Fields, details: Option<&[Detail]>) -> Option<String> {
        let Spanned { value, span } = fields.text_of("detail")?;
        if let Some(details) = details {
            let declared = details.iter().map(|detail| detail.name.as_str());
            let mut known = declared.chain(self.names.slots.iter().map(String::as_str));
            if !known.clone().any(|name| name == value) {
                unknown_detail::raise(self.report, span, &value, &mut known);
                return None;
            }
        }
        Some(value)
    }
}

/// Whether and where a delay is stated.
#[derive(PartialEq)]
enum Stated<T> {
    Nowhere,
    /// It was tried, and reported.
    Unclear,
    At(T),
}

impl<T> Stated<T> {
    fn known(self) -> Option<T> {
        match self {
            Self::At(place) => Some(place),
            Self::Nowhere | Self::Unclear => None,
        }
    }
}

//! Retry advice.

use super::pointers::{Pointer, Purpose};
use super::{Found, Lower};
use crate::lint::{conflicting_keys, incomplete_advice, unknown_detail, unknown_header};
use crate::model::{Action, Delay, Detail, Place, Retry, Scope};
use crate::order::sort_by;
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
        if let Some(action) = action {
            self.fits(&fields, action, at);
        }
        let pointers = self.pointers.len();
        let delay = self.delay(&mut fields, at, details);
        let to = self.place(&mut fields, at, details);
        if action.is_none() {
            self.pointers.truncate(pointers);
        }
        let expected = "a whole number from 1; if nothing may be sent again, that is `do: stop`";
        let attempts = self.positive_at(&mut fields, "attempts", expected);
        let retry = Retry {
            action: action.unwrap_or(Action::Stop),
            delay,
            to,
            attempts: attempts.map(|it| it.value),
            scope: self.word(&mut fields, "scope").unwrap_or(Scope::Request),
            safe: self.word(&mut fields, "safe"),
            note: self.line(&mut fields, "note"),
        };
        action.map(|_| Spanned {
            value: retry,
            span: at,
        })
    }

    /// Whether an action has what it needs, and nothing that it makes no use of.
    fn fits(&mut self, fields: &Fields, action: Action, at: Span) {
        match action {
            Action::Wait if !fields.has("delay") => {
                incomplete_advice::wait_without_delay(self.report, at);
            }
            Action::Redirect if !fields.has("to") => {
                incomplete_advice::redirect_without_place(self.report, at);
            }
            _ => {}
        }
        let word = Spanned {
            value: action.word(),
            span: at,
        };
        if let Some(to) = fields.key("to").filter(|_| action != Action::Redirect) {
            conflicting_keys::no_redirect(self.report, to, &word);
        }
        let idle = ["delay", "attempts", "safe"].into_iter();
        for key in idle.filter(|_| !action.is_retryable()) {
            if let Some(span) = fields.key(key) {
                conflicting_keys::nothing_again(self.report, span, key, &word);
            }
        }
    }

    fn delay(
        &mut self,
        fields: &mut Fields,
        advice: Span,
        details: Option<&[Detail]>,
    ) -> Option<Delay> {
        let mut fields = fields.record("delay")?;
        let keys = ["header", "detail", "seconds"];
        let mut written: Vec<Span> = keys.iter().filter_map(|key| fields.key(key)).collect();
        sort_by(&mut written, Ord::cmp);
        match written.as_slice() {
            [_] => {}
            [] => {
                let choices = "`header:`, `detail:` or `seconds:`";
                incomplete_advice::nowhere(self.report, fields.head, "delay", choices);
                return None;
            }
            [first, second, ..] => {
                incomplete_advice::twice(self.report, *second, *first, "delay");
                return None;
            }
        }
        if let Some(seconds) = self.count(&mut fields, "seconds") {
            return Some(Delay::Seconds(seconds));
        }
        let place = self.place_named(&mut fields, details)?;
        let delay = match &place.value {
            Place::Header(at) => Delay::Header(*at),
            Place::Detail(name) => Delay::Detail(name.clone()),
        };
        self.pointers.push(Pointer {
            advice,
            place,
            purpose: Purpose::Delay,
        });
        Some(delay)
    }

    fn place(
        &mut self,
        fields: &mut Fields,
        advice: Span,
        details: Option<&[Detail]>,
    ) -> Option<Place> {
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
        let place = self.place_named(&mut fields, details)?;
        let to = place.value.clone();
        self.pointers.push(Pointer {
            advice,
            place,
            purpose: Purpose::NewPlace,
        });
        Some(to)
    }

    /// What `header` or `detail` names.
    fn place_named(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
    ) -> Option<Spanned<Place>> {
        if let Some(Spanned { value, span }) = fields.text_of("header") {
            let value = Place::Header(self.known_header(&value, span)?);
            return Some(Spanned { value, span });
        }
        let Spanned { value, span } = self.detail_named(fields, details)?;
        let value = Place::Detail(value);
        Some(Spanned { value, span })
    }

    /// A declared header, in any case.
    pub(super) fn known_header(&mut self, name: &str, span: Span) -> Option<usize> {
        let headers = &self.names.headers;
        match headers.find_in_any_case(name) {
            Found::At(at) => return Some(at),
            Found::Nowhere => unknown_header::raise(self.report, span, name, headers.known()),
            Found::Reported => {}
        }
        None
    }

    fn detail_named(
        &mut self,
        fields: &mut Fields,
        details: Option<&[Detail]>,
    ) -> Option<Spanned<String>> {
        let Spanned { value, span } = fields.text_of("detail")?;
        if let Some(details) = details {
            let declared = details.iter().map(|detail| detail.name.as_str());
            let mut known = declared.chain(self.names.slots.iter().map(String::as_str));
            if !known.clone().any(|name| name == value) {
                unknown_detail::or_slot(self.report, span, &value, &mut known);
                return None;
            }
        }
        let value = value.into_owned();
        Some(Spanned { value, span })
    }
}

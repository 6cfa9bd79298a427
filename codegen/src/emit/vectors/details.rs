//! The details of an error: what the wire has of each, and what a client must
//! make of all.

use super::samples::{self, Sample, Style, Wanted, sample};
use super::templates;
use super::vector;
use crate::model::{Detail, Entry, FieldType, Shape, Travels};
use crate::sink::Json;

/// Details as a client must have them.
pub(super) enum Details<'a> {
    /// The code declares none, or is not known.
    None,
    /// Those that the response states.
    Typed(Vec<(&'a str, Shape)>),
    /// They can't be read: this one is at fault.
    Fault(&'a str, Problem),
}

/// What is wrong with a detail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    Missing,
    Type,
}

/// A detail, and what the wire has of it.
#[derive(Clone)]
pub(super) struct Value<'a> {
    pub(super) detail: &'a Detail,
    pub(super) wire: Option<Shape>,
    pub(super) typed: Result<Option<Shape>, Problem>,
}

impl<'a> Value<'a> {
    fn of(detail: &'a Detail, sample: Sample) -> Self {
        Self {
            detail,
            wire: Some(sample.wire),
            typed: Ok(Some(sample.typed)),
        }
    }

    /// Takes the value off the wire.
    pub(super) fn leave_out(&mut self) {
        self.wire = None;
        self.typed = if is_optional(self.detail) {
            Ok(None)
        } else {
            Err(Problem::Missing)
        };
    }

    /// Puts `null` in its place; a detail that may be anything may be that.
    pub(super) fn make_null(&mut self, null: Shape) {
        self.typed = match self.detail.kind {
            _ if is_optional(self.detail) => Ok(None),
            FieldType::Any => Ok(Some(null.clone())),
            _ => Err(Problem::Type),
        };
        self.wire = Some(null);
    }

    /// Puts a value of another kind in its place.
    pub(super) fn spoil(&mut self) -> bool {
        let other = samples::of_another_kind(self.detail);
        let spoilt = other.is_some();
        if spoilt {
            self.wire = other;
            self.typed = Err(Problem::Type);
        }
        spoilt
    }

    /// Puts the value in its place.
    pub(super) fn set(&mut self, value: Shape) {
        self.wire = Some(value.clone());
        self.typed = Ok(Some(value));
    }

    /// The value within a text, if there is one.
    pub(super) fn shown(&self) -> Option<String> {
        let shown = || self.wire.as_ref().map(templates::shown);
        let sensitive = self.detail.sensitive.then(|| "[redacted]".to_owned());
        sensitive.or_else(shown)
    }

    /// Whether it is a value of its own in the body.
    pub(super) fn is_in_body(&self) -> bool {
        matches!(self.detail.travels, Travels::Details | Travels::Body)
    }

    /// Takes it for what a text says of it.
    pub(super) fn read(&mut self, found: Option<&str>) {
        let optional = is_optional(self.detail);
        self.wire = found.map(samples::text);
        self.typed = match found {
            None if optional => Ok(None),
            None => Err(Problem::Missing),
            Some(text) => {
                let value = samples::of_text(&self.detail.kind, text);
                value.map(Some).ok_or(Problem::Type)
            }
        };
    }
}

/// A message has another wording at any time, so what stands there may be
/// absent.
fn is_optional(detail: &Detail) -> bool {
    detail.optional || detail.travels == Travels::Message
}

/// A value for each detail of an entry. What stands in a text is plain there.
pub(super) fn values(entry: &Entry, style: Style) -> Vec<Value<'_>> {
    let value = |detail| {
        let wanted = Wanted::of(detail);
        let mut value = Value::of(detail, sample(&wanted, style));
        if !value.is_in_body() {
            value = Value::of(detail, sample(&wanted, Style::Plain));
        }
        value
    };
    entry.details.iter().map(value).collect()
}

/// What a client must make of all of them.
pub(super) fn seen<'a>(values: &[Value<'a>]) -> Details<'a> {
    let mut typed = Vec::new();
    for value in values {
        match &value.typed {
            Ok(Some(it)) => typed.push((value.detail.name.as_str(), it.clone())),
            Ok(None) => {}
            Err(problem) => return Details::Fault(&value.detail.name, *problem),
        }
    }
    if values.is_empty() {
        return Details::None;
    }
    Details::Typed(typed)
}

impl Details<'_> {
    pub(super) fn print(&self, json: &mut Json) {
        let (typed, fault) = match self {
            Self::None => (None, None),
            Self::Typed(typed) => (Some(typed), None),
            Self::Fault(name, problem) => (None, Some((name, problem))),
        };
        json.member("details").on_one_line(|json| {
            json.or_null(typed, |json, typed| {
                json.object(|json| {
                    for (name, it) in typed {
                        vector::value(json.named(name), it);
                    }
                });
            });
        });
        json.member("details_fault").on_one_line(|json| {
            json.or_null(fault, |json, (name, problem)| {
                json.object(|json| {
                    json.member("detail").string(name);
                    json.member("problem").string(match problem {
                        Problem::Missing => "missing",
                        Problem::Type => "type",
                    });
                });
            });
        });
    }
}

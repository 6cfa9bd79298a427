//! Errors that a response states, and what a client must see in them.

use super::Subject;
use super::advice;
use super::body::{self, Slots};
use super::details::{self, Value};
use super::samples;
use super::templates;
use super::vector::{Body, Expect, Response, Seen, SeenCode, Vector};
use crate::model::{
    Code, CodeType, Constant, Entry, FieldType, Message, Role, Shape, Status, Travels,
};

/// An error that a response states.
#[derive(Clone)]
pub(super) struct Stated<'a> {
    /// The entry and its code, where the catalog knows it.
    pub(super) known: Option<(&'a Entry, &'a Code)>,
    /// What stands in the code's place; no key where there is nothing.
    pub(super) code: Option<Shape>,
    pub(super) message: String,
    pub(super) values: Vec<Value<'a>>,
    /// The type that the body names: a position in the catalog's types.
    pub(super) parent: Option<usize>,
    pub(super) slots: Slots,
}

/// A response that states some errors.
pub(super) struct Case<'a> {
    pub(super) name: String,
    pub(super) status: Status,
    pub(super) headers: Vec<(String, String)>,
    pub(super) errors: Vec<Stated<'a>>,
}

impl<'a> Stated<'a> {
    /// An error that no catalog knows.
    pub(super) fn unknown(code: Option<Shape>) -> Self {
        Self {
            known: None,
            code,
            message: "This error is newer than the client.".to_owned(),
            values: Vec::new(),
            parent: None,
            slots: Slots::All,
        }
    }

    /// Writes a message with the values at hand, and takes what stands in the
    /// message alone for what a client reads there.
    pub(super) fn say(&mut self, message: &Message) {
        let value = |name: &str| {
            let value = self.values.iter().find(|it| it.detail.name == name);
            value.and_then(Value::shown)
        };
        self.message = templates::rendered(message, value);
        let Some((entry, _)) = self.known else { return };
        let variants = entry.variants.iter().filter_map(|it| it.message.as_ref());
        let all: Vec<&Message> = [&entry.message].into_iter().chain(variants).collect();
        for value in &mut self.values {
            if value.detail.travels == Travels::Message {
                let name = &value.detail.name;
                let found = all.iter();
                let found = found.filter_map(|it| templates::found(it, &self.message, name));
                let found = found.map(str::to_owned).next();
                value.read(found.as_deref());
            }
        }
    }

    /// The message that a client has.
    pub(super) fn seen_message(&self, subject: Subject) -> Option<&str> {
        let (_, slot) = body::slot_of(subject.envelope, Role::Message)?;
        let text = matches!(slot.field_type(), FieldType::String | FieldType::Any);
        text.then_some(self.message.as_str())
    }

    fn seen(&self, subject: Subject<'a>, status: Status) -> Seen<'a> {
        let code = match (self.known, &self.code) {
            (Some((_, code)), _) => SeenCode::Known(code),
            (None, Some(Shape::Constant(it @ (Constant::Text(_) | Constant::Number(_))))) => {
                SeenCode::Unknown(Some(Shape::Constant(it.clone())))
            }
            (None, _) => SeenCode::Unknown(None),
        };
        Seen {
            code,
            message: self.seen_message(subject).map(str::to_owned),
            field: self.text(subject, status, Role::Field),
            details: details::seen(&self.values),
        }
    }

    /// The text in a slot of this role.
    fn text(&self, subject: Subject, status: Status, role: Role) -> Option<String> {
        let (key, slot) = body::slot_of(subject.envelope, role)?;
        match body::slot(subject, (key, slot), self, status)? {
            Shape::Constant(Constant::Null) | Shape::List(_) | Shape::Object(_) => None,
            value => Some(templates::shown(&value)),
        }
    }
}

impl<'a> Case<'a> {
    pub(super) fn new(name: String, status: Status, error: Stated<'a>) -> Self {
        Self {
            name,
            status,
            headers: Vec::new(),
            errors: vec![error],
        }
    }

    pub(super) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The response, and what a client must see in it.
    pub(super) fn vector(self, subject: Subject<'a>) -> Vector<'a> {
        let blank = Stated::unknown(None);
        let first = self.errors.first().unwrap_or(&blank);
        let body = body::fill(subject, first, &self.errors, self.status);
        // Where there is no error, none of the slots of one has a value.
        let without = body::without_errors(subject.envelope);
        let stated = Subject {
            envelope: if self.errors.is_empty() {
                &without
            } else {
                subject.envelope
            },
            ..subject
        };
        let mut seen = self.errors.iter().map(|it| it.seen(subject, self.status));
        let nothing = Seen {
            code: SeenCode::Unknown(None),
            message: None,
            field: None,
            details: details::Details::None,
        };
        let counts_as = advice::counts_as(subject, first, self.status);
        Vector {
            expect: Expect {
                first: seen.next().unwrap_or(nothing),
                counts_as: counts_as.map(|(_, code)| code),
                request_id: first.text(stated, self.status, Role::RequestId),
                advice: advice::expected(stated, first, self.status, &self.headers),
                further: seen.collect(),
            },
            response: Response {
                status: self.status.number(),
                headers: self.headers,
                body: Body::Json(body),
            },
            name: self.name,
        }
    }
}

/// A code as this catalog's bodies spell it: a number, unless its place holds
/// text.
pub(super) fn spelt(subject: Subject, text: &str) -> Shape {
    let kind = body::slot_of(subject.envelope, Role::Code).and_then(|(_, it)| it.kind.clone());
    match (subject.catalog.code_type, kind) {
        (CodeType::Integer, kind) if !matches!(kind, Some(FieldType::String)) => {
            Shape::Constant(Constant::Number(text.to_owned()))
        }
        _ => samples::text(text),
    }
}

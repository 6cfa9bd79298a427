//! A body: the envelope with what errors say in its slots.

use super::Subject;
use super::samples::{self, Style, Wanted, sample};
use super::stated::Stated;
use super::templates;
use crate::model::{Constant, FieldType, Role, Shape, Slot, Status, Travels};

/// Which slots are filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slots {
    All,
    /// What may be absent is, and what may be null is null.
    Least,
}

/// The body of a response with these errors; `outer` fills what stands outside
/// the list of them.
pub(super) fn fill(subject: Subject, outer: &Stated, errors: &[Stated], status: Status) -> Shape {
    let filling = Filling {
        subject,
        errors,
        status,
    };
    let shape = filling.shape("", subject.envelope, outer);
    shape.unwrap_or(Shape::Constant(Constant::Null))
}

/// The slot of a role, and its key.
pub(super) fn slot_of(envelope: &Shape, role: Role) -> Option<(&str, &Slot)> {
    let slots = envelope.slots().into_iter();
    slots.into_iter().find(|(_, slot)| slot.role == role)
}

/// Whether a slot of a shape holds the code.
pub(super) fn holds_code(shape: &Shape) -> bool {
    slot_of(shape, Role::Code).is_some()
}

/// The envelope of a body whose list of errors is empty.
pub(super) fn without_errors(envelope: &Shape) -> Shape {
    match envelope {
        Shape::List(_) if holds_code(envelope) => Shape::List(Vec::new()),
        Shape::Object(members) => {
            let member = |(key, shape): &(String, Shape)| (key.clone(), without_errors(shape));
            Shape::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    }
}

#[derive(Clone, Copy)]
struct Filling<'a> {
    subject: Subject<'a>,
    errors: &'a [Stated<'a>],
    status: Status,
}

impl Filling<'_> {
    /// A part of the body; nothing where a slot is left out.
    fn shape(self, key: &str, shape: &Shape, error: &Stated) -> Option<Shape> {
        Some(match shape {
            Shape::Constant(it) => Shape::Constant(it.clone()),
            Shape::Slot(it) => return slot(self.subject, (key, it), error, self.status),
            Shape::Object(members) => self.object(members, error),
            Shape::List(items) => {
                let item = |error| {
                    items
                        .iter()
                        .filter_map(move |it| self.shape(key, it, error))
                };
                Shape::List(if holds_code(shape) {
                    self.errors.iter().flat_map(item).collect()
                } else {
                    item(error).collect()
                })
            }
        })
    }

    fn object(self, shapes: &[(String, Shape)], error: &Stated) -> Shape {
        let mut members = Vec::new();
        for (key, shape) in shapes {
            match shape {
                Shape::Slot(it) if it.role == Role::Inline => {
                    members.extend(details(error, Travels::Details));
                }
                shape => {
                    let value = self.shape(key, shape, error);
                    members.extend(value.map(|it| (key.clone(), it)));
                }
            }
        }
        if shapes.iter().any(|(_, shape)| is_code(shape)) {
            members.extend(details(error, Travels::Body));
        }
        Shape::Object(members)
    }
}

/// Whether a shape is the slot of the code, or a list of them.
pub(super) fn is_code(shape: &Shape) -> bool {
    match shape {
        Shape::Slot(slot) => slot.role == Role::Code,
        Shape::List(items) => items.iter().any(is_code),
        Shape::Constant(_) | Shape::Object(_) => false,
    }
}

/// The details that travel there, as members.
fn details(error: &Stated, travels: Travels) -> Vec<(String, Shape)> {
    let there = error
        .values
        .iter()
        .filter(|it| it.detail.travels == travels);
    let member = |it: &super::details::Value| Some((it.detail.name.clone(), it.wire.clone()?));
    there.filter_map(member).collect()
}

/// What stands in a slot of the body of this error.
pub(super) fn slot(
    subject: Subject,
    (key, slot): (&str, &Slot),
    error: &Stated,
    status: Status,
) -> Option<Shape> {
    let always = matches!(
        slot.role,
        Role::Code | Role::Message | Role::Type | Role::Details
    );
    if slot.role == Role::Code {
        return error.code.clone();
    }
    let kind = slot.field_type();
    let left_out = error.slots == Slots::Least && !always;
    let said = said(subject, slot.role, error, status);
    let value = match said {
        _ if left_out => None,
        Said::Value(value) => as_kind(value, &kind),
        Said::Nothing => None,
        Said::Anything => Some(any_of(key, slot)),
    };
    match value {
        None if slot.optional => None,
        None if slot.nullable => Some(Shape::Constant(Constant::Null)),
        None => Some(match slot.role {
            Role::Details => Shape::Object(Vec::new()),
            Role::Type => samples::text(""),
            _ => any_of(key, slot),
        }),
        value => value,
    }
}

fn any_of(key: &str, slot: &Slot) -> Shape {
    let kind = slot.field_type();
    let wanted = Wanted {
        name: key,
        kind: &kind,
        unit: slot.unit.as_ref(),
        example: slot.example.as_ref(),
        is_item: false,
    };
    sample(&wanted, Style::Plain).wire
}

/// What an error says of itself for a slot.
enum Said {
    Value(Shape),
    Nothing,
    /// The slot has nothing to do with errors of the catalog.
    Anything,
}

fn said(subject: Subject, role: Role, error: &Stated, status: Status) -> Said {
    let catalog = subject.catalog;
    let entry = error.known.map(|(entry, _)| entry);
    let value = match role {
        Role::Message => Some(samples::text(error.message.as_str())),
        Role::Details => {
            let details = details(error, Travels::Details);
            (!details.is_empty()).then_some(Shape::Object(details))
        }
        Role::Type => error
            .parent
            .map(|at| samples::text(catalog.types[at].id.as_str())),
        Role::Status => Some(samples::number(status.number().into())),
        Role::CodeNumber => entry
            .and_then(|it| it.code_number.as_ref())
            .map(|it| samples::number(it.value)),
        Role::Title => entry
            .and_then(|it| catalog.phrase(it, status))
            .map(|it| samples::text(it.as_str())),
        Role::UserMessage => entry.and_then(|it| it.user_message.as_ref()).map(|it| {
            let value = |name: &str| {
                let mut values = error.values.iter();
                values.find(|it| it.detail.name == name)?.shown()
            };
            samples::text(templates::rendered(it, value))
        }),
        Role::DocUrl => error
            .known
            .and_then(|(entry, code)| catalog.doc_url(entry, code))
            .map(samples::text),
        _ => return Said::Anything,
    };
    value.map_or(Said::Nothing, Said::Value)
}

/// A value in a slot of this type, where it can stand there.
fn as_kind(value: Shape, kind: &FieldType) -> Option<Shape> {
    match (kind, &value) {
        (FieldType::Any, _)
        | (FieldType::Object(_), Shape::Object(_))
        | (FieldType::Integer | FieldType::Number, Shape::Constant(Constant::Number(_))) => {
            Some(value)
        }
        (FieldType::String, Shape::Constant(_)) => Some(samples::text(templates::shown(&value))),
        _ => None,
    }
}

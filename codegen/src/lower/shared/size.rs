//! How many bytes of an output the parts of a model take, about.

use crate::model::{
    Catalog, Code, Constant, Delay, Deprecation, Detail, Entry, FieldType, Place, Retry, Section,
    Shape, Slot, StatusRow, Successor, Text, Type,
};
use crate::source::Spanned;

/// What a status takes, which may have no row.
pub(super) const STATUS: usize = 20;

/// Most bytes that count for nothing in a vector: it has as many of its own.
const OF_VECTOR: usize = 1_024;

/// How much one entry takes, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Size {
    /// All of its codes.
    pub(super) codes: usize,
    /// The code that stands for it.
    pub(super) first: usize,
    /// The longest of its listings.
    pub(super) extent: usize,
    /// What each of its vectors says of it.
    pub(super) vector: usize,
}

impl Size {
    pub(super) fn of(catalog: &Catalog, entry: &Entry) -> Self {
        let listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
        let codes = entry.codes.iter();
        Self {
            codes: codes.map(|it| of_code(&it.code)).sum(),
            first: of_code(entry.code()),
            extent: listings.map(|it| it.extent.len()).max().unwrap_or(0),
            vector: in_vector(of_details(&entry.details) + entry.message.text.as_str().len()),
        }
    }
}

/// What each vector takes from the catalog.
pub(super) fn of_envelope(catalog: &Catalog) -> usize {
    let envelope = catalog.json_body();
    envelope.map_or(0, |it| {
        in_vector(of_shape(it) + catalog.media_type.as_str().len())
    })
}

fn in_vector(bytes: usize) -> usize {
    bytes.saturating_sub(OF_VECTOR)
}

pub(super) fn of_row(catalog: &Catalog, row: &StatusRow) -> usize {
    let class = row.client_class.as_ref().map(|class| &class.name);
    of_text(row.phrase.as_ref()) + of_text(class) + of_advice(catalog, row.retry.as_ref())
}

pub(super) fn of_section(catalog: &Catalog, section: &Section) -> usize {
    let deprecated = section.deprecated.as_ref();
    section.title.as_str().len()
        + section.id.as_str().len()
        + of_advice(catalog, section.retry.as_ref())
        + deprecated.map_or(0, |it| of_deprecation(catalog, it))
}

pub(super) fn of_type(catalog: &Catalog, parent: &Type) -> usize {
    parent.id.as_str().len() + of_advice(catalog, parent.retry.as_ref())
}

fn of_deprecation(catalog: &Catalog, it: &Deprecation) -> usize {
    let successor = it.successor.as_ref().map(|it| &it.value);
    let successor = match successor {
        None => 0,
        Some(Successor::Code(code)) => of_code(code),
        Some(Successor::Section(at)) => {
            let section = &catalog.sections[*at];
            section.title.as_str().len() + section.id.as_str().len()
        }
    };
    of_text(it.since.as_ref()) + of_text(it.note.as_ref()) + successor
}

fn of_advice(catalog: &Catalog, retry: Option<&Spanned<Retry>>) -> usize {
    let Some(Spanned { value: retry, .. }) = retry else {
        return 0;
    };
    let header = |at: usize| catalog.headers[at].name.as_str().len();
    let delay = match &retry.delay {
        Some(Delay::Header(at)) => header(*at),
        Some(Delay::Detail(name)) => name.len(),
        Some(Delay::Seconds(_)) | None => 0,
    };
    let to = match &retry.to {
        Some(Place::Header(at)) => header(*at),
        Some(Place::Detail(name)) => name.len(),
        None => 0,
    };
    of_text(retry.note.as_ref()) + delay + to
}

fn of_text(text: Option<&Text>) -> usize {
    text.map_or(0, |it| it.as_str().len())
}

fn of_code(code: &Code) -> usize {
    match code {
        Code::Text(text) => text.len(),
        Code::Integer(_) => 20,
        Code::Pattern(pattern) => {
            let parts = pattern.literals().iter().chain(pattern.details());
            parts.map(|part| part.len() + 2).sum()
        }
    }
}

fn of_constant(constant: &Constant) -> usize {
    match constant {
        Constant::Null | Constant::Boolean(_) => 5,
        Constant::Number(text) | Constant::Text(text) => text.len(),
    }
}

fn of_shape(shape: &Shape) -> usize {
    match shape {
        Shape::Constant(it) => of_constant(it),
        Shape::Slot(Slot { example, .. }) => example.as_ref().map_or(0, of_constant),
        Shape::Object(members) => {
            let member = |(key, it): &(String, Shape)| key.len() + of_shape(it);
            members.iter().map(member).sum()
        }
        Shape::List(items) => items.iter().map(of_shape).sum(),
    }
}

fn of_details(details: &[Detail]) -> usize {
    let inner = |kind: &FieldType| match kind {
        FieldType::Object(properties) => of_details(properties),
        FieldType::Array(Some(items)) => of_details(std::slice::from_ref(items)),
        _ => 0,
    };
    let detail =
        |it: &Detail| it.name.len() + it.example.as_ref().map_or(0, of_constant) + inner(&it.kind);
    details.iter().map(detail).sum()
}

//! Values of what a catalog declares beside its entries, and of itself.

use super::values::{
    deprecation, example, optional_code, optional_prose, optional_retry, optional_text, prose, text,
};
use super::{NAME, ROW, column};
use crate::emit::wording::shape::inline_json;
use crate::model::{Catalog, Direction, Header, Row, Section, StatusRow, Tag, Type};
use crate::sink::Rust;

/// What the catalog says about itself.
pub(super) fn catalog(out: &mut Rust, it: &Catalog) {
    out.raw("CatalogInfo {\n            id: ")
        .string(it.id.as_str());
    out.raw(",\n            title: ").string(it.title.as_str());
    out.raw(",\n            description: ");
    optional_prose(out, it.description.as_ref());
    out.raw(",\n            document: ");
    optional_text(out, it.origin.document.as_ref());
    let (url, day) = (it.origin.url.as_ref(), it.origin.retrieved.as_ref());
    out.raw(",\n            url: ")
        .optional_string(url.map(crate::model::Url::as_str));
    out.raw(",\n            retrieved: ")
        .optional_string(day.map(crate::model::Date::as_str));
    out.raw(",\n            media_type: ")
        .string(it.media_type.as_str());
    let envelope = it.envelope.as_ref().map(inline_json);
    out.raw(",\n            envelope: ")
        .optional_string(envelope.as_deref());
    out.raw(",\n            notes: ");
    lines(out, &it.notes, |out, it| prose(out, it));
    out.raw(",\n            headers: ");
    lines(out, &it.headers, header);
    out.raw(",\n            tags: ");
    lines(out, &it.tags, tag);
    out.raw(",\n            examples: ");
    lines(out, &it.examples, example);
    out.raw(",\n        }");
}

/// The columns with rows for what is declared.
pub(super) fn columns(out: &mut Rust, catalog: &Catalog) {
    column(out, "sections", &catalog.sections, |out, it| {
        section(out, catalog, it);
    });
    column(out, "types", &catalog.types, |out, it| {
        type_(out, catalog, it);
    });
    column(
        out,
        "client_classes",
        catalog.client_classes(),
        |out, it| {
            text(out, &it.name);
        },
    );
    column(out, "rows", &catalog.statuses, |out, it| {
        row(out, catalog, it);
    });
}

/// A list with an item a line.
fn lines<T>(out: &mut Rust, items: &[T], write: impl Fn(&mut Rust, &T)) {
    if items.is_empty() {
        out.raw("&[]");
        return;
    }
    out.raw("&[\n");
    for item in items {
        out.raw(ROW);
        write(out, item);
        out.raw(",\n");
    }
    out.raw(NAME).raw("]");
}

fn header(out: &mut Rust, it: &Header) {
    out.raw("HeaderInfo { name: ").string(it.name.as_str());
    out.raw(", in_request: ")
        .boolean(it.direction == Direction::Request);
    out.raw(", unit: ");
    optional_text(out, it.unit.as_ref());
    out.raw(", description: ");
    optional_prose(out, it.description.as_ref());
    out.raw(" }");
}

fn tag(out: &mut Rust, it: &Tag) {
    out.raw("(")
        .string(it.id.as_str())
        .raw(", ")
        .string(it.description.as_str())
        .raw(")");
}

fn section(out: &mut Rust, catalog: &Catalog, it: &Section) {
    out.raw("SectionInfo { id: ").string(it.id.as_str());
    out.raw(", title: ").string(it.title.as_str());
    out.raw(", description: ");
    optional_prose(out, it.description.as_ref());
    out.raw(", base_path: ");
    optional_text(out, it.base_path.as_ref());
    out.raw(", retry: ");
    optional_retry(out, catalog, it.retry.as_deref());
    out.raw(", deprecated: ");
    match &it.deprecated {
        None => {
            out.raw("None");
        }
        Some(it) => {
            out.raw("Some(");
            deprecation(out, catalog, it);
            out.raw(")");
        }
    }
    out.raw(" }");
}

fn type_(out: &mut Rust, catalog: &Catalog, it: &Type) {
    out.raw("TypeInfo { id: ").string(it.id.as_str());
    out.raw(", description: ");
    optional_prose(out, it.description.as_ref());
    out.raw(", retry: ");
    optional_retry(out, catalog, it.retry.as_deref());
    out.raw(", default_code: ");
    optional_code(out, it.default_code.as_deref());
    out.raw(" }");
}

fn row(out: &mut Rust, catalog: &Catalog, it: &StatusRow) {
    out.raw("StatusRow { row: ");
    match it.row {
        Row::Status(status) => out.raw("Row::Status(").number(status.number()).raw(")"),
        Row::Class(class) => out.raw("Row::Class(").number(class).raw(")"),
        Row::Network => out.raw("Row::Network"),
        Row::Other => out.raw("Row::Other"),
    };
    out.raw(", reason: ");
    optional_text(out, it.phrase.as_ref());
    out.raw(", description: ");
    optional_prose(out, it.description.as_ref());
    out.raw(", client_class: ");
    optional_text(out, it.client_class.as_ref().map(|class| &class.name));
    out.raw(", retry: ");
    optional_retry(out, catalog, it.retry.as_deref());
    out.raw(", default_code: ");
    optional_code(out, it.default_code.as_deref());
    out.raw(" }");
}

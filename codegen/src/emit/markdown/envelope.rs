//! The envelope of a catalog: a body to look at, and a table of its slots.

use crate::emit::wording::entry::measure;
use crate::model::{Catalog, Role, Shape, Slot};
use crate::sink::{Json, Markdown, Table};

pub(super) fn envelope(page: &mut Markdown, catalog: &Catalog) {
    let Some(shape) = &catalog.envelope else {
        return;
    };
    page.raw("An error has this body, as ")
        .code(catalog.media_type.as_str())
        .raw(":\n\n");
    let mut json = Json::default();
    json.shape(shape, &stand_in);
    page.fence("json", &json.finish()).raw("\n\n");
    let mut table = Table::new(page.place(), &["Field", "Holds", "Presence", "Meaning"]);
    collect(shape, "", &mut table);
    page.table(&table);
}

fn row(table: &mut Table, path: &str, slot: &Slot) {
    table
        .row()
        .cell(|cell| {
            cell.code(path);
        })
        .cell(|cell| {
            cell.raw(holds(slot.role));
            if let Some(kind) = &slot.kind {
                cell.raw(", as ").code(kind.word());
            }
        })
        .cell(|cell| {
            cell.raw(presence(slot));
        })
        .cell(|cell| {
            if let Some(description) = &slot.description {
                cell.text(description.as_str());
            }
            measure(cell, slot.unit.as_ref(), None);
        });
}

/// What stands for a slot in the body: its example, else what it holds.
fn stand_in(json: &mut Json, slot: &Slot) {
    match (&slot.example, slot.role) {
        (Some(example), _) => json.constant(example),
        (None, Role::Details | Role::Inline | Role::Any) => json.object(|_| ()),
        (None, Role::Status | Role::CodeNumber | Role::Integer | Role::Number) => json.integer(0),
        (None, Role::Boolean) => json.boolean(false),
        (None, role) => json.string(&format!("<{}>", role.word())),
    }
}

fn collect(shape: &Shape, path: &str, table: &mut Table) {
    match shape {
        Shape::Constant(_) => {}
        Shape::Slot(slot) => row(table, path, slot),
        Shape::List(items) => {
            for item in items {
                collect(item, &format!("{path}[]"), table);
            }
        }
        Shape::Object(pairs) => {
            for (key, value) in pairs {
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, &format!("{path}{dot}{key}"), table);
            }
        }
    }
}

fn holds(role: Role) -> &'static str {
    match role {
        Role::Code => "The code",
        Role::CodeNumber => "The numeric code",
        Role::Type => "The type",
        Role::Status => "The status",
        Role::Message => "The message",
        Role::UserMessage => "The message for end users",
        Role::Title => "The title",
        Role::Details => "The details, an object",
        Role::Inline => "The details, beside the other fields",
        Role::Field => "The field at fault",
        Role::RequestId => "The request's id",
        Role::DocUrl => "A link to the documentation",
        Role::String => "Text",
        Role::Integer => "A whole number",
        Role::Number => "A number",
        Role::Boolean => "True or false",
        Role::Timestamp => "A date and time",
        Role::Any => "Any value",
    }
}

fn presence(slot: &Slot) -> &'static str {
    match (slot.optional, slot.nullable) {
        (false, false) => "Always",
        (true, false) => "Optional",
        (false, true) => "May be null",
        (true, true) => "Optional, may be null",
    }
}

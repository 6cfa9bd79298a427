//! The envelope of a catalog: a body to look at, and a table of its slots.

use crate::model::{Catalog, Role, Shape, Slot};
use crate::sink::{Json, Markdown};

pub(super) fn envelope(page: &mut Markdown, catalog: &Catalog, shape: &Shape) {
    page.raw("## Error body\n\n")
        .code(catalog.media_type.as_str())
        .raw(", in this shape:\n\n");
    let mut json = Json::default();
    json.shape(shape, &stand_in);
    page.fence("json", &json.finish()).raw("\n\n");
    let mut rows = Vec::new();
    collect(shape, String::new(), &mut rows);
    if rows.is_empty() {
        return;
    }
    page.raw("| Field | Holds | Presence | Meaning |\n|---|---|---|---|\n");
    for (path, slot) in rows {
        page.raw("| ").cell(|cell| {
            cell.code(&path);
        });
        page.raw(" | ")
            .raw(holds(slot.role))
            .raw(" | ")
            .raw(presence(slot))
            .raw(" | ");
        page.cell(|cell| {
            if let Some(description) = &slot.description {
                cell.text(description.as_str());
            }
            if let Some(unit) = &slot.unit {
                cell.raw(" (").text(unit.as_str()).raw(")");
            }
        });
        page.raw(" |\n");
    }
    page.raw("\n");
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

fn collect<'a>(shape: &'a Shape, path: String, rows: &mut Vec<(String, &'a Slot)>) {
    match shape {
        Shape::Constant(_) => {}
        Shape::Slot(slot) => rows.push((path, slot)),
        Shape::List(items) => {
            for item in items {
                collect(item, format!("{path}[]"), rows);
            }
        }
        Shape::Object(pairs) => {
            for (key, value) in pairs {
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, format!("{path}{dot}{key}"), rows);
            }
        }
    }
}

fn holds(role: Role) -> &'static str {
    match role {
        Role::Code => "the code",
        Role::CodeNumber => "the numeric code",
        Role::Type => "the type",
        Role::Status => "the status",
        Role::Message => "the message",
        Role::UserMessage => "the message for end users",
        Role::Title => "the title",
        Role::Details => "the details, an object",
        Role::Inline => "the details, beside the other fields",
        Role::Field => "the field at fault",
        Role::RequestId => "the request's id",
        Role::DocUrl => "a link to the documentation",
        Role::String => "text",
        Role::Integer => "a whole number",
        Role::Number => "a number",
        Role::Boolean => "true or false",
        Role::Timestamp => "a date and time",
        Role::Any => "any value",
    }
}

fn presence(slot: &Slot) -> &'static str {
    match (slot.optional, slot.nullable) {
        (false, false) => "always",
        (true, false) => "optional",
        (false, true) => "may be null",
        (true, true) => "optional, may be null",
    }
}

//! Shapes in JSON: envelopes, details, and values of their own.

use crate::model::{Detail, FieldType, Shape, Slot, Text};
use crate::sink::Json;

/// The envelope as its catalog writes it: a slot is an object with `$slot`.
pub(in crate::emit) fn shape(json: &mut Json, envelope: &Shape) {
    json.shape(envelope, &slot);
}

fn slot(json: &mut Json, slot: &Slot) {
    json.object(|json| {
        json.member("$slot").string(slot.role.word());
        json.member("optional").boolean(slot.optional);
        json.member("nullable").boolean(slot.nullable);
        let kind = slot.kind.as_ref();
        json.member("type")
            .or_null(kind, |json, kind| json.string(kind.word()));
        let unit = slot.unit.as_ref();
        json.member("unit")
            .or_null(unit, |json, unit| json.string(unit.as_str()));
        let description = slot.description.as_ref();
        json.member("description")
            .or_null(description, |json, text| json.string(text.as_str()));
        json.member("example")
            .or_null(slot.example.as_ref(), Json::constant);
    });
}

/// A detail with all that is known about it.
pub(in crate::emit) fn detail(json: &mut Json, detail: &Detail) {
    json.object(|json| {
        json.member("name").string(&detail.name);
        json.member("type").string(detail.kind.word());
        match &detail.kind {
            FieldType::Array(items) => {
                json.member("items").or_null(items.as_deref(), self::detail);
            }
            FieldType::Object(properties) => {
                json.member("properties").list_of(properties, self::detail);
            }
            _ => {}
        }
        json.member("in").string(detail.travels.word());
        json.member("optional").boolean(detail.optional);
        json.member("sensitive").boolean(detail.sensitive);
        json.member("inferred").boolean(detail.inferred);
        let text = |json: &mut Json, text: &Text| json.string(text.as_str());
        json.member("unit").or_null(detail.unit.as_ref(), text);
        json.member("description")
            .or_null(detail.description.as_ref(), text);
        json.member("example")
            .or_null(detail.example.as_ref(), Json::constant);
    });
}

/// A shape as JSON on one line.
pub(in crate::emit) fn inline_json(value: &Shape) -> String {
    on_one_line(|json| shape(json, value))
}

/// JSON on one line.
pub(in crate::emit) fn on_one_line(write: impl FnOnce(&mut Json)) -> String {
    let mut json = Json::default();
    write(&mut json);
    json.finish()
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

//! Shapes in JSON: envelopes, and values of their own.

use crate::model::{Shape, Slot};
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

/// A shape as JSON on one line.
pub(in crate::emit) fn inline_json(value: &Shape) -> String {
    let mut json = Json::default();
    shape(&mut json, value);
    json.finish()
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

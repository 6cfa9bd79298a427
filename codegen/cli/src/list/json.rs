//! Listings as JSON. Members have the names of the `json` target's and are
//! always there: what the catalog does not say is `null`.

use errcat_codegen::model::{Action, Code, Text};
use serde::Serialize;

use super::Row;
use crate::format;

#[derive(Serialize)]
struct Object<'a> {
    catalog: &'a str,
    code: Wire,
    codes: Vec<Wire>,
    name: &'a str,
    /// How it is known that the code stands at this place of the document.
    code_source: &'static str,
    /// Other codes that it may be there.
    candidates: Vec<Wire>,
    section: Option<&'a str>,
    status: Option<i32>,
    statuses: Vec<i32>,
    reason: Option<&'a str>,
    advice: Option<&'static str>,
    retryable: Option<bool>,
    message: &'a str,
    /// The line of the item in the catalog.
    line: u32,
}

/// A code as it stands on the wire.
#[derive(Serialize)]
#[serde(untagged)]
enum Wire {
    Number(i64),
    Text(String),
}

pub(super) fn json(rows: &[Row<'_>]) -> String {
    let objects: Vec<Object<'_>> = rows.iter().map(object).collect();
    format::document(&objects)
}

fn object<'a>(row: &Row<'a>) -> Object<'a> {
    let Row {
        catalog,
        entry,
        listing,
    } = *row;
    let action = row.action();
    Object {
        catalog: catalog.id.as_str(),
        code: wire(entry.code()),
        codes: entry.codes.iter().map(|it| wire(&it.code)).collect(),
        name: entry.first().name.as_str(),
        code_source: listing.code_provenance.word(),
        candidates: listing.candidates.iter().map(wire).collect(),
        section: row.section().map(|section| section.id.as_str()),
        status: listing.statuses.first().map(|it| it.number()),
        statuses: listing.statuses.iter().map(|it| it.number()).collect(),
        reason: catalog.reason(listing).map(Text::as_str),
        advice: action.map(Action::word),
        retryable: action.map(Action::is_retryable),
        message: entry.message.text.as_str(),
        line: listing.line,
    }
}

fn wire(code: &Code) -> Wire {
    match code {
        Code::Integer(number) => Wire::Number(*number),
        Code::Text(_) | Code::Pattern(_) => Wire::Text(code.to_string()),
    }
}

//! The `vectors` target: responses, and what a client must see in each, so that
//! clients in any language can be held against the catalog.
//!
//! Each body is made of the envelope and the facts of an entry, and what is
//! expected follows from the same facts: nothing is read back here, so a client
//! that agrees has read. What each member means says the schema
//! (`schema/vectors.schema.json`). The vectors of an entry stand together and
//! depend on no other entry, so one more entry adds its own and changes none.
//!
//! Deliberately absent: catalogs whose body is not JSON, which get no file;
//! calls without a response; bodies that JSON can't tell apart, like those with
//! a key that stands twice.

mod advice;
mod body;
mod broken;
mod codes;
mod delay;
mod details;
mod known;
mod misspelt;
mod samples;
mod stated;
mod templates;
#[cfg(test)]
mod tests;
mod unknown;
mod vector;

use self::codes::Codes;
use self::vector::Vector;
use crate::model::{Catalog, Shape};
use crate::sink::Json;
use crate::write::{Artifact, MARK};

/// The version of the form of these files.
const VERSION: i64 = 1;

/// When the responses come, in seconds since 1970: 2026-03-07 at noon.
const NOW: i64 = 1_772_884_800;

pub(super) fn emit(catalogs: &[Catalog]) -> Vec<Artifact> {
    let artifact = |catalog: &Catalog| {
        let envelope = catalog
            .json_body()
            .filter(|it| !matches!(it, Shape::Slot(_)))?;
        let path = format!("vectors/{}.json", catalog.id);
        Some(Artifact::new(path, file(catalog, envelope)))
    };
    catalogs.iter().filter_map(artifact).collect()
}

fn file(catalog: &Catalog, envelope: &Shape) -> String {
    let codes = &Codes::of(catalog);
    let target = Subject {
        catalog,
        envelope,
        codes,
    };
    let mut json = Json::default();
    json.object(|json| {
        json.member("$comment")
            .string(&format!("{MARK} from {}; do not edit", catalog.file));
        json.member("version").integer(VERSION);
        json.member("catalog").string(catalog.id.as_str());
        json.member("code_type").string(catalog.code_type.word());
        json.member("now").integer(NOW);
        json.member("vectors").list(|json| {
            let mut write = |vector: Vector| vector.print(json.item(), catalog);
            for entry in &catalog.entries {
                known::all(target, entry, &mut write);
            }
            unknown::all(target, &mut write);
            broken::all(target, &mut write);
        });
    });
    json.finish()
}

/// What vectors are made of: a catalog, and the shape of its body.
#[derive(Clone, Copy)]
struct Subject<'a> {
    catalog: &'a Catalog,
    envelope: &'a Shape,
    codes: &'a Codes<'a>,
}

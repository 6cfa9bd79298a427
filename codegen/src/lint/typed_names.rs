//! The names of typed errors: structs for the details of codes, their fields,
//! and those of the envelope. Each has to give an identifier, and no two the
//! same. Raised as `identifier-collision` and `no-identifier`, whether or not
//! the Rust target has its switch `typed`: a switch changes no verdict.

use super::{identifier_collision, no_identifier};
use crate::diag::Report;
use crate::map::{Map, Set};
use crate::model::{Catalog, Detail, FieldType, Ident, Shape};
use crate::names;
use crate::source::Span;

/// The struct names of a catalog, each with its place.
type Owners = Map<Ident, Span>;

/// Looks at all names that typed errors make.
pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let mut owners = Owners::new();
    if let Some(Shape::Object(members)) = &catalog.envelope {
        let root = names::upper_camel("envelope").expect("a word of ours");
        envelope(&root, members, &mut owners, report);
    }
    let carrying = catalog.entries.iter().filter(|it| !it.details.is_empty());
    let mut codes = Set::new();
    for code in carrying.clone().flat_map(|entry| &entry.codes) {
        // Two codes of one identifier are reported as such.
        if codes.insert(&code.ident) {
            own(
                &code.ident,
                code.named_at,
                Owner::Entry,
                &mut owners,
                report,
            );
        }
    }
    for entry in carrying {
        fields(&entry.details, report);
        for code in &entry.codes {
            inner(&code.ident, &entry.details, &mut owners, report);
        }
    }
}

/// What a struct is made of.
#[derive(Clone, Copy)]
enum Owner {
    Entry,
    Envelope,
}

/// Takes the name of a struct.
fn own(name: &Ident, span: Span, owner: Owner, owners: &mut Owners, report: &mut Report) {
    if names::is_taken(name.as_str()) {
        identifier_collision::taken_struct(report, span, name);
        return;
    }
    let first = *owners.or_insert(name.clone(), span);
    if first != span {
        match owner {
            Owner::Entry => identifier_collision::two_structs(report, span, first, name),
            Owner::Envelope => identifier_collision::two_parts(report, span, first, name),
        }
    }
}

/// The fields of one struct, and of those within.
fn fields(details: &[Detail], report: &mut Report) {
    let mut first: Map<Ident, &Detail> = Map::new();
    for detail in details {
        match names::field(&detail.name) {
            Ok(name) => {
                let owner = *first.or_insert(name.clone(), detail);
                if owner.name != detail.name {
                    let places = [detail.span, owner.span];
                    identifier_collision::two_fields(
                        report,
                        places,
                        [&owner.name, &detail.name],
                        &name,
                    );
                }
            }
            Err(why) => no_identifier::raise(report, detail.span, "detail", &detail.name, why),
        }
        fields(properties(&detail.kind), report);
    }
}

/// The structs of the objects within.
fn inner(outer: &Ident, details: &[Detail], owners: &mut Owners, report: &mut Report) {
    for detail in details {
        let properties = properties(&detail.kind);
        if properties.is_empty() {
            continue;
        }
        let place = (detail.span, "detail");
        if let Some(name) = inner_name(outer, &detail.name, place, report) {
            own(&name, detail.span, Owner::Entry, owners, report);
            inner(&name, properties, owners, report);
        }
    }
}

/// The name of a struct within another. What gives no field is reported as that.
fn inner_name(
    outer: &Ident,
    key: &str,
    (span, what): (Span, &str),
    report: &mut Report,
) -> Option<Ident> {
    names::field(key).ok()?;
    let name = names::inner(outer, key).ok();
    if name.is_none() {
        no_identifier::within(report, span, what, key, outer);
    }
    name
}

/// The properties of an object, or of the items of a list.
fn properties(kind: &FieldType) -> &[Detail] {
    match kind {
        FieldType::Object(properties) => properties,
        FieldType::Array(Some(item)) => self::properties(&item.kind),
        _ => &[],
    }
}

/// The struct of an object of the envelope, and those within.
fn envelope(name: &Ident, members: &[(String, Shape)], owners: &mut Owners, report: &mut Report) {
    let mut first: Map<Ident, &str> = Map::new();
    for (key, shape) in members {
        let slots = shape.slots();
        // What holds no slot is always the same, and no field.
        let Some(span) = slots.first().map(|(_, slot)| slot.span) else {
            continue;
        };
        if key.starts_with('$') {
            continue;
        }
        match names::field(key) {
            Ok(field) if field.as_str() == names::BESIDE => {
                identifier_collision::taken_key(report, span, key);
            }
            Ok(field) => {
                let owner = *first.or_insert(field.clone(), key);
                if owner != key {
                    identifier_collision::two_keys(report, span, [owner, key], &field);
                    continue;
                }
            }
            Err(why) => no_identifier::raise(report, span, "envelope's key", key, why),
        }
        let Some(members) = object(shape) else {
            continue;
        };
        if let Some(name) = inner_name(name, key, (span, "envelope's key"), report) {
            own(&name, span, Owner::Envelope, owners, report);
            envelope(&name, members, owners, report);
        }
    }
}

/// The members of an object, or of the items of a list.
fn object(shape: &Shape) -> Option<&[(String, Shape)]> {
    match shape {
        Shape::Object(members) => Some(members),
        Shape::List(items) => object(items.first()?),
        Shape::Constant(_) | Shape::Slot(_) => None,
    }
}

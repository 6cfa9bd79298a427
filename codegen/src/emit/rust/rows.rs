//! What stands in the enum, streamed: a variant per code.

use super::docs;
use crate::emit::{DeprecatedAttribute, Switches, wording};
use crate::model::{Catalog, CodeName, Entry};
use crate::sink::{Markdown, Place, Rust};

/// What begins a line of docs of a variant: a module and an enum deep.
const DOCS: &str = "        ///";

/// Each code of a catalog with its entry, in the order of the enum.
pub(super) fn codes(catalog: &Catalog) -> impl Iterator<Item = (&Entry, &CodeName)> {
    catalog
        .entries
        .iter()
        .flat_map(|entry| entry.codes.iter().map(move |code| (entry, code)))
}

/// The variants with their docs.
pub(super) fn variants(out: &mut Rust, catalog: &Catalog, switches: &Switches) {
    for (entry, code) in codes(catalog) {
        docs::variant(out, DOCS, catalog, entry, code);
        if switches.deprecated_attribute == DeprecatedAttribute::Written {
            deprecated(out, catalog, entry);
        }
        out.raw("        ").ident(&code.ident).raw(",\n");
    }
}

fn deprecated(out: &mut Rust, catalog: &Catalog, entry: &Entry) {
    let Some(it) = &entry.deprecated else { return };
    let mut note = Markdown::new(Place::Value);
    wording::deprecation(&mut note, catalog, it);
    let note = note.finish();
    match note.trim_start() {
        "" => out.raw("        #[deprecated]\n"),
        note => out
            .raw("        #[deprecated(note = ")
            .string(note)
            .raw(")]\n"),
    };
}

/// The items of `ALL`.
pub(super) fn all(out: &mut Rust, catalog: &Catalog) {
    for (_, code) in codes(catalog) {
        out.raw("\n            ErrorCode::")
            .ident(&code.ident)
            .raw(",");
    }
    out.raw("\n        ");
}

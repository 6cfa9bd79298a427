//! The module of one catalog: the enum, its methods, and the tables.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::kinds::{status_type, wire_type};
use super::{any_code, columns, docs, enums, impls, methods, rows, shared, typed};
use crate::emit::{Shared, Switches, With};
use crate::model::Catalog;
use crate::sink::{Extent, Filling, Rust, Writing};

/// How many bytes there are for each entry, about. Too few cost a copy.
const ENTRY: usize = 1_400;

/// The module as one item.
pub(super) fn module(out: &mut Rust, catalog: &Catalog, switches: &Switches) {
    if catalog.entries.is_empty() {
        out.append(&Rust::item(without_codes(catalog)));
        return;
    }
    out.reserve(ENTRY * catalog.entries.len());
    let variants = |out: &mut Rust| rows::variants(out, catalog, switches);
    let all = |out: &mut Rust| rows::all(out, catalog);
    let structs = |out: &mut Rust| typed::structs(out, catalog, switches);
    let described = |out: &mut Rust| typed::described(out, catalog);
    let info = |out: &mut Rust| columns::catalog(out, catalog);
    let tables = |out: &mut Rust| columns::tables(out, catalog);
    let mut places: Vec<(&str, Extent, Writing<'_>)> = vec![
        ("variants", Extent::Line, &variants),
        ("all", Extent::Marker, &all),
        ("catalog", Extent::Marker, &info),
        ("tables", Extent::Marker, &tables),
    ];
    if switches.has(With::Typed) {
        places.push(("structs", Extent::Line, &structs));
    }
    if typed::is_described(catalog, switches) {
        places.push(("described", Extent::Marker, &described));
    }
    // Docs stand in the skeleton, and a catalog may say there what a marker is.
    // Then the next number makes one that it does not say.
    let filled = |markers: Markers| {
        let fillings = places.iter().map(|&(name, extent, write)| Filling {
            marker: markers.ident(name).to_string(),
            extent,
            write,
        });
        let fillings: Vec<Filling<'_>> = fillings.collect();
        Rust::item(skeleton(catalog, switches, markers)).fill(&fillings, out)
    };
    (0..)
        .map(|number| Markers { number })
        .find_map(filled)
        .expect("a catalog does not hold every number");
}

/// A catalog that lists nothing yet: an enum without variants has no numbers.
fn without_codes(catalog: &Catalog) -> TokenStream {
    let name = format_ident!("{}", catalog.id.as_str());
    let about = docs::about(catalog);
    quote! {
        #[rustfmt::skip]
        #[allow(clippy::doc_markdown, unreachable_pub)]
        pub mod #name {
            #about
            //!
            //! It lists no errors yet.
        }
    }
}

/// The identifiers at whose places the rows of a catalog are put.
#[derive(Clone, Copy)]
struct Markers {
    number: u32,
}

impl Markers {
    fn ident(self, name: &str) -> Ident {
        format_ident!("__errcat_{}_{}", self.number, name)
    }
}

/// Everything but what grows with the number of entries.
fn skeleton(catalog: &Catalog, switches: &Switches, markers: Markers) -> TokenStream {
    let variants = markers.ident("variants");
    let name = format_ident!("{}", catalog.id.as_str());
    let docs = docs::module(catalog, switches);
    let shared = match switches.shared {
        Shared::Beside => quote!(
            use super::errcat;
        ),
        Shared::Inside => TokenStream::new(),
    };
    let any_code = any_code::names(catalog, switches);
    let methods = methods::methods(catalog, switches, &markers.ident("all"));
    let impls = impls::impls(catalog, switches);
    let declared = enums::declared(catalog);
    let facts = facts(catalog);
    let [structs, described] = ["structs", "described"].map(|it| markers.ident(it));
    let typed = typed::items(catalog, switches, &structs, &described);
    let of_fields = typed::lints(switches);
    let inside = (switches.shared == Shared::Inside).then(|| shared::inside(switches));
    let tables = tables(catalog, markers);
    quote! {
        #[rustfmt::skip]
        #[allow(
            clippy::doc_markdown,
            clippy::enum_variant_names,
            clippy::needless_doctest_main,
            #of_fields
            dead_code,
            unreachable_pub,
        )]
        pub mod #name {
            #docs

            use ::core::fmt;
            #shared

            #[allow(unused_imports)]
            pub use self::errcat::{
                Action, CatalogInfo, Catalogued, Delay, Deprecation, Detail, Example, HeaderInfo, Listing,
                NotInCatalog, Place, Provenance, Retry, Row, Safe, Scope, SectionInfo, Severity, Stage,
                StatusRow, TypeInfo, Variant,
            };

            /// The codes, in the order of the document.
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            #[repr(u16)]
            pub enum ErrorCode {
                #variants
            }

            #methods
            #any_code
            #declared
            #facts
            #impls
            #typed
            #inside
            #tables
        }
    }
}

/// What is said of the whole catalog, and the type of what is said of a code.
fn facts(catalog: &Catalog) -> TokenStream {
    let (wire, status) = (wire_type(catalog), status_type(catalog));
    quote! {
        /// All that this catalog says about one of its codes.
        pub type Entry = errcat::Entry<#wire, #status>;

        /// What the catalog says about itself and about all of its codes.
        #[must_use]
        pub fn catalog() -> &'static CatalogInfo {
            &tables::CATALOG
        }

        /// The documented rows of the status table.
        #[must_use]
        pub fn statuses() -> &'static [StatusRow<#status>] {
            tables::TABLES.rows
        }
    }
}

/// The module of tables, at the end of the file.
fn tables(catalog: &Catalog, markers: Markers) -> TokenStream {
    let (catalog_info, rows) = (markers.ident("catalog"), markers.ident("tables"));
    let (wire, status) = (wire_type(catalog), status_type(catalog));
    let section = (!catalog.sections.is_empty()).then(|| quote!(Section,));
    let parent = (!catalog.types.is_empty()).then(|| quote!(Type,));
    quote! {
        #[allow(clippy::unreadable_literal, deprecated, unused_imports)]
        mod tables {
            use super::errcat::{Part, Ref, Tables, starts};
            use super::{
                Action, CatalogInfo, Delay, Deprecation, Detail, ErrorCode, Example, HeaderInfo, Place,
                Provenance, Retry, Row, Safe, Scope, #section SectionInfo, Severity, Stage, StatusRow,
                #parent TypeInfo, Variant,
            };

            /// One more than there are codes: where the last one's values end.
            const STARTS: usize = ErrorCode::ALL.len() + 1;

            /// What the catalog says about itself.
            pub(super) static CATALOG: CatalogInfo = #catalog_info;

            /// What it says about its codes.
            pub(super) static TABLES: Tables<#wire, #status> = #rows;
        }
    }
}

//! The module of one catalog: the enum, its methods, and the tables.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::kinds::{Statuses, status_type, wire_type};
use super::{columns, docs, impls, rows, sections};
use crate::emit::Switches;
use crate::model::{Catalog, CodeType};
use crate::sink::{Extent, Filling, Rust};

/// The module as one item.
pub(super) fn module(catalog: &Catalog, switches: Switches) -> Rust {
    if catalog.entries.is_empty() {
        return Rust::item(without_codes(catalog));
    }
    let rows = [
        ("variants", Extent::Line, rows::variants(catalog, switches)),
        ("all", Extent::Marker, rows::all(catalog)),
        ("catalog", Extent::Marker, columns::catalog(catalog)),
        ("tables", Extent::Marker, columns::tables(catalog)),
    ];
    // Docs stand in the skeleton, and a catalog may say there what a marker is.
    // Then the next number makes one that it does not say.
    let filled = |markers: Markers| {
        let fillings = rows.each_ref().map(|(name, extent, text)| Filling {
            marker: markers.ident(name).to_string(),
            extent: *extent,
            text,
        });
        Rust::item(skeleton(catalog, markers)).filled(&fillings)
    };
    (0..)
        .find_map(|number| filled(Markers { number }))
        .expect("a catalog does not hold every number")
}

/// A catalog that lists nothing yet: an enum without variants has no numbers.
fn without_codes(catalog: &Catalog) -> TokenStream {
    let name = format_ident!("{}", catalog.id.as_str());
    let docs = docs::module(catalog);
    quote! {
        #[rustfmt::skip]
        #[allow(clippy::doc_markdown)]
        pub mod #name {
            #docs
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
fn skeleton(catalog: &Catalog, markers: Markers) -> TokenStream {
    let variants = markers.ident("variants");
    let name = format_ident!("{}", catalog.id.as_str());
    let docs = docs::module(catalog);
    let methods = methods(catalog, markers);
    let impls = impls::impls(catalog);
    let kinds = sections::declared(catalog);
    let tables = tables(catalog, markers);
    quote! {
        #[rustfmt::skip]
        #[allow(clippy::doc_markdown, dead_code)]
        pub mod #name {
            #docs

            use ::core::fmt;

            #[allow(unused_imports)]
            pub use super::errcat::{
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
            #impls
            #kinds
            #tables
        }
    }
}

fn methods(catalog: &Catalog, markers: Markers) -> TokenStream {
    let all = markers.ident("all");
    let wire = wire_methods(catalog);
    let status = status_methods(catalog);
    let home = (!catalog.sections.is_empty()).then(|| {
        quote! {
            /// The section of its own item.
            #[must_use]
            pub fn section(self) -> Section {
                Section::ALL[usize::from(tables::TABLES.home[self as usize])]
            }
        }
    });
    let tags = tag_methods(catalog);
    let status_type = status_type(catalog);
    let wire_type = wire_type(catalog);
    quote! {
        /// All that this catalog says about one of its codes.
        pub type Entry = super::errcat::Entry<#wire_type, #status_type>;

        impl ErrorCode {
            /// Every code, in the order of the document.
            #[allow(deprecated)]
            pub const ALL: &'static [Self] = &[#all];

            #wire
            #status

            /// The message as written; `{x}` stands for a detail.
            #[must_use]
            pub fn message(self) -> &'static str {
                tables::TABLES.messages[self as usize]
            }

            /// The documented advice when it comes with its canonical status; `None`
            /// is not `Stop`: the document gives no advice.
            #[must_use]
            pub fn retry(self) -> Option<Retry> {
                self.entry().retry()
            }

            /// The documented advice when it comes with `status`.
            #[must_use]
            pub fn retry_with(self, status: #status_type) -> Option<Retry> {
                self.entry().retry_with(status)
            }

            /// Whether documented advice says that the same request may be sent again.
            #[must_use]
            pub fn is_retryable(self) -> bool {
                self.retry().is_some_and(|retry| retry.is_retryable())
            }

            /// Whether it is an error, and no warning or success.
            #[must_use]
            pub fn is_error(self) -> bool {
                self.entry().severity() == Severity::Error
            }

            /// How the code is known: a guess can be told from a documented fact.
            #[must_use]
            pub fn provenance(self) -> Provenance {
                self.entry().provenance()
            }

            #home
            #tags

            /// All else that the catalog says about it.
            #[must_use]
            pub fn entry(self) -> Entry {
                Entry::new(&tables::TABLES, self as u16)
            }
        }
    }
}

/// From the wire and to it.
fn wire_methods(catalog: &Catalog) -> TokenStream {
    match catalog.code_type {
        CodeType::String => quote! {
            /// The code on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                tables::TABLES.codes[self as usize]
            }

            /// The code that is spelt so on the wire, in exactly this case.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                tables::TABLES.find_text(code).map(|row| Self::ALL[usize::from(row)])
            }
        },
        CodeType::Integer => quote! {
            /// The code on the wire.
            #[must_use]
            pub fn as_i64(self) -> i64 {
                tables::TABLES.codes[self as usize]
            }

            /// The code that is this number on the wire.
            #[must_use]
            pub fn from_code(code: i64) -> Option<Self> {
                tables::TABLES.find(&code).map(|row| Self::ALL[usize::from(row)])
            }
        },
    }
}

fn status_methods(catalog: &Catalog) -> TokenStream {
    let status_type = status_type(catalog);
    let status = match Statuses::of(catalog) {
        Statuses::Always => quote! {
            /// The canonical status.
            #[must_use]
            pub fn status(self) -> #status_type {
                self.statuses()[0]
            }
        },
        Statuses::Sometimes => quote! {
            /// The canonical status, where the code has one.
            #[must_use]
            pub fn status(self) -> Option<#status_type> {
                self.statuses().first().copied()
            }
        },
    };
    quote! {
        #status

        /// All statuses, the canonical one first.
        #[must_use]
        pub fn statuses(self) -> &'static [#status_type] {
            self.entry().statuses()
        }

        /// The codes that come with `status`, among others perhaps.
        pub fn with_status(status: #status_type) -> impl Iterator<Item = Self> {
            Self::ALL.iter().copied().filter(move |code| code.statuses().contains(&status))
        }
    }
}

/// A predicate per tag.
fn tag_methods(catalog: &Catalog) -> TokenStream {
    let methods = catalog.tags.iter().map(|tag| {
        let name = format_ident!("is_{}", tag.id.as_str());
        let id = tag.id.as_str();
        let doc = docs::outer(&crate::model::Prose::plain(tag.description.as_str()));
        quote! {
            #doc
            #[must_use]
            pub fn #name(self) -> bool {
                self.entry().tags().any(|tag| tag == #id)
            }
        }
    });
    quote!(#(#methods)*)
}

/// The module of tables, at the end of the file.
fn tables(catalog: &Catalog, markers: Markers) -> TokenStream {
    let (catalog_info, rows) = (markers.ident("catalog"), markers.ident("tables"));
    let (wire, status) = (wire_type(catalog), status_type(catalog));
    let section = (!catalog.sections.is_empty()).then(|| quote!(Section,));
    quote! {
        #[allow(clippy::unreadable_literal, deprecated, unused_imports)]
        mod tables {
            use super::super::errcat::{Part, Ref, Tables, starts};
            use super::{
                Action, CatalogInfo, Delay, Deprecation, Detail, ErrorCode, Example, HeaderInfo, Place,
                Provenance, Retry, Row, Safe, Scope, #section SectionInfo, Severity, Stage, StatusRow,
                TypeInfo, Variant,
            };

            /// One more than there are codes: where the last one's values end.
            const STARTS: usize = ErrorCode::ALL.len() + 1;

            pub(super) static CATALOG: CatalogInfo = #catalog_info;

            pub(super) static TABLES: Tables<#wire, #status> = #rows;
        }
    }
}

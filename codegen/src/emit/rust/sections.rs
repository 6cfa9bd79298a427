//! The enum of sections, and functions for what else a catalog declares.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::kinds::status_type;
use crate::model::Catalog;

/// The sections, the catalog's own facts and the rows of statuses.
pub(super) fn declared(catalog: &Catalog) -> TokenStream {
    let status = status_type(catalog);
    let sections = (!catalog.sections.is_empty()).then(|| sections(catalog));
    quote! {
        #sections

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

fn sections(catalog: &Catalog) -> TokenStream {
    let idents: Vec<_> = catalog
        .sections
        .iter()
        .map(|section| format_ident!("{}", section.ident.as_str()))
        .collect();
    let docs = catalog.sections.iter().map(docs::section);
    quote! {
        /// The sections, in the order of the document.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum Section {
            #(#docs #idents,)*
        }

        impl Section {
            /// Every section, in the order of the document.
            pub const ALL: &'static [Self] = &[#(Self::#idents,)*];

            /// What the catalog says about it.
            #[must_use]
            pub fn info(self) -> &'static SectionInfo {
                &tables::TABLES.sections[self as usize]
            }

            /// The codes whose own item it holds, in the order of the document.
            pub fn codes(self) -> impl Iterator<Item = ErrorCode> {
                ErrorCode::ALL.iter().copied().filter(move |code| code.section() == self)
            }
        }
    }
}

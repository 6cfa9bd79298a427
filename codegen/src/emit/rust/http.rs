//! The switch `http`: statuses as the crate `http` has them. Only catalogs
//! whose statuses are HTTP's have any. What they share is `errcat/http.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::kinds::Statuses;
use crate::emit::{Switches, With};
use crate::model::Catalog;

/// The method of the enum.
pub(super) fn method(catalog: &Catalog, switches: &Switches) -> TokenStream {
    if !applies(catalog, switches) {
        return TokenStream::new();
    }
    match Statuses::of(catalog) {
        Statuses::Always => quote! {
            /// The canonical status, as the crate `http` has it.
            #[must_use]
            pub fn status_code(self) -> ::http::StatusCode {
                errcat::status_code(self.status())
            }
        },
        Statuses::Sometimes => quote! {
            /// The canonical status, as the crate `http` has it, where the code has one.
            #[must_use]
            pub fn status_code(self) -> Option<::http::StatusCode> {
                self.status().map(errcat::status_code)
            }
        },
    }
}

/// The conversion, where every code has a status.
pub(super) fn implementations(catalog: &Catalog, switches: &Switches) -> TokenStream {
    if !applies(catalog, switches) || Statuses::of(catalog) == Statuses::Sometimes {
        return TokenStream::new();
    }
    quote! {
        impl From<ErrorCode> for ::http::StatusCode {
            fn from(code: ErrorCode) -> Self {
                code.status_code()
            }
        }
    }
}

fn applies(catalog: &Catalog, switches: &Switches) -> bool {
    catalog.http && switches.has(With::Http)
}

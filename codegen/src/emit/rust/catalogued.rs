//! The implementation of the trait `Catalogued`, by which code works with
//! catalogs that it does not know. The trait is `errcat/catalogued.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::kinds::{key_type, status_type, wire_type};
use crate::model::{Catalog, CodeType};

/// The implementation in a catalog's module.
pub(super) fn implementation(catalog: &Catalog) -> TokenStream {
    let (wire, key, status) = (wire_type(catalog), key_type(catalog), status_type(catalog));
    let code = match catalog.code_type {
        CodeType::String => quote!(code),
        CodeType::Integer => quote!(*code),
    };
    quote! {
        impl Catalogued for ErrorCode {
            type Wire = #wire;
            type Key = #key;
            type Status = #status;

            const ALL: &'static [Self] = Self::ALL;

            fn catalog() -> &'static CatalogInfo {
                catalog()
            }

            fn from_wire(code: &#key) -> Option<Self> {
                Self::from_code(#code)
            }

            fn entry(self) -> Entry {
                self.entry()
            }
        }
    }
}

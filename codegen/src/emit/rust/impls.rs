//! The traits that `ErrorCode` implements: by hand, over the tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{any_code, catalogued, http, serde};
use crate::emit::Switches;
use crate::model::{Catalog, CodeType};

pub(super) fn impls(catalog: &Catalog, switches: &Switches) -> TokenStream {
    let catalogued = catalogued::implementation(catalog);
    let any_code = any_code::into_known();
    let serde = serde::implementations(catalog, switches);
    let http = http::implementations(catalog, switches);
    let text = match catalog.code_type {
        CodeType::String => quote! {
            impl fmt::Display for ErrorCode {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.as_str())
                }
            }

            impl ::core::str::FromStr for ErrorCode {
                type Err = NotInCatalog;

                fn from_str(code: &str) -> Result<Self, NotInCatalog> {
                    Self::from_code(code).ok_or(NotInCatalog)
                }
            }

            impl ::core::convert::TryFrom<&str> for ErrorCode {
                type Error = NotInCatalog;

                fn try_from(code: &str) -> Result<Self, NotInCatalog> {
                    Self::from_code(code).ok_or(NotInCatalog)
                }
            }
        },
        CodeType::Integer => quote! {
            impl fmt::Display for ErrorCode {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&self.as_i64(), f)
                }
            }

            impl ::core::convert::TryFrom<i64> for ErrorCode {
                type Error = NotInCatalog;

                fn try_from(code: i64) -> Result<Self, NotInCatalog> {
                    Self::from_code(code).ok_or(NotInCatalog)
                }
            }
        },
    };
    quote! {
        #text

        impl fmt::Debug for ErrorCode {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                ::core::write!(f, "ErrorCode({self})")
            }
        }

        impl ::core::error::Error for ErrorCode {}

        #catalogued
        #any_code
        #serde
        #http
    }
}

//! The switch `serde`: its traits, by hand and with a visitor. A derive would
//! match on strings, which takes a compiler too long where codes are many.
//! Visitors, and the traits of codes off the wire, are `errcat/serde*.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Switches, With};
use crate::model::{Catalog, CodeType};

/// What a catalog's module holds for its own types.
pub(super) fn implementations(catalog: &Catalog, switches: &Switches) -> TokenStream {
    if !switches.has(With::Serde) {
        return TokenStream::new();
    }
    let id = catalog.id.as_str();
    let code = format!("a code of `{id}`");
    let of_codes = match catalog.code_type {
        CodeType::String => text(&quote!(ErrorCode), &quote!(Self::from_code), &code),
        CodeType::Integer => number(&code),
    };
    let type_ = format!("a type of `{id}`");
    let of_types =
        (!catalog.types.is_empty()).then(|| text(&quote!(Type), &quote!(Self::from_wire), &type_));
    quote! {
        #of_codes
        #of_types
    }
}

/// For a type that is text on the wire.
fn text(name: &TokenStream, find: &TokenStream, what: &str) -> TokenStream {
    quote! {
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                errcat::known_text(deserializer, #find, #what)
            }
        }
    }
}

/// For codes that are numbers on the wire.
fn number(what: &str) -> TokenStream {
    quote! {
        impl ::serde::Serialize for ErrorCode {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for ErrorCode {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                errcat::known_number(deserializer, Self::from_code, #what)
            }
        }
    }
}

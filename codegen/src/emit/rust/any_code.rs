//! Codes off the wire, known or not: a name for them in each catalog's module.
//! The logic stands once, in `errcat/any_code.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::kinds::wire_type;
use crate::emit::{Switches, With};
use crate::model::{Catalog, CodeType};

/// The names in a catalog's module.
pub(super) fn names(catalog: &Catalog, switches: &Switches) -> TokenStream {
    let (lifetime, wire) = match catalog.code_type {
        CodeType::String => (quote!(<'a>), quote!(&'a str)),
        CodeType::Integer => (TokenStream::new(), wire_type(catalog)),
    };
    let text = catalog.code_type == CodeType::String;
    let owned = (text && switches.has(With::Alloc)).then(|| {
        quote! {
            /// A code off the wire, known or not, that owns what is not known.
            pub type OwnedCode = errcat::OwnedCode<ErrorCode>;
        }
    });
    quote! {
        /// A code off the wire, known or not.
        pub type AnyCode #lifetime = errcat::AnyCode<ErrorCode, #wire>;

        /// What stands on the wire where a code belongs, and is none of this catalog.
        pub type UnknownCode #lifetime = errcat::UnknownCode<ErrorCode, #wire>;

        #owned
    }
}

/// The way back from a code off the wire to one of the catalog. A code may be
/// called `ERROR`, so `Self::Error` could be a variant here.
pub(super) fn into_known() -> TokenStream {
    quote! {
        impl<W> ::core::convert::TryFrom<errcat::AnyCode<Self, W>> for ErrorCode {
            type Error = errcat::UnknownCode<Self, W>;

            fn try_from(
                code: errcat::AnyCode<Self, W>,
            ) -> Result<Self, errcat::UnknownCode<Self, W>> {
                match code {
                    errcat::AnyCode::Known(code) => Ok(code),
                    errcat::AnyCode::Unknown(code) => Err(code),
                }
            }
        }
    }
}

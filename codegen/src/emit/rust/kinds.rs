//! What kind of codes and statuses a catalog has, which decides the types of
//! its generated functions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Catalog, CodeType};

/// How statuses appear in signatures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Statuses {
    /// Every code has one.
    Always,
    /// Some code has none.
    Sometimes,
}

impl Statuses {
    pub(super) fn of(catalog: &Catalog) -> Self {
        if catalog.entries.iter().all(|entry| entry.status().is_some()) {
            Self::Always
        } else {
            Self::Sometimes
        }
    }
}

/// The type of a status: HTTP's fit 16 bits, those of others need a sign.
pub(super) fn status_type(catalog: &Catalog) -> TokenStream {
    if catalog.http {
        quote!(u16)
    } else {
        quote!(i32)
    }
}

/// The type of a code on the wire.
pub(super) fn wire_type(catalog: &Catalog) -> TokenStream {
    match catalog.code_type {
        CodeType::String => quote!(&'static str),
        CodeType::Integer => quote!(i64),
    }
}

/// The type that a code is found by.
pub(super) fn key_type(catalog: &Catalog) -> TokenStream {
    match catalog.code_type {
        CodeType::String => quote!(str),
        CodeType::Integer => quote!(i64),
    }
}

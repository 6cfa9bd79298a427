//! The module `errcat`: what generated modules share.
//!
//! It depends on no catalog, so all logic that can stand here does: a
//! catalog's own module is names and tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{advice, any_code, catalogued, entry, facts, http, lookup, patterns, serde, tables};
use crate::emit::Switches;

/// The module as one item of a file of its own.
pub(super) fn file(switches: &Switches) -> TokenStream {
    let module = module(switches);
    quote! {
        #[rustfmt::skip]
        #[allow(dead_code, unreachable_pub)]
        #module
    }
}

/// The module.
pub(super) fn module(switches: &Switches) -> TokenStream {
    let catalogued = catalogued::items();
    let any_code = any_code::items(switches);
    let entry = entry::items();
    let listing = entry::listing();
    let advice = advice::items();
    let facts = facts::items();
    let tables = tables::items();
    let statuses = advice::status_lookup();
    let lookup = lookup::items();
    let patterns = patterns::items();
    let (serde, http) = (serde::items(switches), http::items(switches));
    quote! {
        pub mod errcat {
            //! What the modules of all catalogs share: the trait [`Catalogued`], codes
            //! off the wire, and what there is to say about an entry.

            use ::core::borrow::Borrow;
            use ::core::error::Error;
            use ::core::fmt;
            use ::core::hash::Hash;
            use ::core::marker::PhantomData;

            #catalogued
            #any_code
            #entry
            #listing
            #advice
            #facts
            #http
            #serde
            #tables
            #statuses
            #lookup
            #patterns
        }
    }
}

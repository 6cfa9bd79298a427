//! The module `errcat`: what generated modules share.
//!
//! It depends on no catalog, so all logic that can stand here does: a
//! catalog's own module is names and tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{advice, entry, facts, patterns, tables};

/// The module as one item.
pub(super) fn module() -> TokenStream {
    let advice = advice::items();
    let facts = facts::items();
    let entry = entry::items();
    let listing = entry::listing();
    let catalogued = catalogued();
    let tables = tables::items();
    let patterns = patterns::items();
    let statuses = advice::status_lookup();
    quote! {
        #[rustfmt::skip]
        #[allow(dead_code)]
        pub mod errcat {
            //! What the modules of all catalogs share: retry advice, the facts about
            //! an entry, and the trait [`Catalogued`].

            use ::core::borrow::Borrow;
            use ::core::fmt;

            #advice
            #facts
            #entry
            #listing
            #catalogued
            #tables
            #patterns
            #statuses
        }
    }
}

fn catalogued() -> TokenStream {
    quote! {
        /// The codes of a catalog: what holds for all of them.
        pub trait Catalogued: Copy + fmt::Debug + fmt::Display + 'static {
            /// What codes are on the wire: `&'static str` or `i64`.
            type Wire: Copy + fmt::Debug + fmt::Display + 'static;
            /// What statuses are: `u16` for those of HTTP, `i32` for others.
            type Status: Copy + fmt::Debug + fmt::Display + PartialEq + Into<i32> + 'static;
            /// The id of the catalog.
            const CATALOG: &'static str;
            /// Every code, in the order of the document.
            const ALL: &'static [Self];

            /// All that the catalog says about this code.
            fn entry(self) -> Entry<Self::Wire, Self::Status>;

            /// The code on the wire.
            fn code(self) -> Self::Wire {
                self.entry().code()
            }

            /// The message as written; `{x}` stands for a detail.
            fn message(self) -> &'static str {
                self.entry().message()
            }

            /// All statuses, the canonical one first.
            fn statuses(self) -> &'static [Self::Status] {
                self.entry().statuses()
            }

            /// The documented advice; `None` is not `Stop`: the document gives none.
            fn retry(self) -> Option<Retry> {
                self.entry().retry()
            }
        }
    }
}

//! Switches for clients: what sends requests again. The logic is Rust source,
//! in `errcat/client/`, and generic; a catalog's module has names for it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Switches, With};
use crate::model::Catalog;

/// The sources of the module `errcat`, in their order.
pub(super) fn shared(switches: &Switches) -> &'static [&'static str] {
    if switches.has(With::ReqwestMiddleware) {
        REQWEST_MIDDLEWARE
    } else {
        &[]
    }
}

const REQWEST_MIDDLEWARE: &[&str] = &[
    include_str!("errcat/client/retry_middleware.rs"),
    include_str!("errcat/client/attempts.rs"),
    include_str!("errcat/client/read_body.rs"),
];

/// The names for a catalog whose error bodies can be read.
pub(super) fn names(catalog: &Catalog, switches: &Switches) -> Option<TokenStream> {
    let applies = catalog.http && switches.has(With::ReqwestMiddleware);
    applies.then(|| {
        quote! {
            /// Sends a request again where the document of this API advises it.
            pub type RetryMiddleware = errcat::RetryMiddleware<ErrorCode>;
        }
    })
}

//! The switch `tonic`: errors as a `tonic::Status`, and back. What it does is
//! `errcat/server/grpc_*.rs`; here are the conversions, which can't be generic:
//! `Status` is a type of another crate.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Switches, With};
use crate::model::{Catalog, Ident};
use crate::sink::Rust;

/// Whether a catalog's errors travel by gRPC: its statuses have to be HTTP's,
/// which codes of gRPC are mapped to.
pub(super) fn applies(catalog: &Catalog, switches: &Switches) -> bool {
    switches.has(With::Tonic) && catalog.http && catalog.json_body().is_some()
}

/// What a catalog's module holds for its codes.
pub(super) fn items(catalog: &Catalog, switches: &Switches) -> TokenStream {
    if !applies(catalog, switches) {
        return TokenStream::new();
    }
    quote! {
        /// An error of this API as gRPC carries it.
        pub type GrpcError = errcat::GrpcError<ErrorCode>;

        impl From<ErrorCode> for ::tonic::Status {
            fn from(code: ErrorCode) -> Self {
                GrpcError::of_code(code).into()
            }
        }
    }
}

/// The conversion of a struct of details.
pub(super) fn of_struct(out: &mut Rust, name: &Ident) {
    out.raw("\n    impl From<").ident(name);
    out.raw("> for ::tonic::Status {\n        #[inline]\n        fn from(error: ")
        .ident(name)
        .raw(") -> Self {\n            GrpcError::of(&error).into()\n        }\n    }\n");
}

//! The switch `typed`: the details of each code as a struct, the error body as
//! a type, and responses read as errors, with advice.
//!
//! The logic is Rust source, in `errcat/typed/`. A catalog's module holds its
//! structs of details, which are streamed, and what depends on its envelope,
//! which is tokens. Bodies that are not JSON have details only.

mod details;
mod envelope;
mod fields;
mod shape;
mod slot;
mod tonic;
mod utoipa;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) use self::details::structs;
pub(super) use self::utoipa::{applies as is_described, details as described};

use super::{client, server};
use crate::emit::{Switches, With};
use crate::model::{Catalog, CodeType, Shape};

/// The sources of the module `errcat`, in their order.
pub(super) fn shared(switches: &Switches) -> impl Iterator<Item = &'static str> + use<> {
    let typed = switches.has(With::Typed).then_some(SHARED);
    let retry = switches.has(With::Retry).then_some(RETRY);
    let tonic = switches.has(With::Tonic).then_some(TONIC);
    let utoipa = switches.has(With::Utoipa).then_some(UTOIPA);
    let servers = [tonic, utoipa].into_iter().flatten().flatten();
    let typed = typed.unwrap_or_default().iter().copied().chain(retry);
    typed.chain(servers.copied())
}

const SHARED: &[&str] = &[
    include_str!("errcat/typed/owned.rs"),
    include_str!("errcat/typed/details.rs"),
    include_str!("errcat/typed/values.rs"),
    include_str!("errcat/typed/sensitive.rs"),
    include_str!("errcat/typed/timestamp.rs"),
    include_str!("errcat/typed/message.rs"),
    include_str!("errcat/typed/shape.rs"),
    include_str!("errcat/typed/wire_code.rs"),
    include_str!("errcat/typed/envelope.rs"),
    include_str!("errcat/typed/sent.rs"),
    include_str!("errcat/typed/scan.rs"),
    include_str!("errcat/typed/api_error.rs"),
    include_str!("errcat/typed/error_ref.rs"),
    include_str!("errcat/typed/advice.rs"),
    include_str!("errcat/typed/ruling.rs"),
    include_str!("errcat/typed/delay.rs"),
    include_str!("errcat/typed/response.rs"),
];

const RETRY: &str = include_str!("errcat/typed/retry.rs");

/// What the switch `tonic` adds.
const TONIC: &[&str] = &[
    include_str!("errcat/server/grpc_error.rs"),
    include_str!("errcat/server/grpc_status.rs"),
    include_str!("errcat/server/grpc_response.rs"),
];

/// What the switch `utoipa` adds.
const UTOIPA: &[&str] = &[
    include_str!("errcat/server/utoipa/described.rs"),
    include_str!("errcat/server/utoipa/responses.rs"),
    include_str!("errcat/server/utoipa/body_schema.rs"),
    include_str!("errcat/server/utoipa/value_schema.rs"),
    include_str!("errcat/server/utoipa/example.rs"),
];

/// What depends on the envelope; `structs` stands where those of details are
/// put, `described` where the rows of the switch `utoipa` are.
pub(super) fn items(
    catalog: &Catalog,
    switches: &Switches,
    structs: &Ident,
    described: &Ident,
) -> TokenStream {
    if !switches.has(With::Typed) {
        return TokenStream::new();
    }
    let request = switches.has(With::Retry).then(|| quote!(Request,));
    let shape = catalog
        .json_body()
        .map(|shape| of_body(catalog, shape, switches));
    let client = catalog
        .json_body()
        .and_then(|_| client::names(catalog, switches));
    let tonic = tonic::items(catalog, switches);
    let utoipa = utoipa::items(catalog, switches, described);
    quote! {
        #[allow(unused_imports)]
        pub use self::errcat::{
            Advice, Basis, Details, DetailsError, ErrorRef, Outcome, Problem, RawDetails, #request
            Sensitive, Timestamp, WireCode,
        };
        #[allow(unused_imports)]
        use self::errcat::owned::{Json, JsonObject, String, Vec};

        const #structs: () = ();

        #shape
        #client
        #tonic
        #utoipa
    }
}

/// Lints that judge the fields of structs, which are the wire's keys, and the
/// numbered locals that they are read into.
pub(super) fn lints(switches: &Switches) -> TokenStream {
    if !switches.has(With::Typed) {
        return TokenStream::new();
    }
    quote!(
        clippy::similar_names,
        clippy::struct_excessive_bools,
        clippy::struct_field_names,
    )
}

fn of_body(catalog: &Catalog, shape: &Shape, switches: &Switches) -> TokenStream {
    let (body, codes) = (shape::all(shape), shape::codes(shape));
    let (from_text, from_number) = match catalog.code_type {
        CodeType::String => (
            quote!(
                fn from_text(code: &str) -> Option<Self> {
                    Self::from_code(code)
                }
            ),
            quote!(
                fn from_number(_: i64) -> Option<Self> {
                    None
                }
            ),
        ),
        CodeType::Integer => (
            quote! {
                fn from_text(code: &str) -> Option<Self> {
                    code.parse().ok().and_then(Self::from_code)
                }
            },
            quote!(
                fn from_number(code: i64) -> Option<Self> {
                    Self::from_code(code)
                }
            ),
        ),
    };
    let envelope = envelope::types(catalog, shape);
    let served = server::items(catalog, shape, switches);
    quote! {
        /// An error response of this API, read so that nothing of it is lost.
        pub type ApiError = errcat::ApiError<ErrorCode>;

        impl errcat::Enveloped for ErrorCode {
            const BODY: &'static errcat::BodyShape = &#body;
            const CODES: &'static errcat::BodyShape = &#codes;

            #from_text

            #from_number
        }

        #envelope

        #served
    }
}

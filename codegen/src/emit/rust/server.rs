//! Errors as responses of servers: the switches `http` (with `typed`), `axum`,
//! `actix` and `problem`.
//!
//! What they share is Rust source, in `errcat/server/`, a file for each switch
//! and for each of their pairs that has to meet. A catalog's module holds what
//! names its own types. Catalogs whose statuses are not HTTP's, or whose body is
//! no object of JSON, have none of it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Switches, With};
use crate::model::{Catalog, Shape};

/// The sources of the module `errcat`, in their order.
pub(super) fn shared(switches: &Switches) -> impl Iterator<Item = &'static str> + use<> {
    let has = |with| switches.has(with);
    let [http, axum, actix] = [
        has(With::Typed) && has(With::Http),
        has(With::Axum),
        has(With::Actix),
    ];
    let (any, problem) = (http || axum || actix, has(With::Problem));
    let sources = [
        (any, include_str!("errcat/server/answer.rs")),
        (http, include_str!("errcat/server/http.rs")),
        (axum, include_str!("errcat/server/axum.rs")),
        (actix, include_str!("errcat/server/actix.rs")),
        (problem, include_str!("errcat/server/problem.rs")),
        (
            problem && any,
            include_str!("errcat/server/problem_answer.rs"),
        ),
        (
            problem && http,
            include_str!("errcat/server/problem_http.rs"),
        ),
        (
            problem && axum,
            include_str!("errcat/server/problem_axum.rs"),
        ),
        (
            problem && actix,
            include_str!("errcat/server/problem_actix.rs"),
        ),
    ];
    let sources = sources.into_iter().filter(|(wanted, _)| *wanted);
    sources.map(|(_, source)| source)
}

/// What names the types of a catalog whose body has this shape.
pub(super) fn items(catalog: &Catalog, shape: &Shape, switches: &Switches) -> TokenStream {
    if !catalog.http || !matches!(shape, Shape::Object(_)) {
        return TokenStream::new();
    }
    let problem = switches.has(With::Problem).then(problem);
    quote! {
        /// An error as the response that a server of this API gives.
        pub type ErrorResponse = errcat::ErrorResponse<ErrorCode>;

        impl errcat::Served for ErrorCode {
            type Envelope = Envelope;
        }

        /// The response of an error without details. A code that has some is better
        /// made from its struct: here its message is the template as written.
        impl From<ErrorCode> for ErrorResponse {
            fn from(code: ErrorCode) -> Self {
                Self::of_code(code)
            }
        }

        #problem
    }
}

fn problem() -> TokenStream {
    quote! {
        #[allow(unused_imports)]
        pub use self::errcat::ProblemDetails;

        /// The problem of an error without details. A code that has some is better made
        /// from its struct: here its message is the template as written.
        impl From<ErrorCode> for ProblemDetails {
            fn from(code: ErrorCode) -> Self {
                Self::from(ErrorResponse::of_code(code))
            }
        }
    }
}

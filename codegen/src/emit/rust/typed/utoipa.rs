//! The switch `utoipa`: errors in an `OpenAPI` document. What it does is
//! `errcat/server/utoipa/*.rs`, which reads the tables of a catalog; here is
//! what they do not hold, and the impls that can't be generic.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::rust::rows::codes;
use crate::emit::wording::shape::{detail, on_one_line};
use crate::emit::{Switches, With};
use crate::model::{self, Catalog, Shape};
use crate::sink::Rust;

/// Whether a catalog's errors are responses of HTTP with a body in JSON.
pub(in crate::emit::rust) fn applies(catalog: &Catalog, switches: &Switches) -> bool {
    switches.has(With::Utoipa) && catalog.http && catalog.json_body().is_some()
}

/// What a catalog's module holds; `rows` stands where those of its details are
/// put.
pub(super) fn items(catalog: &Catalog, switches: &Switches, rows: &Ident) -> TokenStream {
    if !applies(catalog, switches) {
        return TokenStream::new();
    }
    let of_codes = schema(catalog, &quote!(ErrorCode), &quote!(code_schema::<Self>()));
    let is_object = matches!(catalog.json_body(), Some(Shape::Object(_)));
    let schema = quote!(envelope_schema::<ErrorCode>());
    let of_envelope = is_object.then(|| self::schema(catalog, &quote!(Envelope), &schema));
    quote! {
        #[allow(unused_imports)]
        pub use self::errcat::{ErrorsOf, MayReturn};

        impl errcat::Described for ErrorCode {
            #[allow(deprecated)]
            const DETAILS: &'static [(Self, &'static str)] = #rows;
        }

        /// The responses of all errors. An endpoint names its own with [`ErrorsOf`].
        impl ::utoipa::IntoResponses for ErrorCode {
            fn responses() -> errcat::ResponsesByStatus {
                errcat::all_responses::<Self>()
            }
        }

        #of_codes
        #of_envelope
    }
}

/// The schema of a type, under a name that no other catalog has.
fn schema(catalog: &Catalog, of: &TokenStream, schema: &TokenStream) -> TokenStream {
    let name = format!("{}.{of}", catalog.id.as_str());
    quote! {
        impl ::utoipa::PartialSchema for #of {
            fn schema() -> errcat::SchemaOrRef {
                errcat::#schema
            }
        }

        impl ::utoipa::ToSchema for #of {
            fn name() -> errcat::SchemaName {
                errcat::SchemaName::Borrowed(#name)
            }
        }
    }
}

/// The same for a struct of details.
pub(super) fn of_struct(out: &mut Rust, catalog: &Catalog, name: &model::Ident) {
    out.raw("\n    impl ::utoipa::PartialSchema for ")
        .ident(name)
        .raw(" {\n        fn schema() -> errcat::SchemaOrRef {\n")
        .raw("            errcat::details_schema::<Self>()\n        }\n    }\n")
        .raw("\n    impl ::utoipa::ToSchema for ")
        .ident(name)
        .raw(" {\n        fn name() -> errcat::SchemaName {\n")
        .raw("            errcat::SchemaName::Borrowed(");
    out.string(&format!("{}.{name}", catalog.id.as_str()))
        .raw(")\n        }\n    }\n");
}

/// The details of each code that has any, as rows of JSON.
pub(in crate::emit::rust) fn details(out: &mut Rust, catalog: &Catalog) {
    out.raw("&[\n");
    let carrying = codes(catalog).filter(|(entry, _)| !entry.details.is_empty());
    for (entry, code) in carrying {
        let details = on_one_line(|json| json.list_of(&entry.details, detail));
        out.raw("            (ErrorCode::")
            .ident(&code.ident)
            .raw(", ")
            .string(&details)
            .raw("),\n");
    }
    out.raw("        ]");
}

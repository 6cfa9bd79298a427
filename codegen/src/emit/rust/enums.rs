//! The enums of what a catalog declares beside its codes: sections, types, and
//! the error classes of the API's own client.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs;
use super::kinds::status_type;
use crate::model::{self, Catalog};

/// All of them; one that would have no variant is left out.
pub(super) fn declared(catalog: &Catalog) -> TokenStream {
    let sections = sections(catalog);
    let types = types(catalog);
    let classes = client_classes(catalog);
    quote! {
        #sections
        #types
        #classes
    }
}

fn sections(catalog: &Catalog) -> TokenStream {
    let about = quote!(#[doc = " The sections, in the order of the document."]);
    let variants = catalog.sections.iter();
    let variants = variants.map(|it| (ident(&it.ident), docs::section(it)));
    let methods = quote! {
        /// What the catalog says about it.
        #[must_use]
        pub fn info(self) -> &'static SectionInfo {
            &tables::TABLES.sections[self as usize]
        }

        /// The codes whose own item it holds, in the order of the document.
        pub fn codes(self) -> impl Iterator<Item = ErrorCode> {
            ErrorCode::ALL.iter().copied().filter(move |code| code.section() == self)
        }
    };
    of_variants(
        &about,
        &format_ident!("Section"),
        variants.collect(),
        &methods,
    )
}

fn types(catalog: &Catalog) -> TokenStream {
    let about = quote!(#[doc = " The first level above codes, in the order of the document."]);
    let variants = catalog.types.iter();
    let variants = variants.map(|it| (ident(&it.ident), docs::type_(it)));
    let methods = quote! {
        /// The type on the wire.
        #[must_use]
        pub fn as_str(self) -> &'static str {
            self.info().id
        }

        /// The type that is spelt so on the wire, in exactly this case.
        #[must_use]
        pub fn from_wire(id: &str) -> Option<Self> {
            Self::ALL.iter().copied().find(|it| it.as_str() == id)
        }

        /// What the catalog says about it.
        #[must_use]
        pub fn info(self) -> &'static TypeInfo {
            &tables::TABLES.types[self as usize]
        }

        /// The codes below it, in the order of the document.
        pub fn codes(self) -> impl Iterator<Item = ErrorCode> {
            ErrorCode::ALL.iter().copied().filter(move |code| code.parent() == Some(self))
        }
    };
    of_variants(&about, &format_ident!("Type"), variants.collect(), &methods)
}

fn client_classes(catalog: &Catalog) -> TokenStream {
    let about = quote! {
        /// The error classes of the API's own client, in the order of the document.
    };
    let status = status_type(catalog);
    let classes = catalog.client_classes();
    let variants = classes.iter();
    let variants = variants.map(|it| (ident(&it.ident), docs::client_class(catalog, it)));
    let methods = quote! {
        /// The name of the class, as documented.
        #[must_use]
        pub fn as_str(self) -> &'static str {
            tables::TABLES.client_classes[self as usize]
        }

        /// The class of a response with this status, whatever its code: that of the
        /// status, else of its hundred, else of all others.
        #[must_use]
        #[inline]
        pub fn of(status: #status) -> Option<Self> {
            tables::TABLES.client_class(Some(status)).and_then(Self::named)
        }

        #[inline]
        fn named(name: &str) -> Option<Self> {
            Self::ALL.iter().copied().find(|it| it.as_str() == name)
        }
    };
    of_variants(
        &about,
        &format_ident!("ClientClass"),
        variants.collect(),
        &methods,
    )
}

/// An enum with its methods; nothing, if it would have no variant.
fn of_variants(
    about: &TokenStream,
    name: &Ident,
    variants: Vec<(Ident, TokenStream)>,
    methods: &TokenStream,
) -> TokenStream {
    let (idents, docs): (Vec<Ident>, Vec<TokenStream>) = variants.into_iter().unzip();
    if idents.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #about
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum #name {
            #(#docs #idents,)*
        }

        impl #name {
            /// Every one of them, in the order of the document.
            pub const ALL: &'static [Self] = &[#(Self::#idents,)*];

            #methods
        }
    }
}

fn ident(ident: &model::Ident) -> Ident {
    format_ident!("{}", ident.as_str())
}

//! The methods of a catalog's enum.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::kinds::{Statuses, status_type};
use super::{docs, http};
use crate::emit::Switches;
use crate::model::{Catalog, CodeType, Prose};

/// All methods; `all` stands where the rows of `ALL` are put.
pub(super) fn methods(catalog: &Catalog, switches: &Switches, all: &Ident) -> TokenStream {
    let wire = wire(catalog);
    let status = status(catalog);
    let http = http::method(catalog, switches);
    let advice = advice(catalog);
    let places = places(catalog);
    let tags = tags(catalog);
    quote! {
        impl ErrorCode {
            /// Every code, in the order of the document.
            #[allow(deprecated)]
            pub const ALL: &'static [Self] = &[#all];

            #wire
            #status
            #http

            /// The message as written; `{x}` stands for a detail.
            #[must_use]
            pub fn message(self) -> &'static str {
                tables::TABLES.messages[self as usize]
            }

            #advice

            /// Whether it is an error, and no warning or success.
            #[must_use]
            #[inline]
            pub fn is_error(self) -> bool {
                self.entry().severity() == Severity::Error
            }

            #tags

            /// How the code is known: a guess can be told from a documented fact.
            #[must_use]
            #[inline]
            pub fn provenance(self) -> Provenance {
                self.entry().provenance()
            }

            #places

            /// All else that the catalog says about it.
            #[must_use]
            pub fn entry(self) -> Entry {
                Entry::new(&tables::TABLES, self as u16)
            }
        }
    }
}

fn advice(catalog: &Catalog) -> TokenStream {
    let status_type = status_type(catalog);
    quote! {
        /// The documented advice when it comes with its canonical status; `None`
        /// is not `Stop`: the document gives no advice.
        #[must_use]
        #[inline]
        pub fn retry(self) -> Option<Retry> {
            self.entry().retry()
        }

        /// The documented advice when it comes with `status`.
        #[must_use]
        #[inline]
        pub fn retry_with(self, status: #status_type) -> Option<Retry> {
            self.entry().retry_with(status)
        }

        /// Whether documented advice says that the same request may be sent again.
        #[must_use]
        #[inline]
        pub fn is_retryable(self) -> bool {
            self.retry().is_some_and(|retry| retry.is_retryable())
        }
    }
}

/// Where it belongs: its section, its type and its client class.
fn places(catalog: &Catalog) -> TokenStream {
    let section = (!catalog.sections.is_empty()).then(|| {
        quote! {
            /// The section of its own item.
            #[must_use]
            pub fn section(self) -> Section {
                Section::ALL[usize::from(tables::TABLES.home[self as usize])]
            }
        }
    });
    let parent = (!catalog.types.is_empty()).then(|| {
        quote! {
            /// Its type: the first level above codes.
            #[must_use]
            pub fn parent(self) -> Option<Type> {
                let parent = tables::TABLES.parents[self as usize];
                Type::ALL.get(usize::from(parent)).copied()
            }
        }
    });
    let class = (!catalog.client_classes().is_empty()).then(|| {
        quote! {
            /// The error class of the API's own client for the canonical status.
            #[must_use]
            #[inline]
            pub fn client_class(self) -> Option<ClientClass> {
                self.entry().client_class().and_then(ClientClass::named)
            }
        }
    });
    quote!(#section #parent #class)
}

/// From the wire and to it.
fn wire(catalog: &Catalog) -> TokenStream {
    match catalog.code_type {
        CodeType::String => quote! {
            /// The code on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                tables::TABLES.codes[self as usize]
            }

            /// The code that is spelt so on the wire, in exactly this case.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                tables::TABLES.find_text(code).map(|row| Self::ALL[usize::from(row)])
            }
        },
        CodeType::Integer => quote! {
            /// The code on the wire.
            #[must_use]
            pub fn as_i64(self) -> i64 {
                tables::TABLES.codes[self as usize]
            }

            /// The code that is this number on the wire.
            #[must_use]
            pub fn from_code(code: i64) -> Option<Self> {
                tables::TABLES.find(&code).map(|row| Self::ALL[usize::from(row)])
            }
        },
    }
}

fn status(catalog: &Catalog) -> TokenStream {
    let status_type = status_type(catalog);
    let status = match Statuses::of(catalog) {
        Statuses::Always => quote! {
            /// The canonical status.
            #[must_use]
            #[inline]
            pub fn status(self) -> #status_type {
                self.statuses()[0]
            }
        },
        Statuses::Sometimes => quote! {
            /// The canonical status, where the code has one.
            #[must_use]
            #[inline]
            pub fn status(self) -> Option<#status_type> {
                self.statuses().first().copied()
            }
        },
    };
    quote! {
        #status

        /// All statuses, the canonical one first.
        #[must_use]
        #[inline]
        pub fn statuses(self) -> &'static [#status_type] {
            self.entry().statuses()
        }

        /// The codes that come with `status`, among others perhaps.
        pub fn with_status(status: #status_type) -> impl Iterator<Item = Self> {
            Self::ALL.iter().copied().filter(move |code| code.statuses().contains(&status))
        }
    }
}

/// A predicate per tag.
fn tags(catalog: &Catalog) -> TokenStream {
    let methods = catalog.tags.iter().map(|tag| {
        let name = format_ident!("is_{}", tag.id.as_str());
        let id = tag.id.as_str();
        let doc = docs::outer(&Prose::plain(tag.description.as_str()));
        quote! {
            #doc
            #[must_use]
            #[inline]
            pub fn #name(self) -> bool {
                self.entry().tags().any(|tag| tag == #id)
            }
        }
    });
    quote!(#(#methods)*)
}

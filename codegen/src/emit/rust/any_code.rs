//! Codes off the wire, known or not: the logic once, in the module `errcat`,
//! and a name for it in each catalog's module.

use proc_macro2::TokenStream;
use quote::quote;

use super::kinds::wire_type;
use crate::emit::{Switches, With};
use crate::model::{Catalog, CodeType};

/// The types in the module `errcat`.
pub(super) fn items(switches: &Switches) -> TokenStream {
    let types = types();
    let conversions = conversions();
    let formats = formats();
    let owned = switches.has(With::Alloc).then(owned);
    quote! {
        #types
        #conversions
        #formats
        #owned
    }
}

fn types() -> TokenStream {
    quote! {
        /// A code off the wire, known or not.
        ///
        /// It is made by `from_code`, and a code of the catalog is never
        /// [`Unknown`](Self::Unknown). `C` is the catalog's enum, `W` what holds a
        /// code that is not in it. Each catalog's module names the usual ones.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum AnyCode<C, W> {
            /// A code of the catalog.
            Known(C),
            /// Any other code.
            Unknown(UnknownCode<C, W>),
        }

        /// What stands on the wire where a code belongs, and is none of the catalog.
        ///
        /// Only [`AnyCode`] makes one, so it never holds a code of the catalog.
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct UnknownCode<C, W> {
            code: W,
            catalog: PhantomData<C>,
        }

        impl<C: Catalogued, W: Borrow<C::Key>> AnyCode<C, W> {
            fn of(code: W) -> Self {
                match C::from_wire(code.borrow()) {
                    Some(known) => Self::Known(known),
                    None => Self::Unknown(UnknownCode { code, catalog: PhantomData }),
                }
            }
        }

        impl<C: Copy, W> AnyCode<C, W> {
            /// The code, if it is one of the catalog.
            #[must_use]
            pub fn known(&self) -> Option<C> {
                match self {
                    Self::Known(code) => Some(*code),
                    Self::Unknown(_) => None,
                }
            }
        }
    }
}

/// From the wire, and back to what stood there.
fn conversions() -> TokenStream {
    let text = quote!(Catalogued<Key = str, Wire = &'static str>);
    let number = quote!(Catalogued<Key = i64, Wire = i64>);
    quote! {
        impl<'a, C: #text> AnyCode<C, &'a str> {
            /// The code that is spelt so on the wire, in exactly this case.
            #[must_use]
            pub fn from_code(code: &'a str) -> Self {
                Self::of(code)
            }

            /// The code as text. It stays the same when an unknown code becomes known.
            ///
            /// Of a known code it is the catalog's spelling, also where an alias of it
            /// stood on the wire, or a variable code with its values.
            #[must_use]
            pub fn as_str(&self) -> &'a str {
                match self {
                    Self::Known(code) => code.code(),
                    Self::Unknown(code) => code.as_str(),
                }
            }
        }

        impl<'a, C> UnknownCode<C, &'a str> {
            /// What stood on the wire.
            #[must_use]
            pub fn as_str(&self) -> &'a str {
                self.code
            }
        }

        impl<C: #number> AnyCode<C, i64> {
            /// The code that is this number on the wire.
            #[must_use]
            pub fn from_code(code: i64) -> Self {
                Self::of(code)
            }

            /// The code as a number. It stays the same when an unknown code becomes
            /// known. Of a known code it is the catalog's own number, also where an
            /// alias of it stood on the wire.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                match self {
                    Self::Known(code) => code.code(),
                    Self::Unknown(code) => code.as_i64(),
                }
            }
        }

        impl<C> UnknownCode<C, i64> {
            /// What stood on the wire.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                self.code
            }
        }

        impl<C: Catalogued, W> From<C> for AnyCode<C, W> {
            fn from(code: C) -> Self {
                Self::Known(code)
            }
        }

        impl<'a, C: #text> From<&'a str> for AnyCode<C, &'a str> {
            fn from(code: &'a str) -> Self {
                Self::from_code(code)
            }
        }

        impl<C: #number> From<i64> for AnyCode<C, i64> {
            fn from(code: i64) -> Self {
                Self::from_code(code)
            }
        }
    }
}

fn formats() -> TokenStream {
    quote! {
        impl<C: fmt::Display, W: fmt::Display> fmt::Display for AnyCode<C, W> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::Known(code) => code.fmt(f),
                    Self::Unknown(code) => code.fmt(f),
                }
            }
        }

        impl<C, W: fmt::Display> fmt::Display for UnknownCode<C, W> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.code.fmt(f)
            }
        }

        impl<C, W: fmt::Debug> fmt::Debug for UnknownCode<C, W> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("UnknownCode").field(&self.code).finish()
            }
        }

        impl<C: Error, W: fmt::Debug + fmt::Display> Error for AnyCode<C, W> {}

        impl<C, W: fmt::Debug + fmt::Display> Error for UnknownCode<C, W> {}
    }
}

/// Codes that own their text, with the switch `alloc`.
fn owned() -> TokenStream {
    let text = quote!(Catalogued<Key = str, Wire = &'static str>);
    quote! {
        extern crate alloc;

        use self::alloc::string::String;

        /// A code off the wire, known or not, that owns what is not known.
        pub type OwnedCode<C> = AnyCode<C, String>;

        impl<C: #text> AnyCode<C, String> {
            /// The code that is spelt so on the wire, in exactly this case.
            #[must_use]
            pub fn from_code(code: String) -> Self {
                Self::of(code)
            }

            /// The code as text. It stays the same when an unknown code becomes known.
            ///
            /// Of a known code it is the catalog's spelling, also where an alias of it
            /// stood on the wire, or a variable code with its values.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.as_borrowed().as_str()
            }

            /// The same code, which borrows what is not known.
            #[must_use]
            pub fn as_borrowed(&self) -> AnyCode<C, &str> {
                match self {
                    Self::Known(code) => AnyCode::Known(*code),
                    Self::Unknown(it) => {
                        AnyCode::Unknown(UnknownCode { code: it.as_str(), catalog: PhantomData })
                    }
                }
            }
        }

        impl<C> UnknownCode<C, String> {
            /// What stood on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.code
            }
        }

        impl<C> AnyCode<C, &str> {
            /// The same code, which owns what is not known.
            #[must_use]
            pub fn into_owned(self) -> OwnedCode<C> {
                match self {
                    Self::Known(code) => AnyCode::Known(code),
                    Self::Unknown(it) => {
                        AnyCode::Unknown(UnknownCode { code: it.code.into(), catalog: PhantomData })
                    }
                }
            }
        }

        impl<C: #text> From<&str> for AnyCode<C, String> {
            fn from(code: &str) -> Self {
                AnyCode::of(code).into_owned()
            }
        }

        impl<C: #text> From<String> for AnyCode<C, String> {
            fn from(code: String) -> Self {
                Self::from_code(code)
            }
        }
    }
}

/// The names in a catalog's module.
pub(super) fn names(catalog: &Catalog, switches: &Switches) -> TokenStream {
    let (lifetime, wire) = match catalog.code_type {
        CodeType::String => (quote!(<'a>), quote!(&'a str)),
        CodeType::Integer => (TokenStream::new(), wire_type(catalog)),
    };
    let text = catalog.code_type == CodeType::String;
    let owned = (text && switches.has(With::Alloc)).then(|| {
        quote! {
            /// A code off the wire, known or not, that owns what is not known.
            pub type OwnedCode = errcat::OwnedCode<ErrorCode>;
        }
    });
    quote! {
        /// A code off the wire, known or not.
        pub type AnyCode #lifetime = errcat::AnyCode<ErrorCode, #wire>;

        /// What stands on the wire where a code belongs, and is none of this catalog.
        pub type UnknownCode #lifetime = errcat::UnknownCode<ErrorCode, #wire>;

        #owned
    }
}

/// The way back from a code off the wire to one of the catalog. A code may be
/// called `ERROR`, so `Self::Error` could be a variant here.
pub(super) fn into_known() -> TokenStream {
    quote! {
        impl<W> ::core::convert::TryFrom<errcat::AnyCode<Self, W>> for ErrorCode {
            type Error = errcat::UnknownCode<Self, W>;

            fn try_from(
                code: errcat::AnyCode<Self, W>,
            ) -> Result<Self, errcat::UnknownCode<Self, W>> {
                match code {
                    errcat::AnyCode::Known(code) => Ok(code),
                    errcat::AnyCode::Unknown(code) => Err(code),
                }
            }
        }
    }
}

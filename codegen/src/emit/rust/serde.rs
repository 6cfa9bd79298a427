//! The switch `serde`: its traits, by hand and with a visitor. A derive would
//! match on strings, which takes a compiler too long where codes are many.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Switches, With};
use crate::model::{Catalog, CodeType};

/// What the module `errcat` holds for all catalogs.
pub(super) fn items(switches: &Switches) -> TokenStream {
    if !switches.has(With::Serde) {
        return TokenStream::new();
    }
    let known = known();
    let shown = shown();
    let any = any();
    let any_text = any_text();
    let any_number = any_number();
    let owned = switches.has(With::Alloc).then(any_owned);
    quote! {
        #any
        #any_text
        #any_number
        #owned
        #known
        #shown
    }
}

/// Readers of a text or a number that must be known.
fn known() -> TokenStream {
    quote! {
        /// Reads a text for which `find` has a value.
        pub(super) fn known_text<'de, T, D: ::serde::Deserializer<'de>>(
            deserializer: D,
            find: fn(&str) -> Option<T>,
            what: &'static str,
        ) -> Result<T, D::Error> {
            deserializer.deserialize_str(Known { find, what })
        }

        /// Reads a number for which `find` has a value.
        pub(super) fn known_number<'de, T, D: ::serde::Deserializer<'de>>(
            deserializer: D,
            find: fn(i64) -> Option<T>,
            what: &'static str,
        ) -> Result<T, D::Error> {
            deserializer.deserialize_i64(Known { find, what })
        }

        /// A reader of what `find` knows, and what that is in words.
        struct Known<F> {
            find: F,
            what: &'static str,
        }

        impl<T> ::serde::de::Visitor<'_> for Known<fn(&str) -> Option<T>> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.what)
            }

            fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<T, E> {
                (self.find)(text).ok_or_else(|| E::custom(NotKnown(Shown(text), self.what)))
            }
        }

        impl<T> ::serde::de::Visitor<'_> for Known<fn(i64) -> Option<T>> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.what)
            }

            fn visit_i64<E: ::serde::de::Error>(self, number: i64) -> Result<T, E> {
                (self.find)(number).ok_or_else(|| E::custom(NotKnown(number, self.what)))
            }

            fn visit_u64<E: ::serde::de::Error>(self, number: u64) -> Result<T, E> {
                let known = <i64 as ::core::convert::TryFrom<u64>>::try_from(number);
                let known = known.ok().and_then(self.find);
                known.ok_or_else(|| E::custom(NotKnown(number, self.what)))
            }
        }

        /// The message about a value that is not what it should be.
        struct NotKnown<T>(T, &'static str);

        impl<T: fmt::Display> fmt::Display for NotKnown<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                ::core::write!(f, "`{}` is not {}", self.0, self.1)
            }
        }
    }
}

fn shown() -> TokenStream {
    quote! {
        /// Text off the wire in a message: escaped, and not longer than people read.
        struct Shown<'a>(&'a str);

        impl fmt::Display for Shown<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let end = self.0.char_indices().nth(64).map_or(self.0.len(), |(at, _)| at);
                let (shown, rest) = self.0.split_at(end);
                shown.escape_debug().fmt(f)?;
                f.write_str(if rest.is_empty() { "" } else { ".." })
            }
        }
    }
}

/// Codes off the wire, to the wire.
fn any() -> TokenStream {
    quote! {
        impl<C, W> ::serde::Serialize for AnyCode<C, W>
        where
            C: Catalogued,
            C::Key: ::serde::Serialize,
            W: Borrow<C::Key>,
        {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Known(code) => code.code().borrow().serialize(serializer),
                    Self::Unknown(code) => code.code.borrow().serialize(serializer),
                }
            }
        }

        /// A reader of any code.
        struct Any<C>(PhantomData<C>);
    }
}

fn any_text() -> TokenStream {
    quote! {
        impl<'de: 'a, 'a, C> ::serde::Deserialize<'de> for AnyCode<C, &'a str>
        where
            C: Catalogued<Key = str, Wire = &'static str>,
        {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Any(PhantomData))
            }
        }

        impl<'de, C: Catalogued<Key = str, Wire = &'static str>> ::serde::de::Visitor<'de> for Any<C> {
            type Value = AnyCode<C, &'de str>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a code")
            }

            fn visit_borrowed_str<E>(self, code: &'de str) -> Result<Self::Value, E> {
                Ok(AnyCode::of(code))
            }

            fn visit_str<E: ::serde::de::Error>(self, code: &str) -> Result<Self::Value, E> {
                let known = C::from_wire(code).map(AnyCode::Known);
                known.ok_or_else(|| E::custom(NotLent(Shown(code))))
            }
        }

        /// The message about an unknown code that the input does not hold as it is:
        /// an escape stands in it, or it comes from a stream.
        struct NotLent<'a>(Shown<'a>);

        impl fmt::Display for NotLent<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                ::core::write!(
                    f,
                    "the unknown code `{}` can't be borrowed from the input; \
                     read it as an `OwnedCode`, which errcat's switch `alloc` adds",
                    self.0
                )
            }
        }
    }
}

fn any_number() -> TokenStream {
    quote! {
        impl<'de, C> ::serde::Deserialize<'de> for AnyCode<C, i64>
        where
            C: Catalogued<Key = i64, Wire = i64>,
        {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                i64::deserialize(deserializer).map(Self::from_code)
            }
        }
    }
}

fn any_owned() -> TokenStream {
    quote! {
        impl<'de, C> ::serde::Deserialize<'de> for AnyCode<C, String>
        where
            C: Catalogued<Key = str, Wire = &'static str>,
        {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(AnyOwned(PhantomData))
            }
        }

        /// A reader of any code, which it will own.
        struct AnyOwned<C>(PhantomData<C>);

        impl<C: Catalogued<Key = str, Wire = &'static str>> ::serde::de::Visitor<'_> for AnyOwned<C> {
            type Value = OwnedCode<C>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a code")
            }

            fn visit_str<E>(self, code: &str) -> Result<Self::Value, E> {
                Ok(AnyCode::from(code))
            }
        }
    }
}

/// What a catalog's module holds for its own types.
pub(super) fn implementations(catalog: &Catalog, switches: &Switches) -> TokenStream {
    if !switches.has(With::Serde) {
        return TokenStream::new();
    }
    let id = catalog.id.as_str();
    let code = format!("a code of `{id}`");
    let of_codes = match catalog.code_type {
        CodeType::String => text(&quote!(ErrorCode), &quote!(Self::from_code), &code),
        CodeType::Integer => number(&code),
    };
    let type_ = format!("a type of `{id}`");
    let of_types =
        (!catalog.types.is_empty()).then(|| text(&quote!(Type), &quote!(Self::from_wire), &type_));
    quote! {
        #of_codes
        #of_types
    }
}

/// For a type that is text on the wire.
fn text(name: &TokenStream, find: &TokenStream, what: &str) -> TokenStream {
    quote! {
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                errcat::known_text(deserializer, #find, #what)
            }
        }
    }
}

/// For codes that are numbers on the wire.
fn number(what: &str) -> TokenStream {
    quote! {
        impl ::serde::Serialize for ErrorCode {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for ErrorCode {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                errcat::known_number(deserializer, Self::from_code, #what)
            }
        }
    }
}

//! The envelope as types: a struct for each object of the body that has slots.
//! What is always the same is no field; it is written, and passed over where it
//! is read.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::slot::{self, Field};
use super::{fields, shape};
use crate::model::{self, Catalog, Role, Shape, Travels};
use crate::names;
use crate::sink::{Markdown, Place, doc_lines};

/// All types, and how an error becomes a body.
pub(super) fn types(catalog: &Catalog, body: &Shape) -> TokenStream {
    let Shape::Object(members) = body else {
        return TokenStream::new();
    };
    let mut types = Types {
        catalog,
        elsewhere: elsewhere(catalog),
        structs: TokenStream::new(),
    };
    let root = names::upper_camel("envelope").expect("a word of ours");
    let value = types.object(
        &root,
        members,
        &quote!(#[doc = " The body of an error response."]),
    );
    let structs = types.structs;
    quote! {
        #structs

        impl From<errcat::Sent<ErrorCode>> for Envelope {
            fn from(sent: errcat::Sent<ErrorCode>) -> Self {
                #value
            }
        }

        /// The body of an error with these details. What an error does not know of
        /// itself, like the id of the request, is left empty: fill it in.
        impl<T: Details<Code = ErrorCode>> From<T> for Envelope {
            fn from(error: T) -> Self {
                Self::from(errcat::Sent::of(&error))
            }
        }

        /// The body of an error without details. A code that has some is better made
        /// from its struct: here its message is the template as written.
        impl From<ErrorCode> for Envelope {
            fn from(code: ErrorCode) -> Self {
                Self::from(errcat::Sent::of_code(code))
            }
        }
    }
}

/// Whether details may stand in the body outside their slot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elsewhere {
    Some,
    None,
}

fn elsewhere(catalog: &Catalog) -> Elsewhere {
    let details = catalog.entries.iter().flat_map(|entry| &entry.details);
    match details.filter(|it| it.travels == Travels::Body).count() {
        0 => Elsewhere::None,
        _ => Elsewhere::Some,
    }
}

/// The structs that have been made so far.
struct Types<'a> {
    catalog: &'a Catalog,
    elsewhere: Elsewhere,
    structs: TokenStream,
}

/// A member of an object, in the order of the body.
struct Member {
    key: String,
    kind: Kind,
}

enum Kind {
    /// Always the same JSON.
    Constant(TokenStream),
    /// A field of the struct.
    Field { name: Ident, field: Field },
    /// The place of what stands beside the other keys.
    Beside,
}

impl Types<'_> {
    /// Makes the struct of an object. Gives the expression of its value for an
    /// error that is `sent`.
    fn object(
        &mut self,
        name: &model::Ident,
        shapes: &[(String, Shape)],
        docs: &TokenStream,
    ) -> TokenStream {
        let ident = format_ident!("{}", name.as_str());
        let mut members: Vec<Member> = shapes
            .iter()
            .map(|(key, shape)| self.member(name, key, shape))
            .collect();
        let beside = self.beside(shapes);
        if beside.is_some() && !members.iter().any(|it| matches!(it.kind, Kind::Beside)) {
            let (key, kind) = (String::new(), Kind::Beside);
            members.push(Member { key, kind });
        }
        let item = definition(&ident, &members, docs);
        let writing = writing(&ident, &members);
        let reading = reading(&ident, &members);
        let structs = &self.structs;
        self.structs = quote!(#item #writing #reading #structs);
        let values = members.iter().filter_map(|it| match &it.kind {
            Kind::Field { name, field } => {
                let value = &field.value;
                Some(quote!(#name: #value))
            }
            Kind::Constant(_) | Kind::Beside => None,
        });
        let beside = beside.map(|value| quote!(beside: #value));
        let values = values.chain(beside);
        quote!(#ident { #(#values,)* })
    }

    fn member(&mut self, outer: &model::Ident, key: &str, shape: &Shape) -> Member {
        let kind = match shape {
            Shape::Slot(slot) if slot.role == Role::Inline => Kind::Beside,
            shape if shape.slots().is_empty() => Kind::Constant(shape::all(shape)),
            shape => Kind::Field {
                name: format_ident!("{}", fields::ident(key).as_str()),
                field: self.field(outer, key, shape),
            },
        };
        Member {
            key: key.to_owned(),
            kind,
        }
    }

    /// A member that varies.
    fn field(&mut self, outer: &model::Ident, key: &str, shape: &Shape) -> Field {
        match shape {
            Shape::Slot(slot) => slot::field(self.catalog, slot),
            Shape::Object(members) => {
                let name = fields::inner(outer, key);
                let docs = docs(|doc| {
                    doc.raw("What lies in ").code(key).raw(" of a body.");
                });
                let value = self.object(&name, members, &docs);
                Field::of_part(&name, value, key)
            }
            Shape::List(items) => match items.first() {
                Some(item) => self.field(outer, key, item).repeated(key),
                None => Field::none(),
            },
            Shape::Constant(_) => Field::none(),
        }
    }

    /// What stands beside the keys of an object, for an error that is `sent`.
    fn beside(&self, shapes: &[(String, Shape)]) -> Option<TokenStream> {
        let has = |role| shapes.iter().any(|(_, shape)| is_slot(shape, role));
        let inline = has(Role::Inline);
        let body = self.elsewhere == Elsewhere::Some && has(Role::Code);
        match (inline, body) {
            (false, false) => None,
            (true, false) => Some(quote!(RawDetails::from(sent.details))),
            (false, true) => Some(quote!(RawDetails::from(sent.beside))),
            (true, true) => Some(quote! {
                RawDetails::from(sent.details.into_iter().chain(sent.beside).collect::<JsonObject>())
            }),
        }
    }
}

/// Whether a shape is this slot, or a list of it.
fn is_slot(shape: &Shape, role: Role) -> bool {
    match shape {
        Shape::Slot(slot) => slot.role == role,
        Shape::List(items) => items.iter().any(|it| is_slot(it, role)),
        Shape::Constant(_) | Shape::Object(_) => false,
    }
}

fn definition(ident: &Ident, members: &[Member], docs: &TokenStream) -> TokenStream {
    let fields = members.iter().filter_map(|it| match &it.kind {
        Kind::Constant(_) => None,
        Kind::Field { name, field } => {
            let (docs, of) = (&field.docs, &field.of);
            Some(quote!(#docs pub #name: #of))
        }
        Kind::Beside => Some(quote! {
            /// What stands beside the other keys.
            pub beside: RawDetails
        }),
    });
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct #ident {
            #(#fields,)*
        }
    }
}

fn writing(ident: &Ident, members: &[Member]) -> TokenStream {
    let entries = members.iter().map(|Member { key, kind }| match kind {
        Kind::Constant(json) => quote!(map.serialize_entry(#key, &#json)?;),
        Kind::Field { name, field } if field.is_left_out() => quote! {
            if let Some(value) = &self.#name {
                map.serialize_entry(#key, value)?;
            }
        },
        Kind::Field { name, .. } => quote!(map.serialize_entry(#key, &self.#name)?;),
        Kind::Beside => quote! {
            for (name, value) in self.beside.iter() {
                if <Self as errcat::BodyPart>::KEYS.iter().all(|(key, _)| key != name) {
                    map.serialize_entry(name, value)?;
                }
            }
        },
    });
    quote! {
        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                #(#entries)*
                map.end()
            }
        }
    }
}

/// The values of fields are locals by number: with the fields' names they could
/// be ours, or such as clippy takes for a stopgap, like `foo`.
fn reading(ident: &Ident, members: &[Member]) -> TokenStream {
    let keys = members.iter().filter(|it| !matches!(it.kind, Kind::Beside));
    let keys = keys
        .enumerate()
        .map(|(at, it)| (Literal::usize_unsuffixed(at), it));
    let keys: Vec<(Literal, &Member)> = keys.collect();
    let known = keys.iter().map(|(at, it)| {
        let key = &it.key;
        quote!((#key, #at))
    });
    let fields: Vec<(&Literal, Ident, &Member)> = keys
        .iter()
        .filter(|(_, it)| matches!(it.kind, Kind::Field { .. }))
        .map(|(at, it)| (at, format_ident!("value_{}", at.to_string()), *it))
        .collect();
    let blanks = fields
        .iter()
        .map(|(_, value, _)| quote!(let mut #value = None;));
    let arms = fields.iter().map(
        |(at, value, _)| quote!(errcat::Member::Known(#at) => #value = Some(members.value()?),),
    );
    let done = fields.iter().filter_map(|(_, value, it)| match &it.kind {
        Kind::Field { name, field } if field.may_be_absent() => {
            Some(quote!(#name: #value.unwrap_or_default()))
        }
        Kind::Field { name, .. } => {
            let key = &it.key;
            Some(quote!(#name: errcat::required(#value, #key)?))
        }
        Kind::Constant(_) | Kind::Beside => None,
    });
    let has_beside = members.iter().any(|it| matches!(it.kind, Kind::Beside));
    let beside = has_beside.then(|| quote!(let mut beside = RawDetails::default();));
    let other = has_beside.then(|| {
        quote!(errcat::Member::Other(name) => {
            beside.insert(&name, members.value::<Json>()?);
        })
    });
    let passed_over = if has_beside {
        quote!(errcat::Member::Known(_))
    } else {
        quote!(_)
    };
    let done_beside = has_beside.then(|| quote!(beside,));
    quote! {
        impl errcat::BodyPart for #ident {
            const KEYS: &'static [(&'static str, usize)] = &[#(#known),*];

            fn read<'de, A: ::serde::de::MapAccess<'de>>(
                mut members: errcat::Members<A>,
            ) -> Result<Self, A::Error> {
                #(#blanks)*
                #beside
                while let Some(member) = members.next()? {
                    match member {
                        #(#arms)*
                        #other
                        #passed_over => members.skip()?,
                    }
                }
                Ok(Self { #(#done,)* #done_beside })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                errcat::read_part(deserializer)
            }
        }
    }
}

/// Outer docs, as attributes.
pub(super) fn docs(write: impl FnOnce(&mut Markdown)) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    write(&mut doc);
    let lines = doc_lines(doc);
    quote!(#(#[doc = #lines])*)
}

//! The shape of the envelope as data, by which responses are read.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Constant, Role, Shape, Slot, Text};

/// The whole shape.
pub(super) fn all(shape: &Shape) -> TokenStream {
    written(shape, &|_| true)
}

/// What of it leads to codes and messages.
pub(super) fn codes(shape: &Shape) -> TokenStream {
    written(shape, &|shape| {
        let is_read = |role| matches!(role, Role::Code | Role::Message);
        shape.slots().iter().any(|(_, slot)| is_read(slot.role))
    })
}

/// The shape with those members of its objects that are wanted.
fn written(shape: &Shape, wanted: &dyn Fn(&Shape) -> bool) -> TokenStream {
    match shape {
        Shape::Constant(it) => constant(it),
        Shape::Slot(it) => slot(it),
        Shape::List(items) => {
            let of = items.first().map(|it| written(it, wanted));
            let of = of.unwrap_or_else(|| quote!(errcat::BodyShape::Null));
            quote!(errcat::BodyShape::List(&#of))
        }
        Shape::Object(members) => {
            let members = members.iter().filter(|(_, shape)| wanted(shape));
            let members = members.map(|(key, shape)| {
                let shape = written(shape, wanted);
                quote!((#key, #shape))
            });
            quote!(errcat::BodyShape::Object(&[#(#members),*]))
        }
    }
}

fn constant(it: &Constant) -> TokenStream {
    match it {
        Constant::Null => quote!(errcat::BodyShape::Null),
        Constant::Boolean(it) => quote!(errcat::BodyShape::Boolean(#it)),
        Constant::Number(it) => quote!(errcat::BodyShape::Number(#it)),
        Constant::Text(it) => quote!(errcat::BodyShape::Text(#it)),
    }
}

fn slot(it: &Slot) -> TokenStream {
    let role = match it.role {
        Role::Code => quote!(Code),
        Role::Type => quote!(Type),
        Role::Message => quote!(Message),
        Role::Details => quote!(Details),
        Role::Inline => quote!(Inline),
        Role::Field => quote!(Field),
        Role::RequestId => quote!(RequestId),
        _ => quote!(Other),
    };
    let kind = it.field_type().word();
    let unit = it.unit.as_ref().map(Text::as_str);
    let unit = unit.map_or_else(|| quote!(None), |unit| quote!(Some(#unit)));
    quote! {
        errcat::BodyShape::Slot(errcat::BodySlot {
            role: errcat::Role::#role,
            kind: #kind,
            unit: #unit,
        })
    }
}

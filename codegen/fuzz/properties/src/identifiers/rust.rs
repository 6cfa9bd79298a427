//! The names that Rust source declares, found by `syn`.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{ImplItem, Item};

/// Holds if `source` is Rust in which no scope declares a name twice.
pub(super) fn has_no_name_twice(source: &str) {
    let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{error} in\n{source}"));
    scope(&file.items);
}

/// One module, and those in it.
fn scope(items: &[Item]) {
    let (mut types, mut values) = (Declared::default(), Declared::default());
    let mut methods = Declared::default();
    for item in items {
        match item {
            Item::Mod(it) => {
                types.add(&it.ident.to_string());
                scope(it.content.as_ref().map_or(&[], |(_, items)| items));
            }
            Item::Enum(it) => {
                types.add(&it.ident.to_string());
                let mut variants = Declared::default();
                it.variants
                    .iter()
                    .for_each(|it| variants.add(&it.ident.to_string()));
            }
            Item::Struct(it) => types.add(&it.ident.to_string()),
            Item::Trait(it) => types.add(&it.ident.to_string()),
            Item::Type(it) => types.add(&it.ident.to_string()),
            Item::Fn(it) => values.add(&it.sig.ident.to_string()),
            Item::Static(it) => values.add(&it.ident.to_string()),
            Item::Const(it) => values.add(&it.ident.to_string()),
            Item::Impl(it) if it.trait_.is_none() => {
                let of = it.self_ty.to_token_stream().to_string();
                names_of(&it.items).for_each(|name| methods.add(&format!("{of}::{name}")));
            }
            _ => {}
        }
    }
}

fn names_of(items: &[ImplItem]) -> impl Iterator<Item = String> {
    items.iter().filter_map(|item| match item {
        ImplItem::Fn(it) => Some(it.sig.ident.to_string()),
        ImplItem::Const(it) => Some(it.ident.to_string()),
        _ => None,
    })
}

/// The names of one scope and one kind.
#[derive(Default)]
struct Declared(BTreeSet<String>);

impl Declared {
    fn add(&mut self, name: &str) {
        assert!(
            name == "_" || self.0.insert(name.to_owned()),
            "{name} is declared twice"
        );
    }
}

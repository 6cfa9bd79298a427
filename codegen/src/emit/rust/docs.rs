//! Doc comments: what people read in rustdoc and on hover.

use proc_macro2::TokenStream;
use quote::quote;

use super::example;
use crate::emit::Switches;
use crate::emit::wording::entry::{body, facts};
use crate::model::{
    Block, Catalog, ClientClass, CodeName, Entry, List, Prose, Row, Section, StatusRow, Type,
};
use crate::sink::{Markdown, Place, Rust, doc_comments, doc_lines};

/// The inner docs of a catalog's module, as attributes, with an example.
pub(super) fn module(catalog: &Catalog, switches: &Switches) -> TokenStream {
    let about = about(catalog);
    let example = doc_comments(example::lines(catalog, switches));
    quote! {
        #about
        #![doc = ""]
        #(#![doc = #example])*
    }
}

/// What the catalog says about itself, as attributes.
pub(super) fn about(catalog: &Catalog) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.text(catalog.title.as_str()).raw("\n\n");
    let said = said(catalog);
    if !said.blocks.is_empty() {
        doc.prose(&said).raw("\n\n");
    }
    if let Some(document) = &catalog.origin.document {
        doc.raw("Transcribed in ")
            .code(&catalog.file)
            .raw(" from ")
            .code(document.as_str())
            .raw(".");
    } else {
        doc.raw("Written in ").code(&catalog.file).raw(".");
    }
    let lines = doc_lines(doc);
    quote!(#(#![doc = #lines])*)
}

/// The description of a catalog and its notes, a list, which must not join a
/// list before it.
fn said(catalog: &Catalog) -> Prose {
    let described = catalog.description.iter();
    let mut blocks: Vec<Block> = described.flat_map(|it| it.blocks.to_vec()).collect();
    if !catalog.notes.is_empty() {
        let items = catalog.notes.iter().map(|it| it.value.blocks.to_vec());
        blocks.push(Block::List(Box::new(List {
            start: None,
            items: items.collect(),
        })));
    }
    Prose {
        blocks: blocks.into(),
    }
}

/// The outer docs of some prose, as attributes.
pub(super) fn outer(prose: &Prose) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.prose(prose);
    let lines = doc_lines(doc);
    quote!(#(#[doc = #lines])*)
}

/// The docs of a code's variant: its message first, for hovers and lists.
pub(super) fn variant(
    out: &mut Rust,
    slashes: &'static str,
    catalog: &Catalog,
    entry: &Entry,
    code: &CodeName,
) {
    out.doc(slashes, |doc| {
        doc.text(entry.message.text.as_str()).raw("\n\n");
        doc.code(&code.code.spelt()).raw(" · ");
        if let Some(section) = catalog.home(entry) {
            doc.text(section.title.as_str()).raw(" · ");
        }
        facts(doc, catalog, entry);
        body(doc, catalog, entry);
        doc.raw("Defined in ").code(&catalog.file);
        if let Some(line) = catalog.own_listing(entry).document_line() {
            doc.raw(", documented at line ").number(line);
            if let Some(document) = &catalog.origin.document {
                doc.raw(" of ").code(document.as_str());
            }
        }
        doc.raw(".");
    });
}

/// The docs of a section's variant.
pub(super) fn section(section: &Section) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.text(section.title.as_str());
    if let Some(path) = &section.base_path {
        doc.raw(", below ").code(path.as_str());
    }
    doc.raw(".");
    if let Some(description) = &section.description {
        doc.raw("\n\n").prose(description);
    }
    let lines = doc_lines(doc);
    quote!(#(#[doc = #lines])*)
}

/// The docs of a type's variant.
pub(super) fn type_(type_: &Type) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.code(type_.id.as_str()).raw(" on the wire.");
    if let Some(description) = &type_.description {
        doc.raw("\n\n").prose(description);
    }
    let lines = doc_lines(doc);
    quote!(#(#[doc = #lines])*)
}

/// The docs of a client class's variant: the rows that name it.
pub(super) fn client_class(catalog: &Catalog, class: &ClientClass) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.code(class.name.as_str()).raw(", for ");
    let names = |row: &&StatusRow| {
        let named = row.client_class.as_ref();
        named.is_some_and(|named| named.name == class.name)
    };
    for (at, row) in catalog.statuses.iter().filter(names).enumerate() {
        doc.raw(if at > 0 { ", " } else { "" });
        match row.row {
            Row::Status(_) | Row::Class(_) => doc.text(&row.row.to_string()),
            Row::Network => doc.raw("calls without an answer"),
            Row::Other => doc.raw("all that has no class of its own"),
        };
    }
    doc.raw(".");
    let lines = doc_lines(doc);
    quote!(#(#[doc = #lines])*)
}

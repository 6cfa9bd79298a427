//! Doc comments: what people read in rustdoc and on hover.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::wording::entry::{body, facts};
use crate::model::{Catalog, CodeName, Entry, Prose, Section};
use crate::sink::{Markdown, Place, Rust, doc_lines};

/// The inner docs of a catalog's module, as attributes.
pub(super) fn module(catalog: &Catalog) -> TokenStream {
    let mut doc = Markdown::new(Place::Doc);
    doc.text(catalog.title.as_str()).raw("\n\n");
    if let Some(description) = &catalog.description {
        doc.prose(description).raw("\n\n");
    }
    for note in &catalog.notes {
        doc.item(note).raw("\n");
    }
    if !catalog.notes.is_empty() {
        doc.raw("\n");
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
    indent: usize,
    catalog: &Catalog,
    entry: &Entry,
    code: &CodeName,
) {
    let mut doc = Markdown::new(Place::Doc);
    doc.text(entry.message.text.as_str()).raw("\n\n");
    doc.code(&code.code.to_string()).raw(" · ");
    facts(&mut doc, catalog, entry);
    body(&mut doc, catalog, entry);
    doc.raw("Defined in ").code(&catalog.file);
    if let Some(line) = catalog.own_listing(entry).document_line() {
        doc.raw(", documented at line ").number(line);
        if let Some(document) = &catalog.origin.document {
            doc.raw(" of ").code(document.as_str());
        }
    }
    doc.raw(".");
    out.doc(indent, doc);
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

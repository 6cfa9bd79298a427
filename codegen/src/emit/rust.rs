//! The `rust` target: an enum per catalog, with flat tables behind it.
//!
//! `rust/errcat.rs` holds what all catalogs share, `rust/<catalog>.rs` one
//! catalog, `rust/mod.rs` takes them all in. Each file is one item, so it can
//! be `include!`d and compiled as a file alike.
//!
//! What is fixed is built as tokens and printed once; what grows with the
//! number of entries is streamed into it, so that neither syn nor prettyplease
//! is paid per entry.

mod advice;
mod catalog;
mod columns;
mod docs;
mod entry;
mod facts;
mod impls;
mod kinds;
mod patterns;
mod rows;
mod sections;
mod shared;
mod tables;

use super::Switches;
use crate::model::Catalog;
use crate::sink::Rust;
use crate::write::{Artifact, MARK};

pub(super) fn emit(catalogs: &[Catalog], switches: Switches) -> Vec<Artifact> {
    let mut artifacts = vec![shared_file()];
    let file = |catalog: &Catalog| {
        let text = with_mark(&catalog.file, &catalog::module(catalog, switches));
        Artifact::new(format!("rust/{}.rs", catalog.id), text)
    };
    artifacts.extend(catalogs.iter().map(file));
    artifacts.push(index(catalogs));
    artifacts
}

fn shared_file() -> Artifact {
    Artifact::new(
        "rust/errcat.rs",
        with_mark("the catalogs", &Rust::item(shared::module())),
    )
}

/// The file that takes in all others: `include!` resolves beside it.
fn index(catalogs: &[Catalog]) -> Artifact {
    let mut text = Rust::default();
    text.raw("include!(\"errcat.rs\");\n");
    for catalog in catalogs {
        text.raw("include!(")
            .string(&format!("{}.rs", catalog.id))
            .raw(");\n");
    }
    Artifact::new("rust/mod.rs", with_mark("the catalogs", &text))
}

fn with_mark(from: &str, body: &Rust) -> String {
    let mut text = Rust::default();
    text.raw("// ")
        .raw(MARK)
        .raw(" from ")
        .comment(from)
        .raw("; do not edit.\n\n");
    text.append(body);
    text.finish()
}

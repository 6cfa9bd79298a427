//! The `rust` target: an enum per catalog, with flat tables behind it.
//!
//! `rust/errcat.rs` holds what all catalogs share, `rust/<catalog>.rs` one
//! catalog, `rust/mod.rs` takes them all in. Each file is one item, so it can
//! be `include!`d and compiled as a file alike. Self-contained catalogs hold
//! what they would share, and there is no `rust/errcat.rs`.
//!
//! What all catalogs share is Rust source, in the folder `errcat`. The rest of
//! a catalog's module is built as tokens and printed once; what grows with the
//! number of entries is streamed into it, so that neither syn nor prettyplease
//! is paid per entry.

mod any_code;
mod catalog;
mod catalogued;
mod client;
mod columns;
mod docs;
mod enums;
mod example;
mod hash;
mod http;
mod impls;
mod kinds;
mod methods;
mod rows;
mod serde;
mod server;
mod shared;
mod typed;

use super::{Shared, Switches};
use crate::model::Catalog;
use crate::sink::Rust;
use crate::write::{Artifact, MARK};

pub(super) fn emit(catalogs: &[Catalog], switches: &Switches) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = shared_file(switches).into_iter().collect();
    let file = |catalog: &Catalog| {
        let mut text = marked(&catalog.file);
        catalog::module(&mut text, catalog, switches);
        Artifact::new(format!("rust/{}.rs", catalog.id), text.finish())
    };
    artifacts.extend(catalogs.iter().map(file));
    artifacts.push(index(catalogs, switches));
    artifacts
}

/// What catalogs share, unless each holds it.
fn shared_file(switches: &Switches) -> Option<Artifact> {
    (switches.shared == Shared::Beside).then(|| {
        let mut text = marked("the catalogs");
        shared::file(&mut text, switches);
        Artifact::new("rust/errcat.rs", text.finish())
    })
}

/// The file that takes in all others: `include!` resolves beside it.
fn index(catalogs: &[Catalog], switches: &Switches) -> Artifact {
    let mut text = marked("the catalogs");
    if switches.shared == Shared::Beside {
        text.raw("include!(\"errcat.rs\");\n");
    }
    for catalog in catalogs {
        text.raw("include!(")
            .string(&format!("{}.rs", catalog.id))
            .raw(");\n");
    }
    Artifact::new("rust/mod.rs", text.finish())
}

/// The head of a file: what wrote it, and from what.
fn marked(from: &str) -> Rust {
    let mut head = Rust::default();
    head.raw("// ")
        .raw(MARK)
        .raw(" from ")
        .comment(from)
        .raw("; do not edit.\n\n");
    head
}

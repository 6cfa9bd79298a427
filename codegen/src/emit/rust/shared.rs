//! The module `errcat`: what generated modules share.
//!
//! It depends on no catalog, so all logic that can stand here does: a
//! catalog's own module is names and tables. Its source stands in `errcat/`,
//! a file for each concern, as it comes out: nothing is parsed or printed for
//! it. Switches pick files.
//!
//! Those files are no modules of this crate. Their lines are broken as
//! prettyplease breaks them one module deep, and what they say is compiled by
//! the tests of outputs.

use proc_macro2::TokenStream;

use super::{client, server, typed};
use crate::emit::{Switches, With};
use crate::sink::Rust;

/// The module as the one item of a file of its own.
pub(super) fn file(out: &mut Rust, switches: &Switches) {
    out.raw("#[rustfmt::skip]\n#[allow(dead_code, unreachable_pub)]\n");
    module(out, switches);
}

/// The module within another. Its lines are shorter there, and only
/// prettyplease knows where it would break them.
pub(super) fn inside(switches: &Switches) -> TokenStream {
    let mut inside = Rust::default();
    module(&mut inside, switches);
    let tokens = inside.finish().parse();
    tokens.expect("our own source is Rust")
}

fn module(out: &mut Rust, switches: &Switches) {
    out.raw("pub mod errcat {\n")
        .lines("    ", include_str!("errcat/head.rs"));
    for source in sources(switches) {
        out.raw("\n").lines("    ", source);
    }
    out.raw("}\n");
}

/// The sources of the items, in their order.
fn sources(switches: &Switches) -> impl Iterator<Item = &'static str> {
    let has = |with| switches.has(with);
    let [alloc, serde, http] = [With::Alloc, With::Serde, With::Http].map(has);
    let core = [
        (true, include_str!("errcat/catalogued.rs")),
        (true, include_str!("errcat/any_code.rs")),
        (alloc, include_str!("errcat/alloc.rs")),
        (true, include_str!("errcat/entry.rs")),
        (true, include_str!("errcat/listing.rs")),
        (true, include_str!("errcat/retry.rs")),
        (true, include_str!("errcat/facts.rs")),
        (http, include_str!("errcat/http.rs")),
        (serde, include_str!("errcat/serde.rs")),
        (serde && alloc, include_str!("errcat/serde_alloc.rs")),
        (serde, include_str!("errcat/serde_known.rs")),
        (true, include_str!("errcat/tables.rs")),
        (true, include_str!("errcat/statuses.rs")),
        (true, LOOKUP),
        (true, include_str!("errcat/patterns.rs")),
    ];
    let core = core.into_iter().filter(|(wanted, _)| *wanted);
    core.map(|(_, source)| source)
        .chain(typed::shared(switches))
        .chain(server::shared(switches))
        .chain(client::shared(switches).iter().copied())
}

/// The search for a code, which repeats the arithmetic of `hash`.
const LOOKUP: &str = include_str!("errcat/lookup.rs");

#[cfg(test)]
mod tests {
    use super::super::hash::{FREE, SPREAD};
    use super::*;

    /// The value of a constant in the source of the search.
    fn constant(name: &str) -> &'static str {
        let start = format!("const {name}: ");
        let line = LOOKUP.lines().find_map(|line| line.strip_prefix(&start));
        let value = line.and_then(|line| line.split_once(" = ")?.1.strip_suffix(';'));
        value.expect("the search has this constant")
    }

    #[test]
    fn the_search_repeats_the_constants_of_the_hash() {
        let digits = constant("SPREAD").replace('_', "");
        let digits = digits.strip_prefix("0x").expect("hexadecimal");
        assert_eq!(u64::from_str_radix(digits, 16), Ok(SPREAD));
        assert_eq!((constant("FREE"), FREE), ("u16::MAX", u16::MAX));
    }
}

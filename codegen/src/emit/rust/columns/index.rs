//! The columns by which a code is found.

use std::iter::once;

use super::values::{self, wire};
use super::{NAME, codes, column, none};
use crate::emit::rust::hash::PerfectHash;
use crate::model::{Catalog, Code, CodeName};
use crate::sink::Rust;

/// Numbers of a hash table in one line of source.
const NUMBERS: usize = 16;

/// What finds a code by its spelling.
pub(super) fn columns(out: &mut Rust, catalog: &Catalog) {
    let aliases: Vec<(&Code, &CodeName)> = aliases(catalog).collect();
    column(out, "aliases", &aliases, |out, (alias, code)| {
        out.raw("(");
        wire(out, alias);
        out.raw(", ");
        ident(out, code);
        out.raw(")");
    });
    patterns(out, catalog);
    let codes = codes(catalog).map(|(_, code)| &code.code);
    let spellings: Vec<&Code> = codes
        .chain(aliases.iter().map(|(alias, _)| *alias))
        .collect();
    if let Some(hash) = PerfectHash::of(&spellings) {
        seed(out, hash.seed);
        numbers(out, "displacements", &hash.displacements);
        numbers(out, "slots", &hash.slots);
        none(out, "sorted");
    } else {
        seed(out, 0);
        none(out, "displacements");
        none(out, "slots");
        numbers(out, "sorted", &sorted(&spellings));
    }
}

fn patterns(out: &mut Rust, catalog: &Catalog) {
    let spelt = codes(catalog).flat_map(|(entry, code)| {
        let first = std::ptr::eq(code, entry.first());
        let aliases = entry.aliases.iter().filter(move |_| first);
        let spellings = once(&code.code).chain(aliases.map(|alias| &alias.value));
        spellings.map(move |spelling| (entry, code, spelling))
    });
    let patterns = spelt.filter_map(|(entry, code, spelling)| match spelling {
        Code::Pattern(pattern) => Some((entry, code, pattern)),
        Code::Text(_) | Code::Integer(_) => None,
    });
    column(out, "patterns", patterns, |out, (entry, code, pattern)| {
        out.raw("(");
        ident(out, code);
        out.raw(", &[");
        values::parts(out, entry, pattern);
        out.raw("])");
    });
}

fn seed(out: &mut Rust, seed: u64) {
    let seed = i64::try_from(seed).expect("few seeds are tried");
    out.raw(NAME).raw("seed: ").number(seed).raw(",\n");
}

/// A column of numbers that change together: several in a line.
fn numbers(out: &mut Rust, name: &'static str, numbers: &[u16]) {
    column(out, name, numbers.chunks(NUMBERS), |out, line| {
        for (at, number) in line.iter().enumerate() {
            out.raw(if at > 0 { ", " } else { "" }).number(*number);
        }
    });
}

/// The further spellings, each with the code that it stands for.
fn aliases(catalog: &Catalog) -> impl Iterator<Item = (&Code, &CodeName)> {
    catalog.entries.iter().flat_map(|entry| {
        let aliases = entry.aliases.iter();
        aliases.map(|alias| (&alias.value, entry.first()))
    })
}

fn ident(out: &mut Rust, code: &CodeName) {
    out.raw("ErrorCode::").ident(&code.ident).raw(" as u16");
}

/// The places of the spellings in the order of the generated search.
fn sorted(spellings: &[&Code]) -> Vec<u16> {
    let mut places: Vec<u16> = (0..).take(spellings.len()).collect();
    places.sort_unstable_by(|a, b| {
        let [a, b] = [a, b].map(|place| spellings[usize::from(*place)]);
        search_order(a, b)
    });
    places
}

/// The order of the generated search: that of the bytes, or of the numbers.
fn search_order(a: &Code, b: &Code) -> std::cmp::Ordering {
    match (a, b) {
        (Code::Integer(a), Code::Integer(b)) => a.cmp(b),
        _ => a.spelt().cmp(&b.spelt()),
    }
}

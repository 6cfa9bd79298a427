//! The columns by which a code is found.

use std::iter::once;

use super::values::{self, wire};
use super::{NAME, Table, codes};
use crate::emit::rust::hash::PerfectHash;
use crate::model::{Catalog, Code, CodeName};
use crate::sink::Rust;

/// Numbers of a hash table in one line of source.
const NUMBERS: usize = 16;

impl Table<'_> {
    /// What finds a code by its spelling.
    pub(super) fn index(&mut self) {
        let aliases: Vec<(&Code, &CodeName)> = aliases(self.catalog).collect();
        self.column("aliases", aliases.iter(), |out, (alias, code)| {
            out.raw("(");
            wire(out, alias);
            out.raw(", ");
            ident(out, code);
            out.raw(")");
        });
        self.patterns();
        let codes = codes(self.catalog).map(|(_, code)| &code.code);
        let spellings: Vec<&Code> = codes
            .chain(aliases.iter().map(|(alias, _)| *alias))
            .collect();
        if let Some(hash) = PerfectHash::of(&spellings) {
            self.seed(hash.seed);
            self.numbers("displacements", &hash.displacements);
            self.numbers("slots", &hash.slots);
            self.none("sorted");
        } else {
            self.seed(0);
            self.none("displacements");
            self.none("slots");
            self.numbers("sorted", &sorted(&spellings));
        }
    }

    fn patterns(&mut self) {
        let spelt = codes(self.catalog).flat_map(|(entry, code)| {
            let first = std::ptr::eq(code, entry.first());
            let aliases = entry.aliases.iter().filter(move |_| first);
            let spellings = once(&code.code).chain(aliases.map(|alias| &alias.value));
            spellings.map(move |spelling| (entry, code, spelling))
        });
        let patterns = spelt.filter_map(|(entry, code, spelling)| match spelling {
            Code::Pattern(pattern) => Some((entry, code, pattern)),
            Code::Text(_) | Code::Integer(_) => None,
        });
        self.column("patterns", patterns, |out, (entry, code, pattern)| {
            out.raw("(");
            ident(out, code);
            out.raw(", &[");
            values::parts(out, entry, pattern);
            out.raw("])");
        });
    }

    fn seed(&mut self, seed: u64) {
        let seed = i64::try_from(seed).expect("few seeds are tried");
        self.out.raw(NAME).raw("seed: ").number(seed).raw(",\n");
    }

    /// A column of numbers that change together: several in a line.
    fn numbers(&mut self, name: &'static str, numbers: &[u16]) {
        self.column(name, numbers.chunks(NUMBERS), |out, line| {
            for (at, number) in line.iter().enumerate() {
                out.raw(if at > 0 { ", " } else { "" }).number(*number);
            }
        });
    }
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
    places.sort_by(|a, b| {
        let [a, b] = [a, b].map(|place| spellings[usize::from(*place)]);
        search_order(a, b)
    });
    places
}

/// The order of the generated search: that of the bytes, or of the numbers.
fn search_order(a: &Code, b: &Code) -> std::cmp::Ordering {
    match (a, b) {
        (Code::Integer(a), Code::Integer(b)) => a.cmp(b),
        _ => a.to_string().cmp(&b.to_string()),
    }
}

//! The columns by which a code is found.

use std::iter::once;

use super::values::{self, wire};
use super::{Table, codes};
use crate::model::{Code, CodeName};
use crate::sink::Rust;

impl Table<'_> {
    /// The codes in the order in which they are searched.
    pub(super) fn index(&mut self) {
        let ident = |out: &mut Rust, code: &CodeName| {
            out.raw("ErrorCode::").ident(&code.ident).raw(" as u16");
        };
        let mut sorted: Vec<&CodeName> = codes(self.catalog).map(|(_, code)| code).collect();
        sorted.sort_by(|a, b| search_order(&a.code, &b.code));
        let mut aliases: Vec<(&Code, &CodeName)> = self
            .catalog
            .entries
            .iter()
            .flat_map(|entry| {
                entry
                    .aliases
                    .iter()
                    .map(|alias| (&alias.value, entry.first()))
            })
            .collect();
        aliases.sort_by(|a, b| search_order(a.0, b.0));
        self.column("aliases", aliases.into_iter(), |out, (alias, code)| {
            out.raw("(");
            wire(out, alias);
            out.raw(", ");
            ident(out, code);
            out.raw(")");
        });
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
        self.column("sorted", sorted.into_iter(), ident);
    }
}

/// The order of the generated search: that of the bytes, or of the numbers.
fn search_order(a: &Code, b: &Code) -> std::cmp::Ordering {
    match (a, b) {
        (Code::Integer(a), Code::Integer(b)) => a.cmp(b),
        _ => a.to_string().cmp(&b.to_string()),
    }
}

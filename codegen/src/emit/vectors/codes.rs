//! The codes of a catalog by their spelling: each vector asks for one.

use std::collections::BTreeMap;

use crate::model::{Catalog, Code, Entry, Found, spelt_as, spelt_codes};

/// All codes and aliases.
pub(super) struct Codes<'a> {
    exact: BTreeMap<String, (&'a Entry, &'a Code)>,
    variable: Vec<(&'a Entry, &'a Code)>,
}

impl<'a> Codes<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        let mut exact = BTreeMap::new();
        let mut variable = Vec::new();
        for (entry, code) in catalog.entries.iter().flat_map(spelt_codes) {
            exact.entry(code.to_string()).or_insert((entry, code));
            if let Code::Pattern(_) = code {
                variable.push((entry, code));
            }
        }
        Self { exact, variable }
    }

    /// What [`Catalog::find_code`] finds.
    pub(super) fn find(&self, text: &str) -> Option<Found<'a>> {
        if let Some((entry, code)) = self.exact.get(text) {
            let parts = Vec::new();
            return Some(Found { entry, code, parts });
        }
        let mut variable = self.variable.iter();
        variable.find_map(|(entry, code)| spelt_as(entry, code, text))
    }
}

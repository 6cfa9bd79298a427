//! Which examples there are, and what is known about the error in each.

use crate::model::{Catalog, Code, Entry, Example, Status};

/// The error that a body, or an item of its list of errors, is about.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) catalog: &'a Catalog,
    /// The entry whose example this is; none for those of sections and catalogs.
    pub(super) own: Option<&'a Entry>,
    /// Its statuses at this place.
    statuses: Option<&'a [Status]>,
    /// The entry whose code stands in the body.
    pub(super) shown: Option<&'a Entry>,
}

/// All examples of a catalog.
pub(super) fn examples(catalog: &Catalog) -> impl Iterator<Item = (&Example, Scope<'_>)> {
    let of_none = Scope {
        catalog,
        own: None,
        statuses: None,
        shown: None,
    };
    let sections = catalog.sections.iter().flat_map(|it| &it.examples);
    let shared = catalog.examples.iter().chain(sections);
    let shared = shared.map(move |example| (example, of_none));
    let own = catalog.listings.iter().flat_map(move |listing| {
        let entry = &catalog.entries[listing.entry];
        let scope = Scope {
            own: Some(entry),
            statuses: Some(&listing.statuses),
            shown: Some(entry),
            ..of_none
        };
        let examples = catalog.texts(listing).examples.iter();
        examples.map(move |example| (example, scope))
    });
    shared.chain(own)
}

impl<'a> Scope<'a> {
    /// The same for a part of the body in which `code` stands, if it is known.
    pub(super) fn about(self, code: Option<&str>) -> Self {
        let shown = code.and_then(|code| self.entry_of(code)).or(self.shown);
        Self { shown, ..self }
    }

    /// The entry that has this code.
    pub(super) fn entry_of(self, code: &str) -> Option<&'a Entry> {
        self.catalog.find_code(code).map(|found| found.entry)
    }

    /// All codes of the catalog, as text.
    pub(super) fn known_codes(self) -> Vec<String> {
        let codes = self.catalog.entries.iter().flat_map(codes_of);
        codes.map(Code::to_string).collect()
    }

    /// The statuses that the error may show; none if any may stand there.
    pub(super) fn statuses(self) -> Vec<String> {
        let is_own =
            matches!((self.own, self.shown), (Some(own), Some(it)) if std::ptr::eq(own, it));
        let statuses = match (self.statuses, self.shown) {
            (Some(statuses), _) if is_own => statuses,
            (_, Some(entry)) => entry.statuses.as_slice(),
            (_, None) => &[],
        };
        statuses.iter().map(Status::to_string).collect()
    }

    /// The type that the error may show, or all that there are.
    pub(super) fn types(self) -> Vec<String> {
        let parent = self.shown.and_then(|entry| entry.parent);
        let all = self.catalog.types.iter().enumerate();
        let fits = all.filter(|(at, _)| parent.is_none_or(|parent| parent == *at));
        fits.map(|(_, it)| it.id.to_string()).collect()
    }
}

/// The code of an entry as findings name it.
pub(super) fn name(entry: &Entry) -> String {
    entry.code().to_string()
}

fn codes_of(entry: &Entry) -> impl Iterator<Item = &Code> {
    let aliases = entry.aliases.iter().map(|alias| &alias.value);
    entry.codes.iter().map(|code| &code.code).chain(aliases)
}

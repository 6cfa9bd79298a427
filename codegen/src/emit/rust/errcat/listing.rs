/// One place where an entry is documented.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Listing<S: 'static> {
    /// The section that lists it.
    pub section: Option<&'static SectionInfo>,
    /// Its status there.
    pub status: Option<S>,
    /// When it happens, as told there.
    pub description: Option<&'static str>,
    /// The causes told there.
    pub causes: &'static [&'static str],
    /// What to do, as told there.
    pub fix: Option<&'static str>,
    /// The line of the document, from 1.
    pub document_line: Option<u32>,
}

/// A second place, as it stands in the tables.
pub(super) struct Ref<S: 'static> {
    pub(super) section: Option<u16>,
    pub(super) status: Option<S>,
    pub(super) description: Option<&'static str>,
    pub(super) causes: &'static [&'static str],
    pub(super) fix: Option<&'static str>,
    pub(super) document_line: Option<u32>,
}

impl<S: Copy> Ref<S> {
    fn resolve<C>(&self, tables: &'static Tables<C, S>) -> Listing<S> {
        let section = |at: u16| tables.sections.get(usize::from(at));
        Listing {
            section: self.section.and_then(section),
            status: self.status,
            description: self.description,
            causes: self.causes,
            fix: self.fix,
            document_line: self.document_line,
        }
    }
}

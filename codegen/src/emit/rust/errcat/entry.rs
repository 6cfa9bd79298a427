/// All that a catalog says about one of its codes: a handle, cheap to copy.
///
/// `C` is what codes are on the wire, `S` what statuses are.
#[derive(Clone, Copy)]
pub struct Entry<C: 'static, S: 'static> {
    tables: &'static Tables<C, S>,
    row: u16,
}

impl<C: Copy, S: Copy> Entry<C, S> {
    pub(super) const fn new(tables: &'static Tables<C, S>, row: u16) -> Self {
        Self { tables, row }
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> C {
        self.tables.codes[usize::from(self.row)]
    }

    /// The canonical status, where the code has one.
    #[must_use]
    pub fn status(self) -> Option<S> {
        self.statuses().first().copied()
    }

    /// All statuses, the canonical one first.
    #[must_use]
    pub fn statuses(self) -> &'static [S] {
        ranged(self.tables.statuses, self.tables.status_starts, self.row)
    }

    /// The section of its own item.
    #[must_use]
    pub fn section(self) -> Option<&'static SectionInfo> {
        let section = self.tables.home.get(usize::from(self.row))?;
        self.tables.sections.get(usize::from(*section))
    }

    /// Its type: the first level above codes.
    #[must_use]
    pub fn parent(self) -> Option<&'static TypeInfo> {
        let parent = self.tables.parents.get(usize::from(self.row))?;
        self.tables.types.get(usize::from(*parent))
    }

    /// Every place where it is documented, its own item first.
    pub fn listings(self) -> impl Iterator<Item = Listing<S>> {
        let own = Listing {
            section: self.section(),
            status: self.status_of_item(),
            description: self.description(),
            causes: self.causes(),
            fix: self.fix(),
            document_line: self.document_line(),
        };
        let again = sparse(self.tables.refs, self.row).iter();
        ::core::iter::once(own)
            .chain(again.map(move |(_, it)| it.resolve(self.tables)))
    }

    /// The message as written; `{x}` stands for a detail.
    #[must_use]
    pub fn message(self) -> &'static str {
        self.tables.messages[usize::from(self.row)]
    }

    /// What an end user may read.
    #[must_use]
    pub fn user_message(self) -> Option<&'static str> {
        first(self.tables.user_messages, self.row)
    }

    /// When it happens, in Markdown.
    #[must_use]
    pub fn description(self) -> Option<&'static str> {
        written(self.tables.descriptions, self.row)
    }

    /// The documented causes, in Markdown.
    #[must_use]
    pub fn causes(self) -> &'static [&'static str] {
        ranged(self.tables.causes, self.tables.cause_starts, self.row)
    }

    /// What to do about it, in Markdown.
    #[must_use]
    pub fn fix(self) -> Option<&'static str> {
        written(self.tables.fixes, self.row)
    }

    /// The tags that it bears.
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        sparse(self.tables.tags, self.row).iter().map(|(_, tag)| *tag)
    }

    /// The headers that it carries or that are at fault.
    pub fn headers(self) -> impl Iterator<Item = &'static str> {
        sparse(self.tables.headers, self.row).iter().map(|(_, header)| *header)
    }

    /// How its code is known.
    #[must_use]
    pub fn provenance(self) -> Provenance {
        first(self.tables.provenance, self.row).unwrap_or(Provenance::Documented)
    }

    /// Other codes that it may be, where its own is a guess.
    pub fn candidates(self) -> impl Iterator<Item = C> {
        sparse(self.tables.candidates, self.row).iter().map(|(_, code)| *code)
    }

    /// Error, warning or success.
    #[must_use]
    pub fn severity(self) -> Severity {
        first(self.tables.severities, self.row).unwrap_or(Severity::Error)
    }

    /// Its stage of life.
    #[must_use]
    pub fn stage(self) -> Stage {
        first(self.tables.stages, self.row).unwrap_or(Stage::Stable)
    }

    /// The version that introduced it.
    #[must_use]
    pub fn since(self) -> Option<&'static str> {
        first(self.tables.since, self.row)
    }

    /// It still works, but should not be used.
    #[must_use]
    pub fn deprecated(self) -> Option<Deprecation> {
        first(self.tables.deprecated, self.row)
    }

    /// It is no longer sent.
    #[must_use]
    pub fn retired(self) -> Option<Deprecation> {
        first(self.tables.retired, self.row)
    }

    /// The line of the document on which its own item stands, from 1.
    #[must_use]
    pub fn document_line(self) -> Option<u32> {
        let line = self.tables.lines.get(usize::from(self.row)).copied();
        line.filter(|line| *line > 0)
    }

    /// The link to its documentation.
    #[must_use]
    pub fn doc_url(self) -> Option<&'static str> {
        first(self.tables.doc_urls, self.row)
    }

    /// A second, numeric code of its own.
    #[must_use]
    pub fn code_number(self) -> Option<i64> {
        first(self.tables.code_numbers, self.row)
    }

    /// The typed values that it carries, each before those within it.
    pub fn details(self) -> impl Iterator<Item = &'static Detail> {
        sparse(self.tables.details, self.row).iter().map(|(_, detail)| detail)
    }

    /// Further texts, or other advice, of the same code.
    pub fn variants(self) -> impl Iterator<Item = &'static Variant> {
        sparse(self.tables.variants, self.row).iter().map(|(_, variant)| variant)
    }

    /// Examples of it.
    pub fn examples(self) -> impl Iterator<Item = &'static Example> {
        sparse(self.tables.examples, self.row).iter().map(|(_, example)| example)
    }

    /// The reason phrase of its own, where it has one beside its status's.
    #[must_use]
    pub fn phrase(self) -> Option<&'static str> {
        first(self.tables.phrases, self.row)
    }

    /// The status of its own item, which need not be the canonical one.
    fn status_of_item(self) -> Option<S> {
        first(self.tables.item_statuses, self.row).or_else(|| self.status())
    }

    /// The documented advice when it comes with its canonical status; `None`
    /// is not `Stop`: the document gives no advice.
    #[must_use]
    pub fn retry(self) -> Option<Retry>
    where
        S: Into<i32>,
    {
        let status = self.status().map(Into::into);
        self.own_retry().or_else(|| self.tables.retry_of(status))
    }

    /// The documented advice when it comes with `status`.
    #[must_use]
    pub fn retry_with(self, status: S) -> Option<Retry>
    where
        S: Into<i32>,
    {
        self.own_retry().or_else(|| self.tables.retry_of(Some(status.into())))
    }

    /// The error class of the API's own client for the canonical status.
    #[must_use]
    pub fn client_class(self) -> Option<&'static str>
    where
        S: Into<i32>,
    {
        self.tables.client_class(self.status())
    }

    /// The reason phrase: its own, else that of its canonical status.
    #[must_use]
    pub fn reason(self) -> Option<&'static str>
    where
        S: Into<i32>,
    {
        let of_status = || {
            self.tables.row_fact(self.status().map(Into::into), |row| row.reason)
        };
        self.phrase().or_else(of_status)
    }

    /// The advice of the entry itself, its section or its type.
    fn own_retry(self) -> Option<Retry> {
        first(self.tables.advice, self.row)
            .or_else(|| self.section()?.retry)
            .or_else(|| self.parent()?.retry)
    }
}

impl<C: fmt::Debug + Copy, S: Copy> fmt::Debug for Entry<C, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.code()).finish()
    }
}

/// The columns of a catalog. Rows are codes, in the order of the enum.
pub(super) struct Tables<C: 'static, S: 'static> {
    pub(super) codes: &'static [C],
    /// Further spellings, numbered on from the codes.
    pub(super) aliases: &'static [(C, u16)],
    /// The perfect hash of all spellings, or else their order.
    pub(super) seed: u64,
    pub(super) displacements: &'static [u16],
    pub(super) slots: &'static [u16],
    pub(super) sorted: &'static [u16],
    pub(super) patterns: &'static [(u16, &'static [Part])],
    pub(super) messages: &'static [&'static str],
    pub(super) user_messages: &'static [(u16, &'static str)],
    pub(super) descriptions: &'static [&'static str],
    pub(super) fixes: &'static [&'static str],
    pub(super) causes: &'static [&'static str],
    pub(super) cause_starts: &'static [u32],
    pub(super) statuses: &'static [S],
    pub(super) status_starts: &'static [u32],
    pub(super) item_statuses: &'static [(u16, S)],
    pub(super) home: &'static [u16],
    pub(super) parents: &'static [u16],
    pub(super) lines: &'static [u32],
    pub(super) advice: &'static [(u16, Retry)],
    pub(super) refs: &'static [(u16, Ref<S>)],
    pub(super) details: &'static [(u16, Detail)],
    pub(super) variants: &'static [(u16, Variant)],
    pub(super) examples: &'static [(u16, Example)],
    pub(super) phrases: &'static [(u16, &'static str)],
    pub(super) tags: &'static [(u16, &'static str)],
    pub(super) headers: &'static [(u16, &'static str)],
    pub(super) provenance: &'static [(u16, Provenance)],
    pub(super) candidates: &'static [(u16, C)],
    pub(super) severities: &'static [(u16, Severity)],
    pub(super) stages: &'static [(u16, Stage)],
    pub(super) since: &'static [(u16, &'static str)],
    pub(super) deprecated: &'static [(u16, Deprecation)],
    pub(super) retired: &'static [(u16, Deprecation)],
    pub(super) doc_urls: &'static [(u16, &'static str)],
    pub(super) code_numbers: &'static [(u16, i64)],
    pub(super) sections: &'static [SectionInfo],
    pub(super) types: &'static [TypeInfo],
    pub(super) client_classes: &'static [&'static str],
    pub(super) rows: &'static [StatusRow<S>],
}

/// Where the values of each row start in a pool, given how many it has.
pub(super) const fn starts<const N: usize>(counts: &[u32]) -> [u32; N] {
    let mut starts = [0; N];
    let mut row = 0;
    while row < counts.len() {
        starts[row + 1] = starts[row] + counts[row];
        row += 1;
    }
    starts
}

/// The values of a row in a pool.
fn ranged<T>(pool: &'static [T], starts: &'static [u32], row: u16) -> &'static [T] {
    let row = usize::from(row);
    let range = starts.get(row).zip(starts.get(row + 1));
    let values = range
        .and_then(|(start, end)| pool.get(*start as usize..*end as usize));
    values.unwrap_or(&[])
}

/// The pairs of a row in a sparse column.
fn sparse<T>(column: &'static [(u16, T)], row: u16) -> &'static [(u16, T)] {
    let start = column.partition_point(|(of, _)| *of < row);
    let rest = &column[start..];
    let end = rest.iter().position(|(of, _)| *of != row);
    &rest[..end.unwrap_or(rest.len())]
}

/// The value of a row in a sparse column.
fn first<T: Copy>(column: &'static [(u16, T)], row: u16) -> Option<T> {
    sparse(column, row).first().map(|(_, value)| *value)
}

/// The text of a row, where there is any.
fn written(column: &'static [&'static str], row: u16) -> Option<&'static str> {
    column.get(usize::from(row)).copied().filter(|text| !text.is_empty())
}

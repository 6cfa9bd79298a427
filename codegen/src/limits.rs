//! How much errcat reads: every limit, in one place.
//!
//! Each is checked before what it bounds is copied or handed on, and is
//! reported by [`over_limit`](crate::lint::over_limit) with its place; a file
//! that is too large is an [`Error`](crate::Error), for it is not read to its
//! end. The table of them is in `SECURITY.md`, which a test holds against this.
//!
//! Deliberately absent: limits that only cut what a finding shows.

/// Most bytes of a file: spans have 32 bits, and no error table is larger.
pub(crate) const FILE: usize = 64 * MIB;

/// What is said of a file beyond [`FILE`], where no text is made at run time.
pub(crate) const BEYOND_FILE: &str = "this file is larger than 64 MiB";

/// Most catalogs of a run: all of them are in memory at once.
pub(crate) const CATALOGS: usize = 10_000;

/// What is said of the first catalog beyond [`CATALOGS`].
pub(crate) const BEYOND_CATALOGS: &str =
    "this is one catalog more than the 10,000 that a run reads";

/// Deepest nesting. Edition 1 needs 8; the rest is for `x-` keys.
pub(crate) const DEPTH: usize = 64;

/// Most bytes of one text: a book has less.
pub(crate) const SCALAR: usize = MIB;

/// Most bytes of a list's item, which an entry is.
pub(crate) const ENTRY: usize = 4 * MIB;

/// Most texts, lists and maps of a file, keys not counted: 30 for each of
/// [`CODES`]. In the tree, one takes a hundred times the byte that it may be.
pub(crate) const VALUES: usize = 2_000_000;

/// Most bytes of a code: it names something, and lines of outputs begin with it.
pub(crate) const CODE: usize = 1024;

/// Most codes of a catalog, with their aliases: generated tables number them in
/// 16 bits, and one number stands for "none".
pub(crate) const CODES: usize = u16::MAX as usize - 1;

/// Most items of a list, and keys of a map: tables number sections and types as
/// they do codes.
pub(crate) const ITEMS: usize = CODES;

/// Most bytes that outputs repeat because entries share them: as much as a
/// catalog can say without.
pub(crate) const REPEATED: usize = FILE;

/// Most aliases of an entry that have a vector of their own; as many variants
/// of a code, and statuses. A vector holds all that its entry says, so each of
/// a thousand would repeat it.
pub(crate) const VECTORS: usize = 20;

/// Most steps that comparing the variable codes of a catalog takes: each pair that
/// begins and ends alike is searched for a text that is both.
pub(crate) const COMPARED: usize = 20_000_000;

/// Most errors that a run reports: nobody reads more.
pub(crate) const ERRORS: usize = 10_000;

/// Most texts that [`fix`](crate::fix()) tries for one source: a round is one, and
/// one for each edit where they don't go together. Each costs an analysis.
///
/// ```
/// assert_eq!(errcat_codegen::MOST_TRIES, 500);
/// ```
pub const TRIES: u32 = 500;

/// A mebibyte.
pub(crate) const MIB: usize = 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::over_limit::in_groups as written;

    #[test]
    fn errors_name_the_limits() {
        assert!(BEYOND_FILE.ends_with(&format!(" {} MiB", FILE / MIB)));
        let catalogs = format!(" the {} that", written(CATALOGS));
        assert!(BEYOND_CATALOGS.contains(&catalogs));
    }

    #[test]
    fn the_pages_tell_each_limit() {
        let mib = |bytes: usize| format!("{} MiB", bytes / MIB);
        let rows = [
            ("a file", mib(FILE)),
            ("catalogs of a run", written(CATALOGS)),
            ("nesting", format!("{DEPTH} levels")),
            ("one text", mib(SCALAR)),
            ("an item of a list, as an entry is", mib(ENTRY)),
            ("texts, lists and maps of a file", written(VALUES)),
            ("a code", format!("{} bytes", written(CODE))),
            ("codes of a catalog, with aliases", written(CODES)),
            ("items of a list, keys of a map", written(ITEMS)),
            (
                "what outputs repeat because entries share it",
                mib(REPEATED),
            ),
            (
                "aliases, variants and further statuses with a vector",
                format!("{VECTORS} of each"),
            ),
            ("steps of comparing variable codes", written(COMPARED)),
            ("errors of a run", format!("{} shown", written(ERRORS))),
            ("tries to mend a file", TRIES.to_string()),
        ];
        let page = include_str!("../SECURITY.md");
        let explanation = include_str!("lint/over_limit.md").replace('\n', " ");
        for (what, most) in rows {
            let row = format!("\n| {what} | {most} | ");
            assert!(page.contains(&row), "{row}");
            let told = most.trim_end_matches(" shown");
            // These cut an output, and a search for a mend.
            let is_error = !what.starts_with("tries") && !what.ends_with("with a vector");
            let is_told = explanation.contains(told) || !is_error;
            assert!(is_told, "over_limit.md: {told}");
        }
    }
}

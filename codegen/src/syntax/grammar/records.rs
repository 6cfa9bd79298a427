//! All records of a file: for what looks a key up wherever it may stand.

use super::{CATALOG, CONFIG, ENTRY, Key, Kind, REF, Record, SLOT};

impl Record {
    /// The records of the file that this one belongs to: of a catalog or of
    /// the configuration, from the whole down to its parts. A slot of the
    /// envelope has no neighbours.
    pub(crate) fn neighbours(&'static self) -> Vec<&'static Self> {
        let of_file = |root: &'static Self| {
            let mut records = Vec::new();
            collect(root, &mut records);
            records
        };
        let mut files = [&CATALOG, &CONFIG].map(of_file).into_iter();
        let own = files.find(|records| records.iter().any(|it| std::ptr::eq(*it, self)));
        own.unwrap_or_default()
    }
}

fn collect(record: &'static Record, found: &mut Vec<&'static Record>) {
    if found.iter().any(|known| std::ptr::eq(*known, record)) {
        return;
    }
    found.push(record);
    for key in record.keys {
        below(key.kind, found);
    }
}

fn below(kind: &'static Kind, found: &mut Vec<&'static Record>) {
    match kind {
        Kind::Record(record) => collect(record, found),
        Kind::Item => {
            collect(&ENTRY, found);
            collect(&REF, found);
        }
        Kind::List { of, .. } | Kind::OneOrMany(of) | Kind::Map { of, .. } => below(of, found),
        Kind::Scalar(_) | Kind::Tree => {}
    }
}

/// Whether a word is a key of the language.
pub(crate) fn is_key(word: &str) -> bool {
    all().iter().any(|record| record.key(word).is_some())
}

/// Whether a word is a key with a single value of a record that has all of
/// these keys.
pub(crate) fn is_key_beside(word: &str, siblings: &[&str]) -> bool {
    all().iter().any(|record| {
        let takes_scalar = |key: &Key| matches!(key.kind, Kind::Scalar(_) | Kind::OneOrMany(_));
        let has = |sibling: &&str| record.key(sibling).is_some();
        record.key(word).is_some_and(takes_scalar) && siblings.iter().all(has)
    })
}

fn all() -> Vec<&'static Record> {
    let mut records = CATALOG.neighbours();
    records.extend(CONFIG.neighbours());
    records.push(&SLOT);
    records
}

/// The key of the language that stands in a text with its colon: two lines may
/// have run together.
pub(crate) fn key_within(text: &str) -> Option<&str> {
    let heads = text.match_indices(": ").map(|(at, _)| &text[..at]);
    let mut words = heads
        .chain(text.strip_suffix(':'))
        .filter_map(|head| head.rsplit(char::is_whitespace).next());
    words.find(|word| is_key(word))
}

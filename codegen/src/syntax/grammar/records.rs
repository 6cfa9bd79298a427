//! All records of a file: for what looks a key up wherever it may stand.

use super::{CATALOG, CONFIG, ENTRY, Kind, REF, Record};

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
